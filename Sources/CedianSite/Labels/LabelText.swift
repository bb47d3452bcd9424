import CedianModel

extension Label {
  /// What is shown.
  var text: LocalizedText {
    switch self {
    case .skip: LocalizedText(zh: "跳到正文", en: "Skip to content")
    case .menu: LocalizedText(zh: "目录", en: "Menu")
    case .sections: LocalizedText(zh: "栏目", en: "Sections")
    case .contents: LocalizedText(zh: "目录", en: "Contents")
    case .onThisPage: LocalizedText(zh: "本页目录", en: "On this page")
    case .breadcrumb: LocalizedText(zh: "所在栏目", en: "Breadcrumb")
    case .neighbours: LocalizedText(zh: "前后页", en: "Neighbouring pages")
    case .previous: LocalizedText(zh: "上一页", en: "Previous")
    case .next: LocalizedText(zh: "下一页", en: "Next")
    case .home: LocalizedText(zh: "首页", en: "Home")
    case .siteMap: LocalizedText(zh: "站点地图", en: "Site map")
    case .notFound: LocalizedText(zh: "找不到页面", en: "Page not found")
    case .notFoundAdvice:
      LocalizedText(
        zh: "这个网址没有对应的页面，可能已改名或删除。可以从下面的栏目找起：",
        en:
          "There is no page at this address; it may have been renamed or removed. Start from one of these:"
      )
    case .all: LocalizedText(zh: "全部", en: "All")
    case .showAll: LocalizedText(zh: "显示全部", en: "Show all")
    case .words: LocalizedText(zh: "文字", en: "Words")
    case .noneMatch: LocalizedText(zh: "没有符合条件的活动", en: "No activity matches")
    case .yes: LocalizedText(zh: "已写明", en: "stated")
    case .no: LocalizedText(zh: "未写明", en: "not stated")
    case .policy: LocalizedText(zh: "制度", en: "Policy")
    case .channels: LocalizedText(zh: "渠道", en: "Channels")
    case .goals: LocalizedText(zh: "年度目标", en: "Annual goals")
    case .plans: LocalizedText(zh: "计划", en: "Plans")
    case .activities: LocalizedText(zh: "活动", en: "Activities")
    case .evaluations: LocalizedText(zh: "活动评估", en: "Evaluations")
    case .reviews: LocalizedText(zh: "复盘", en: "Reviews")
    case .departments: LocalizedText(zh: "部门", en: "Departments")
    case .otherPages: LocalizedText(zh: "其他", en: "Other pages")
    case .channel: LocalizedText(zh: "渠道", en: "Channel")
    case .goal: LocalizedText(zh: "目标", en: "Goal")
    case .plan: LocalizedText(zh: "计划", en: "Plan")
    case .activity: LocalizedText(zh: "活动", en: "Activity")
    case .review: LocalizedText(zh: "复盘", en: "Review")
    case .department: LocalizedText(zh: "部门", en: "Department")
    case .task: LocalizedText(zh: "工作", en: "Task")
    case .duty: LocalizedText(zh: "职责", en: "Duty")
    case .problem: LocalizedText(zh: "问题", en: "Problem")
    case .adjustment: LocalizedText(zh: "调整", en: "Adjustment")
    case .metric: LocalizedText(zh: "指标", en: "Metric")
    case .clause: LocalizedText(zh: "条款", en: "Clause")
    case .rule: LocalizedText(zh: "规则", en: "Rule")
    case .risk: LocalizedText(zh: "风险", en: "Risk")
    case .item: LocalizedText(zh: "项目", en: "Item")
    case .sixFields: LocalizedText(zh: "活动六要素", en: "The six fields")
    case .theme: LocalizedText(zh: "主题", en: "Theme")
    case .time: LocalizedText(zh: "时间", en: "Time")
    case .audience: LocalizedText(zh: "参与对象", en: "Audience")
    case .format: LocalizedText(zh: "活动形式", en: "Format")
    case .expectedEffect: LocalizedText(zh: "预期效果", en: "Expected effect")
    case .missing: LocalizedText(zh: "未填写", en: "Missing")
    case .supports: LocalizedText(zh: "支撑目标", en: "Supports")
    case .insight: LocalizedText(zh: "客户洞察", en: "Customer insight")
    case .occasion: LocalizedText(zh: "节日热点", en: "Occasion")
    case .approval: LocalizedText(zh: "审批", en: "Approval")
    case .approvedBy: LocalizedText(zh: "审批人", en: "By")
    case .approvedOn: LocalizedText(zh: "审批日期", en: "On")
    case .division: LocalizedText(zh: "分工", en: "Division of duties")
    case .risks: LocalizedText(zh: "风险与预案", en: "Risks and contingencies")
    case .likelihood: LocalizedText(zh: "可能性", en: "Likelihood")
    case .impact: LocalizedText(zh: "影响", en: "Impact")
    case .response: LocalizedText(zh: "应急预案", en: "Contingency")
    case .complianceChecks: LocalizedText(zh: "合规检查", en: "Compliance checks")
    case .incidents: LocalizedText(zh: "突发情况", en: "Incidents")
    case .what: LocalizedText(zh: "情况", en: "What happened")
    case .handled: LocalizedText(zh: "处理", en: "How it was handled")
    case .schedule: LocalizedText(zh: "时间安排", en: "Schedule")
    case .planned: LocalizedText(zh: "计划", en: "Planned")
    case .actual: LocalizedText(zh: "实际", en: "Actual")
    case .warmUp: LocalizedText(zh: "预热", en: "Warm-up")
    case .differsFromPlan: LocalizedText(zh: "与计划不同", en: "differs from the plan")
    case .timelineKey:
      LocalizedText(
        zh: "预热（浅）、计划（框）、实际（实）",
        en: "Warm-up (light), planned (outline), actual (solid)")
    case .baseline: LocalizedText(zh: "基线", en: "Baseline")
    case .target: LocalizedText(zh: "目标值", en: "Target")
    case .attainment: LocalizedText(zh: "达成率", en: "Attainment")
    case .goalAgainstResult: LocalizedText(zh: "目标与结果", en: "Goals and results")
    case .reached: LocalizedText(zh: "达标", en: "reached")
    case .atRisk: LocalizedText(zh: "预警", en: "at risk")
    case .missed: LocalizedText(zh: "未达标", en: "missed")
    case .noData: LocalizedText(zh: "无数据", en: "no data")
    case .budget: LocalizedText(zh: "预算", en: "Budget")
    case .amount: LocalizedText(zh: "金额", en: "Amount")
    case .share: LocalizedText(zh: "占比", en: "Share")
    case .total: LocalizedText(zh: "合计", en: "Total")
    case .unitYuan: LocalizedText(zh: "元", en: "CNY")
    case .unitDays: LocalizedText(zh: "天", en: "days")
    case .unitHours: LocalizedText(zh: "小时", en: "hours")
    case .unitMinutes: LocalizedText(zh: "分钟", en: "minutes")
    case .unitSeconds: LocalizedText(zh: "秒", en: "seconds")
    case .unitScore: LocalizedText(zh: "分", en: "points")
    case .unitPercentagePoint: LocalizedText(zh: "个百分点", en: "pp")
    case .activityUnit: LocalizedText(zh: "项活动", en: "activities")
    case .clauseUnit: LocalizedText(zh: "条", en: "clauses")
    case .problemUnit: LocalizedText(zh: "个问题", en: "problems")
    case .owner: LocalizedText(zh: "负责人", en: "Owner")
    case .who: LocalizedText(zh: "负责", en: "Who")
    case .when: LocalizedText(zh: "时间", en: "When")
    case .by: LocalizedText(zh: "期限", en: "By")
    case .due: LocalizedText(zh: "期限", en: "Due")
    case .date: LocalizedText(zh: "日期", en: "Date")
    case .state: LocalizedText(zh: "状态", en: "State")
    case .progress: LocalizedText(zh: "进展", en: "Progress")
    case .expect: LocalizedText(zh: "预期效果", en: "Expected effect")
    case .origin: LocalizedText(zh: "来源", en: "From")
    case .note: LocalizedText(zh: "说明", en: "Note")
    case .name: LocalizedText(zh: "名称", en: "Name")
    case .id: LocalizedText(zh: "编号", en: "Id")
    case .why: LocalizedText(zh: "理由", en: "Why")
    case .role: LocalizedText(zh: "岗位", en: "Role")
    case .roles: LocalizedText(zh: "岗位", en: "Roles")
    case .headcount: LocalizedText(zh: "人数", en: "Headcount")
    case .month: LocalizedText(zh: "月份", en: "Month")
    case .months: LocalizedText(zh: "各月", en: "Months")
    case .quarter: LocalizedText(zh: "季度", en: "Quarter")
    case .updated: LocalizedText(zh: "更新于", en: "Updated")
    case .asOf: LocalizedText(zh: "截至", en: "As of")
    case .severity: LocalizedText(zh: "程度", en: "Severity")
    case .focus: LocalizedText(zh: "工作重点", en: "Focus")
    case .tasks: LocalizedText(zh: "工作安排", en: "Tasks")
    case .channelPlan: LocalizedText(zh: "渠道选择", en: "Choice of channels")
    case .staffing: LocalizedText(zh: "人员安排", en: "Staffing")
    case .basis: LocalizedText(zh: "制定依据", en: "Basis")
    case .strategy: LocalizedText(zh: "公司战略", en: "Company strategy")
    case .market: LocalizedText(zh: "市场情况", en: "Market")
    case .competitors: LocalizedText(zh: "竞争情况", en: "Competitors")
    case .alignment: LocalizedText(zh: "协调关系", en: "Alignment")
    case .targetOfPeriod: LocalizedText(zh: "本期目标", en: "Target of the period")
    case .wholeYear: LocalizedText(zh: "全年", en: "Whole year")
    case .quarterTarget: LocalizedText(zh: "季度目标", en: "Quarter's target")
    case .smartSpecific: LocalizedText(zh: "具体：指标与负责人", en: "Specific: metric, owner")
    case .smartMeasurable: LocalizedText(zh: "可衡量：指标和目标值", en: "Measurable: metric and target")
    case .smartAchievable: LocalizedText(zh: "可实现：有基线可比", en: "Achievable: baseline")
    case .smartRelevant: LocalizedText(zh: "相关：服务的战略", en: "Relevant: strategy served")
    case .smartTimeBound: LocalizedText(zh: "有时限：期限", en: "Time-bound: due date")
    case .duties: LocalizedText(zh: "职责", en: "Duties")
    case .accounts: LocalizedText(zh: "账号与店铺", en: "Accounts and stores")
    case .platform: LocalizedText(zh: "平台", en: "Platform")
    case .consent: LocalizedText(zh: "名单来源", en: "Lawful basis of the list")
    case .metrics: LocalizedText(zh: "指标口径", en: "Metrics")
    case .definition: LocalizedText(zh: "口径", en: "Definition")
    case .polarity: LocalizedText(zh: "方向", en: "Direction")
    case .higherIsBetter: LocalizedText(zh: "越高越好", en: "higher is better")
    case .lowerIsBetter: LocalizedText(zh: "越低越好", en: "lower is better")
    case .aggregatesBySum: LocalizedText(zh: "逐月相加", en: "months add up")
    case .aggregatesByLast: LocalizedText(zh: "取最近一月", en: "newest month counts")
    case .neverAggregates: LocalizedText(zh: "不可加总", en: "never added up")
    case .calendarThisQuarter: LocalizedText(zh: "本季度活动", en: "Activities this quarter")
    case .tasksThisMonth: LocalizedText(zh: "负责部门本月的工作", en: "This month's tasks of the owners")
    case .allActivities: LocalizedText(zh: "全部活动", en: "All activities")
    case .conclusion: LocalizedText(zh: "结论", en: "Conclusion")
    case .lessons: LocalizedText(zh: "经验", en: "Lessons")
    case .problemsAndAnswers: LocalizedText(zh: "问题与去向", en: "Problems and what became of them")
    case .cause: LocalizedText(zh: "原因", en: "Cause")
    case .version: LocalizedText(zh: "版本", en: "Version")
    case .inForce: LocalizedText(zh: "起施行", en: "in force")
    case .proposal: LocalizedText(zh: "草案", en: "Proposal")
    case .proposalNotice:
      LocalizedText(
        zh: "本章是草案，供公司补充完善，目前不作为执行依据，也不绑定检查规则。",
        en:
          "This chapter is a proposal for the company to complete. It binds nobody yet and no rule enforces it."
      )
    case .rulesOfChapter: LocalizedText(zh: "本章的检查规则", en: "Rules that enforce this chapter")
    case .requirement: LocalizedText(zh: "要求", en: "Requirement")
    case .compliance: LocalizedText(zh: "合规", en: "Compliant")
    case .compliant: LocalizedText(zh: "合规", en: "compliant")
    case .openTasks: LocalizedText(zh: "未完成的工作", en: "Open tasks")
    case .channelDuties: LocalizedText(zh: "渠道职责", en: "Channel duties")
    case .activityDuties: LocalizedText(zh: "活动分工", en: "Activity duties")
    case .adjustments: LocalizedText(zh: "待落实的调整", en: "Adjustments")
    case .documentsOwned: LocalizedText(zh: "负责的渠道与计划", en: "Channels and plans owned")
    case .activitiesThisMonth: LocalizedText(zh: "本月活动", en: "Activities this month")
    case .noActivitiesThisMonth: LocalizedText(zh: "本月没有活动", en: "No activities this month")
    case .attention: LocalizedText(zh: "待办与逾期", en: "Due and late")
    case .nothingLate: LocalizedText(zh: "没有逾期或待办", en: "Nothing is due or late")
    case .findings: LocalizedText(zh: "检查结果", en: "Findings")
    case .nothingFound: LocalizedText(zh: "没有发现问题", en: "Nothing found")
    case .goalsThisMonth: LocalizedText(zh: "本月目标", en: "Goals this month")
    case .planThisMonth: LocalizedText(zh: "本月计划", en: "This month's plan")
    case .latestReview: LocalizedText(zh: "最近复盘", en: "Latest review")
    case .late: LocalizedText(zh: "逾期", en: "late")
    case .awaitsApproval: LocalizedText(zh: "待审批", en: "awaits approval")
    case .awaitsEvaluation: LocalizedText(zh: "待评估", en: "awaits evaluation")
    case .overviews: LocalizedText(zh: "总览", en: "Overviews")
    case .rules: LocalizedText(zh: "检查规则", en: "Rules")
    case .compliancePages: LocalizedText(zh: "合规情况", en: "How the policy is kept")
    case .responsibilityMatrix: LocalizedText(zh: "责任矩阵", en: "Responsibility matrix")
    case .approvalLedger: LocalizedText(zh: "审批台账", en: "Approval ledger")
    case .riskMatrix: LocalizedText(zh: "风险矩阵", en: "Risk matrix")
    case .channelActivityMatrix: LocalizedText(zh: "渠道与活动", en: "Channels and activities")
    case .goalActivityMap: LocalizedText(zh: "目标与活动", en: "Goals and activities")
    case .decompositionTree: LocalizedText(zh: "目标分解", en: "Breakdown of goals")
    case .closedLoop: LocalizedText(zh: "问题闭环", en: "From problem to outcome")
    case .coverageGrid: LocalizedText(zh: "复盘与评估", en: "Reviews and evaluations")
    case .responsibilityQuestion:
      LocalizedText(
        zh: "谁负责什么：条款、目标、渠道职责、活动分工和工作，按部门排开。",
        en:
          "Who owes what: clauses, goals, channel duties, activity duties and tasks, by department."
      )
    case .approvalQuestion:
      LocalizedText(
        zh: "每个目标、计划和活动由谁在何时批准，比开始早几天。",
        en:
          "Who approved each set of goals, plan and activity, when, and how long before it began."
      )
    case .riskQuestion:
      LocalizedText(
        zh: "各活动的风险按可能性和影响排开，未结束的活动在前。",
        en: "The risks of all activities by likelihood and impact, those not over first.")
    case .channelActivityQuestion:
      LocalizedText(
        zh: "每项活动用了哪些渠道，预热、上线、跟进各在哪里。",
        en:
          "Which channels each activity uses, and where it is warmed up, launched and followed up."
      )
    case .goalActivityQuestion:
      LocalizedText(
        zh: "每个年度目标靠哪些活动支撑，目标本身写得是否完整。",
        en: "Which activities carry each annual goal, and whether the goal itself is complete.")
    case .decompositionQuestion:
      LocalizedText(
        zh: "全年目标分到各季各月后是否还等于全年，差在哪里。",
        en: "Whether quarters and months still make up the year, and where they differ.")
    case .closedLoopQuestion:
      LocalizedText(
        zh: "复盘发现的问题怎样调整、落到哪项工作、结果如何。",
        en:
          "What was changed for each problem that a review found, which task carries it out, and what came of it."
      )
    case .coverageQuestion:
      LocalizedText(
        zh: "每个月的计划、复盘、活动评估和结果数据是否都有。",
        en: "Whether each month has its plan, its review, its evaluations and its figures.")
    case .complianceRate: LocalizedText(zh: "合规率", en: "Checks passed")
    case .checksUnit: LocalizedText(zh: "份次", en: "checks")
    case .clausesKept: LocalizedText(zh: "全部合规的条款", en: "Clauses fully kept")
    case .allKept: LocalizedText(zh: "全部合规", en: "all comply")
    case .notKept: LocalizedText(zh: "有待处理", en: "open")
    case .openFindings: LocalizedText(zh: "待处理", en: "Open findings")
    case .overdue: LocalizedText(zh: "逾期", en: "Overdue")
    case .daysOverdue: LocalizedText(zh: "逾期时间", en: "Overdue by")
    case .noMonth: LocalizedText(zh: "不分月份", en: "No month")
    case .notRecorded: LocalizedText(zh: "没有记录", en: "no record")
    case .complianceSection: LocalizedText(zh: "合规", en: "Compliance")
    case .document: LocalizedText(zh: "文档", en: "Document")
    case .nothingOverdue: LocalizedText(zh: "没有逾期", en: "Nothing is overdue")
    case .longest: LocalizedText(zh: "最久", en: "Longest")
    case .itemUnit: LocalizedText(zh: "项", en: "open")
    case .clauseByKind: LocalizedText(zh: "条款与文档", en: "Clauses and documents")
    case .matrixNote:
      LocalizedText(
        zh: "格内为合规的份数/检查过的份数；空格表示条款不涉及这种文档。",
        en:
          "Each cell: documents that comply / documents looked at. An empty cell: the clause does not concern them."
      )
    case .otherFiles: LocalizedText(zh: "数据表", en: "Tables")
    case .byDepartment: LocalizedText(zh: "按部门", en: "By department")
    case .byOwner: LocalizedText(zh: "按负责人", en: "By owner")
    case .noOwner: LocalizedText(zh: "没有负责人的文件", en: "Files without an owner")
    case .byMonth: LocalizedText(zh: "按月份", en: "By month")
    case .monthNote:
      LocalizedText(
        zh: "活动记入开始的月份，计划和复盘记入所属期间的最后一月，年度的不分月份；外框是当月文档，实心是有待处理事项的。",
        en:
          "Activities count in the month they begin, plans and reviews in the last month of their period, those of a year in none. Outline: documents of the month; solid: those with open findings."
      )
    case .documents: LocalizedText(zh: "文档", en: "Documents")
    case .withFindings: LocalizedText(zh: "有待处理", en: "With findings")
    case .earlier: LocalizedText(zh: "更早", en: "Earlier")
    case .later: LocalizedText(zh: "以后", en: "Later")
    case .errors: LocalizedText(zh: "错误", en: "Errors")
    case .warnings: LocalizedText(zh: "警告", en: "Warnings")
    case .notes: LocalizedText(zh: "提示", en: "Notes")
    case .allFindings: LocalizedText(zh: "全部待处理", en: "All open findings")
    case .structureChecks: LocalizedText(zh: "文件结构", en: "Structure of the files")
    case .howToMend: LocalizedText(zh: "怎样改", en: "How to mend it")
    case .otherPagesOfList: LocalizedText(zh: "其他各页", en: "Other pages")
    case .unboundClauses: LocalizedText(zh: "没有规则的条款", en: "Clauses without a rule")
    case .unboundClausesNote:
      LocalizedText(
        zh: "这些条款本身、上级和下级都没有绑定规则，靠人来遵守。",
        en:
          "Neither these clauses nor what they stand under or consist of bind a rule: people keep them."
      )
    case .unboundRules: LocalizedText(zh: "没有条款绑定的规则", en: "Rules that no clause binds")
    case .nothingUnbound: LocalizedText(zh: "没有", en: "None")
    case .nothingExamined: LocalizedText(zh: "还没有可查的文档", en: "nothing to look at yet")
    case .allDocuments: LocalizedText(zh: "全部文档", en: "all documents")
    case .looksAt: LocalizedText(zh: "检查", en: "Looks at")
    case .boundRules: LocalizedText(zh: "制度绑定的规则", en: "Rules that the policy binds")
    case .structuralRules: LocalizedText(zh: "总是检查的结构规则", en: "Structural rules, always on")
    case .structuralNote:
      LocalizedText(
        zh: "文件读不准，就谈不上合规：这些规则不用绑定，对所有文档都检查。",
        en:
          "What cannot be read for certain cannot comply: these rules need no clause and look at every document."
      )
    case .parameter: LocalizedText(zh: "参数", en: "Parameter")
    case .meaning: LocalizedText(zh: "含义", en: "Meaning")
    case .standard: LocalizedText(zh: "默认值", en: "Default")
    case .inForceNow: LocalizedText(zh: "生效值", en: "In force")
    case .onlyLate:
      LocalizedText(
        zh: "只看期限，最高为警告",
        en: "looks at lateness only, at most a warning")
    case .failsAs: LocalizedText(zh: "不合规", en: "Fails")
    case .passesAs: LocalizedText(zh: "合规", en: "Passes")
    case .level: LocalizedText(zh: "级别", en: "Severity")
    case .inCharge: LocalizedText(zh: "负责", en: "in charge")
    case .clauses: LocalizedText(zh: "条款", en: "Clauses")
    case .obligations: LocalizedText(zh: "责任", en: "Duty")
    case .onlyNewest:
      LocalizedText(
        zh: "只列最新的 60 项，其余见各部门的页面。",
        en: "Only the newest 60; the departments’ pages have the others.")
    case .dutyByDuty: LocalizedText(zh: "逐项责任", en: "Duty by duty")
    case .kind: LocalizedText(zh: "种类", en: "Kind")
    case .starts: LocalizedText(zh: "开始", en: "Starts")
    case .leadTime: LocalizedText(zh: "比开始早", en: "Before the start")
    case .startedUnapproved: LocalizedText(zh: "已到开始日，未批准", en: "start passed, not approved")
    case .undated: LocalizedText(zh: "时间未定", en: "Undated")
    case .unratedRisks: LocalizedText(zh: "没有评级的风险", en: "Risks without a rating")
    case .riskRegister: LocalizedText(zh: "风险清单", en: "Risk register")
    case .riskNote:
      LocalizedText(
        zh: "大字是未结束活动的风险数，“共”是本年全部。",
        en: "Large: risks of activities that are not over; of all risks of the year.")
    case .ofAll: LocalizedText(zh: "共", en: "of")
    case .onChannel: LocalizedText(zh: "在此进行", en: "runs here")
    case .channelCount: LocalizedText(zh: "渠道数", en: "Channels")
    case .promised: LocalizedText(zh: "活动目标合计", en: "Promised by activities")
    case .ofTarget: LocalizedText(zh: "占目标", en: "of the target")
    case .noActivity: LocalizedText(zh: "还没有活动支撑这个目标", en: "No activity supports this goal yet")
    case .withoutGoal: LocalizedText(zh: "没有写明支撑目标的活动", en: "Activities that name no goal")
    case .period: LocalizedText(zh: "期间", en: "Period")
    case .partsTogether: LocalizedText(zh: "下级合计", en: "Parts together")
    case .difference: LocalizedText(zh: "差额", en: "Difference")
    case .partsAgree: LocalizedText(zh: "各级一致", en: "all levels agree")
    case .placesDisagree: LocalizedText(zh: "处不一致", en: "places disagree")
    case .agrees: LocalizedText(zh: "一致", en: "agrees")
    case .withinRounding: LocalizedText(zh: "舍入之内", en: "within rounding")
    case .lacks: LocalizedText(zh: "缺", en: "lacks")
    case .sharesSummary:
      LocalizedText(
        zh: "全年目标及各季、各月份额的条形图，数值见下表",
        en:
          "Bars of the year’s target and the shares of its quarters and months; the table has the numbers"
      )
    case .outcome: LocalizedText(zh: "结果", en: "Outcome")
    case .unanswered: LocalizedText(zh: "没有调整", en: "no adjustment")
    case .unplanned: LocalizedText(zh: "未列入计划", en: "not planned")
    case .underWay: LocalizedText(zh: "进行中", en: "under way")
    case .carriedOut: LocalizedText(zh: "已落实", en: "carried out")
    case .droppedOutcome: LocalizedText(zh: "已取消", en: "dropped")
    case .isThere: LocalizedText(zh: "有", en: "there")
    case .isLacking: LocalizedText(zh: "缺", en: "lacking")
    case .notYetDue: LocalizedText(zh: "未到期", en: "not yet due")
    case .resultTables: LocalizedText(zh: "结果填报", en: "Figures reported")
    case .coverageNote:
      LocalizedText(
        zh: "活动评估为已评估/已结束的活动数，结果填报为有数据/在用的渠道数。",
        en:
          "Evaluations: evaluated / ended activities. Figures: channels with figures / channels in use."
      )
    case .waitingEvaluation: LocalizedText(zh: "已结束、没有评估的活动", en: "Ended and not evaluated")
    case .endedOn: LocalizedText(zh: "结束日期", en: "Ended")
    case .daysSince: LocalizedText(zh: "已过天数", en: "Days since")
    default: reportText
    }
  }
}
