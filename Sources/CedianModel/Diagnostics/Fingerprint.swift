/// What a finding is known by when lines move and days pass: its rule, its file
/// and its words, without how late it is.
public struct FindingKey: Sendable, Hashable {
  public var rule: String
  public var path: String
  /// In Chinese, whatever language is shown.
  public var words: String

  public init(rule: String, path: String, words: String) {
    self.rule = rule
    self.path = path
    self.words = words
  }
}

extension Diagnostic {
  public var key: FindingKey {
    var words = message.zh
    if let lateness {
      words = words.replacing("，" + lateness.words.zh, with: "").replacing(
        lateness.words.zh, with: "")
    }
    return FindingKey(rule: id, path: location.path, words: words)
  }
}

/// A key for machines. Of equal findings in a file each has its turn.
public func fingerprints(of diagnostics: [Diagnostic]) -> [String] {
  var seen: [FindingKey: Int] = [:]
  return diagnostics.map { diagnostic in
    let key = diagnostic.key
    let turn = seen[key, default: 0]
    seen[key] = turn + 1
    return hexadecimal([key.rule, key.path, key.words, "\(turn)"].joined(separator: "\u{0}"))
  }
}

/// 128 bits by FNV-1a from two starts: nothing secret, only unlikely to clash.
private func hexadecimal(_ text: String) -> String {
  var (first, second): (UInt64, UInt64) = (0xcbf2_9ce4_8422_2325, 0x9e37_79b9_7f4a_7c15)
  for byte in text.utf8 {
    first = (first ^ UInt64(byte)) &* 0x100_0000_01b3
    second = (second ^ UInt64(byte)) &* 0x100_0000_01b3
    second ^= second >> 29
  }
  return [first, second].map { number in
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }.joined()
}
