import CedianModel

/// Where a page or file lives in the finished site: a path below its root, such
/// as `activities/2026-11-double-eleven/index.html`. Made from kinds and ids
/// only, so that renaming a title moves nothing.
struct Permalink: Sendable, Hashable {
  var path: String

  init(_ path: String) {
    self.path = path
  }

  /// `folder/name/index.html`; the root's index without either.
  init(folder: String, name: String? = nil) {
    path = String(shortOf: folder.utf8.count + (name?.utf8.count ?? 0) + 12) { path in
      if !folder.isEmpty {
        path.append(text: folder)
        path.append(UInt8(ascii: "/"))
      }
      if let name, !name.isEmpty {
        path.append(text: name)
        path.append(UInt8(ascii: "/"))
      }
      path.append(literal: "index.html")
    }
  }

  /// The path without its last `count` parts.
  func folder(above count: Int) -> Substring {
    var folder = path[...]
    for _ in 0..<count {
      guard let slash = folder.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
      folder = folder[..<slash]
    }
    return folder
  }

  static let home = Permalink("index.html")
  static let notFound = Permalink("404.html")
  static let sitemap = Permalink("sitemap.xml")
  static let siteMap = Permalink(folder: "site-map")
  static let departments = Permalink(folder: "departments")

  static func index(of kind: DocumentKind) -> Permalink {
    Permalink(folder: kind == .page ? "site-map" : kind.folder)
  }

  static func document(_ kind: DocumentKind, id: String) -> Permalink {
    let name = pathComponent(id, fallback: kind.rawValue)
    return kind == .page
      ? Permalink(folder: name) : Permalink(folder: kind.folder, name: name)
  }

  static func department(id: String) -> Permalink {
    Permalink(folder: "departments", name: pathComponent(id, fallback: "department"))
  }

  /// Files beside the documents, such as pictures: `content/plans/flow.svg`
  /// becomes `files/plans/flow.svg`.
  static func contentAsset(_ path: String) -> Permalink {
    Permalink("files/" + components(path.withoutPrefix("content/")))
  }

  /// Files of the templates: `templates/assets/site.css` becomes `assets/site.css`.
  static func templateAsset(_ path: String) -> Permalink {
    Permalink("assets/" + components(path.withoutPrefix("templates/assets/")))
  }

  private static func components(_ path: String) -> String {
    path.split(separator: "/").map { pathComponent(String($0), fallback: "file", fold: false) }
      .joined(separator: "/")
  }

  /// One folder or file name: ASCII letters in lower case, so that no two pages
  /// differ by case only, which macOS and Windows cannot keep apart; anything
  /// that a path or an address could misread becomes `-`. Letters beyond ASCII
  /// stay.
  static func pathComponent(_ text: String, fallback: String, fold: Bool = true) -> String {
    if text.withBytes({ isPathComponent($0, fold: fold) }) { return text }
    var bytes: [UInt8] = []
    for byte in text.utf8.prefix(200) {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): bytes.append(fold ? byte | 0x20 : byte)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "_"), 0x80...:
        bytes.append(byte)
      case UInt8(ascii: "."), UInt8(ascii: "-"): if !bytes.isEmpty { bytes.append(byte) }
      default:
        if let last = bytes.last, last != UInt8(ascii: "-") { bytes.append(UInt8(ascii: "-")) }
      }
    }
    while let last = bytes.last, last == UInt8(ascii: "-") || last == UInt8(ascii: ".") {
      bytes.removeLast()
    }
    return bytes.isEmpty ? fallback : String(decoding: bytes, as: UTF8.self)
  }

  /// Whether a name is one as it is written, as nearly every file's is.
  private static func isPathComponent(_ text: UnsafeBufferPointer<UInt8>, fold: Bool) -> Bool {
    guard let first = text.first, let last = text.last, text.count <= 200 else { return false }
    func isMark(_ byte: UInt8) -> Bool { byte == 0x2D || byte == 0x2E }
    return !isMark(first) && !isMark(last)
      && text.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): !fold
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
          UInt8(ascii: "_"), 0x80...:
          true
        default: isMark(byte)
        }
      }
  }
}

extension Permalink {
  /// The address of this page as seen from `page`, percent-encoded, ending in a
  /// file name: it works from a folder as well as from a server. The page itself
  /// is its own file name.
  func relative(to page: Permalink) -> String {
    String(decoding: relativeBytes(to: page), as: UTF8.self)
  }

