/// `required-fields`: every document of the bound kinds has the bound fields,
/// and something in them. A field whose value cannot be read has been reported
/// already, so it is quiet about that one. A brief whose approval is still a
/// draft (草拟) may lack fields until it is submitted: a warning then.
enum RequiredFields {
  static let id = "required-fields"

  static let rule = Rule(
    RuleDescription(
      id, .error, of: DocumentKind.allCases,
      LocalizedText(
        zh: "文档写全制度要求的字段，缺少与为空分别指出",
        en: "documents have the fields that the policy asks for, and something in them"),
      detail: LocalizedText(
        zh: "看绑定的 for 所列各类文档（默认活动），要求 fields 所列的字段。方案还在草拟或已被驳回、活动已取消时，只是警告。写了而读不出来的值由其他规则报告，这里不重复。",
        en: """
          Looks at the kinds of document in the binding's `for` (by default activities) and asks \
          for the fields in `fields`. While a brief is a draft or rejected, or its activity is cancelled, it only warns.
          """),
      failing: "主题: 双11主会场\n目标:", passing: "主题: 双11主会场\n目标: 成交总额 ≥ 120万",
      takesFields: true)
  ) { context, run in
    let kinds = Set(context.binding.kinds.map(\.value))
    let wanted = context.binding.fields.map(\.value)
    // Only asked where something is lacking.
    lazy var lenient = Dictionary(
      context.handbook.activities.lazy.compactMap { activity in
        state(of: activity).map { (activity.info.path, $0) }
      }, uniquingKeysWith: { first, _ in first })
    context.handbook.forEachDocument { info in
      guard kinds.isEmpty ? info.kind == .activity : kinds.contains(info.kind) else { return }
      guard info.hasReadableFrontMatter else { return }
      run.examine(info.kind)
      for key in wanted {
        var finding: Diagnostic
        switch info.presence(of: key) {
        // Nobody could write it: the binding has been reported.
        case nil where !RecordSchema.document(info.kind).has(key): continue
        case nil: finding = missing(key, info, context)
        case let field? where field.isEmpty: finding = empty(key, field, info, context)
        default: continue
        }
        if let state = lenient[info.path] { finding = softened(finding, state) }
        run.report(finding)
      }
    }
  }

  /// Why a brief need not be complete now, if so.
  private static func state(of activity: Activity) -> LocalizedText? {
    if activity.isCancelled { return LocalizedText(zh: "活动已取消", en: "the activity is cancelled") }
    switch activity.approval?.status?.value {
    case .draft:
      return LocalizedText(
        zh: "方案尚在草拟，提交审批前须补全", en: "the brief is a draft, complete it before submitting")
    case .rejected where !activity.isCarriedOut:
      return LocalizedText(
        zh: "方案已被驳回，重新提交前须补全",
        en: "the brief was rejected, complete it before submitting it again")
    default: return nil
    }
  }

  private static func softened(_ finding: Diagnostic, _ state: LocalizedText) -> Diagnostic {
    var copy = finding
    copy.severity = min(finding.severity, .warning)
    copy.message = LocalizedText(
      zh: finding.message.zh + "；" + state.zh, en: finding.message.en + "; " + state.en)
    return copy
  }

  private static func missing(
    _ key: Key, _ info: DocumentInfo, _ context: RuleContext
  ) -> Diagnostic {
    let name = RecordSchema.document(info.kind).label(of: key)
    return context.finding(
      id, at: info.closing, in: info.path,
      LocalizedText(
        zh: "缺少必填字段「\(name.zh)」(\(key.rawValue))",
        en: "required field '\(key.rawValue)' (\(name.zh)) is missing"),
      fix: Diagnostic.Fix(
        message: LocalizedText(
          zh: "在这一行之前加上，例如", en: "add it above this line, as in"),
        example: example(key, info)))
  }

  private static func empty(
    _ key: Key, _ field: DocumentInfo.FieldPresence, _ info: DocumentInfo, _ context: RuleContext
  ) -> Diagnostic {
    let name = RecordSchema.document(info.kind).label(of: key)
    return context.finding(
      id, at: field.keyRange, in: info.path,
      LocalizedText(
        zh: "必填字段「\(name.zh)」(\(key.rawValue)) 写了，但为空",
        en: "required field '\(key.rawValue)' (\(name.zh)) is there but empty"),
      fix: Diagnostic.Fix(
        message: LocalizedText(zh: "在冒号后填写，例如", en: "fill it in after the colon, as in"),
        example: example(key, info)))
  }

  /// A line to start from, in the language of the file's own keys.
  private static func example(_ key: Key, _ info: DocumentInfo) -> String {
    let label = RecordSchema.document(info.kind).label(of: key).zh
    let name = info.writesEnglishKeys ? key.rawValue : label
    let value =
      switch key {
      case .theme: "双11主会场：一壶好茶过秋冬"
      case .goal: "成交总额 ≥ 120万"
      case .time: "2026-11-01/2026-11-11"
      case .audience: "近 12 个月下过单的会员"
      case .format: "满减、直播、会员加赠"
      case .expectedEffect: "带动成交总额 120万元，参与 8,000 人"
      case .owner: "市场部"
      case .period: "2026-11"
      case .status: "计划中"
      case .budget: "12万"
      case .channels: "[social, email]"
      default: "……"
      }
    return "\(name): \(value)"
  }
}

extension DocumentInfo {
  /// Whether the file's keys are in English; Chinese is assumed of an empty one.
  var writesEnglishKeys: Bool { englishKeyCount * 2 > fields.count }
}
