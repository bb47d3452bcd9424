import CedianModel

/// A link's destination as an author writes it, taken apart:
/// `../activities/2026/x.md#预算` seen from a document.
struct Destination: Sendable, Hashable {
  /// Relative to the site's root, `.` and `..` resolved: `content/activities/2026/x.md`.
  /// Nil where the destination is only an anchor; empty where it leaves the root.
  var path: String?
  /// Percent-decoded, without `#`; nil when there is none.
  var anchor: String?
  /// Ends in `/`, so means a folder.
  var isFolder: Bool

  /// Reads `text`, as written in the document at `document`. A query is dropped:
  /// files have none. A leading `/` counts from `content/`.
  init(_ text: String, in document: String) {
    self = text.withBytes { Self($0, in: document) }
  }

  private init(_ text: UnsafeBufferPointer<UInt8>, in document: String) {
    var rest = text[...]
    anchor = nil
    if let hash = rest.firstIndex(of: UInt8(ascii: "#")) {
      let fragment = rest[(hash + 1)...]
      if !fragment.isEmpty {
        anchor = String(decoding: Self.percentDecoded(fragment), as: UTF8.self)
      }
      rest = rest[..<hash]
    }
    if let query = rest.firstIndex(of: UInt8(ascii: "?")) { rest = rest[..<query] }
    guard let last = rest.last else {
      path = nil
      isFolder = false
      return
    }
    if rest.contains(0x25) {
      let decoded = Self.percentDecoded(rest)
      isFolder = decoded.last == 0x2F
      path = decoded.withUnsafeBufferPointer { Self.path($0[...], in: document) }
    } else {
      isFolder = last == 0x2F
      path = Self.path(rest, in: document)
    }
  }

  /// Empty where `written` leaves the root.
  private static func path(
    _ written: Slice<UnsafeBufferPointer<UInt8>>, in document: String
  ) -> String {
    var folder: [UInt8] = []
    folder.reserveCapacity(document.utf8.count + written.count + 8)
    folder.append(contentsOf: (written.first == 0x2F ? "content/" : document).utf8)
    removeLast(of: &folder)
    return follow(written, from: &folder) ? String(decoding: folder, as: UTF8.self) : ""
  }

  /// Goes from a folder, which has no slash at its end, to where the path leads;
  /// false where that leaves the root.
  private static func follow(
    _ path: Slice<UnsafeBufferPointer<UInt8>>, from folder: inout [UInt8]
  ) -> Bool {
    var stays = true
    var at = path.startIndex
    while at < path.endIndex {
      let end = path[at...].firstIndex(of: 0x2F) ?? path.endIndex
      let part = UnsafeBufferPointer(rebasing: path[at..<end])
      at = end + 1
      if part.isEmpty || part.count == 1 && part[0] == 0x2E { continue }
      if part.count == 2, part[0] == 0x2E, part[1] == 0x2E {
        if folder.isEmpty { stays = false } else { removeLast(of: &folder) }
      } else {
        if !folder.isEmpty { folder.append(0x2F) }
        folder.append(contentsOf: part)
      }
    }
    return stays
  }

  /// Cuts the last name off a path, with the slash before it.
  private static func removeLast(of path: inout [UInt8]) {
    path.removeLast(path.count - (path.lastIndex(of: 0x2F) ?? 0))
  }

  /// `%E7%9B%AE` in bytes; a `%` that starts no pair of digits stays.
  private static func percentDecoded(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    var index = text.startIndex
    while index < text.endIndex {
      if text[index] == UInt8(ascii: "%"), index + 2 < text.endIndex,
        let high = hexDigit(text[index + 1]), let low = hexDigit(text[index + 2])
      {
        bytes.append(high << 4 | low)
        index += 3
      } else {
        bytes.append(text[index])
        index += 1
      }
    }
    return bytes
  }

  private static func hexDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - 0x30
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - 0x61 + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - 0x41 + 10
    default: nil
    }
  }
}
