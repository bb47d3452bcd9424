/// One field of a document: absent, present but empty, unreadable, or a value.
/// The difference matters to people: 「缺少」 and 「为空」 are mended differently.
public struct Field<Value: Sendable>: Sendable {
  public enum State: Sendable {
    /// The key does not occur.
    case missing
    /// The key stands there with nothing after it.
    case empty
    /// There is a value, it cannot be read, and the decoder has said so.
    case invalid
    case present(Value)
  }

  public var state: State
  /// Where the key is written; nil when missing.
  public var key: SourceRange?
  /// Where the value is written; nil when missing.
  public var range: SourceRange?

  public init(_ state: State, key: SourceRange? = nil, range: SourceRange? = nil) {
    self.state = state
    self.key = key
    self.range = range
  }

  public static var missing: Field { Field(.missing) }

  /// The value, if there is one.
  public var value: Value? {
    if case .present(let value) = state { return value }
    return nil
  }

  /// The value and its place, if there is one.
  public var located: Located<Value>? {
    guard case .present(let value) = state, let range else { return nil }
    return Located(value, range)
  }
}
