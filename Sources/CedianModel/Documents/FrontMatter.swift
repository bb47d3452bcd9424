/// A document's front matter as written: keys and values with their places, no
/// meaning given to any scalar yet.
public struct FrontMatter: Sendable, Hashable {
  public var entries: [Node.Entry]
  /// The opening `---`.
  public var opening: SourceRange
  /// The closing `---`: where a missing field is reported. The opening one where
  /// there is none.
  public var closing: SourceRange

  /// False where the closing line is missing: fields may stand beyond the place
  /// where the reading had to end.
  public var isClosed: Bool { closing != opening }

  public init(entries: [Node.Entry], opening: SourceRange, closing: SourceRange) {
    self.entries = entries
    self.opening = opening
    self.closing = closing
  }
}

/// A YAML value with its place. Scalars keep the author's text: whether
/// `2026-11` is a period or a text is decided by the field that reads it.
public struct Node: Sendable, Hashable {
  public var content: Content
  public var range: SourceRange

  public init(_ content: Content, _ range: SourceRange) {
    self.content = content
    self.range = range
  }

  public enum Content: Sendable, Hashable {
    case scalar(String, ScalarStyle)
    case sequence([Node])
    case mapping([Entry])
  }

  public enum ScalarStyle: Sendable, Hashable {
    case plain, singleQuoted, doubleQuoted, literal, folded
    /// Something is written that content may not hold, as has been said: neither
    /// empty nor to be read.
    case refused
  }

  public struct Entry: Sendable, Hashable {
    public var key: Located<String>
    public var value: Node

    public init(key: Located<String>, value: Node) {
      self.key = key
      self.value = value
    }

    /// A key without even a colon, as only braces allow: the `000` of
    /// `{金额: 12,000}`.
    public var isBare: Bool {
      guard value.range.start == value.range.end, value.range.start == key.range.end,
        case .scalar("", .plain) = value.content
      else { return false }
      return true
    }
  }

  private static let nulls = ["~", "null", "Null", "NULL"]

  /// Nothing after the colon, `~`, or `null` written plain: present but empty.
  /// An empty or blank quoted text, a list of nothing but empty items and an
  /// empty mapping are empty too.
  public var isEmpty: Bool {
    switch content {
    case .scalar(let text, let style):
      if style == .refused { return false }
      // Nearly every value begins with a letter, a digit or a Chinese character.
      switch text.withBytes({ $0.first }) {
      case nil: return true
      case UInt8(ascii: "~"), UInt8(ascii: "n"), UInt8(ascii: "N"):
        return style == .plain && Self.nulls.contains(text)
      case 0x20, 0x09, 0x0A, 0xC2, 0xE2, 0xE3:
        return text.unicodeScalars.allSatisfy(\.properties.isWhitespace)
      default: return false
      }
    case .sequence(let items): return items.allSatisfy(\.isEmpty)
    case .mapping(let entries): return entries.isEmpty
    }
  }
}
