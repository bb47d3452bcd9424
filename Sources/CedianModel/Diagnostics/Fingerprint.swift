/// What a finding is known by when lines move and days pass: its rule, its file
/// and its words, without numbers of lines and without how late it is. Of equal
/// ones in a file each has its turn.
public func fingerprints(of diagnostics: [Diagnostic]) -> [String] {
  var seen: [String: Int] = [:]
  return diagnostics.map { diagnostic in
    let words = diagnostic.lateness.map { late in
      diagnostic.message.zh.replacing(late.words.zh, with: "")
    }
    let subject = [diagnostic.id, diagnostic.location.path, words ?? diagnostic.message.zh]
      .joined(separator: "\u{0}")
    let turn = seen[subject, default: 0]
    seen[subject] = turn + 1
    return hexadecimal(subject + "\u{0}\(turn)")
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
