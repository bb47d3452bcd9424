extension RecordSchema {
  static let target = RecordSchema(
    "目标", "goal",
    [
      (.metric, ["指标"]), (.target, ["目标值", "目标"]), (.baseline, ["基线", "基期"]),
      (.by, ["期限", "完成时间"]), (.note, ["备注"]),
    ])
  static let promotion = RecordSchema(
    "宣传渠道", "promotion",
    [(.channel, ["渠道"]), (.phase, ["阶段"]), (.time, ["时间"]), (.note, ["备注"])])
  static let budgetItem = RecordSchema(
    "预算项", "budget item",
    [(.item, ["项目"]), (.channel, ["渠道"]), (.amount, ["金额"]), (.note, ["备注"])])
  static let duty = RecordSchema(
    "分工", "duty",
    [
      (.who, ["谁", "负责", "负责人"]), (.task, ["任务", "职责"]), (.by, ["完成时间", "期限"]),
      (.note, ["备注"]),
    ])
  static let risk = RecordSchema(
    "风险", "risk",
    [
      (.risk, ["风险"]), (.likelihood, ["可能性"]), (.impact, ["影响"]), (.response, ["应急预案"]),
    ])
  static let approval = RecordSchema(
    "审批", "approval",
    [(.status, ["状态"]), (.by, ["审批人"]), (.on, ["审批日期", "日期"]), (.note, ["备注"])])
  static let compliance = RecordSchema(
    "合规检查", "compliance item",
    [(.item, ["项目"]), (.by, ["检查人", "审批人", "谁"]), (.on, ["日期"]), (.note, ["备注"])])
  static let incident = RecordSchema(
    "突发情况", "incident",
    [(.on, ["日期"]), (.what, ["内容", "情况"]), (.handled, ["处理"])])
  static let basis = RecordSchema(
    "制定依据", "basis",
    [(.strategy, ["公司战略"]), (.market, ["市场情况"]), (.competitors, ["竞争情况"])])
  static let channelPlan = RecordSchema(
    "渠道选择", "channel choice", [(.channel, ["渠道"]), (.why, ["理由"]), (.share, ["占比"])])
  static let staffing = RecordSchema(
    "人员安排", "staffing",
    [(.who, ["谁", "负责", "部门"]), (.role, ["岗位"]), (.headcount, ["人数"]), (.note, ["备注"])])
  static let task = RecordSchema(
    "工作安排", "task",
    [
      (.id, ["编号"]), (.what, ["内容", "任务"]), (.when, ["时间"]), (.who, ["谁", "负责", "负责人"]),
      (.expect, ["预期效果"]), (.from, ["来源"]), (.state, ["进展", "状态"]), (.note, ["备注"]),
    ])
  static let goal = RecordSchema(
    "年度目标", "annual goal",
    [
      (.id, ["编号"]), (.title, ["标题"]), (.metric, ["指标"]), (.baseline, ["基线", "基期"]),
      (.target, ["目标值", "目标"]), (.due, ["期限"]), (.owner, ["负责人"]), (.supports, ["支撑战略", "支撑目标"]),
      (.quarters, ["季度"]), (.months, ["月份", "月度"]), (.note, ["备注"]),
    ])
  static let evaluationResult = RecordSchema(
    "结果", "result", [(.metric, ["指标"]), (.actual, ["实际值"]), (.note, ["备注"])])
  static let problem = RecordSchema(
    "问题", "problem",
    [(.id, ["编号"]), (.what, ["内容", "问题"]), (.cause, ["原因"]), (.severity, ["程度"])])
  static let adjustment = RecordSchema(
    "调整", "adjustment",
    [
      (.for, ["针对"]), (.what, ["内容", "调整"]), (.in, ["落实计划"]), (.who, ["谁", "负责", "负责人"]),
      (.note, ["备注"]),
    ])
  static let account = RecordSchema(
    "账号", "account", [(.platform, ["平台"]), (.name, ["名称"]), (.owner, ["负责人"]), (.note, ["备注"])])
  static let binding = RecordSchema(
    "规则绑定", "rule binding",
    [
      (.clause, ["条款"]), (.rule, ["规则"]), (.for, ["适用"]), (.fields, ["字段"]),
      (.severity, ["级别"]), (.parameters, ["参数"]),
    ])

  static let site = RecordSchema(
    "站点设置", "site settings",
    [
      (.title, ["标题"]), (.organisation, ["单位", "公司"]), (.language, ["语言"]),
      (.timeZone, ["时区"]), (.fiscalYearStart, ["财年起始月"]), (.asOf, ["统计日期"]),
      (.departments, ["部门"]), (.thresholds, ["界线"]), (.rules, ["规则"]), (.history, ["修改历史"]),
    ])
  static let department = RecordSchema(
    "部门", "department", [(.id, ["编号"]), (.name, ["名称"]), (.roles, ["岗位"])])
  static let thresholds = RecordSchema(
    "界线", "thresholds", [(.reached, ["达标"]), (.atRisk, ["预警"])])
  static let metric = RecordSchema(
    "指标", "metric",
    [
      (.id, ["编号"]), (.name, ["名称"]), (.aliases, ["别名"]), (.unit, ["单位"]),
      (.polarity, ["方向"]), (.aggregation, ["汇总方式"]), (.numerator, ["分子"]),
      (.denominator, ["分母"]), (.channels, ["渠道"]), (.note, ["备注"]),
    ])
  static let metricName = RecordSchema("指标名称", "metric name", [(.zh, ["中文"]), (.en, ["英文"])])
}
