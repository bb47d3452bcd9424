import CedianModel

/// Blocks whose content is text.
extension MarkdownRenderer {
  mutating func renderParagraph(_ i: Int) {
    let node = tree.nodes[i]
    block = i
    let parent = Int(node.parent)
    var tight = false
    if parent >= 0, tree.nodes[parent].kind == .item, tree.nodes[parent].parent >= 0 {
      tight = tree.nodes[Int(tree.nodes[parent].parent)].isTight
    }
    let inItem = parent >= 0 && tree.nodes[parent].kind == .item && i == parent + 1
    if extended, isFigure(i) {
      renderFigure(i)
      return
    }
    if !tight {
      html.startLine()
      html.append("<p")
      if extended, !inItem, let anchor = recordClause(paragraph: i) { writeID(anchor) }
      html.append(0x3E)
    }
    if extended, inItem, let checked = task(at: i) {
      writeCheckbox(checked)
      renderInlines(tree.inside(i), skipping: 3)
    } else {
      renderInlines(tree.inside(i))
    }
    if !tight { html.append("</p>\n") }
  }

  mutating func renderHeading(_ i: Int) {
    let node = tree.nodes[i]
    block = i
    html.startLine()
    // A page's own title is its only heading of level 1.
    let digit = 0x30 + (recordsLinks ? max(2, node.level) : node.level)
    html.append("<h")
    html.append(digit)
    if extended {
      let text = plainText(tree, in: tree.inside(i))
      let id = anchors.heading(for: text)
      let words = String(decoding: text, as: UTF8.self)
      let range = blockRange(i)
      if body.headings.isEmpty { body.headings.reserveCapacity(4) }
      body.headings.append(
        Body.Heading(level: Int(node.level), id: id, text: words, range: range))
      if let clause = clauseNumber(text) {
        body.clauses.append(
          Body.Clause(
            number: clause.number, words: clause.words + openingWords(after: i), anchor: id,
            range: range))
      }
      writeID(id)
    }
    html.append(0x3E)
    renderInlines(tree.inside(i))
    html.append("</h")
    html.append(digit)
    html.append(">\n")
  }

  mutating func renderCodeBlock(_ node: MarkdownTree.Node) {
    html.startLine()
    let info = node.title.range
    if info.isEmpty {
      html.append("<pre><code>")
    } else {
      let stop = tree.pool[info].firstIndex(where: isASCIISpace) ?? info.upperBound
      html.append("<pre><code class=\"language-")
      html.append(
        escaping: tree.pool, in: info.lowerBound..<stop, marks: marked)
      html.append("\">")
    }
    html.append(escaping: tree.pool, in: node.text.range, marks: marked)
    html.append("</code></pre>\n")
  }

  mutating func renderHTMLBlock(_ i: Int) {
    let range = tree.nodes[i].text.range
    html.startLine()
    if options.allowsRawHTML {
      writeRawHTML(range)
      html.startLine()
    } else if !isComment(range) {
      diagnostics.append(
        rawHTMLDropped(at: location(firstLine(of: i)), withText: holdsText(range)))
    }
  }

  private func firstLine(of i: Int) -> SourceRange {
    let start = blockStart(i).start
    let line = Int(start.line) - firstLine + 1
    return SourceRange(
      line: Int(start.line), column: Int(start.column),
      length: max(1, countScalars(source.bytes, in: source.line(line)) - Int(start.column) + 1))
  }

  /// Whether anything but tags and space stands in the raw HTML.
  private func holdsText(_ range: Range<Int>) -> Bool {
    var isInTag = false
    for byte in tree.pool[range] {
      switch byte {
      case 0x3C: isInTag = true
      case 0x3E: isInTag = false
      default: if !isInTag, !isASCIISpace(byte) { return true }
      }
    }
    return false
  }

  mutating func writeRawHTML(_ range: Range<Int>) {
    if marked {
      html.append(stripped(tree.pool, range))
    } else {
      html.append(tree.pool, in: range)
    }
  }

  /// Whether the raw HTML is comments and space only.
  func isComment(_ range: Range<Int>) -> Bool {
    var i = range.lowerBound
    while i < range.upperBound {
      if isASCIISpace(tree.pool[i]) {
        i += 1
        continue
      }
      guard tree.pool[i..<range.upperBound].starts(with: commentStart) else { return false }
      i += 4
      while i < range.upperBound, !tree.pool[i..<range.upperBound].starts(with: commentEnd) {
        i += 1
      }
      i += 3
    }
    return true
  }

  private func isFigure(_ i: Int) -> Bool {
    let image = i + 1
    return image < Int(tree.nodes[i].end) && tree.nodes[image].kind == .image
      && tree.nodes[image].end == tree.nodes[i].end && tree.nodes[image].title.count > 0
      && !isUnsafeAddress(tree.nodes[image].text.range, image: true)
  }

  private mutating func renderFigure(_ i: Int) {
    html.startLine()
    html.append("<figure>")
    writeImage(i + 1, title: false)
    html.append("<figcaption>")
    html.append(escaping: tree.pool, in: tree.nodes[i + 1].title.range, marks: true)
    html.append("</figcaption></figure>\n")
  }
}

private let commentStart = Array("<!--".utf8)
private let commentEnd = Array("-->".utf8)
