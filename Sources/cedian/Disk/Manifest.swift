import CedianModel

/// The files that builds wrote into `output/`: what may be overwritten or
/// removed. Plain text, a file a line in the order of paths, so that equal sites
/// have equal manifests.
struct Manifest: Sendable, Equatable {
  static let header = "cedian manifest 4"

  /// A file as it was written.
  struct Entry: Sendable, Hashable {
    var path: String
    var size: Int
    var hash: ContentHash
  }

  /// In the order of paths, each once.
  let entries: [Entry]
  /// The text, made once: the journal holds it, too, and the record of what was seen
  /// names it.
  let bytes: [UInt8]

  /// `entries` in any order.
  init(_ entries: [Entry] = []) {
    self.entries = entries.sorted { pathPrecedes($0.path, $1.path) }
    bytes = Self.text(of: self.entries)
  }

  /// Nil for a text that is no whole manifest: what it says may be written over
  /// must not be guessed.
  init?(bytes: ArraySlice<UInt8>) {
    var lines = LineReader(bytes)
    guard lines.next().map({ $0.elementsEqual(Self.header.utf8) }) == true else { return nil }
    var entries: [Entry] = []
    while let line = lines.next() {
      var fields = FieldReader(line)
      guard let high = fields.hexadecimal(), let low = fields.hexadecimal(),
        let size = fields.decimal()
      else { return nil }
      let path = String(decoding: fields.rest, as: UTF8.self)
      guard Self.isInside(path), entries.last.map({ pathPrecedes($0.path, path) }) ?? true
      else { return nil }
      entries.append(
        Entry(path: path, size: Int(clamping: size), hash: ContentHash(high: high, low: low)))
    }
    guard lines.endedInBreak else { return nil }
    self.entries = entries
    self.bytes = Array(bytes)
  }

  /// Where a path stands among the entries.
  func place(of path: String) -> Int? {
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if pathPrecedes(entries[middle].path, path) { low = middle + 1 } else { high = middle }
    }
    guard low < entries.count, entries[low].path.utf8.elementsEqual(path.utf8) else { return nil }
    return low
  }

  /// How many of the files are web pages.
  var pageCount: Int { entries.count { $0.path.hasSuffix(".html") } }

  private static func text(of entries: [Entry]) -> [UInt8] {
    var bytes = Array((header + "\n").utf8)
    bytes.reserveCapacity(entries.count * 100)
    for entry in entries {
      entry.hash.append(to: &bytes)
      bytes.append(0x20)
      bytes.append(decimal: entry.size)
      bytes.append(0x20)
      bytes += entry.path.utf8
      bytes.append(0x0A)
    }
    return bytes
  }

  /// A relative path that stays below its root and is no file of ours. Nothing
  /// else is ever written or removed.
  static func isInside(_ path: String) -> Bool {
    var length = 0
    var dots = 0
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "/"):
        if length == 0 || (dots == length && dots <= 2) { return false }
        (length, dots) = (0, 0)
      case 0x00...0x1F, 0x7F: return false
      default:
        length += 1
        if byte == UInt8(ascii: ".") { dots += 1 }
      }
    }
    if length == 0 || (dots == length && dots <= 2) { return false }
    return path != ".cedian" && !path.hasPrefix(".cedian/")
  }
}

/// A text's lines, without their breaks.
struct LineReader {
  private var rest: ArraySlice<UInt8>
  /// Whether the last line read was whole.
  private(set) var endedInBreak = false

  init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  /// What has not been read.
  var remainder: ArraySlice<UInt8> { rest }

  mutating func next() -> ArraySlice<UInt8>? {
    guard !rest.isEmpty else { return nil }
    guard let end = rest.firstIndex(of: 0x0A) else {
      endedInBreak = false
      defer { rest = [] }
      return rest
    }
    endedInBreak = true
    defer { rest = rest[(end + 1)...] }
    return rest[..<end]
  }
}

/// Numbers at the start of a line, each followed by a space.
struct FieldReader {
  private(set) var rest: ArraySlice<UInt8>

  init(_ line: ArraySlice<UInt8>) { rest = line }

  mutating func hexadecimal() -> UInt64? { number(base: 16) }
  mutating func decimal() -> UInt64? { number(base: 10) }

  private mutating func number(base: UInt64) -> UInt64? {
    var value: UInt64 = 0
    var at = rest.startIndex
    while at < rest.endIndex, rest[at] != 0x20 {
      let digit: UInt64
      switch rest[at] {
      case 0x30...0x39: digit = UInt64(rest[at] - 0x30)
      case 0x61...0x66: digit = UInt64(rest[at] - 0x61 + 10)
      default: return nil
      }
      let (product, overflows) = value.multipliedReportingOverflow(by: base)
      let (sum, exceeds) = product.addingReportingOverflow(digit)
      guard digit < base, !overflows, !exceeds else { return nil }
      value = sum
      at += 1
    }
    guard at > rest.startIndex else { return nil }
    rest = at < rest.endIndex ? rest[(at + 1)...] : []
    return value
  }
}
