/// Reads one quantity off half-width scalars, from `index` on.
struct QuantityScanner {
  let scalars: [Unicode.Scalar]
  var index = 0

  enum Failure: Error {
    case noNumber, badGrouping, scientific, tooLong
  }

  struct Found {
    var quantity: Quantity
    /// Whether 万, 亿, k or the like was written.
    var hasScale: Bool
  }

  init(_ text: String) {
    scalars = halfWidthScalars(text)
  }

  var isAtEnd: Bool { index >= scalars.count }

  func peek(_ offset: Int = 0) -> Unicode.Scalar? {
    let position = index + offset
    return position >= 0 && position < scalars.count ? scalars[position] : nil
  }

  static func isDigit(_ scalar: Unicode.Scalar?) -> Bool {
    guard let scalar else { return false }
    return (0x30...0x39).contains(scalar.value)
  }

  mutating func skipSpaces() {
    while let scalar = peek(), scalar.isWhitespace { index += 1 }
  }

  /// Whether a number, with sign or currency, can begin here.
  func beginsNumber(_ offset: Int = 0) -> Bool {
    guard let scalar = peek(offset) else { return false }
    if Self.isDigit(scalar) { return true }
    switch scalar {
    case "+", "-", "−", "¥": break
    default: return false
    }
    return Self.isDigit(peek(offset + 1)) || peek(offset + 1) == "¥"
      || (scalar == "¥" && peek(offset + 1) != nil)
  }

  /// `mayHaveSign` is false in prose, where `-` joins.
  mutating func quantity(mayHaveSign: Bool = true) -> Result<Found, Failure> {
    var isNegative = mayHaveSign && sign()
    let isYuan = currency()
    if isYuan, mayHaveSign, !isNegative { isNegative = sign() }
    guard Self.isDigit(peek()) else { return .failure(.noNumber) }
    let number: (mantissa: UInt64, fraction: Int)
    switch self.number() {
    case .success(let found): number = found
    case .failure(let failure): return .failure(failure)
    }
    let afterNumber = index
    skipSpaces()
    let scale = self.scale()
    if scale == 0 { index = afterNumber }
    let afterScale = index
    skipSpaces()
    var unit = isYuan ? QuantityUnit.yuan : .none
    var word: String?
    var exponent = scale - number.fraction
    if let (found, text) = self.unit(), !isYuan || found == .yuan {
      unit = found
      if found == .count { word = text }
      if text == "‰" { exponent -= 1 }
      denominator()
    } else {
      index = afterScale
    }
    let value = Decimal(
      sign: isNegative && number.mantissa > 0 ? .minus : .plus, exponent: exponent,
      significand: Decimal(number.mantissa))
    return .success(
      Found(
        quantity: Quantity(value: value, unit: unit, measureWord: word, lastDigit: exponent),
        hasScale: scale > 0))
  }

  private mutating func sign() -> Bool {
    switch peek() {
    case "+":
      index += 1
      return false
    case "-", "−", "–":
      index += 1
      return true
    default: return false
    }
  }

  private mutating func currency() -> Bool {
    // Nearly every number begins with a digit.
    guard let first = peek(), !Self.isDigit(first) else { return false }
    for mark in ["¥", "RMB", "CNY", "人民币"] where matches(mark) {
      index += mark.unicodeScalars.count
      skipSpaces()
      return true
    }
    return false
  }

  func matches(_ text: String) -> Bool {
    var position = index
    for scalar in text.unicodeScalars {
      guard position < scalars.count, scalars[position] == scalar else { return false }
      position += 1
    }
    return true
  }

  /// Digits, grouped by three or not at all, and their fraction.
  private mutating func number() -> Result<(mantissa: UInt64, fraction: Int), Failure> {
    var mantissa: UInt64 = 0
    var (digits, fraction, group) = (0, 0, 0)
    var (isGrouped, isFraction) = (false, false)
    while let scalar = peek() {
      if Self.isDigit(scalar) {
        digits += 1
        group += 1
        if digits <= 18 { mantissa = mantissa * 10 + UInt64(scalar.value - 0x30) }
        if isFraction { fraction += 1 }
      } else if scalar == ",", !isFraction, Self.isDigit(peek(1)) {
        guard group <= 3, !isGrouped || group == 3 else { return .failure(.badGrouping) }
        (isGrouped, group) = (true, 0)
      } else if scalar == ".", !isFraction, Self.isDigit(peek(1)) {
        isFraction = true
        if isGrouped, group != 3 { return .failure(.badGrouping) }
        group = 3
      } else {
        break
      }
      index += 1
    }
    if isGrouped, !isFraction, group != 3 { return .failure(.badGrouping) }
    guard digits <= 18 else { return .failure(.tooLong) }
    if peek() == "e" || peek() == "E" {
      let sign = peek(1) == "-" || peek(1) == "+" ? 1 : 0
      if Self.isDigit(peek(1 + sign)) { return .failure(.scientific) }
    }
    return .success((mantissa, fraction))
  }

  /// The power of ten that 万, 亿, 千万, k or w stands for; 0 where none is written.
  private mutating func scale() -> Int {
    guard let first = peek() else { return 0 }
    if first == "k" || first == "K" || first == "w" || first == "W" {
      if let next = peek(1), next.isASCIILetter { return 0 }
      index += 1
      return first == "k" || first == "K" ? 3 : 4
    }
    // The characters of `scales` and all others of Chinese stand far behind these.
    guard first.value >= 0x4E00, !matches("百分") else { return 0 }
    var exponent = 0
    for (mark, power) in Self.scales where peek() == mark {
      exponent += power
      index += 1
    }
    return exponent
  }

  private static let scales: [(Unicode.Scalar, Int)] = [
    ("十", 1), ("百", 2), ("千", 3), ("万", 4), ("萬", 4), ("亿", 8), ("億", 8),
  ]

  private mutating func unit() -> (QuantityUnit, String)? {
    guard let first = peek() else { return nil }
    for entry in MeasureWords.entries(beginning: first) {
      let end = index + entry.text.count
      guard end <= scalars.count, scalars[index..<end].elementsEqual(entry.text) else { continue }
      let isLatin = first.isASCIILetter
      if isLatin, end < scalars.count, scalars[end].isASCIILetter {
        continue
      }
      index = end
      return (entry.unit, entry.word)
    }
    return nil
  }

  /// The `/次` of `3.2 元/次` and the `/天` of `120 单/天`.
  private mutating func denominator() {
    guard peek() == "/" || peek() == "每" else { return }
    let start = index
    index += 1
    if unit() == nil { index = start }
  }
}
