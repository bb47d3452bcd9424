import CedianModel

/// Reads RFC 4180 text into cells with their places: quotes, doubled quotes,
/// line breaks inside quotes, CRLF, and a byte order mark. Blank lines are
/// passed over and blanks around a cell are dropped.
public func parseCSV(_ file: SourceFile) -> (CSVTable, [Diagnostic]) {
  var reader = CSVReader(bytes: file.bytes, path: file.path)
  let rows = reader.rows()
  let table = CSVTable(
    path: file.path, header: rows.first?.cells ?? [], rows: Array(rows.dropFirst()))
  return (table, reader.diagnostics)
}

private struct CSVReader {
  let bytes: [UInt8]
  let path: String
  var diagnostics: [Diagnostic] = []
  private var at = 0
  private var line = 1
  private var column = 1

  init(bytes: [UInt8], path: String) {
    self.bytes = bytes
    self.path = path
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
  }

  private var position: SourcePosition { SourcePosition(line: line, column: column) }

  private mutating func advance() {
    if bytes[at] == 0x0A {
      line += 1
      column = 1
    } else if bytes[at] & 0xC0 != 0x80 {
      column += 1
    }
    at += 1
  }

  mutating func rows() -> [CSVTable.Row] {
    var rows: [CSVTable.Row] = []
    while at < bytes.count {
      let start = position
      var cells = [cell()]
      while at < bytes.count, bytes[at] == 0x2C {
        advance()
        cells.append(cell())
      }
      let end = position
      while at < bytes.count, bytes[at] != 0x0A { advance() }
      if at < bytes.count { advance() }
      if cells.count == 1, cells[0].value.isEmpty { continue }
      rows.append(CSVTable.Row(cells: cells, range: SourceRange(start, end)))
    }
    return rows
  }

  private mutating func cell() -> Located<String> {
    while at < bytes.count, bytes[at] == 0x20 || bytes[at] == 0x09 { advance() }
    if at < bytes.count, bytes[at] == 0x22 { return quotedCell() }
    let (start, from) = (position, at)
    while at < bytes.count, bytes[at] != 0x2C, bytes[at] != 0x0A, bytes[at] != 0x0D { advance() }
    var to = at
    while to > from, bytes[to - 1] == 0x20 || bytes[to - 1] == 0x09 { to -= 1 }
    return Located(String(decoding: bytes[from..<to], as: UTF8.self), SourceRange(start, position))
  }

  private mutating func quotedCell() -> Located<String> {
    let start = position
    advance()
    var text: [UInt8] = []
    while at < bytes.count {
      if bytes[at] == 0x22 {
        if at + 1 < bytes.count, bytes[at + 1] == 0x22 {
          advance()
        } else {
          advance()
          let end = position
          skipToSeparator()
          if line == Int(end.line), column > Int(end.column) {
            diagnostics.append(Self.textAfterQuote(from: end, to: position, path: path))
          }
          return Located(String(decoding: text, as: UTF8.self), SourceRange(start, end))
        }
      }
      text.append(bytes[at])
      advance()
    }
    diagnostics.append(Self.unclosedQuote(at: start, path: path))
    return Located(String(decoding: text, as: UTF8.self), SourceRange(start, position))
  }

  private mutating func skipToSeparator() {
    while at < bytes.count, bytes[at] == 0x20 || bytes[at] == 0x09 { at += 1 }
    while at < bytes.count, bytes[at] != 0x2C, bytes[at] != 0x0A, bytes[at] != 0x0D { advance() }
  }

  static func textAfterQuote(
    from start: SourcePosition, to end: SourcePosition, path: String
  ) -> Diagnostic {
    Diagnostic(
      id: "bad-result-row", severity: .error,
      location: SourceLocation(path: path, range: SourceRange(start, end)),
      message: LocalizedText(
        zh: "结束的双引号后面还有文字，这些文字没有读进来",
        en: "text follows the closing quote and is not read"),
      fix: Diagnostic.Fix(
        message: LocalizedText(
          zh: "整格括在一对双引号里；格内的双引号写两遍", en: "quote the whole cell; write a quote inside it twice")))
  }

  static func unclosedQuote(at start: SourcePosition, path: String) -> Diagnostic {
    let end = SourcePosition(line: Int(start.line), column: Int(start.column) + 1)
    return Diagnostic(
      id: "bad-result-row", severity: .error,
      location: SourceLocation(path: path, range: SourceRange(start, end)),
      message: LocalizedText(
        zh: "双引号没有结束，其后的内容都被读进了这一格",
        en: "the quote is never closed; everything after it was read into this cell"),
      fix: Diagnostic.Fix(
        message: LocalizedText(
          zh: "补上结束的双引号；格内的双引号写两遍", en: "close it; write a quote inside a cell twice")))
  }
}
