import CedianModel

/// A month's, quarter's or year's report.
struct ReportPageView: View {
  var state: StatusView
  var through: EscapedHTML
  var dataCount: EscapedHTML
  var plan: LinkView?
  var review: LinkView?
  var json: LinkView
  var csv: LinkView
  var sentences: [EscapedHTML]
  var counts: [CountView]
  var conclusion: EscapedHTML
  var cards: [MetricRowView]
  var metrics: [MetricRowView]
  var otherMetrics: [MetricRowView]
  var hasPrevious: Bool
  var partHeads: [LinkView]
  var partRows: [ReportPartRowView]
  var columns: [EscapedHTML]
  var waterfalls: [EscapedHTML]
  var decompositions: [EscapedHTML]
  var gantt: EscapedHTML
  var channels: [ReportChannelView]
  var activities: [ReportActivityView]
  var activityCount: EscapedHTML
  var allActivities: LinkView?
  var taskCounts: [CountView]
  var tasksByOwner: [OwnerTasksView]
  var tasks: [TaskView]
  var budget: [ReportBudgetView]
  var pacing: EscapedHTML
  var loop: [ReportProblemView]
  var previousReview: LinkView?
  var problems: [ReportProblemView]
  var nextPlan: LinkView?
  var nextTasks: [TaskView]
  var competition: [ReviewExcerptView]
  var coverage: EscapedHTML
  var coverageMissing: [EscapedHTML]
  var coverageGrid: EscapedHTML
  var lessons: [LessonView]
  var baseline: [MetricRowView]
  var baselineYear: EscapedHTML
  var changes: [HistoryView]
  var policy: [ReportClauseView]
  var gaps: [ReportGapView]
  var files: EscapedHTML

  /// JSON and CSV, which lie beside the page; no template sees them.
  var data: [OutputFile]

  static let keys = ViewKeys<ReportPageView>(
    "报告页",
    [
      .view("state", "已结束、进行中、未开始", \.state),
      .text("through", "进行中的期间：数据截至的日期；否则为空", \.through),
      .text("dataCount", "已填报与应填报的项数，如 33/35", \.dataCount),
      .view("plan", "本期计划", \.plan),
      .view("review", "本期复盘", \.review),
      .view("json", "JSON 数据", \.json),
      .view("csv", "CSV 数据", \.csv),
      .texts("sentences", "三句结论", \.sentences),
      .list("counts", "达标、预警、未达标、无数据的项数", \.counts),
      .text("conclusion", "复盘的结论", \.conclusion),
      .list("cards", "有目标的指标", \.cards),
      .list("metrics", "有目标的指标（表）", \.metrics),
      .list("otherMetrics", "没有目标的指标", \.otherMetrics),
      .flag("hasPrevious", "是否有环比；年报没有，与同比相同", \.hasPrevious),
      .list("partHeads", "各月（季报）或各季（年报），通往其报告", \.partHeads),
      .list("partRows", "各指标在各期的数值", \.partRows),
      .list("channels", "各渠道", \.channels),
      .texts("columns", "逐期柱图（SVG）", \.columns),
      .texts("waterfalls", "按渠道的变动（SVG）", \.waterfalls),
      .texts("decompositions", "目标分解的核对（SVG，季报与年报）", \.decompositions),
      .html("gantt", "活动的计划与实际时间（SVG）", \.gantt),
      .list("activities", "本期活动，最多60项", \.activities),
      .text("activityCount", "本期活动总数；列全时为空", \.activityCount),
      .view("allActivities", "活动索引", \.allActivities),
      .list("taskCounts", "各种进展的工作数", \.taskCounts),
      .list("tasksByOwner", "各负责人的工作数", \.tasksByOwner),
      .list("tasks", "本期工作", \.tasks),
      .list("budget", "预算与花费", \.budget),
      .text("pacing", "进行中的期间：按时间进度计的花费；否则为空", \.pacing),
      .list("loop", "上期问题的去向", \.loop),
      .view("previousReview", "上期复盘", \.previousReview),
      .list("problems", "本期问题与调整", \.problems),
      .view("nextPlan", "下期计划", \.nextPlan),
      .list("nextTasks", "下期工作", \.nextTasks),
      .list("competition", "复盘里关于竞争与平台规则的段落（季报）", \.competition),
      .text("coverage", "复盘数，如 12/12、4/4（年报）", \.coverage),
      .texts("coverageMissing", "已结束而没有复盘的期间（年报）", \.coverageMissing),
      .html("coverageGrid", "复盘覆盖（SVG，年报）", \.coverageGrid),
      .list("lessons", "各项评估的经验（年报）", \.lessons),
      .list("baseline", "次年目标的基线：本年实际（年报）", \.baseline),
      .text("baselineYear", "次年，如 2027年", \.baselineYear),
      .list("changes", "本期内计划与活动的变动（取自 git）", \.changes),
      .list("policy", "本期文档的检查结果，按条款", \.policy),
      .list("gaps", "未填报的数据", \.gaps),
      .text("files", "数据来自哪些文件", \.files),
    ])
}

