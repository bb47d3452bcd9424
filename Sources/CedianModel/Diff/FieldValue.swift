/// What a field says, whichever way it is written: `120万` and `1200000`, `done`
/// and 已完成, `[a, b]` and a list of lines are one value each.
public indirect enum FieldValue: Sendable, Hashable {
  case text(String)
  case quantity(Quantity)
  case time(TimeSpan)
  /// One of a few words, in Chinese and English.
  case choice(LocalizedText)
  case list([FieldValue])
  case record([FieldEntry])
  /// Records told apart by some of their fields.
  case records([FieldRecord])
}

/// A field with its value.
public struct FieldEntry: Sendable, Hashable {
  /// The canonical key, or the name as written where no schema knows it.
  public var key: String
  public var label: LocalizedText
  public var value: FieldValue

  public init(key: String, label: LocalizedText, value: FieldValue) {
    (self.key, self.label, self.value) = (key, label, value)
  }
}

/// One of several records under a field.
public struct FieldRecord: Sendable, Hashable {
  /// What it is known by: a task's id, a budget item's name.
  public var identity: String
  public var entries: [FieldEntry]

  public init(identity: String, entries: [FieldEntry]) {
    (self.identity, self.entries) = (identity, entries)
  }
}

extension FieldValue {
  /// In one line, for people.
  public func words(_ language: Language) -> String {
    switch self {
    case .text(let text): text
    case .quantity(let quantity):
      language == .zh ? NumberFormat.written(quantity) : Self.english(quantity)
    case .time(let span): span.label(language, countingDays: false)
    case .choice(let label): label[language]
    case .list(let items):
      items.map { $0.words(language) }.joined(separator: language == .zh ? "、" : ", ")
    case .record(let entries): Self.words(entries, language)
    case .records(let records):
      records.map { Self.words($0.entries, language) }
        .joined(separator: language == .zh ? "；" : "; ")
    }
  }

  /// `¥1,200,000`, `8.5%`, `11 days`: the counters of Chinese are left out.
  static func english(_ quantity: Quantity) -> String {
    let number = NumberFormat.exact(quantity.value)
    return switch quantity.unit {
    case .yuan: quantity.value < 0 ? NumberFormat.minus + "¥" + number.dropFirst() : "¥" + number
    case .percent: number + "%"
    case .percentagePoint: number + " points"
    case .days: number + " days"
    case .hours: number + " h"
    case .minutes: number + " min"
    case .seconds: number + " s"
    case .ratio: number + "×"
    case .none, .count, .score: number
    }
  }

  /// `指标 gmv，目标值 120万`.
  public static func words(_ entries: [FieldEntry], _ language: Language) -> String {
    entries.map { entry in
      // Words that stand for themselves have no label.
      [entry.label[language], entry.value.words(language)].filter { !$0.isEmpty }
        .joined(separator: " ")
    }
    .joined(separator: language == .zh ? "，" : ", ")
  }
}
