import CedianModel

/// An inline node whose end tag is still to be written.
struct OpenInline {
  var end: Int
  var tag: StaticString
  var isLink = false
}

extension MarkdownRenderer {
  /// Renders inline nodes.
  ///
  /// - Parameter skipping: bytes of the first text that something else showed.
  mutating func renderInlines(_ range: Range<Int>, skipping: Int = 0) {
    var linkDepth = 0
    var skip = skipping
    var strikes: ArraySlice<Strike> = []
    if extended, tree.nodes[block].traits.contains(.tilde) {
      strikes = resolveStrikes(tree, in: range)[...]
    }
    var i = range.lowerBound
    while true {
      while let last = openInlines.last, last.end <= i {
        html.append(last.tag)
        if last.isLink { linkDepth -= 1 }
        openInlines.removeLast()
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
          html.append(escaping: tree.pool, in: text, marks: marked)
        }
        skip = 0
      case .softBreak:
        if !(extended && joinsWideText(tree, at: i)) { html.append(0x0A) }
      case .lineBreak: html.append("<br />\n")
      case .code:
        html.append("<code>")
        html.append(escaping: tree.pool, in: node.text.range, marks: marked)
        html.append("</code>")
      case .htmlInline: writeInlineHTML(i)
      case .emphasis:
        html.append("<em>")
        openInlines.append(OpenInline(end: Int(node.end), tag: "</em>"))
      case .strong:
        html.append("<strong>")
        openInlines.append(OpenInline(end: Int(node.end), tag: "</strong>"))
      case .link:
        if openLink(i) {
          openInlines.append(OpenInline(end: Int(node.end), tag: "</a>", isLink: true))
          linkDepth += 1
        }
      case .image:
        if isUnsafeAddress(node.text.range, image: true) {
          diagnostics.append(unsafeURLDropped(node.text.range, at: location(place(of: i))))
          html.append(escaping: alternative(i), marks: false)
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
      writeRawHTML(range)
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
    html.append("<a href=\"")
    let external = writeAddress(i)
    html.append(0x22)
    if node.title.count > 0 {
      html.append(" title=\"")
      html.append(escaping: tree.pool, in: node.title.range, marks: marked)
      html.append(0x22)
    }
    if extended && external { html.append(" rel=\"noopener\"") }
    html.append(0x3E)
    return true
  }

  mutating func writeImage(_ i: Int, title: Bool) {
    let node = tree.nodes[i]
    html.append("<img src=\"")
    _ = writeAddress(i)
    html.append("\" alt=\"")
    html.append(escaping: alternative(i), marks: false)
    html.append(0x22)
    if title, node.title.count > 0 {
      html.append(" title=\"")
      html.append(escaping: tree.pool, in: node.title.range, marks: marked)
      html.append(0x22)
    }
    if extended { html.append(" loading=\"lazy\"") }
    html.append(" />")
  }

  /// Writes the node's address, or records it where it lies within the site.
  /// Returns whether it leads to another site.
  private mutating func writeAddress(_ i: Int) -> Bool {
    let range = tree.nodes[i].text.range
    let kind = addressKind(range)
    if kind == .internal, recordsLinks {
      let place = place(of: i)
      body.links.append(
        Body.Link(
          destination: strippedText(tree.pool, range), offset: html.count, range: place,
          isImage: tree.nodes[i].kind == .image))
    } else {
      html.append(address: tree.pool, in: range, marks: marked)
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
          out.append(tree.pool, in: node.text.range)
        }
      case .htmlInline:
        if !extended { out.append(tree.pool, in: node.text.range) }
      case .softBreak, .lineBreak: out.append(0x20)
      default: break
      }
    }
    return out
  }
}
