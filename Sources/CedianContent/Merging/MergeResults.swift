import CedianModel
import Foundation

/// Merges three states of a results table by (period, channel, activity, metric):
/// a row that only one side changed is taken from there; of one that both changed
/// each cell, and it is marked where both changed the same cell. Rows stay sorted where
/// ours are. With `names` a channel or metric is the same one by any of its names. Nil
/// where the columns differ or a row cannot be told: then only lines can be merged.
public func mergeResults(
  base: SourceFile, ours: SourceFile, theirs: SourceFile, names: DiffNames? = nil
) -> MergedText? {
  guard let a = KeyedRows(base, names), let b = KeyedRows(ours, names),
    let c = KeyedRows(theirs, names),
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
    } else if let line = b.merged(key, from: a, with: c) {
      merged += line
    } else if let mine, old == nil, b.says(key, as: c) {
      merged += mine
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
  private let cells: [[String]: [String]]
  /// The columns that say what a row is about.
  private let keyColumns: Set<Int>

  /// Whether both have one row there, however each has written it.
  func says(_ key: [String], as other: KeyedRows) -> Bool {
    guard let b = cells[key], let c = other.cells[key], b.count == c.count else { return false }
    return b.indices.allSatisfy { isSame(b[$0], c[$0], $0) }
  }

  /// 629421 and 629421.0 are one number, whoever wrote it; two names of a channel are
  /// one channel, or this would be another row.
  private func isSame(_ a: String, _ b: String, _ column: Int) -> Bool {
    a == b || keyColumns.contains(column)
      || Decimal(plain: a.utf8).map { $0 == Decimal(plain: b.utf8) } ?? false
  }

  /// The row with each cell from the side that changed it; nil where both did, or
  /// where there is no such row on every side.
  func merged(_ key: [String], from old: KeyedRows, with other: KeyedRows) -> [UInt8]? {
    guard let a = old.cells[key], let b = cells[key], let c = other.cells[key],
      a.count == b.count, b.count == c.count
    else { return nil }
    var line: [UInt8] = []
    for index in b.indices {
      guard isSame(b[index], c[index], index) || a[index] == b[index] || a[index] == c[index] else {
        return nil
      }
      if index > 0 { line.append(UInt8(ascii: ",")) }
      line += quoted(a[index] == b[index] ? c[index] : b[index])
    }
    return line + (rows[key]?.suffix(while: { $0 == 0x0D || $0 == 0x0A }) ?? [0x0A])
  }

  private func quoted(_ cell: String) -> [UInt8] {
    guard cell.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C }) else { return Array(cell.utf8) }
    return [0x22] + cell.utf8.flatMap { $0 == 0x22 ? [$0, $0] : [$0] } + [0x22]
  }

  init?(_ file: SourceFile, _ names: DiffNames?) {
    if file.bytes.isEmpty {
      (header, headerLine, keys, rows, cells, keyColumns) = ([], [], [], [:], [:], [])
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
    let header = table.header.map(\.value)
    let columns = [
      ["period", "期间", "周期"], ["channel", "渠道"], ["activity", "活动"], ["metric", "指标"],
    ].map { accepted in header.firstIndex { accepted.contains($0) } }
    guard columns[0] != nil, columns[1] != nil, columns[3] != nil else { return nil }
    var keys: [[String]] = []
    var rows: [[String]: [UInt8]] = [:]
    var cells: [[String]: [String]] = [:]
    for row in table.rows {
      let line = Int(row.range.start.line)
      var key = columns.map { column in
        column.flatMap { $0 < row.cells.count ? row.cells[$0].value : nil } ?? ""
      }
      if let names { (key[1], key[3]) = (names.channelID(key[1]), names.metricID(key[3])) }
      // A cell over several lines cannot be taken line by line.
      guard Int(row.range.end.line) == line, line <= lines.count, rows[key] == nil else {
        return nil
      }
      keys.append(key)
      rows[key] = lines[line - 1]
      cells[key] = row.cells.map(\.value)
    }
    self.header = header
    headerLine = lines.first ?? []
    self.keys = keys
    self.rows = rows
    self.cells = cells
    keyColumns = Set(columns.compactMap { $0 })
  }
}

extension Array {
  /// The elements at the end that satisfy `condition`.
  fileprivate func suffix(while condition: (Element) -> Bool) -> ArraySlice<Element> {
    self[(lastIndex { !condition($0) }.map { $0 + 1 } ?? startIndex)...]
  }
}
