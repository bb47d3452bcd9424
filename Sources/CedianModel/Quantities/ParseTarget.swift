/// Reads a metric, a comparator and a quantity: `GMV ≥ 120万`, `投诉量 <= 1800`,
/// `参与人数达到 8,000 人`, `成交总额 120万元`, `邮件打开率不低于 20%`.
public func parseTarget(_ text: String) -> Result<MetricTarget, TargetProblem> {
  func failure(_ kind: TargetProblem.Kind) -> Result<MetricTarget, TargetProblem> {
    .failure(TargetProblem(kind: kind, text: text))
  }
  var scanner = QuantityScanner(text)
  let hasDigits = scanner.scalars.contains { QuantityScanner.isDigit($0) }
  guard let split = comparator(&scanner) ?? bareNumber(&scanner) else {
    if !hasDigits { return failure(.notMeasurable) }
    return failure(problemOfNumber(in: text, scanner.scalars))
  }

  let metric = trimmed(scanner.scalars, 0..<split.metricEnd)
  var value = trimmed(scanner.scalars, split.valueStart..<scanner.scalars.count)
  var comparator = split.comparator
  for (suffix, meaning) in suffixes where ends(scanner.scalars, value, with: suffix) {
    value = trimmed(scanner.scalars, value.lowerBound..<value.upperBound - suffix.count)
    comparator = comparator ?? meaning
    break
  }
  guard !metric.isEmpty else { return failure(value.isEmpty ? .notMeasurable : .noMetric) }
  guard value.contains(where: { QuantityScanner.isDigit(scanner.scalars[$0]) }) else {
    return failure(.noNumber)
  }
  let name = string(text, metric)
  if changes.contains(where: name.hasSuffix) { return failure(.relative) }
  switch parseQuantity(string(text, value)) {
  case .failure(var problem):
    problem.range = problem.range.map {
      $0.lowerBound + value.lowerBound..<$0.upperBound + value.lowerBound
    }
    return failure(.badQuantity(problem))
  case .success(let quantity):
    return .success(
      MetricTarget(
        metricName: name, comparator: comparator ?? .atLeast, quantity: quantity,
        hasComparator: comparator != nil, metricRange: metric, quantityRange: value))
  }
}

private struct Split {
  var metricEnd: Int
  var valueStart: Int
  var comparator: Target.Comparator?
}

/// At the first comparator. A word is one only before a number: 触达人数 and
/// 行为转化率 hold 达 and 为, and are names.
private func comparator(_ scanner: inout QuantityScanner) -> Split? {
  for start in scanner.scalars.indices {
    guard let marks = marks[scanner.scalars[start]] else { continue }
    for mark in marks {
      let end = start + mark.text.count
      guard end <= scanner.scalars.count, scanner.scalars[start..<end].elementsEqual(mark.text)
      else { continue }
      scanner.index = end
      scanner.skipSpaces()
      if !mark.isWord || scanner.beginsNumber() {
        return Split(metricEnd: start, valueStart: end, comparator: mark.meaning)
      }
    }
  }
  return nil
}

/// At the first number that reads to the end of the text: the 7 of 7日留存率 does not.
private func bareNumber(_ scanner: inout QuantityScanner) -> Split? {
  var start = 0
  while start < scanner.scalars.count {
    scanner.index = start
    let isInside =
      start > 0
      && (QuantityScanner.isDigit(scanner.scalars[start - 1])
        || ".,".unicodeScalars.contains(scanner.scalars[start - 1]))
    guard scanner.beginsNumber(), !isInside else {
      start += 1
      continue
    }
    if case .success = scanner.quantity() {
      scanner.skipSpaces()
      let rest = scanner.scalars[scanner.index...]
      if rest.isEmpty || suffixes.contains(where: { rest.elementsEqual($0.suffix) }) {
        return Split(metricEnd: start, valueStart: start)
      }
    }
    start = max(start + 1, scanner.index)
  }
  return nil
}

