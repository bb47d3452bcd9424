extension Decoder {
  mutating func goalSheet(_ record: Record, _ info: DocumentInfo) -> GoalSheet {
    let period = period(record, info)
    var year: Int?
    if case .year(let number)? = period.value { year = number }
    return GoalSheet(
      info: info, period: period, basis: basis(record), approval: approval(record),
      goals: records(record, .goals, as: .goal).map { goal($0, year: year ?? yearHint) })
  }

  private mutating func goal(_ record: Record, year: Int?) -> Goal {
    let metric = located(record, .metric, Self.text)
    let baseline = located(record, .baseline, Self.quantity)
    let target = located(record, .target, Self.quantity)
    let due = value(record, .due, Self.deadline)
    let quarters = parts(record, .quarters, year: year)
    let months = parts(record, .months, year: year)
    let owner = located(record, .owner, Self.text)
    let supports = value(record, .supports, Self.text)
    var unreadable = unread(
      record, metric == nil ? .metric : nil, baseline == nil ? .baseline : nil,
      target == nil ? .target : nil, due == nil ? .due : nil, owner == nil ? .owner : nil,
      supports == nil ? .supports : nil)
    if !quarters.areRead { unreadable.insert(.quarters) }
    if !months.areRead { unreadable.insert(.months) }
    return Goal(
      id: located(record, .id, Self.text) ?? Located("", record.range),
      title: value(record, .title, Self.text), metric: metric, baseline: baseline, target: target,
      due: due, owner: owner, supports: supports,
      quarters: quarters.parts, months: months.parts,
      quartersKey: record[.quarters]?.key.range, monthsKey: record[.months]?.key.range,
      unreadable: unreadable, empty: empty(record), range: record.range)
  }

  private func empty(_ record: Record) -> [Key: SourceRange] {
    var empty: [Key: SourceRange] = [:]
    for (key, entry) in zip(record.keys, record.entries) where entry.value.isEmpty {
      empty[key] = entry.key.range
    }
    return empty
  }

  private mutating func parts(
    _ record: Record, _ key: Key, year: Int?
  ) -> (parts: [Goal.Part], areRead: Bool) {
    guard let node = record.content(of: key) else { return ([], true) }
    let label = record.schema.field(key)
    guard case .mapping(let entries) = node.content else {
      report(
        WrongType.expected(
          "按期间列出的数值", "values by period", field: label.text, at: node.range, path: path,
          example: key == .quarters ? "Q1: 300万\nQ2: 350万" : "01: 100万\n02: 90万"))
      return ([], false)
    }
    var areRead = true
    var written: [Period: Located<String>] = [:]
    let parts = entries.compactMap { entry -> Goal.Part? in
      guard let period = Self.part(entry.key.value, key, year: year) else {
        report(
          BadTime.notAPart(
            entry.key.value, quarters: key == .quarters, at: entry.key.range, path: path))
        areRead = false
        return nil
      }
      if let first = written[period] {
        report(BothLanguages.samePart(entry.key, first: first, path: path))
        areRead = false
        return nil
      }
      written[period] = entry.key
      guard !entry.value.isEmpty else { return nil }
      guard let target = Self.quantity(&self, entry.value, label) else {
        areRead = false
        return nil
      }
      return Goal.Part(period: period, target: Located(target, entry.value.range))
    }
    return (parts, areRead)
  }

  /// `Q1`, `1`, `第一季度`, `第1季度`; `01`, `1`, `1月`; or a whole period such as
  /// `2026-Q1`.
  fileprivate static func part(_ name: String, _ key: Key, year: Int?) -> Period? {
    if let period = Period(name) {
      switch period {
      case .quarter where key == .quarters, .month where key == .months: return period
      default: break
      }
    }
    guard let year else { return nil }
    var rest = Substring(halfWidthDigits(in: name) ?? name)
    let (before, after) =
      key == .quarters ? (["第", "Q", "q"], ["季度", "季"]) : ([], ["月份", "月"])
    for word in before where rest.hasPrefix(word) { rest = rest.dropFirst(word.count) }
    if let word = after.first(where: rest.hasSuffix) { rest = rest.dropLast(word.count) }
    let ordinal = key == .quarters ? ["一": 1, "二": 2, "三": 3, "四": 4][String(rest)] : nil
    let isNumber = (1...2).contains(rest.count) && rest.utf8.allSatisfy { (0x30...0x39) ~= $0 }
    guard let number = ordinal ?? (isNumber ? Int(rest) : nil) else { return nil }
    if key == .quarters { return (1...4).contains(number) ? .quarter(year, number) : nil }
    return (1...12).contains(number) ? .month(year, number) : nil
  }
}

extension Goal {
  /// Whether a field's name is that of a year's part (`01`, `3月`, `Q1`, `第一季度`),
  /// below a goal's `quarters` or `months` or below another part.
  public static func isPart(_ name: String, below above: String) -> Bool {
    guard isPartName(name) else { return false }
    let key = RecordSchema.goal.key(named: above)
    return key == .quarters || key == .months || isPartName(above)
  }

  private static func isPartName(_ name: String) -> Bool {
    [Key.quarters, .months].contains { Decoder.part(name, $0, year: 2000) != nil }
  }
}

extension BadTime {
  static func notAPart(
    _ written: String, quarters: Bool, at range: SourceRange, path: String
  ) -> Diagnostic {
    let (zh, en, example) =
      quarters ? ("季度", "a quarter", "Q1") : ("月份", "a month", "01")
    return Diagnostic(
      id: id, severity: .error, location: SourceLocation(path: path, range: range),
      message: LocalizedText(zh: "「\(written)」不是\(zh)", en: "'\(written)' is not \(en)"),
      fix: Diagnostic.Fix(
        message: LocalizedText(zh: "写成「\(example)」这样的\(zh)", en: "write \(en), as in '\(example)'"))
    )
  }
}
