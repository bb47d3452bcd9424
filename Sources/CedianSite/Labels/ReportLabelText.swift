import CedianModel

extension Label {
  /// The words of reports; empty for all others.
  var reportText: LocalizedText {
    switch self {
    case .reports: LocalizedText(zh: "报告", en: "Reports")
    case .metricIndex: LocalizedText(zh: "指标一览", en: "Metrics")
    case .activityCalendar: LocalizedText(zh: "活动日历", en: "Activity calendar")
    case .unitCount: LocalizedText(zh: "个数", en: "count")
    case .unitRatio: LocalizedText(zh: "倍", en: "ratio")
    case .noChannel: LocalizedText(zh: "未分渠道", en: "No channel")
    case .keyMetrics: LocalizedText(zh: "关键指标", en: "Key metrics")
    case .otherMetrics: LocalizedText(zh: "其他指标", en: "Other metrics")
    case .variance: LocalizedText(zh: "差异", en: "Variance")
    case .betterMark: LocalizedText(zh: "优", en: "better")
    case .worseMark: LocalizedText(zh: "劣", en: "worse")
    case .incomparable: LocalizedText(zh: "不可比", en: "not comparable")
    case .latestReports: LocalizedText(zh: "最近的报告", en: "Latest reports")
    case .previousChange: LocalizedText(zh: "环比", en: "On the period before")
    case .yearChange: LocalizedText(zh: "同比", en: "On the year before")
    case .trendOfYear: LocalizedText(zh: "近13个月", en: "13 months")
    case .comparable: LocalizedText(zh: "同期目标", en: "goal of the same months")
    case .metricsNote:
      LocalizedText(
        zh: "越低越好的指标，达成率 = 2 − 实际 ÷ 目标。「—」为没有可比的数。",
        en:
          "Where lower is better, attainment = 2 − actual ÷ goal. \"—\" has nothing to compare with."
      )
    case .pointNote:
      LocalizedText(
        zh: "把光标停在数值上看完整的数和来源。",
        en: " Point at a value for all its digits and where it comes from.")
    case .byPart: LocalizedText(zh: "逐期", en: "By part")
    case .wholePeriod: LocalizedText(zh: "全期", en: "Whole")
    case .varianceByChannel: LocalizedText(zh: "按渠道看变动", en: "Change by channel")
    case .activityTimes: LocalizedText(zh: "活动时间", en: "When activities ran")
    case .monthCalendar: LocalizedText(zh: "当月日历", en: "Calendar of the month")
    case .channelScorecards: LocalizedText(zh: "渠道", en: "Channels")
    case .ranking:
      LocalizedText(
        zh: "活动（按第一项目标的达成率排列）",
        en: "Activities, by attainment of the first goal")
    case .result: LocalizedText(zh: "结果", en: "Result")
    case .spent: LocalizedText(zh: "花费", en: "Spent")
    case .evaluation: LocalizedText(zh: "评估", en: "Evaluation")
    case .execution: LocalizedText(zh: "执行率", en: "Execution")
    case .taskState: LocalizedText(zh: "进展", en: "State")
    case .ownersOfTasks: LocalizedText(zh: "按负责人", en: "By owner")
    case .budgetAndSpend: LocalizedText(zh: "预算与花费", en: "Budget and spending")
    case .outcomeOfProblems: LocalizedText(zh: "上期问题的去向", en: "What became of the last problems")
    case .problemsAndAdjustments: LocalizedText(zh: "本期问题与调整", en: "Problems and adjustments")
    case .nextTasks: LocalizedText(zh: "下期工作", en: "Tasks of the next period")
    case .competition: LocalizedText(zh: "竞争与平台规则", en: "Competitors and platform rules")
    case .reviewCoverage: LocalizedText(zh: "复盘覆盖", en: "Reviews")
    case .missingReviews: LocalizedText(zh: "还没有复盘", en: "Without a review")
    case .nextBaseline: LocalizedText(zh: "基线", en: "Baseline")
    case .policyChecks: LocalizedText(zh: "制度检查", en: "Policy checks")
    case .dataSource: LocalizedText(zh: "来源", en: "Source")
    case .dataSources: LocalizedText(zh: "数据", en: "Data")
    case .notReported: LocalizedText(zh: "未填报", en: "Not reported")
    case .reasonGiven: LocalizedText(zh: "填报说明", en: "Reason given")
    case .through: LocalizedText(zh: "截至", en: "Through")
    case .dataReported: LocalizedText(zh: "数据", en: "Data")
    case .reviewConclusion: LocalizedText(zh: "复盘结论", en: "What the review concludes")
    case .actualTimes: LocalizedText(zh: "实际", en: "actual")
    case .goalOfPeriod: LocalizedText(zh: "目标", en: "Goal")
    case .unit: LocalizedText(zh: "单位", en: "Unit")
    case .usedBy: LocalizedText(zh: "用于", en: "Used by")
    case .reportedBy: LocalizedText(zh: "填报渠道", en: "Reported by")
    case .formula: LocalizedText(zh: "口径", en: "Definition")
    case .history: LocalizedText(zh: "历史", en: "History")
    case .latestValues: LocalizedText(zh: "最近", en: "Latest")
    case .dataFor: LocalizedText(zh: "数值为", en: "Values of")
    case .decompositionCheck: LocalizedText(zh: "目标分解", en: "How the goal is broken down")
    case .spendByChannel: LocalizedText(zh: "花费", en: "Spend")
    case .allChannels: LocalizedText(zh: "全部渠道", en: "All channels")
    case .noFindings:
      LocalizedText(
        zh: "本期文档没有发现问题。",
        en: "Nothing was found in the documents of this period.")
    case .recentChanges: LocalizedText(zh: "最近改动", en: "Recent changes")
    case .changeHistory: LocalizedText(zh: "修改历史", en: "History")
    case .planChanges: LocalizedText(zh: "本期计划的变动", en: "How plans changed in this period")
    default: LocalizedText(zh: "", en: "")
    }
  }
}
