import CedianModel
import Testing

@Suite("duties")
struct ActivityDutiesTests {
  private static let november = "时间: 2026-11-01/2026-11-11\n"

  static let cases: [RuleCase] = [
    .activity(
      "missing", november + "审批: 已批准\n1️⃣---", zh: ["缺少「职责分工」(duties)：获批的方案要写明谁、做什么、何时完成"],
      en: ["'duties' (职责分工) is missing: an approved brief says who does what by when"]),
    .activity("empty", november + "审批: 已批准\n1️⃣职责分工: []"),
    .activity("under way", november + "状态: 进行中\n1️⃣---"),
    .activity("without a time", "approval: approved\nstatus: done\n1️⃣---"),
    .activity(
      "without a doer", "审批: 已批准\n职责分工:\n  - 1️⃣任务: 核对\n    完成时间: 2026-10-20",
      zh: ["分工「核对」缺少「谁」"], en: ["duty '核对' lacks 'who'"]),
    .activity(
      "without a task", "审批: 已批准\n职责分工: [1️⃣{谁: 市场部}]", zh: ["这项分工缺少「任务」、「完成时间」"],
      en: ["this duty lacks 'task', 'by'"]),
    .activity(
      "only the date is missing", "审批: 已批准\n职责分工: [1️⃣{谁: 市场部, 任务: 核对}]", severity: .warning,
      zh: ["分工「核对」缺少「完成时间」"]),
    .activity(
      "only the date, where the binding says note", "审批: 已批准\n职责分工: [1️⃣{谁: 市场部, 任务: 核对}]",
      binding: "severity: note", severity: .note),
    .activity("complete", "审批: 已批准\n职责分工: [{谁: 市场部, 任务: 核对, 完成时间: 2026-10-20}]"),
    .activity("submitted only", november + "审批: 已提交"), .activity("a draft", november),
    .activity("rejected", november + "审批: 已驳回"),
    .activity("cancelled", november + "审批: 已批准\n状态: 已取消"),
    .activity("before the effective day", "审批: 已批准\n时间: 2025-12-31"),
    .activity("from the effective day", "审批: 已批准\n时间: 2026-01-01\n1️⃣---"),
  ]

  @Test("an approved brief says who does what by when", arguments: cases)
  func judges(ruleCase: RuleCase) throws { try ruleCase.expect("duties") }

  @Test("a date that cannot be read is reported once")
  func unreadable() throws {
    let brief = RuleCase.activity("", "审批: 已批准\n职责分工: [{谁: 市场部, 任务: 核对, 完成时间: 尽快}]")
    let found = try brief.diagnostics(binding: "duties")
    #expect(found.map(\.id) == ["bad-time"], "\(found.map(\.message.zh))")
  }
}
