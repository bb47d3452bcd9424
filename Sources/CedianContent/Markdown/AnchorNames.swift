/// Gives each anchor of a document a name of its own.
struct AnchorNames {
  /// Whether `fn-1` and `fnref-1` belong to footnotes.
  var reservesFootnotes = false
  private var few: [String] = []
  /// Whether all of `few` are of ASCII and the common ideographs only.
  private var arePlain = true
  /// All of them, once they are more than a few.
  private var used: Set<String> = []
  /// The next number to try behind a name that is taken.
  private var next: [String: Int] = [:]

  /// A heading's name as on GitHub, Chinese kept: lower case, spaces to `-`,
  /// punctuation left out; `-1`, `-2` behind a name that is taken.
  mutating func heading(for text: [UInt8]) -> String {
    var name: [UInt8] = []
    name.reserveCapacity(text.count + 8)
    text.withUnsafeBufferPointer { text in
      var i = 0
      while i < text.count {
        let run = keptRun(text, from: i)
        name.append(text, in: i..<run)
        i = run
        guard i < text.count else { break }
        i += appendChanged(text, at: i, to: &name)
      }
    }
    if reservesFootnotes, name.starts(with: "fn-".utf8) || name.starts(with: "fnref-".utf8) {
      name = "section-".utf8 + name
    }
    return take(name.isEmpty ? "section" : String(decoding: name, as: UTF8.self))
  }

  /// Where what stays as it is ends: small letters, digits, `-`, `_` and Han.
  private func keptRun(_ text: Bytes, from start: Int) -> Int {
    var i = start
    while i < text.count {
      let byte = text[i]
      if byte < 0x80 {
        guard byte >= 0x61 && byte <= 0x7A || isDigit(byte) || byte == 0x2D || byte == 0x5F else {
          break
        }
        i += 1
      } else {
        let (value, length) = decodeScalar(text, at: i, end: text.count)
        guard value >= 0x3400 && value <= 0x9FFF else { break }
        i += length
      }
    }
    return i
  }

  /// Appends what becomes of a character that does not stay as it is, and returns
  /// its length.
  private func appendChanged(_ text: Bytes, at i: Int, to name: inout [UInt8]) -> Int {
    let byte = text[i]
    if byte < 0x80 {
      if isASCIILetter(byte) { name.append(byte | 0x20) } else if byte == 0x20 { name.append(0x2D) }
      return 1
    }
    let (value, length) = decodeScalar(text, at: i, end: text.count)
    if isUnicodeSpace(value) {
      name.append(0x2D)
    } else if !isChinesePunctuation(value), let scalar = Unicode.Scalar(value), belongs(scalar) {
      name.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
    }
    return length
  }

  /// `name`, or the first of `name-1`, `name-2`… that is free.
  mutating func take(_ name: String) -> String {
    if insert(name) { return name }
    var number = next[name] ?? 1
    while true {
      let candidate = "\(name)-\(number)"
      number += 1
      if insert(candidate) {
        next[name] = number
        return candidate
      }
    }
  }

  /// Hashing Chinese text costs more than comparing it with a dozen others.
  private mutating func insert(_ name: String) -> Bool {
    if !used.isEmpty { return used.insert(name).inserted }
    if few.isEmpty { few.reserveCapacity(8) }
    // Other letters may be written in several ways that Unicode takes for one.
    arePlain = arePlain && name.utf8.allSatisfy { $0 < 0xC0 || (0xE4...0xE9).contains($0) }
    let isTaken =
      arePlain ? few.contains { $0.hasSameBytes(as: name) } : few.contains(name)
    if isTaken { return false }
    few.append(name)
    if few.count > 12 {
      used = Set(few)
      few = []
    }
    return true
  }

  private func belongs(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber,
      .connectorPunctuation:
      return true
    default: return false
    }
  }
}
