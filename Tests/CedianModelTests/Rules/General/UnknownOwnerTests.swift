import CedianModel
import CedianTestSupport
import Testing

@Suite("unknown-owner")
struct UnknownOwnerTests {
  static let cases: [RuleCase] = [
    RuleCase(
      "a document's owner", ["pages/a.md": "负责人: 1️⃣市场布"], zh: ["「市场布」不是 site.yml 里的部门或岗位"],
      en: ["'市场布' is neither a department nor a role of site.yml"]),
    RuleCase(
      "whoever is named anywhere",
      [
        "activities/a.md": """
        职责分工: [{谁: 1️⃣客服部, 任务: 赠品}]
        审批: {状态: 已批准, 审批人: 2️⃣总监, 审批日期: 2026-10-01}
        合规检查: [{项目: 用语, 检查人: 3️⃣法务, 日期: 2026-10-01}]
        """,
        "channels/social.md": """
        标题: 社交媒体
        职责: [{谁: 1️⃣社媒部, 任务: 发布}]
        账号: [{平台: 抖音, 负责人: 2️⃣直播部}]
        店铺: [{平台: 京东, 负责人: 3️⃣电商部}]
        """,
        "goals/2026.md": "年度目标: [{id: G1, 负责人: 1️⃣销售部}]",
        "plans/2026-11.md": """
        人员安排: [{谁: 1️⃣外包, 人数: 2}]
        工作安排: [{内容: 备货, 谁: 2️⃣仓库}]
        """,
        "policy/02.md": "负责人: 1️⃣董事会",
        "reviews/2026-10.md": "调整: [{内容: 并单, 谁: 1️⃣物流}]",
      ]),
    RuleCase("one of several", ["pages/a.md": "owner: 1️⃣市场部、技术布"]),
    RuleCase("before the effective day too", ["plans/2025-10.md": "负责人: 1️⃣市场布"]),
    RuleCase(
      "ids, names, roles and several of them",
      [
        "pages/a.md": "负责人: marketing", "pages/b.md": "负责人: 市场部", "pages/c.md": "负责人: 内容策划",
        "pages/d.md": "负责人: 市场部、技术部", "pages/e.md": "负责人: 市场部和法务部",
        "pages/f.md": "owner: 市场部, 技术部", "pages/g.md": "负责人: 市场部 、 技术部",
      ]),
    RuleCase("nobody named", ["pages/a.md": "标题: 空", "pages/b.md": "负责人:"]),
    RuleCase(
      "kinds the binding leaves out", ["pages/a.md": "负责人: 市场布", "plans/2026.md": "负责人: 1️⃣市场布"],
      binding: "for: plan"),
  ]

  @Test("names who is no department or role", arguments: cases)
  func judges(ruleCase: RuleCase) throws { try ruleCase.expect("unknown-owner") }

  @Test("the nearest name is offered, and all departments are listed")
  func advice() throws {
    let found = try Self.cases[0].diagnostics(binding: "unknown-owner")
    #expect(
      found.map(\.fix?.message.zh) == ["是不是想写「市场部」？已有的部门：市场部、社交媒体运营团队、技术部、客户服务部、法务部"])
    #expect(found.first?.location.range.end == SourcePosition(line: 2, column: 9))
  }

  @Test("without departments in site.yml that alone is said")
  func noDepartments() throws {
    let site = RuleCase("", ["site.yml": "title: 手册\n", "pages/a.md": "负责人: 市场布"])
    let found = try site.diagnostics(binding: "unknown-owner")
    #expect(found.map(\.id) == ["missing-settings"], "\(found.map(\.message.zh))")
  }
}
