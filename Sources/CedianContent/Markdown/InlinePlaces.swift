import CedianModel

struct InlinePlaces {}

extension MarkdownRenderer {
  func blockStart(_ i: Int) -> SourceRange { blockRange(i) }
  func blockRange(_ i: Int) -> SourceRange {
    let node = tree.nodes[i]
    let line = source.line(Int(node.line))
    let column =
      countScalars(
        source.bytes,
        in: line.lowerBound..<min(line.upperBound, line.lowerBound + max(0, Int(node.column) - 1))) + 1
    let last = source.line(Int(node.endLine))
    let offset = firstLine - 1
    return SourceRange(
      SourcePosition(line: Int(node.line) + offset, column: column),
      SourcePosition(
        line: Int(node.endLine) + offset, column: countScalars(source.bytes, in: last) + 1))
  }
  func place(of i: Int) -> SourceRange { blockRange(block) }
  func place(of i: Int, text offset: Int) -> SourceRange { blockRange(block) }
}
