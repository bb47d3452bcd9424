/// Every rule that can be bound, by id. A new rule is one file and one line here.
public enum RuleRegistry {
  public static let rules: [Rule] = general + planning + channels + activities

  public static func rule(_ id: String) -> Rule? { byID[id] }

  private static let byID = Dictionary(
    rules.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })

  private static let general = [UnknownOwner.rule, CustomerInsight.rule, ComplianceCheck.rule]

  private static let planning = [
    AnnualGoals.rule, GoalBasis.rule, SmartGoal.rule, Decomposition.rule, AnnualPlanParts.rule,
    BudgetAllocation.rule, PlanAlignment.rule, PlanParent.rule, TaskFields.rule,
    TaskOutsidePeriod.rule, MissingReview.rule, ProblemWithoutAdjustment.rule,
    AdjustmentNotPlanned.rule,
  ]

  private static let channels = [
    ChannelOwner.rule, ChannelMetrics.rule, ChannelReview.rule, AccountOwner.rule,
    PublishingPlan.rule, ListConsent.rule,
  ]

  private static let activities = [
    RequiredFields.rule, ActivityGoal.rule, RiskPlan.rule, ApprovedBeforeStart.rule,
    ActivityDuties.rule, Deviation.rule, PromotionMix.rule, WarmUp.rule, MissingEvaluation.rule,
    EvaluationMetrics.rule,
  ]
}
