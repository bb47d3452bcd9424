/// What git said of one folder up to a commit: for another site of the same
/// repository, or cut short, it is nothing.
struct KeptLog {
  let head: String
  /// Where the site lay before.
  let former: [String]
  let raw: [UInt8]
  let mainline: [UInt8]

  init(head: String, former: [String], raw: [UInt8], mainline: [UInt8]) {
    (self.head, self.former, self.raw, self.mainline) = (head, former, raw, mainline)
  }

  init?(_ bytes: [UInt8], folder: String) {
    let parts = bytes.split(separator: 0, maxSplits: 5, omittingEmptySubsequences: false)
    guard parts.count == 6, parts[1].elementsEqual(folder.utf8),
      let count = Int(String(decoding: parts[3], as: UTF8.self)), count >= 0,
      let rest = Int(String(decoding: parts[4], as: UTF8.self)), rest >= -1,
      parts[5].count == count + max(rest, 0),
      parts[0].count >= 40, parts[0].allSatisfy({ $0 != UInt8(ascii: "-") })
    else { return nil }
    // Each with a line end behind it, because the top's is empty.
    former = String(decoding: parts[2], as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    head = String(decoding: parts[0], as: UTF8.self)
    raw = Array(parts[5].prefix(count))
    mainline = rest < 0 ? raw : Array(parts[5].dropFirst(count))
  }

  /// Where no commit is a merge, both are the same and kept once: −1 says so.
  func bytes(folder: String) -> [UInt8] {
    let isOne = mainline == raw
    let counts = "\(raw.count)\0\(isOne ? -1 : mainline.count)"
    let places = former.map { $0 + "\n" }.joined()
    return Array("\(head)\0\(folder)\0\(places)\0\(counts)\0".utf8) + raw + (isOne ? [] : mainline)
  }
}
