import CedianModel

/// Sets the addresses of a body's links in: each becomes relative to the page
/// that shows it. A link that leads nowhere, which `validateLinks` has reported,
/// gets an empty anchor, so that the page stays valid. The first `start` bytes are
/// left out.
func resolveLinks(
  _ body: Body, in document: String, on page: Permalink, targets: LinkTargets, from start: Int = 0
) -> [UInt8] {
  guard !body.links.isEmpty || start > 0 else { return body.html }
  var html: [UInt8] = []
  html.reserveCapacity(body.html.count - start + body.links.count * 48)
  var copied = start
  for link in body.links where link.offset >= copied && link.offset <= body.html.count {
    html.append(contentsOf: body.html[copied..<link.offset])
    copied = link.offset
    appendAddress(of: link, in: document, on: page, targets: targets, to: &html)
  }
  html.append(contentsOf: body.html[copied...])
  return html
}

private func appendAddress(
  of link: Body.Link, in document: String, on page: Permalink, targets: LinkTargets,
  to html: inout [UInt8]
) {
  let destination = Destination(link.destination, in: document)
  if let path = destination.path {
    guard let target = targets[path] else {
      html.append(UInt8(ascii: "#"))
      return
    }
    if target.permalink != page || destination.anchor == nil {
      target.permalink.appendRelative(to: page, to: &html)
    }
  }
  if let anchor = destination.anchor {
    appendFragment(anchor, to: &html)
  } else if destination.path == nil {
    html.append(UInt8(ascii: "#"))
  }
}

/// `#` and the anchor. Letters beyond ASCII stay readable; what could end the
/// attribute or the fragment is percent-encoded.
func appendFragment(_ anchor: String, to bytes: inout [UInt8]) {
  bytes.append(UInt8(ascii: "#"))
  anchor.withBytes { own in
    for byte in own {
      if byte >= 0x80 { bytes.append(byte) } else { Permalink.appendEncoded(byte, to: &bytes) }
    }
  }
}
