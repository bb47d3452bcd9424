/// The templates that Cedian renders, with the views they are given. Every other
/// template is a partial or layout of one of these.
enum PageTemplate: String, Sendable, Hashable, CaseIterable {
  case home, policy, channel, goals, plan, activity, evaluation, review, page, department, index
  case planIndex = "plan-index"
  case activityIndex = "activity-index"
  case departmentIndex = "department-index"
  case notFound = "not-found"
  case compliance, findings, rules
  case responsibilities, approvals, risks, decomposition, coverage
  case channelActivities = "channel-activities"
  case goalActivities = "goal-activities"
  case closedLoop = "closed-loop"
  case report, metric, changes
  case reportIndex = "report-index"
  case metricIndex = "metric-index"
  case activityCalendar = "activity-calendar"

  /// As partial tags would name it.
  var name: String { "pages/\(rawValue)" }

  var content: ViewSchema {
    switch self {
    case .home: HomePageView.keys.schema
    case .policy: PolicyPageView.keys.schema
    case .channel: ChannelPageView.keys.schema
    case .goals: GoalSheetPageView.keys.schema
    case .plan: PlanPageView.keys.schema
    case .activity: ActivityPageView.keys.schema
    case .evaluation: EvaluationPageView.keys.schema
    case .review: ReviewPageView.keys.schema
    case .page, .notFound: TextPageView.keys.schema
    case .department: DepartmentPageView.keys.schema
    case .index: IndexPageView.keys.schema
    case .planIndex: PlanIndexView.keys.schema
    case .activityIndex: ActivityIndexView.keys.schema
    case .departmentIndex: DepartmentIndexView.keys.schema
    case .compliance: CompliancePageView.keys.schema
    case .findings: FindingPageView.keys.schema
    case .rules: RulesPageView.keys.schema
    case .responsibilities: ResponsibilitiesView.keys.schema
    case .approvals: ApprovalLedgerView.keys.schema
    case .risks: RiskMatrixView.keys.schema
    case .channelActivities: ChannelActivitiesView.keys.schema
    case .goalActivities: GoalActivitiesView.keys.schema
    case .decomposition: DecompositionView.keys.schema
    case .closedLoop: ClosedLoopView.keys.schema
    case .coverage: CoverageView.keys.schema
    case .report: ReportPageView.keys.schema
    case .metric: MetricPageView.keys.schema
    case .changes: ChangesPageView.keys.schema
    case .reportIndex: ReportIndexView.keys.schema
    case .metricIndex: MetricIndexView.keys.schema
    case .activityCalendar: ActivityCalendarView.keys.schema
    }
  }

  /// The frame's keys, then the page's own, which come first where both have one.
  var scopes: [ViewSchema] { [PageFrameView.keys.schema, content] }
}

/// Templates of parts that are rendered apart from their page.
enum FragmentTemplate: String, Sendable, Hashable, CaseIterable {
  case header, navigation, footer
  case clauseRules = "clause-rules"
  case activityRows = "activity-rows"

  var name: String { "partials/\(rawValue)" }

  var scopes: [ViewSchema] {
    switch self {
    case .header, .navigation, .footer: [FragmentView.keys.schema]
    case .clauseRules: [ClauseMarginView.keys.schema]
    case .activityRows: [ActivityRowsView.keys.schema]
    }
  }
}
