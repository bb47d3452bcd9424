/// Reads one quantity: `120万`, `1.2亿`, `1,200,000`, `8.5%`, `¥3.2`, `3.2 元`,
/// `12k`, `40万元`, `8,000 人`, with a sign or not; full-width digits and signs
/// are read. Refused: more than one number, words beside it, unknown units,
/// foreign money, scientific notation, groups not of three, more than 18 digits.
public func parseQuantity(_ text: String) -> Result<Quantity, QuantityProblem> {
  if let plain = text.withBytes(plainQuantity) { return .success(plain) }
  var scanner = QuantityScanner(text)
  scanner.skipSpaces()
  let start = scanner.index
  switch scanner.quantity() {
  case .success(let found):
    scanner.skipSpaces()
    guard !scanner.isAtEnd else { return .success(found.quantity) }
    return .failure(
      trailing(
        Array(scanner.scalars[scanner.index...]), at: scanner.index, in: text, found.quantity))
  case .failure(.noNumber):
    scanner.index = start
    return .failure(leading(&scanner, in: text))
  case .failure(.badGrouping):
    return .failure(QuantityProblem(.badGrouping, text: text, suggestion: ungrouped(text)))
  case .failure(.scientific): return .failure(QuantityProblem(.scientific, text: text))
  case .failure(.tooLong): return .failure(QuantityProblem(.tooLong, text: text))
  }
}

/// Digits with at most a fraction, 万 or 亿, and 元 or %, as most numbers are; nil
/// for all others, which the scanner reads.
private func plainQuantity(_ bytes: UnsafeBufferPointer<UInt8>) -> Quantity? {
  var mantissa: UInt64 = 0
  var (index, digits, fraction, exponent) = (0, 0, 0, 0)
  func isDigit(_ index: Int) -> Bool {
    index < bytes.count && bytes[index] >= 0x30 && bytes[index] <= 0x39
  }
  func readDigits() {
    while isDigit(index), digits <= 18 {
      mantissa = mantissa &* 10 &+ UInt64(bytes[index] - 0x30)
      digits += 1
      index += 1
    }
  }
  func read(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Bool {
    guard index + 2 < bytes.count, bytes[index] == a, bytes[index + 1] == b, bytes[index + 2] == c
    else { return false }
    index += 3
    return true
  }
  readDigits()
  guard digits > 0 else { return nil }
  if index < bytes.count, bytes[index] == UInt8(ascii: "."), isDigit(index + 1) {
    index += 1
    let whole = digits
    readDigits()
    fraction = digits - whole
  }
  guard digits <= 18 else { return nil }
  // 万, 亿, 元
  if read(0xE4, 0xB8, 0x87) { exponent = 4 } else if read(0xE4, 0xBA, 0xBF) { exponent = 8 }
  exponent -= fraction
  var unit = QuantityUnit.none
  if read(0xE5, 0x85, 0x83) {
    unit = .yuan
  } else if index + 1 == bytes.count, bytes[index] == UInt8(ascii: "%") {
    unit = .percent
    index += 1
  }
  guard index == bytes.count else { return nil }
  return Quantity(
    value: Decimal(sign: .plus, exponent: exponent, significand: Decimal(mantissa)), unit: unit,
    lastDigit: exponent)
}

/// Every quantity in a sentence that carries a unit or at least 万, 亿 or k.
/// Dates, ordinals and names such as 双11 are no quantities.
public func quantities(in text: String) -> [Quantity] {
  var scanner = QuantityScanner(text)
  var found: [Quantity] = []
  while !scanner.isAtEnd {
    guard QuantityScanner.isDigit(scanner.peek()) || scanner.peek() == "¥" else {
      scanner.index += 1
      continue
    }
    let start = scanner.index
    let isPartOfName = scanner.peek(-1).map(joinsNames) ?? false
    if case .success(let next) = scanner.quantity(mayHaveSign: false) {
      if !isPartOfName, next.hasScale || next.quantity.unit != .none {
        found.append(next.quantity)
      }
    }
    scanner.index = max(scanner.index, start + 1)
    if isPartOfName { skipDigits(&scanner) }
  }
  return found
}

private func skipDigits(_ scanner: inout QuantityScanner) {
  while QuantityScanner.isDigit(scanner.peek()) { scanner.index += 1 }
}

private func joinsNames(_ scalar: Unicode.Scalar) -> Bool {
  scalar == "第" || scalar == "双" || scalar == "." || scalar.isASCIILetter
    || QuantityScanner.isDigit(scalar)
}

private func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
  var view = String.UnicodeScalarView()
  view.append(contentsOf: scalars)
  return String(view)
}

