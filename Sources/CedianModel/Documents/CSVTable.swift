/// A CSV file as written: cells with their places.
public struct CSVTable: Sendable, Hashable {
  public var path: String
  /// The first row.
  public var header: [Located<String>]
  public var rows: [Row]

  public struct Row: Sendable, Hashable {
    public var cells: [Located<String>]
    public var range: SourceRange

    public init(cells: [Located<String>], range: SourceRange) {
      self.cells = cells
      self.range = range
    }
  }

  public init(path: String, header: [Located<String>], rows: [Row]) {
    self.path = path
    self.header = header
    self.rows = rows
  }
}
