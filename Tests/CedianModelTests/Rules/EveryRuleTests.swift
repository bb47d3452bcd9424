import CedianModel
import CedianTestSupport
import Testing

/// A rule with the cases of its own suite.
struct RuleTable: Sendable, CustomTestStringConvertible {
  var rule: String
  var cases: [RuleCase]

  var testDescription: String { rule }

  init(_ rule: String, _ cases: [RuleCase]) { (self.rule, self.cases) = (rule, cases) }

  /// The first case that the rule's own severity decides, with its own binding.
  var firing: RuleCase? {
    cases.first { $0.isFiring && $0.severity == nil && $0.binding.isEmpty }
  }

  static let all: [RuleTable] = [
    RuleTable("unknown-owner", UnknownOwnerTests.cases),
    RuleTable("customer-insight", CustomerInsightTests.cases),
    RuleTable("compliance-check", ComplianceCheckTests.cases),
    RuleTable("annual-goals", AnnualGoalsTests.cases),
    RuleTable("goal-basis", GoalBasisTests.cases),
    RuleTable("smart-goal", SmartGoalTests.cases),
    RuleTable("decomposition", DecompositionTests.cases),
    RuleTable("annual-plan-parts", AnnualPlanPartsTests.cases),
    RuleTable("budget-allocation", BudgetAllocationTests.cases),
    RuleTable("plan-alignment", PlanAlignmentTests.cases),
    RuleTable("plan-parent", PlanParentTests.cases),
    RuleTable("task-fields", TaskFieldsTests.cases),
    RuleTable("task-outside-period", TaskOutsidePeriodTests.cases),
    RuleTable("missing-review", MissingReviewTests.cases),
    RuleTable("problem-without-adjustment", ProblemWithoutAdjustmentTests.cases),
    RuleTable("adjustment-not-planned", AdjustmentNotPlannedTests.cases),
    RuleTable("channel-owner", ChannelOwnerTests.cases),
    RuleTable("channel-metrics", ChannelMetricsTests.cases),
    RuleTable("channel-review", ChannelReviewTests.cases),
    RuleTable("account-owner", AccountOwnerTests.cases),
    RuleTable("publishing-plan", PublishingPlanTests.cases),
    RuleTable("list-consent", ListConsentTests.cases),
    RuleTable("activity-goal", ActivityGoalTests.cases),
    RuleTable("risk-plan", RiskPlanTests.cases),
    RuleTable("approved-before-start", ApprovedBeforeStartTests.cases),
    RuleTable("duties", ActivityDutiesTests.cases),
    RuleTable("deviation", DeviationTests.cases),
    RuleTable("promotion-mix", PromotionMixTests.cases),
    RuleTable("warmup", WarmUpTests.cases),
    RuleTable("missing-evaluation", MissingEvaluationTests.cases),
    RuleTable("evaluation-metrics", EvaluationMetricsTests.cases),
  ]
}

