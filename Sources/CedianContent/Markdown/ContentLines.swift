/// A line of a block's text: what libcmark read of it, after the marks of the
/// containers around.
struct ContentLine {
  /// In the bytes of the annotated source, without the line end.
  var range: Range<Int>
  /// 1-based in that source.
  var line: Int
}

/// The lines of a paragraph or heading. The first begins where libcmark says;
/// of the others the marks of block quotes and the indent of list items are
/// left out, as far as they are there (a lazy line lacks them).
func contentLines(of index: Int, in tree: TreeView, source: AnnotatedSource) -> [ContentLine] {
  let node = tree.nodes[index]
  guard node.line >= 1, node.endLine >= node.line else { return [] }
  let first = source.line(Int(node.line))
  let start = min(first.lowerBound + max(0, Int(node.column) - 1), first.upperBound)
  let last = endLine(of: index, in: tree, source: source)
  var lines = [ContentLine(range: start..<first.upperBound, line: Int(node.line))]
  guard last > Int(node.line) else { return lines }
  lines.reserveCapacity(last - Int(node.line) + 1)
  var containers: [MarkdownTree.Kind] = []
  var parent = Int(node.parent)
  while parent >= 0 {
    let kind = tree.nodes[parent].kind
    if kind == .blockQuote || kind == .item { containers.append(kind) }
    parent = Int(tree.nodes[parent].parent)
  }
  source.bytes.withUnsafeBufferPointer { bytes in
    for number in Int(node.line) + 1...last {
      let line = source.line(number)
      let start = passContainers(containers, in: bytes, line)
      lines.append(ContentLine(range: start..<line.upperBound, line: number))
    }
  }
  return lines
}

/// - Parameter containers: the innermost first.
private func passContainers(
  _ containers: [MarkdownTree.Kind], in bytes: Bytes, _ line: Range<Int>
) -> Int {
  var i = line.lowerBound
  // Counted from 0; a tab reaches to the next multiple of 4.
  var column = 0
  var indentIsFree = false
  for container in containers.reversed() {
    if container == .item {
      indentIsFree = true
      continue
    }
    var k = i
    var indented = column
    while k < line.upperBound, isBlank(bytes[k]) {
      indented += bytes[k] == 0x09 ? 4 - indented % 4 : 1
      k += 1
    }
    guard k < line.upperBound, bytes[k] == 0x3E, indentIsFree || indented - column < 4 else {
      break
    }
    i = k + 1
    column = indented + 1
    if i < line.upperBound, isBlank(bytes[i]) {
      // Of a tab one column belongs to the marker, the rest is indent.
      if bytes[i] == 0x20 || column % 4 == 3 { i += 1 }
      column += 1
    }
    indentIsFree = false
  }
  while i < line.upperBound, isBlank(bytes[i]) { i += 1 }
  return i
}

/// Space or tab.
@inline(__always)
func isBlank(_ c: UInt8) -> Bool { c == 0x20 || c == 0x09 }

/// A block's last line. Of a heading with an underline libcmark gives the line
/// after it where that one is not blank.
func endLine(of index: Int, in tree: TreeView, source: AnnotatedSource) -> Int {
  let node = tree.nodes[index]
  let last = Int(node.endLine)
  guard node.kind == .heading, last - 1 > Int(node.line) else { return last }
  let line = source.line(last - 1)
  guard let mark = source.bytes[line].last(where: { !isBlank($0) }), mark == 0x3D || mark == 0x2D
  else { return last }
  let isUnderline = source.bytes[line].allSatisfy { $0 == mark || isBlank($0) || $0 == 0x3E }
  return isUnderline ? last - 1 : last
}
