/// A field that takes one of a few words, in English or Chinese.
protocol Choice: RawRepresentable<String>, CaseIterable, Sendable {
  var label: LocalizedText { get }
  /// Other words that mean the same.
  static var synonyms: [String: Self] { get }
}

extension Choice {
  static var synonyms: [String: Self] { [:] }

  static func read(_ decoder: inout Decoder, _ node: Node, _ label: FieldLabel) -> Self? {
    guard let written = Decoder.text(&decoder, node, label) else { return nil }
    for choice in allCases
    where choice.rawValue.hasSameBytes(as: written) || choice.label.zh.hasSameBytes(as: written) {
      return choice
    }
    if let choice = synonyms[written] { return choice }
    decoder.report(
      WrongType.notAChoice(
        written,
        choices: allCases.map { LocalizedText(zh: $0.label.zh, en: $0.rawValue) },
        field: label.text, at: node.range, path: decoder.path))
    return nil
  }
}

extension ActivityStatus: Choice {}
extension Level: Choice {}
extension Promotion.Phase: Choice {
  static var synonyms: [String: Self] { ["启动": .launch, "正式": .launch, "收尾": .followUp] }
}
extension Approval.Status: Choice {
  static var synonyms: [String: Self] { ["草稿": .draft, "待审批": .submitted, "已通过": .approved] }
}
extension PlanTask.State: Choice {
  static var synonyms: [String: Self] { ["已完结": .done, "取消": .dropped, "进行中": .open] }
}
extension DocumentKind: Choice {}
extension HistorySetting: Choice {
  var label: LocalizedText {
    switch self {
    case .full: LocalizedText(zh: "全部", en: "full")
    case .anonymous: LocalizedText(zh: "不署名", en: "without names")
    case .off: LocalizedText(zh: "不显示", en: "off")
    }
  }
}
extension Severity: Choice {
  var label: LocalizedText { name }
}
extension Language: Choice {
  var label: LocalizedText {
    switch self {
    case .zh: LocalizedText(zh: "中文", en: "Chinese")
    case .en: LocalizedText(zh: "英文", en: "English")
    }
  }
}
extension Metric.Unit: Choice {
  var label: LocalizedText {
    switch self {
    case .yuan: LocalizedText(zh: "元", en: "yuan")
    case .count: LocalizedText(zh: "个数", en: "count")
    case .percent: LocalizedText(zh: "百分比", en: "percent")
    case .ratio: LocalizedText(zh: "倍数", en: "ratio")
    case .days: LocalizedText(zh: "天", en: "days")
    case .score: LocalizedText(zh: "分", en: "score")
    }
  }
}
extension Metric.Polarity: Choice {
  var label: LocalizedText {
    switch self {
    case .higherIsBetter: LocalizedText(zh: "越高越好", en: "higher is better")
    case .lowerIsBetter: LocalizedText(zh: "越低越好", en: "lower is better")
    }
  }
}
extension Metric.Aggregation: Choice {
  var label: LocalizedText {
    switch self {
    case .sum: LocalizedText(zh: "相加", en: "sum")
    case .last: LocalizedText(zh: "取最近", en: "last")
    case .ratio: LocalizedText(zh: "比率", en: "ratio")
    case .none: LocalizedText(zh: "不可加总", en: "none")
    }
  }
}

extension Severity {
  /// How a severity is called.
  public var name: LocalizedText {
    switch self {
    case .error: LocalizedText(zh: "错误", en: "error")
    case .warning: LocalizedText(zh: "警告", en: "warning")
    case .note: LocalizedText(zh: "提示", en: "note")
    }
  }
}
