import CedianModel

extension MarkdownRenderer {
  /// Renders inline nodes.
  ///
  /// - Parameter skipping: bytes of the first text that something else showed.
  mutating func renderInlines(_ range: Range<Int>, skipping: Int = 0) {
    var open: [(end: Int, tag: StaticString, isLink: Bool)] = []
    var linkDepth = 0
    var skip = skipping
    var strikes: ArraySlice<Strike> = []
    if extended, tree.nodes[block].traits.contains(.tilde) {
      strikes = resolveStrikes(tree, in: range)[...]
    }
    var i = range.lowerBound
    while true {
      while let last = open.last, last.end <= i {
        body.html.append(last.tag)
        if last.isLink { linkDepth -= 1 }
        open.removeLast()
      }
      guard i < range.upperBound else { return }
      let node = tree.nodes[i]
      switch node.kind {
      case .text:
        let text = node.text.range
        let from = min(text.lowerBound + skip, text.upperBound)
        if extended {
          writeText(i, from..<text.upperBound, inLink: linkDepth > 0, strikes: &strikes)
        } else {
          body.html.append(escaping: tree.pool, in: text, marks: marked)
        }
        skip = 0
      case .softBreak:
        if !(extended && joinsWideText(tree, at: i)) { body.html.append(0x0A) }
      case .lineBreak: body.html.append("<br />\n")
      case .code:
        body.html.append("<code>")
        body.html.append(escaping: tree.pool, in: node.text.range, marks: marked)
        body.html.append("</code>")
      case .htmlInline: writeInlineHTML(i)
      case .emphasis:
        body.html.append("<em>")
        open.append((Int(node.end), "</em>", false))
      case .strong:
        body.html.append("<strong>")
        open.append((Int(node.end), "</strong>", false))
      case .link:
        if openLink(i) {
          open.append((Int(node.end), "</a>", true))
          linkDepth += 1
        }
      case .image:
        if isUnsafeAddress(node.text.range, image: true) {
          diagnostics.append(unsafeURLDropped(node.text.range, at: location(place(of: i))))
          body.html.append(escaping: alternative(i), marks: false)
        } else {
          writeImage(i, title: true)
        }
        i = Int(node.end)
        continue
      default: break
      }
      i += 1
    }
  }

  private mutating func writeInlineHTML(_ i: Int) {
    let range = tree.nodes[i].text.range
    if options.allowsRawHTML {
      if marked {
        appendStripped(tree.pool, range, to: &body.html)
      } else {
        body.html.append(contentsOf: tree.pool[range])
      }
    } else if !isComment(range) {
      diagnostics.append(rawHTMLDropped(at: location(place(of: i))))
    }
  }

  /// Writes the start tag, or reports the address and writes nothing.
  private mutating func openLink(_ i: Int) -> Bool {
    let node = tree.nodes[i]
    if isUnsafeAddress(node.text.range, image: false) {
      diagnostics.append(unsafeURLDropped(node.text.range, at: location(place(of: i))))
      return false
    }
    body.html.append("<a href=\"")
    let external = writeAddress(i)
    body.html.append(0x22)
    if node.title.count > 0 {
      body.html.append(" title=\"")
      body.html.append(escaping: tree.pool, in: node.title.range, marks: marked)
      body.html.append(0x22)
    }
    if extended && external { body.html.append(" rel=\"noopener\"") }
    body.html.append(0x3E)
    return true
  }

  mutating func writeImage(_ i: Int, title: Bool) {
    let node = tree.nodes[i]
    body.html.append("<img src=\"")
    _ = writeAddress(i)
    body.html.append("\" alt=\"")
    body.html.append(escaping: alternative(i), marks: false)
    body.html.append(0x22)
    if title, node.title.count > 0 {
      body.html.append(" title=\"")
      body.html.append(escaping: tree.pool, in: node.title.range, marks: marked)
      body.html.append(0x22)
    }
    if extended { body.html.append(" loading=\"lazy\"") }
    body.html.append(" />")
  }

  /// Writes the node's address, or records it where it lies within the site.
  /// Returns whether it leads to another site.
  private mutating func writeAddress(_ i: Int) -> Bool {
    let range = tree.nodes[i].text.range
    let kind = addressKind(range)
    if kind == .internal, recordsLinks {
      var bytes: [UInt8] = []
      appendStripped(tree.pool, range, to: &bytes)
      body.links.append(
        Body.Link(
          destination: String(decoding: bytes, as: UTF8.self), offset: body.html.count,
          range: place(of: i)))
    } else {
      body.html.append(address: tree.pool, in: range, marks: marked)
    }
    return kind == .web
  }

  /// An image's text in place of the picture.
  private func alternative(_ i: Int) -> [UInt8] {
    var out: [UInt8] = []
    for k in tree.inside(i) {
      let node = tree.nodes[k]
      switch node.kind {
      case .text, .code:
        if marked {
          appendStripped(tree.pool, node.text.range, to: &out)
        } else {
          out.append(contentsOf: tree.pool[node.text.range])
        }
      case .htmlInline:
        if !extended { out.append(contentsOf: tree.pool[node.text.range]) }
      case .softBreak, .lineBreak: out.append(0x20)
      default: break
      }
    }
    return out
  }
}

extension [UInt8] {
  mutating func append(escaping bytes: [UInt8], marks: Bool) {
    append(escaping: bytes, in: 0..<bytes.count, marks: marks)
  }
}