/// There are digits, and no number that ends the text.
private func problemOfNumber(
  in text: String, _ scalars: [Unicode.Scalar]
) -> TargetProblem.Kind {
  guard let start = scalars.firstIndex(where: { QuantityScanner.isDigit($0) }) else {
    return .notMeasurable
  }
  if trimmed(scalars, 0..<start).isEmpty { return .noMetric }
  if case .failure(var problem) = parseQuantity(string(text, start..<scalars.count)) {
    if case .unknownUnit = problem.kind { return .noNumber }
    problem.range = problem.range.map { $0.lowerBound + start..<$0.upperBound + start }
    return .badQuantity(problem)
  }
  return .noNumber
}

private func trimmed(_ scalars: [Unicode.Scalar], _ range: Range<Int>) -> Range<Int> {
  var (start, end) = (range.lowerBound, range.upperBound)
  while start < end, scalars[start].isWhitespace { start += 1 }
  while start < end, scalars[end - 1].isWhitespace { end -= 1 }
  return start..<end
}

private func string(_ text: String, _ range: Range<Int>) -> String {
  String(Substring(text.unicodeScalars.dropFirst(range.lowerBound).prefix(range.count)))
}

private func ends(
  _ scalars: [Unicode.Scalar], _ range: Range<Int>, with suffix: [Unicode.Scalar]
) -> Bool {
  range.count >= suffix.count
    && scalars[range.upperBound - suffix.count..<range.upperBound].elementsEqual(suffix)
}

private struct Mark {
  var text: [Unicode.Scalar]
  var meaning: Target.Comparator?
  var isWord: Bool
}

/// By first scalar, a longer one before one that it begins with.
private let marks: [Unicode.Scalar: [Mark]] = {
  let all =
    symbols.map { Mark(text: Array($0.0.unicodeScalars), meaning: $0.1, isWord: false) }
    + words.map { Mark(text: Array($0.0.unicodeScalars), meaning: $0.1, isWord: true) }
  return Dictionary(grouping: all) { $0.text[0] }
    .mapValues { $0.sorted { $0.text.count > $1.text.count } }
}()

private let symbols: [(String, Target.Comparator)] = [
  (">=", .atLeast), ("=>", .atLeast), ("≥", .atLeast), ("⩾", .atLeast), ("≧", .atLeast),
  ("<=", .atMost), ("=<", .atMost), ("≤", .atMost), ("⩽", .atMost), ("≦", .atMost),
  ("==", .equal), (">", .above), ("<", .below), ("=", .equal),
]

private let words: [(String, Target.Comparator?)] = [
  ("不低于", .atLeast), ("不少于", .atLeast), ("不小于", .atLeast), ("至少", .atLeast),
  ("达到", .atLeast), ("达", .atLeast), ("突破", .atLeast), ("提升至", .atLeast), ("提升到", .atLeast),
  ("提高至", .atLeast), ("提高到", .atLeast), ("增长至", .atLeast), ("增长到", .atLeast),
  ("增加至", .atLeast), ("增加到", .atLeast), ("上升至", .atLeast), ("上升到", .atLeast),
  ("增至", .atLeast), ("升至", .atLeast), ("不超过", .atMost), ("不高于", .atMost), ("不多于", .atMost),
  ("不大于", .atMost), ("至多", .atMost), ("控制在", .atMost), ("降低至", .atMost), ("降低到", .atMost),
  ("下降至", .atMost), ("下降到", .atMost), ("减少至", .atMost), ("减少到", .atMost), ("降至", .atMost),
  ("降到", .atMost), ("减至", .atMost), ("超过", .above), ("高于", .above), ("大于", .above),
  ("多于", .above), ("低于", .below), ("少于", .below), ("小于", .below), ("等于", .equal),
  ("保持在", .equal), ("维持在", .equal), ("为", .equal), ("到", nil), (":", nil),
]

private let suffixes: [(suffix: [Unicode.Scalar], meaning: Target.Comparator?)] = [
  ("及以上", .atLeast), ("以上", .atLeast), ("+", .atLeast), ("及以下", .atMost), ("以下", .atMost),
  ("以内", .atMost), ("之内", .atMost), ("左右", nil),
].map { (Array($0.0.unicodeScalars), $0.1) }

private let changes = [
  "增长", "提升", "提高", "增加", "上升", "下降", "降低", "减少", "增", "降",
]