  func relativeBytes(to page: Permalink) -> [UInt8] {
    way(to: page) { ups, rest in
      guard rest.allSatisfy(Self.isSafe) else {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(ups * 3 + rest.count * 3)
        Self.appendUps(ups, to: &bytes)
        Self.appendEncoded(rest, to: &bytes)
        return bytes
      }
      // Nearly every address, so that it gets the very room it needs.
      return [UInt8](unsafeUninitializedCapacity: ups * 3 + rest.count) { room, count in
        for index in 0..<ups * 3 {
          room.initializeElement(at: index, to: index % 3 == 2 ? 0x2F : 0x2E)
        }
        _ = UnsafeMutableBufferPointer(rebasing: room[(ups * 3)...]).initialize(
          fromContentsOf: rest)
        count = room.count
      }
    }
  }

  func appendRelative(to page: Permalink, to bytes: inout [UInt8]) {
    way(to: page) { ups, rest in
      Self.appendUps(ups, to: &bytes)
      Self.appendEncoded(rest, to: &bytes)
    }
  }

  /// How many folders up from `page`, and which part of the path from there.
  private func way<Made>(
    to page: Permalink, _ body: (_ ups: Int, _ rest: UnsafeBufferPointer<UInt8>) -> Made
  ) -> Made {
    path.withBytes { own in
      page.path.withBytes { from in
        // Up to the last folder that both lie in.
        var (at, start) = (0, 0)
        while at < own.count, at < from.count, own[at] == from[at] {
          if own[at] == 0x2F { start = at + 1 }
          at += 1
        }
        var ups = 0
        for index in start..<max(start, from.count) where from[index] == 0x2F { ups += 1 }
        return body(ups, UnsafeBufferPointer(rebasing: own[start...]))
      }
    }
  }

  /// Whether both are the same page.
  func isSame(as other: Permalink) -> Bool { path.hasSameBytes(as: other.path) }

  private static func appendUps(_ count: Int, to bytes: inout [UInt8]) {
    let literal: StaticString = "../../../../../../../../"
    literal.withUTF8Buffer { ups in
      var rest = count * 3
      while rest > 0 {
        let size = min(rest, ups.count)
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: ups[..<size]))
        rest -= size
      }
    }
  }

  /// `../` for every folder that the page lies in: what leads to the site's root.
  var rootPrefix: String {
    let depth = self.depth
    return String(shortOf: depth * 3) { prefix in
      for _ in 0..<depth { prefix.append(literal: "../") }
    }
  }

  /// The absolute address below `base`, which may or may not end in `/`. An
  /// index goes without its file name, which is how a server is asked for it.
  func absolute(base: String) -> String {
    var bytes = Array(base.utf8)
    if bytes.last != 0x2F { bytes.append(0x2F) }
    let suffix = Array("index.html".utf8)
    let own = Array(path.utf8)
    let isIndex = own == suffix || own.reversed().starts(with: ([0x2F] + suffix).reversed())
    let kept = isIndex ? own.count - suffix.count : own.count
    own.withUnsafeBufferPointer {
      Self.appendEncoded(UnsafeBufferPointer(rebasing: $0[..<kept]), to: &bytes)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Percent-encodes what may not stand in a path or fragment.
  static func appendEncoded(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    if text.allSatisfy(isSafe) {
      bytes.append(contentsOf: text)
    } else {
      for byte in text { appendEncoded(byte, to: &bytes) }
    }
  }

  static func appendEncoded(_ byte: UInt8, to bytes: inout [UInt8]) {
    if isSafe(byte) {
      bytes.append(byte)
    } else {
      bytes.append(0x25)
      bytes.append(hexDigit(byte >> 4))
      bytes.append(hexDigit(byte & 15))
    }
  }

  /// Letters and digits of ASCII, `-`, `.`, `_`, `~` and `/`.
  private static func isSafe(_ byte: UInt8) -> Bool {
    // A bit for each of the 128 bytes of ASCII: every byte of every address is asked.
    let (low, high): (UInt64, UInt64) = (0x03FF_E000_0000_0000, 0x47FF_FFFE_87FF_FFFE)
    return byte < 0x80 && (byte < 0x40 ? low : high) >> UInt64(byte & 63) & 1 == 1
  }
}

private func hexDigit(_ value: UInt8) -> UInt8 {
  value < 10 ? 0x30 + value : 0x41 + value - 10
}

extension String {
  /// The rest after `prefix`, or the whole where it does not begin so.
  func withoutPrefix(_ prefix: String) -> String {
    utf8.starts(with: prefix.utf8)
      ? String(decoding: utf8.dropFirst(prefix.utf8.count), as: UTF8.self) : self
  }
}