/// What follows a number that has been read.
private func trailing(
  _ rest: [Unicode.Scalar], at offset: Int, in text: String, _ quantity: Quantity
) -> QuantityProblem {
  let words = string(rest)
  let range = offset..<offset + rest.count
  if rest.contains(where: { QuantityScanner.isDigit($0) }) {
    return QuantityProblem(.manyNumbers, text: text, range: range)
  }
  if ["以上", "以下", "以内", "左右", "上下", "之内", "+", "多", "余"].contains(where: words.hasSuffix) {
    let exact = string(text.unicodeScalars.prefix(offset))
    return QuantityProblem(.notExact(words), text: text, suggestion: exact, range: range)
  }
  let foreign = ["美元", "美金", "港币", "港元", "欧元", "日元", "英镑", "USD", "HKD", "EUR"]
  if foreign.contains(words) {
    return QuantityProblem(.foreignCurrency(words), text: text, range: range)
  }
  return QuantityProblem(.unknownUnit(words), text: text, range: range)
}

/// What stands where the number should begin.
private func leading(_ scanner: inout QuantityScanner, in text: String) -> QuantityProblem {
  let start = scanner.index
  while !scanner.isAtEnd, !scanner.beginsNumber() { scanner.index += 1 }
  guard !scanner.isAtEnd else { return QuantityProblem(.noNumber, text: text) }
  let at = scanner.index
  let words = string(
    scanner.scalars[start..<at].filter { !$0.isWhitespace })
  let range = start..<at
  if ["$", "€", "£", "US$", "HK$"].contains(words) {
    return QuantityProblem(.foreignCurrency(words), text: text, range: range)
  }
  var suggestion: String?
  if case .success(let found) = scanner.quantity() {
    scanner.skipSpaces()
    if scanner.isAtEnd {
      let isBare = found.quantity.unit == .none && !found.hasScale
      suggestion = restated(string(text.unicodeScalars.dropFirst(at)), behind: words, isBare)
    }
  }
  return QuantityProblem(.leadingWords(words), text: text, suggestion: suggestion, range: range)
}

/// The number of a text as the words before it mean it: `.5万` is `0.5万`, 负5万 is
/// `-5万`, 百分之8.5 is `8.5%`. Nil where they may change it in a way that is not known.
private func restated(_ number: String, behind words: String, _ isBare: Bool) -> String? {
  var (number, words) = (number, words[...])
  if words.hasSuffix(".") {
    words.removeLast()
    number = "0." + number
  }
  for (mark, sign) in [("百分之", "%"), ("千分之", "‰")] where words.hasSuffix(mark) {
    guard isBare else { return nil }
    words.removeLast(mark.count)
    number += sign
  }
  if words.hasSuffix("负") || ["-", "−", "–"].contains(words) {
    words.removeLast()
    number = "-" + number
  }
  guard !words.contains(where: changesNumbers), case .success = parseQuantity(number) else {
    return nil
  }
  return number
}

/// Numerals, marks of numbers and words for less than nothing.
private func changesNumbers(_ character: Character) -> Bool {
  "零〇一二两三四五六七八九十百千万亿半几点负亏减降跌赔损.-−–".contains(character)
}

/// `1,20,000` as its digits alone. Nil where the last comma may be a decimal one:
/// `1,2万` is not 12万.
private func ungrouped(_ text: String) -> String? {
  let scalars = text.unicodeScalars.map(halfWidth)
  guard let comma = scalars.lastIndex(of: ","),
    scalars[(comma + 1)...].prefix(while: { QuantityScanner.isDigit($0) }).count >= 3
  else { return nil }
  return String(text.unicodeScalars.filter { halfWidth($0) != "," })
}
