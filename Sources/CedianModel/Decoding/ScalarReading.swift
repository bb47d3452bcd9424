/// How each type of scalar is read: by the field's declared type, never by what
/// YAML would guess, so `on`, `12:30` and `1e3` stay what the author wrote.
extension Decoder {
  static func text(_ decoder: inout Decoder, _ node: Node, _ label: FieldLabel) -> String? {
    guard case .scalar(let text, let style) = node.content else {
      decoder.report(
        WrongType.expected("一段文字", "a text", field: label.text, at: node.range, path: decoder.path))
      return nil
    }
    guard style != .refused else { return nil }
    // A plain text cannot end with one.
    return style != .plain && text.utf8.last == 0x0A ? text.withoutLineEnds : text
  }

  static func locatedText(
    _ decoder: inout Decoder, _ node: Node, _ label: FieldLabel
  ) -> Located<String>? {
    text(&decoder, node, label).map { Located($0, node.range) }
  }

  static func texts(_ decoder: inout Decoder, _ node: Node, _ label: FieldLabel) -> [String]? {
    guard case .sequence(let items) = node.content else {
      guard let text = text(&decoder, node, label), !isList(&decoder, node, text, label) else {
        return nil
      }
      return [text]
    }
    var texts: [String] = []
    texts.reserveCapacity(items.count)
    for item in items where !item.isEmpty {
      if let text = text(&decoder, item, label) { texts.append(text) }
    }
    if items.count == 1, texts.count == 1, isJoined(&decoder, items[0], texts[0], in: node, label) {
      return nil
    }
    return texts.isEmpty ? nil : texts
  }

  /// Says of `【甲，乙】`, and of dashes below `|`, that a list was meant.
  private static func isList(
    _ decoder: inout Decoder, _ node: Node, _ text: String, _ label: FieldLabel
  ) -> Bool {
    guard case .scalar(_, let style) = node.content else { return false }
    if style == .literal || style == .folded, text.hasPrefix("- ") {
      var finding = WrongType.expected(
        "一个列表", "a list", field: label.text, at: node.range, path: decoder.path)
      finding.fix?.message = LocalizedText(
        zh: "删去冒号后面的 | 或 >，下面以 - 开头的行才是列表", en: "remove the | or > above the dashes")
      decoder.report(finding)
      return true
    }
    // By its first byte: what a character is takes longer to find out.
    guard style == .plain, let byte = text.withBytes({ $0.first }), byte == 0xEF || byte == 0xE3,
      let first = text.first, "［【".contains(first),
      let last = text.last, "］】".contains(last)
    else { return false }
    let items = text.dropFirst().dropLast().split { "、，,；;".contains($0) }
      .map(withoutMargins).filter { !$0.isEmpty }
    guard items.count > 1 else { return false }
    decoder.report(
      WrongType.bracketedList(
        items, field: label.text, at: node.range, path: decoder.path))
    return true
  }

  /// Fields whose items are names: 、 parts them too. In a sentence it need not.
  private static let holdsNames: Set<Key> = [.tags, .aliases, .roles]

  /// Says of `[甲，乙]` that it is one item, perhaps meant as two; whether it cannot be
  /// read as it stands. On a line of its own behind a dash it is a sentence.
  private static func isJoined(
    _ decoder: inout Decoder, _ item: Node, _ text: String, in list: Node, _ label: FieldLabel
  ) -> Bool {
    guard case .scalar(_, .plain) = item.content, list.range.end != item.range.end else {
      return false
    }
    let areNames = holdsNames.contains(label.key)
    // Nearly no item holds one: parting it into characters takes many times as long.
    guard text.holds("，") || text.holds("；") || areNames && text.holds("、") else {
      return false
    }
    let parts = text.split { areNames ? "、，；".contains($0) : "，；".contains($0) }
      .map(withoutMargins).filter { !$0.isEmpty }
    guard parts.count > 1 else { return false }
    var finding = WrongType.joinedList(
      parts, isEnumeration: false, field: label.text, at: item.range, path: decoder.path,
      isInBrackets: true)
    if !areNames { finding.severity = .warning }
    decoder.report(finding)
    return areNames
  }

