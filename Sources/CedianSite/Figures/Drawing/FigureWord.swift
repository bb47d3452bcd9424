import CedianModel

/// The words that figures say themselves.
enum FigureWord: Sendable, CaseIterable {
  case data, period, item, actual, plan, previous, forecast, target, difference, effect
  case favourable, adverse, missing, noTarget, noData, activity, warmUp, undated, today
  case cancelledPlan, lacksChannels
  case reached, atRisk, missed, state, axisBroken, unexplained, days, agrees, withinRounding,
    partsDiffer

  var text: LocalizedText {
    switch self {
    case .data: LocalizedText(zh: "数据表", en: "Data")
    case .period: LocalizedText(zh: "期间", en: "Period")
    case .item: LocalizedText(zh: "项目", en: "Item")
    case .actual: LocalizedText(zh: "实际", en: "Actual")
    case .plan: LocalizedText(zh: "计划", en: "Plan")
    case .previous: LocalizedText(zh: "上期", en: "Previous")
    case .forecast: LocalizedText(zh: "预测", en: "Forecast")
    case .target: LocalizedText(zh: "目标", en: "Target")
    case .difference: LocalizedText(zh: "差异", en: "Variance")
    case .effect: LocalizedText(zh: "影响", en: "Effect")
    case .favourable: LocalizedText(zh: "有利", en: "favourable")
    case .adverse: LocalizedText(zh: "不利", en: "adverse")
    case .missing: LocalizedText(zh: "未填报", en: "not reported")
    case .noTarget: LocalizedText(zh: "无目标", en: "no target")
    case .noData: LocalizedText(zh: "没有数据", en: "No data")
    case .activity: LocalizedText(zh: "活动", en: "Activity")
    case .warmUp: LocalizedText(zh: "预热", en: "Warm-up")
    case .undated: LocalizedText(zh: "时间未定", en: "undated")
    case .today: LocalizedText(zh: "今天", en: "Today")
    case .cancelledPlan: LocalizedText(zh: "已取消的计划", en: "Cancelled plan")
    case .lacksChannels: LocalizedText(zh: "缺渠道", en: "Without a channel")
    case .reached: LocalizedText(zh: "达标", en: "reached")
    case .atRisk: LocalizedText(zh: "预警", en: "at risk")
    case .missed: LocalizedText(zh: "未达标", en: "missed")
    case .state: LocalizedText(zh: "状态", en: "State")
    case .axisBroken: LocalizedText(zh: "横轴不从零起", en: "axis does not start at zero")
    case .unexplained: LocalizedText(zh: "未归因", en: "not attributed")
    case .days: LocalizedText(zh: "日期", en: "Dates")
    case .agrees: LocalizedText(zh: "一致", en: "agrees")
    case .withinRounding: LocalizedText(zh: "舍入之内", en: "within rounding")
    case .partsDiffer: LocalizedText(zh: "下级合计差", en: "Parts differ by")
    }
  }
}

extension Language {
  func callAsFunction(_ word: FigureWord) -> String { word.text[self] }

  /// Between two facts of one sentence, and at its end.
  var comma: String { self == .zh ? "，" : ", " }
  var stop: String { self == .zh ? "。" : "." }
  var colon: String { self == .zh ? "：" : ": " }
}
