import CedianModel
import CedianSite
import Foundation

extension Repository {
  /// What git says of a commit's files; only the names that are asked for are read.
  struct Tree: Sendable {
    private let listing: [UInt8]
    private let prefix: String
    let fileCount: Int
    /// Where the few entries stand that are no files.
    private let unusual: [Range<Int>]

    init(listing: [UInt8], prefix: String) {
      (self.listing, self.prefix) = (listing, prefix)
      var count = 0
      var unusual: [Range<Int>] = []
      Self.forEachLine(listing) { bytes, line in
        count += 1
        // `100644`, `100755`.
        if line.count < 2 || bytes[line.lowerBound + 1] != UInt8(ascii: "0") {
          unusual.append(line)
        }
      }
      (fileCount, self.unusual) = (count, unusual)
    }

    /// Files that are, or lie below, one of `paths` of the site; all without paths.
    func entries(below paths: [String] = []) -> [Entry] {
      let wanted = paths.map { Array((prefix + $0).utf8) }
      var entries: [Entry] = []
      Self.forEachLine(listing) { bytes, line in
        guard let (object, name) = Self.file(bytes, line),
          wanted.isEmpty
            || wanted.contains(where: { Self.holds($0, UnsafeBufferPointer(rebasing: bytes[name])) }
            )
        else { return }
        let path = String(decoding: bytes[name].dropFirst(prefix.utf8.count), as: UTF8.self)
        guard !path.split(separator: "/").contains(where: { isPassedOver(String($0)) })
        else { return }
        entries.append(Entry(path: path, object: String(decoding: bytes[object], as: UTF8.self)))
      }
      return entries.sorted { pathPrecedes($0.path, $1.path) }
    }

    /// Submodules and links, whose files git does not keep here.
    var outside: Outside {
      var outside = Outside()
      for line in unusual.map({ listing[$0] }) {
        guard let tab = line.firstIndex(of: UInt8(ascii: "\t")) else { continue }
        let path = String(decoding: line[(tab + 1)...].dropFirst(prefix.utf8.count), as: UTF8.self)
        if line.starts(with: "160000".utf8) { outside.submodules.append(path) }
        if line.starts(with: "120000".utf8) { outside.links.append(path) }
      }
      return outside
    }

    /// Of ten thousand lines no copies are made. Each ends with a zero.
    private static func forEachLine(
      _ listing: [UInt8], _ body: (UnsafeBufferPointer<UInt8>, Range<Int>) -> Void
    ) {
      listing.withUnsafeBufferPointer { bytes in
        guard let first = UnsafeRawPointer(bytes.baseAddress) else { return }
        var start = 0
        while start < bytes.count {
          let zero = memchr(first + start, 0, bytes.count - start)
          let end = zero.map { UnsafeRawPointer($0) - first } ?? bytes.count
          body(bytes, start..<end)
          start = end + 1
        }
      }
    }

    /// `100644 blob <object>`, a tab, the path from the repository's top.
    private static func file(
      _ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>
    ) -> (object: Range<Int>, name: Range<Int>)? {
      let start = line.lowerBound + "100644 blob ".utf8.count
      guard start < line.upperBound, bytes[line.lowerBound + 1] == UInt8(ascii: "0") else {
        return nil
      }
      var tab = start
      while tab < line.upperBound, bytes[tab] != UInt8(ascii: "\t") { tab += 1 }
      guard tab < line.upperBound else { return nil }
      return (start..<tab, tab + 1..<line.upperBound)
    }

    private static func holds(_ folder: [UInt8], _ name: UnsafeBufferPointer<UInt8>) -> Bool {
      guard name.count >= folder.count,
        name.count == folder.count || name[folder.count] == 0x2F
      else { return false }
      return folder.withUnsafeBufferPointer {
        UnsafeBufferPointer(rebasing: name[..<folder.count]).hasSameBytes(as: $0)
      }
    }
  }
}