@Suite("Every rule that a clause can bind")
struct EveryRuleTests {
  @Test("has cases that fire and cases that stay quiet")
  func complete() {
    #expect(
      RuleTable.all.map(\.rule).sorted()
        == RuleCatalogue.bindable.map(\.id).filter { $0 != "required-fields" }.sorted())
    for table in RuleTable.all {
      #expect(table.firing != nil, "\(table.rule)")
      #expect(table.cases.contains { !$0.isFiring }, "\(table.rule)")
    }
  }

  @Test("takes its severity from the binding, or else from site.yml", arguments: RuleTable.all)
  func severity(table: RuleTable) throws {
    let rule = try #require(RuleCatalogue.bindable.first { $0.id == table.rule })
    let firing = try #require(table.firing)
    for severity in Severity.allCases where !(rule.isTimeDriven && severity == .error) {
      var bound = firing
      (bound.binding, bound.severity) = ("severity: \(severity.rawValue)", severity)
      bound.site = "{severity: \(severity == .note ? "warning" : "note")}"
      try bound.expect(table.rule)
      bound.site = "{级别: \(severity.chinese)}"
      bound.binding = ""
      try bound.expect(table.rule)
    }
  }

  @Test("is no error where time alone makes it fire", arguments: RuleTable.all)
  func timeDriven(table: RuleTable) throws {
    let rule = try #require(RuleCatalogue.bindable.first { $0.id == table.rule })
    guard rule.isTimeDriven else { return }
    var bound = try #require(table.firing)
    bound.binding = "severity: error"
    let found = try bound.diagnostics(binding: table.rule)
    #expect(found.filter { $0.severity == .error }.map(\.id) == ["bad-parameter"])
    #expect(found.filter { $0.id == table.rule }.allSatisfy { $0.severity == rule.severity })
  }

  @Test(
    "is quiet where its chapter is a proposal, and where nothing binds it", arguments: RuleTable.all
  )
  func proposal(table: RuleTable) throws {
    var proposed = try #require(table.firing)
    proposed.chapter = "status: 草案"
    #expect(try !proposed.diagnostics(binding: table.rule).contains { $0.id == table.rule })
    let other = table.rule == "plan-alignment" ? "list-consent" : "plan-alignment"
    #expect(try !proposed.diagnostics(binding: other).contains { $0.id == table.rule })
  }

  @Test(
    "judges no activity, plan, goal or review before its chapter's effective day",
    arguments: RuleTable.all)
  func effective(table: RuleTable) throws {
    // What has no day is judged whenever the chapter binds; months of data have theirs.
    let always: Set<String> = ["unknown-owner", "channel-owner", "account-owner", "list-consent"]
    var later = try #require(table.firing)
    later.chapter = "effective: 2030-01-01"
    let found = try later.diagnostics(binding: table.rule)
    let rule = try #require(RuleCatalogue.bindable.first { $0.id == table.rule })
    let brief = rule.kinds.contains(.activity) ? later.files["activities/case.md"] : nil
    let hasNoTime = brief.map { !$0.contains("时间") } ?? false
    #expect(found.isEmpty == !(always.contains(table.rule) || hasNoTime))
    later.chapter = "version: 2026.1"
    try later.expect(table.rule)
  }

  @Test("says the same whoever else binds it, once for each clause", arguments: RuleTable.all)
  func twice(table: RuleTable) throws {
    var twice = try #require(table.firing)
    let once = try twice.diagnostics(binding: table.rule)
    twice.files["policy/02.md"] = """
      rules: [{clause: "2.1", rule: \(table.rule)}]
      ---
      ## 2.1 又一条

      """
    let found = try twice.diagnostics(binding: table.rule)
    #expect(found.count == once.count * 2)
    #expect(Set(found.compactMap(\.clause?.number)) == ["1.1", "2.1"])
  }

  @Test(
    "counts what it judged: the documents of its findings are among them", arguments: RuleTable.all)
  func counts(table: RuleTable) throws {
    let rule = try #require(RuleCatalogue.bindable.first { $0.id == table.rule })
    for ruleCase in table.cases where ruleCase.binding.isEmpty {
      let day = try #require(Day(iso: ruleCase.asOf))
      let site = ruleCase.marked(binding: table.rule).mapValues(\.text)
      let validation = validate(SmallSite.handbook(of: site.sources), asOf: day)
      let report = try #require(validation.reports.first)
      #expect(Set(report.examined.keys).isSubset(of: rule.kinds), "\(ruleCase.name)")
      for (kind, count) in report.failing {
        #expect(count <= report.examined[kind, default: 0], "\(ruleCase.name): \(kind)")
      }
      #expect(report.failingCount > 0 || !ruleCase.isFiring, "\(ruleCase.name)")
    }
  }
}

extension Severity {
  var chinese: String {
    switch self {
    case .error: "错误"
    case .warning: "警告"
    case .note: "提示"
    }
  }
}
