import CedianModel

/// Merges three states of a results table by (period, channel, activity, metric):
/// a row that only one side changed is taken from there; one that both changed is
/// marked. Rows stay sorted where ours are. Nil where the columns differ or a row
/// cannot be told: then only lines can be merged.
public func mergeResults(
  base: SourceFile, ours: SourceFile, theirs: SourceFile
) -> MergedText? {
  guard let a = KeyedRows(base), let b = KeyedRows(ours), let c = KeyedRows(theirs),
    b.header == c.header, a.header == b.header || a.rows.isEmpty
  else { return nil }
  var keys = b.keys
  for key in c.keys where b.rows[key] == nil { keys.append(key) }
  if b.keys == b.keys.sorted(by: precedes) { keys.sort(by: precedes) }
  var merged = b.headerLine
  var conflicts = 0
  for key in keys {
    let (old, mine, other) = (a.rows[key], b.rows[key], c.rows[key])
    if mine == other || other == old {
      merged += mine ?? []
    } else if mine == old {
      merged += other ?? []
    } else {
      conflicts += 1
      merged += conflict(mine ?? [], other ?? [])
    }
  }
  return MergedText(bytes: merged, conflicts: conflicts)
}

private func precedes(_ a: [String], _ b: [String]) -> Bool {
  a.lexicographicallyPrecedes(b) { $0.utf8.lexicographicallyPrecedes($1.utf8) }
}

/// The lines of a table by what they are about.
private struct KeyedRows {
  let header: [String]
  let headerLine: [UInt8]
  let keys: [[String]]
  let rows: [[String]: [UInt8]]

  init?(_ file: SourceFile) {
    if file.bytes.isEmpty {
      (header, headerLine, keys, rows) = ([], [], [], [:])
      return
    }
    let (table, found) = parseCSV(file)
    guard found.isEmpty, !table.header.isEmpty else { return nil }
    var lines: [[UInt8]] = []
    var start = 0
    for (index, byte) in file.bytes.enumerated() where byte == 0x0A {
      lines.append(Array(file.bytes[start...index]))
      start = index + 1
    }
    if start < file.bytes.count { lines.append(Array(file.bytes[start...]) + [0x0A]) }
    let names = table.header.map(\.value)
    let columns = [
      ["period", "期间", "周期"], ["channel", "渠道"], ["activity", "活动"], ["metric", "指标"],
    ].map { accepted in names.firstIndex { accepted.contains($0) } }
    guard columns[0] != nil, columns[1] != nil, columns[3] != nil else { return nil }
    var keys: [[String]] = []
    var rows: [[String]: [UInt8]] = [:]
    for row in table.rows {
      let line = Int(row.range.start.line)
      let key = columns.map { column in
        column.flatMap { $0 < row.cells.count ? row.cells[$0].value : nil } ?? ""
      }
      // A cell over several lines cannot be taken line by line.
      guard Int(row.range.end.line) == line, line <= lines.count, rows[key] == nil else {
        return nil
      }
      keys.append(key)
      rows[key] = lines[line - 1]
    }
    header = names
    headerLine = lines.first ?? []
    self.keys = keys
    self.rows = rows
  }
}