/// A metric across the parts of a period.
struct ReportPartRowView: View {
  var metric: LinkView
  var cells: [ReportPartCellView]
  var whole: ReportPartCellView

  static let keys = ViewKeys<ReportPartRowView>(
    "分期的一行",
    [
      .view("metric", "指标", \.metric),
      .list("cells", "各期", \.cells),
      .view("whole", "全期", \.whole),
    ])
}

struct ReportPartCellView: View {
  var column: EscapedHTML
  var value: ValueView?
  var absence: EscapedHTML
  var coverage: EscapedHTML
  var attainment: EscapedHTML
  var status: StatusView?
  var source: EscapedHTML

  static let keys = ViewKeys<ReportPartCellView>(
    "分期的一格",
    [
      .text("column", "期间", \.column),
      .view("value", "实际值", \.value),
      .text("absence", "没有实际值的原因", \.absence),
      .text("coverage", "实际值不全时覆盖到哪里", \.coverage),
      .text("attainment", "达成率；没有目标时为空", \.attainment),
      .view("status", "状态", \.status),
      .text("source", "完整数值", \.source),
    ])
}

struct ReportChannelView: View {
  var channel: LinkView
  var owner: LinkView?
  var spend: ValueView?
  var metrics: [MetricRowView]
  var missing: EscapedHTML
  var problems: [ReportProblemView]

  static let keys = ViewKeys<ReportChannelView>(
    "报告中的渠道",
    [
      .view("channel", "渠道", \.channel),
      .view("owner", "负责人", \.owner),
      .view("spend", "花费", \.spend),
      .list("metrics", "渠道的指标", \.metrics),
      .text("missing", "未填报的指标", \.missing),
      .list("problems", "本期问题中提到这个渠道的", \.problems),
    ])
}

struct OwnerTasksView: View {
  var owner: LinkView
  var counts: [CountView]

  static let keys = ViewKeys<OwnerTasksView>(
    "一位负责人的工作",
    [
      .view("owner", "负责人", \.owner),
      .list("counts", "各种进展的工作数", \.counts),
    ])
}

/// A section of a review, shown where it is asked for.
struct ReviewExcerptView: View {
  var review: LinkView
  var body: EscapedHTML

  static let keys = ViewKeys<ReviewExcerptView>(
    "复盘的一段",
    [
      .view("review", "出自哪份复盘的哪一节", \.review),
      .html("body", "内容", \.body),
    ])
}

struct LessonView: View {
  var text: EscapedHTML
  var source: LinkView

  static let keys = ViewKeys<LessonView>(
    "经验",
    [
      .text("text", "内容", \.text),
      .view("source", "出自哪项评估", \.source),
    ])
}

struct ReportClauseView: View {
  var clause: LinkView?
  var words: EscapedHTML
  var errors: EscapedHTML
  var warnings: EscapedHTML
  var documents: [LinkView]

  static let keys = ViewKeys<ReportClauseView>(
    "一个条款的检查结果",
    [
      .view("clause", "条款；基本格式的检查没有", \.clause),
      .text("words", "条款的文字", \.words),
      .text("errors", "错误数；没有时为空", \.errors),
      .text("warnings", "警告数；没有时为空", \.warnings),
      .list("documents", "涉及的文档", \.documents),
    ])
}

struct ReportGapView: View {
  var month: EscapedHTML
  var channel: LinkView
  var metric: LinkView
  var reason: EscapedHTML

  static let keys = ViewKeys<ReportGapView>(
    "未填报的一项",
    [
      .text("month", "月份", \.month),
      .view("channel", "渠道", \.channel),
      .view("metric", "指标", \.metric),
      .text("reason", "结果表里写明的原因", \.reason),
    ])
}
