import CedianModel

extension MarkdownRenderer {
  /// Whether the paragraph at the start of a list item is a task, and if so
  /// whether it is done.
  func task(at paragraph: Int) -> Bool? {
    guard let first = tree.firstChild(paragraph), tree.nodes[first].kind == .text else {
      return nil
    }
    let range = tree.nodes[first].text.range
    guard let done = box(tree.pool, range) else { return nil }
    // An escaped bracket is text: the source must say the same.
    let node = tree.nodes[paragraph]
    let written = source.line(Int(node.line))
    let start = min(written.lowerBound + max(0, Int(node.column) - 1), written.upperBound)
    let isWritten = source.bytes.withUnsafeBufferPointer {
      box($0, start..<written.upperBound) != nil
    }
    return isWritten ? done : nil
  }

  private func box(_ bytes: Bytes, _ range: Range<Int>) -> Bool? {
    let i = range.lowerBound
    guard range.count > 4, bytes[i] == 0x5B, bytes[i + 2] == 0x5D, isASCIISpace(bytes[i + 3])
    else { return nil }
    switch bytes[i + 1] {
    case 0x20: return false
    case 0x78, 0x58: return true
    default: return nil
    }
  }

  mutating func writeCheckbox(_ done: Bool) {
    let label =
      done
      ? LocalizedText(zh: "已完成", en: "Done") : LocalizedText(zh: "未完成", en: "Not done")
    html.append(done ? "<input type=\"checkbox\" checked=\"\"" : "<input type=\"checkbox\"")
    html.append(" disabled=\"\" aria-label=\"")
    html.append(text: label[options.language])
    html.append("\" />")
  }
}