  /// Names of one's own choice, such as tags and roles. In a list each stands as it
  /// is; one text that holds 、 was meant as a list, and is read as one.
  static func names(_ decoder: inout Decoder, _ node: Node, _ label: FieldLabel) -> [String]? {
    guard case .scalar(let written, let style) = node.content, style != .refused,
      written.holds("、")
    else { return texts(&decoder, node, label) }
    if isList(&decoder, node, written, label) { return nil }
    let items = written.split(separator: "、").map(withoutMargins).filter { !$0.isEmpty }
    guard items.count > 1 else { return [written] }
    decoder.report(
      WrongType.joinedList(
        items, isEnumeration: true, field: label.text, at: node.range, path: decoder.path))
    return items
  }

  /// The same with their places.
  mutating func names(_ record: Record, _ key: Key) -> [Located<String>] {
    guard let entry = record[key], case .scalar = entry.value.content else {
      return list(record, key, Self.locatedText)
    }
    return (value(record, key, Self.names) ?? []).map { Located($0, entry.value.range) }
  }

  static func span(_ decoder: inout Decoder, _ node: Node, _ label: FieldLabel) -> TimeSpan? {
    span(&decoder, node, label, isDeadline: false)
  }

  private static func span(
    _ decoder: inout Decoder, _ node: Node, _ label: FieldLabel, isDeadline: Bool
  ) -> TimeSpan? {
    guard let written = text(&decoder, node, label) else { return nil }
    switch parseTimeSpan(written, yearHint: decoder.yearHint) {
    case .success(let span):
      decoder.form(node, label) { ordinaryTime($0) }
      return span
    case .failure(let problem):
      decoder.report(
        BadTime.diagnostic(
          problem, field: label.text, isDeadline: isDeadline, at: node.range, path: decoder.path))
      return nil
    }
  }

  /// A single day, in any form that a span takes.
  static func day(_ decoder: inout Decoder, _ node: Node, _ label: FieldLabel) -> Day? {
    guard let written = text(&decoder, node, label) else { return nil }
    if let day = Day(iso: written) { return day }
    switch parseTimeSpan(written, yearHint: decoder.yearHint) {
    case .success(let span) where span.start == span.end:
      decoder.form(node, label) { ordinaryTime($0) }
      return span.start
    case .failure(let problem) where problem.suggestion != nil:
      decoder.report(
        BadTime.diagnostic(problem, field: label.text, at: node.range, path: decoder.path))
    default:
      decoder.report(
        BadTime.notADay(written, field: label.text, at: node.range, path: decoder.path))
    }
    return nil
  }

  /// A deadline: a day, or the last day of a month, quarter or year.
  static func deadline(_ decoder: inout Decoder, _ node: Node, _ label: FieldLabel) -> Day? {
    span(&decoder, node, label, isDeadline: true)?.end
  }

  static func period(_ decoder: inout Decoder, _ node: Node, _ label: FieldLabel) -> Period? {
    guard let written = text(&decoder, node, label) else { return nil }
    if let period = Period(written) {
      decoder.form(node, label) { text in
        halfWidthDigits(in: text).flatMap { Period($0) == period ? $0 : nil }
      }
      return period
    }
    decoder.report(
      BadTime.notAPeriod(written, field: label.text, at: node.range, path: decoder.path))
    return nil
  }

  static func quantity(
    _ decoder: inout Decoder, _ node: Node, _ label: FieldLabel
  ) -> Quantity? {
    guard let written = text(&decoder, node, label) else { return nil }
    switch parseQuantity(written) {
    case .success(let quantity):
      decoder.form(node, label) { ordinaryNumber($0) }
      return quantity
    case .failure(let problem):
      decoder.report(
        BadNumber.diagnostic(problem, field: label.text, at: node.range, path: decoder.path))
      return nil
    }
  }

  /// An amount of yuan, zero or more.
  static func money(
    _ decoder: inout Decoder, _ node: Node, _ label: FieldLabel
  ) -> Quantity? {
    guard let amount = quantity(&decoder, node, label) else { return nil }
    let isNegative = amount.value.isSignMinus
    if amount.unit == .none || amount.unit == .yuan, !isNegative { return amount }
    decoder.report(
      BadNumber.notMoney(
        isNegative: isNegative, field: label.text, at: node.range, path: decoder.path))
    return nil
  }

