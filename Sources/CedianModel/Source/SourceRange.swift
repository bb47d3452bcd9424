/// A place in a file. Lines and columns count from 1; a column counts Unicode
/// scalars, not bytes and not display cells. A leading byte order mark is not
/// counted.
public struct SourcePosition: Sendable, Hashable, Comparable {
  public var line: UInt32
  public var column: UInt32

  public init(line: Int, column: Int) {
    self.line = UInt32(clamping: line)
    self.column = UInt32(clamping: column)
  }

  public static func < (a: Self, b: Self) -> Bool {
    (a.line, a.column) < (b.line, b.column)
  }

  /// The first place of any file.
  public static let start = SourcePosition(line: 1, column: 1)
}

/// From `start` up to, not including, `end`.
public struct SourceRange: Sendable, Hashable {
  public var start: SourcePosition
  public var end: SourcePosition

  public init(_ start: SourcePosition, _ end: SourcePosition) {
    self.start = start
    self.end = end
  }

  /// `length` scalars on one line.
  public init(line: Int, column: Int, length: Int = 1) {
    start = SourcePosition(line: line, column: column)
    end = SourcePosition(line: line, column: column + length)
  }
}

/// A range in a named file.
public struct SourceLocation: Sendable, Hashable {
  public var path: String
  public var range: SourceRange

  public init(path: String, range: SourceRange) {
    self.path = path
    self.range = range
  }
}

/// A value and where it was written.
public struct Located<Value> {
  public var value: Value
  public var range: SourceRange

  public init(_ value: Value, _ range: SourceRange) {
    self.value = value
    self.range = range
  }
}

extension Located: Sendable where Value: Sendable {}
extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}
