/// Gives each anchor of a document a name of its own.
struct AnchorNames {
  /// Whether `fn-1` and `fnref-1` belong to footnotes.
  var reservesFootnotes = false
  private var used: Set<String> = []
  /// The next number to try behind a name that is taken.
  private var next: [String: Int] = [:]

  /// A heading's name as on GitHub, Chinese kept: lower case, spaces to `-`,
  /// punctuation left out; `-1`, `-2` behind a name that is taken.
  mutating func heading(for text: [UInt8]) -> String {
    var name: [UInt8] = []
    var i = 0
    while i < text.count {
      let byte = text[i]
      if byte < 0x80 {
        if byte >= 0x41 && byte <= 0x5A {
          name.append(byte | 0x20)
        } else if isASCIIAlphanumeric(byte) || byte == 0x2D || byte == 0x5F {
          name.append(byte)
        } else if byte == 0x20 {
          name.append(0x2D)
        }
        i += 1
        continue
      }
      let (value, length) = decodeScalar(text, at: i, end: text.count)
      if value >= 0x3400 && value <= 0x9FFF {
        name.append(contentsOf: text[i..<i + length])
      } else if isUnicodeSpace(value) {
        name.append(0x2D)
      } else if let scalar = Unicode.Scalar(value), belongs(scalar) {
        name.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
      }
      i += length
    }
    if name.isEmpty { name = Array("section".utf8) }
    if reservesFootnotes, name.starts(with: "fn-".utf8) || name.starts(with: "fnref-".utf8) {
      name = "section-".utf8 + name
    }
    return take(String(decoding: name, as: UTF8.self))
  }

  /// `name`, or the first of `name-1`, `name-2`… that is free.
  mutating func take(_ name: String) -> String {
    if used.insert(name).inserted { return name }
    var number = next[name] ?? 1
    while true {
      let candidate = "\(name)-\(number)"
      number += 1
      if used.insert(candidate).inserted {
        next[name] = number
        return candidate
      }
    }
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
