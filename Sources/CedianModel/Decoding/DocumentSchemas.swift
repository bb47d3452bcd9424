extension RecordSchema {
  private static let common: [(Key, [String])] = [
    (.kind, ["类型"]), (.id, ["编号"]), (.title, ["标题"]), (.owner, ["负责人"]),
    (.tags, ["标签"]), (.updated, ["更新日期"]), (.draft, ["草稿"]),
  ]

  static let activity = RecordSchema(
    "活动", "activity",
    common + [
      (.theme, ["主题", "活动主题"]), (.goal, ["目标", "活动目标"]), (.time, ["时间", "活动时间"]),
      (.audience, ["参与对象", "对象", "目标客户"]), (.format, ["活动形式", "形式"]),
      (.expectedEffect, ["预期效果"]), (.channels, ["渠道"]),
      (.promotion, ["宣传渠道", "宣传推广"]), (.budget, ["预算"]), (.duties, ["职责分工", "分工"]),
      (.risks, ["风险", "风险评估"]), (.approval, ["审批"]), (.status, ["状态"]),
      (.supports, ["支撑目标"]), (.insight, ["客户洞察"]), (.occasion, ["节日热点"]),
      (.compliance, ["合规检查"]), (.actualTime, ["实际时间"]), (.incidents, ["突发情况"]),
    ])

  static let plan = RecordSchema(
    "计划", "plan",
    common + [
      (.period, ["周期", "期间"]), (.focus, ["工作重点"]), (.basis, ["制定依据"]),
      (.alignment, ["协调关系"]), (.channelPlan, ["渠道选择"]), (.activities, ["活动"]),
      (.budget, ["预算"]), (.staffing, ["人员安排"]), (.tasks, ["工作安排"]),
      (.goal, ["目标"]), (.approval, ["审批"]), (.status, ["状态"]),
    ])

  static let goals = RecordSchema(
    "年度目标", "annual goals",
    common + [
      (.period, ["周期", "期间"]), (.basis, ["制定依据"]), (.goals, ["年度目标", "目标"]),
      (.alignment, ["协调关系"]), (.approval, ["审批"]), (.status, ["状态"]),
    ])

  static let channel = RecordSchema(
    "渠道", "channel",
    common + [
      (.duties, ["职责", "职责分工", "分工"]), (.metrics, ["指标"]), (.accounts, ["账号"]),
      (.stores, ["店铺"]), (.consent, ["名单来源"]), (.aliases, ["别名"]), (.status, ["状态"]),
    ])

  static let policy = RecordSchema(
    "制度", "policy chapter",
    common + [
      (.chapter, ["章"]), (.version, ["版本"]), (.effective, ["生效日期"]), (.rules, ["规则"]),
      (.status, ["状态"]),
    ])

  static let evaluation = RecordSchema(
    "活动评估", "evaluation",
    common + [
      (.activity, ["活动"]), (.results, ["结果"]), (.conclusion, ["结论"]), (.lessons, ["经验"]),
      (.status, ["状态"]),
    ])

  static let review = RecordSchema(
    "复盘", "review",
    common + [
      (.period, ["周期", "期间"]), (.conclusion, ["结论"]), (.problems, ["问题"]),
      (.adjustments, ["调整"]), (.lessons, ["经验"]), (.status, ["状态"]),
    ])

  static let page = RecordSchema("页面", "page", common)

  /// The keys of a document of this kind.
  public static func document(_ kind: DocumentKind) -> RecordSchema {
    switch kind {
    case .activity: activity
    case .plan: plan
    case .goals: goals
    case .channel: channel
    case .policy: policy
    case .evaluation: evaluation
    case .review: review
    case .page: page
    }
  }
}