  static func integer(_ decoder: inout Decoder, _ node: Node, _ label: FieldLabel) -> Int? {
    guard let written = text(&decoder, node, label) else { return nil }
    if let number = Int(written), (0...9999).contains(number) { return number }
    var finding = WrongType.expected(
      "一个整数", "a whole number", field: label.text, at: node.range, path: decoder.path)
    if let plain = halfWidthDigits(in: written), Int(plain) != nil {
      finding.fix?.rewrite = ValueRewrite(range: node.range, content: .text(plain))
    }
    decoder.report(finding)
    return nil
  }

  static func flag(_ decoder: inout Decoder, _ node: Node, _ label: FieldLabel) -> Bool? {
    guard let written = text(&decoder, node, label) else { return nil }
    switch written {
    case "true", "是": return true
    case "false", "否": return false
    default:
      decoder.report(
        WrongType.notAChoice(
          written,
          choices: [LocalizedText(zh: "是", en: "true"), LocalizedText(zh: "否", en: "false")],
          field: label.text, at: node.range, path: decoder.path))
      return nil
    }
  }

  /// Metric and channel references: one text that holds 、 was meant as a list.
  static func reference(
    _ decoder: inout Decoder, _ node: Node, _ label: FieldLabel
  ) -> [Located<String>]? {
    guard let written = text(&decoder, node, label) else { return nil }
    guard mayBeList(written) else { return [Located(written, node.range)] }
    return references(&decoder, in: written, node, label)
  }

  /// Whether a separator beyond ASCII may stand there, by its first byte, or another.
  private static func mayBeList(_ written: String) -> Bool {
    written.withBytes { bytes in
      bytes.contains { $0 == 0x2C || $0 == 0x3B || $0 == 0xE3 || $0 == 0xEF }
    }
  }

  private static func references(
    _ decoder: inout Decoder, in written: String, _ node: Node, _ label: FieldLabel
  ) -> [Located<String>]? {
    var items = written.split { "、，,;；".contains($0) }.map(withoutMargins)
      .filter { !$0.isEmpty }
    guard items.count > 1 else { return [Located(written, node.range)] }
    // Full-width brackets around a list are brackets, not part of its first item.
    if let first = items.first, let last = items.last, first.hasPrefix("【"), last.hasSuffix("】") {
      items[0] = withoutMargins(first.dropFirst())
      items[items.count - 1] = withoutMargins(items[items.count - 1].dropLast())
    }
    if let finding = WrongType.fieldInValue(
      written, of: label.text, in: label.schema, at: node.range, path: decoder.path)
    {
      decoder.report(finding)
      return nil
    }
    // 、 stands between things of one kind only; a comma also between clauses.
    let isEnumeration = !written.contains { "，,;；".contains($0) }
    decoder.report(
      WrongType.joinedList(
        items, isEnumeration: isEnumeration, field: label.text, at: node.range,
        path: decoder.path))
    // What the parts refer to is only asked once they stand apart.
    return nil
  }

  mutating func references(_ record: Record, _ key: Key) -> [Located<String>] {
    guard let node = record.content(of: key) else { return [] }
    let label = record.schema.field(key)
    guard case .sequence(let items) = node.content else {
      return Self.reference(&self, node, label) ?? []
    }
    var found: [Located<String>] = []
    found.reserveCapacity(items.count)
    for item in items where !item.isEmpty {
      guard let written = Self.text(&self, item, label) else { continue }
      if Self.mayBeList(written) {
        found += Self.references(&self, in: written, item, label) ?? []
      } else {
        found.append(Located(written, item.range))
      }
    }
    return found
  }
}

private func withoutMargins(_ text: Substring) -> String {
  func isBlank(_ character: Character) -> Bool { character == " " || character == "\u{3000}" }
  var rest = text.drop(while: isBlank)
  while let last = rest.last, isBlank(last) { rest.removeLast() }
  return String(rest)
}

extension String {
  fileprivate var withoutLineEnds: String {
    var rest = self[...]
    while rest.utf8.last == 0x0A { rest = Substring(rest.utf8.dropLast()) }
    return String(rest)
  }
}
