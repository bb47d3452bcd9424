/// The changes of a file as `diff -u` shows them: on a terminal with controls made
/// visible, elsewhere as they are, for `patch`.
func unifiedDiff(_ path: String, _ old: [UInt8], _ new: [UInt8], _ screen: Screen) -> String {
  let palette = screen.palette
  let (before, after) = (lines(old), lines(new))
  let rows = diffRows(before, after)
  guard rows.contains(where: { $0.sign != " " }) else { return "" }
  var text = palette.bold("--- a/\(path)") + "\n" + palette.bold("+++ b/\(path)") + "\n"
  for hunk in hunks(rows) {
    let (oldCount, newCount) = (hunk.count { $0.sign != "+" }, hunk.count { $0.sign != "-" })
    let head = hunk[hunk.startIndex]
    text += palette.frame(
      "@@ -\(start(head.old, oldCount)),\(oldCount) +\(start(head.new, newCount)),\(newCount) @@")
    text += "\n"
    for row in hunk {
      let line = String(row.sign) + (screen.isTerminal ? printable(row.text) : row.text)
      switch row.sign {
      case "+": text += palette.good(line)
      case "-": text += palette.bad(line)
      default: text += line
      }
      text += "\n"
      if row.isUnended { text += "\\ No newline at end of file\n" }
    }
  }
  return text
}

private struct DiffRow {
  var sign: Character
  var text: String
  /// Numbers of the next line in both texts, from 1.
  var old: Int
  var new: Int
  var isUnended: Bool
}

private func lines(_ bytes: [UInt8]) -> [String] {
  var lines: [String] = []
  var start = 0
  for (index, byte) in bytes.enumerated() where byte == 0x0A {
    lines.append(String(decoding: bytes[start...index], as: UTF8.self))
    start = index + 1
  }
  if start < bytes.count { lines.append(String(decoding: bytes[start...], as: UTF8.self)) }
  return lines
}

private func diffRows(_ before: [String], _ after: [String]) -> [DiffRow] {
  var removed: Set<Int> = []
  var inserted: Set<Int> = []
  for change in after.difference(from: before) {
    switch change {
    case .remove(let offset, _, _): removed.insert(offset)
    case .insert(let offset, _, _): inserted.insert(offset)
    }
  }
  var rows: [DiffRow] = []
  var (i, j) = (0, 0)
  func add(_ sign: Character, _ line: String) {
    let isEnded = line.utf8.last == 0x0A
    var text = Substring(line)
    if isEnded { text = Substring(line.utf8.dropLast()) }
    rows.append(
      DiffRow(sign: sign, text: String(text), old: i + 1, new: j + 1, isUnended: !isEnded))
  }
  while i < before.count || j < after.count {
    if i < before.count, removed.contains(i) {
      add("-", before[i])
      i += 1
    } else if j < after.count, inserted.contains(j) {
      add("+", after[j])
      j += 1
    } else {
      add(" ", before[i])
      (i, j) = (i + 1, j + 1)
    }
  }
  return rows
}

/// Changes with three lines around them; those that come near each other together.
private func hunks(_ rows: [DiffRow]) -> [ArraySlice<DiffRow>] {
  let context = 3
  var ranges: [Range<Int>] = []
  for (index, row) in rows.enumerated() where row.sign != " " {
    let range = max(0, index - context)..<min(rows.count, index + context + 1)
    if let last = ranges.last, range.lowerBound <= last.upperBound {
      ranges[ranges.count - 1] = last.lowerBound..<range.upperBound
    } else {
      ranges.append(range)
    }
  }
  return ranges.map { rows[$0] }
}

/// A hunk without lines on one side begins at the line before it.
private func start(_ line: Int, _ count: Int) -> Int { count == 0 ? line - 1 : line }
