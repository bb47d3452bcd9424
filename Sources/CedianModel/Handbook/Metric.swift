/// What is measured, from metrics.yml.
public struct Metric: Sendable {
  public var id: String
  public var name: LocalizedText
  public var aliases: [String]
  public var unit: Unit
  public var polarity: Polarity
  public var aggregation: Aggregation
  /// Metrics by any of their names, for `ratio` only.
  public var numeratorReference: Located<String>?
  public var denominatorReference: Located<String>?
  public var channels: [Located<String>]
  public var range: SourceRange

  public var numerator: String? { numeratorReference?.value }
  public var denominator: String? { denominatorReference?.value }

  public enum Unit: String, Sendable, Hashable, CaseIterable {
    case yuan = "CNY"
    case count, percent, ratio, days, score
  }

  public enum Polarity: String, Sendable, Hashable, CaseIterable {
    case higherIsBetter = "higher"
    case lowerIsBetter = "lower"
  }

  public enum Aggregation: String, Sendable, Hashable, CaseIterable {
    case sum, last, ratio, none
  }
}

/// One fact of a results CSV.
public struct ResultRow: Sendable {
  public var path: String
  /// The whole row.
  public var range: SourceRange
  public var period: Period
  /// A channel's id or name, or `all`.
  public var channel: Located<String>
  /// Set when the row breaks its channel's total down; never added to it.
  public var activity: Located<String>?
  public var metric: Located<String>
  /// Nil is missing, never zero.
  public var value: Quantity?
  /// A value is written that cannot be read; said when it was read.
  public var isUnreadable = false
  public var source: String?
  public var note: String?
}
