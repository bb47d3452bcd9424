/// How much a finding matters.
public enum Severity: String, Sendable, Hashable, CaseIterable, Comparable {
  /// Blocks publication.
  case error
  /// Reported; with `--strict` it blocks as an error does.
  case warning
  /// Advice.
  case note

  public static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// Something found in the content: what is wrong, where, which clause asks for
/// it and how to mend it. A value only; the executable prints it.
public struct Diagnostic: Sendable, Hashable {
  /// The rule's id, as in `required-fields`: what `cedian explain` takes.
  public var id: String
  public var severity: Severity
  public var location: SourceLocation
  public var message: LocalizedText
  /// Other places involved.
  public var notes: [Note]
  /// The policy clause that the finding enforces, if a clause binds its rule.
  public var clause: ClauseCitation?
  public var fix: Fix?
  /// When it was due, for what is only late.
  public var lateness: Lateness?
  /// The document that was judged, where another file is the place to act; nil
  /// where it is the location's own.
  public var subject: String?
  /// Whether its line could not be read at all: what else is said of the line's
  /// value would be about the repair.
  public var spoilsLine = false

  /// The path of the document that was judged.
  public var judged: String { subject ?? location.path }

  public init(
    id: String, severity: Severity, location: SourceLocation, message: LocalizedText,
    notes: [Note] = [], clause: ClauseCitation? = nil, fix: Fix? = nil,
    lateness: Lateness? = nil
  ) {
    self.id = id
    self.severity = severity
    self.location = location
    self.message = message
    self.notes = notes
    self.clause = clause
    self.fix = fix
    self.lateness = lateness
  }

  /// A second place that explains the finding, such as the first of two equal keys.
  public struct Note: Sendable, Hashable {
    public var location: SourceLocation?
    public var message: LocalizedText

    public init(location: SourceLocation? = nil, message: LocalizedText) {
      self.location = location
      self.message = message
    }
  }

  /// How to mend it.
  public struct Fix: Sendable, Hashable {
    /// One sentence: what to do.
    public var message: LocalizedText
    /// Lines to write, shown as they stand; no `\n` at the end.
    public var example: String?
    /// The edits that mend it without changing what the author meant; empty
    /// where only the author can decide.
    public var edits: [Edit]
    /// Whether `check --fix` may make the edits by itself.
    public var certainty: FixCertainty
    /// What a value becomes, for whoever holds the file's bytes to spell as edits.
    public var rewrite: ValueRewrite?

    public init(
      message: LocalizedText, example: String? = nil, edits: [Edit] = [],
      certainty: FixCertainty = .certain, rewrite: ValueRewrite? = nil
    ) {
      self.message = message
      self.example = example
      self.edits = edits
      self.certainty = certainty
      self.rewrite = rewrite
    }
  }

  /// Replace the text of `range` in the finding's file.
  public struct Edit: Sendable, Hashable {
    public var range: SourceRange
    public var replacement: String

    public init(range: SourceRange, replacement: String) {
      self.range = range
      self.replacement = replacement
    }
  }
}

/// A clause as a finding cites it.
public struct ClauseCitation: Sendable, Hashable {
  /// Its number, as in `4.1`.
  public var number: String
  /// Its words, in plain text, shortened to what fits beside a message.
  public var words: String
  /// The chapter that holds it.
  public var path: String
  /// The heading or item's anchor in that chapter's page.
  public var anchor: String

  public init(number: String, words: String, path: String, anchor: String) {
    self.number = number
    self.words = words
    self.path = path
    self.anchor = anchor
  }
}

extension Diagnostic {
  /// File, line, column, then severity: the order findings are shown in.
  static func precedes(_ a: Self, _ b: Self) -> Bool {
    if a.location.path != b.location.path {
      return a.location.path.utf8.lexicographicallyPrecedes(b.location.path.utf8)
    }
    let (p, q) = (a.location.range.start, b.location.range.start)
    if p != q { return p < q }
    return a.severity > b.severity
  }
}

extension [Diagnostic] {
  /// By place; what stands at one place keeps the order in which it was found,
  /// as the fields of a clause do.
  public func inReadingOrder() -> [Diagnostic] {
    enumerated().sorted { a, b in
      if Diagnostic.precedes(a.element, b.element) { return true }
      if Diagnostic.precedes(b.element, a.element) { return false }
      return a.offset < b.offset
    }.map(\.element)
  }
}
