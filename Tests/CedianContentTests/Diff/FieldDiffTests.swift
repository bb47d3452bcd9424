import CedianModel
import CedianTestSupport
import Testing

@testable import CedianContent

/// A brief with these lines as its front matter.
private func brief(_ lines: String, text: String = "", path: String = "content/activities/a.md")
  -> DiffDocument
{
  diffDocument(SourceFile(path: path, bytes: Array("---\n\(lines)\n---\n\(text)".utf8)))
}

private func changes(
  _ old: DiffDocument, _ new: DiffDocument
) -> [DocumentChange] {
  diff(
    from: DiffSide(documents: [old], handbook: Handbook()),
    to: DiffSide(documents: [new], handbook: Handbook())
  ).documents
}

private func words(_ old: String, _ new: String, path: String = "content/activities/a.md")
  -> [String]
{
  changes(brief(old, path: path), brief(new, path: path)).flatMap { change in
    change.fields.map { "\($0.name(.zh))：\($0.words(.zh))" }
  }
}

@Suite("What changed in a document")
struct FieldDiffTests {
  @Test(
    "the same said otherwise is no change",
    arguments: [
      ("主题: 春茶\n时间: 2026-11-01/2026-11-11", "time: 2026年11月1日至11日\ntheme: \"春茶\""),
      ("预算: 120万", "budget: 1200000"),
      ("预算:\n  - {项目: 直播, 金额: \"¥16,000\"}", "预算:\n- 项目: 直播\n  金额: 1.6万"),
      ("状态: 已完成", "status: done"),
      ("活动形式: 满减、直播", "format: [满减, 直播]"),
      ("目标: [成交总额 ≥ 120万]", "goal:\n  - 成交总额 ≥ 1,200,000"),
      ("审批: {状态: 已批准, 审批人: 市场部}", "approval:\n  by: 市场部\n  status: approved"),
      ("x-内部: 甲\n主题: 乙", "主题: 乙\nx-内部: '甲'"),
      ("主题:\n时间: 2026-11-01", "时间: 2026年11月1日"),
    ])
  func noChange(old: String, new: String) {
    #expect(words(old, new) == [])
  }

  @Test(
    "a deadline has no length, another unit no difference, and words no label",
    arguments: [
      (
        "职责分工: [{谁: 甲, 任务: 乙, 完成时间: 2026-11-01}]", "职责分工: [{谁: 甲, 任务: 乙, 完成时间: 2026-11-04}]",
        "职责分工 · 乙 · 完成时间：延后 3 天：2026年11月1日 → 2026年11月4日"
      ),
      (
        "目标: [{指标: gmv, 目标值: 170万}]", "目标: [{指标: gmv, 目标值: 15%}]",
        "目标 · gmv · 目标值：170万 → 15%"
      ),
      (
        "目标: [{指标: gmv, 目标值: 170万}]", "目标: [{指标: gmv, 目标值: 170万单}]",
        "目标 · gmv · 目标值：170万 → 170万单"
      ),
      ("主题: 甲", "主题: 甲\n预期效果: 带动成交", "预期效果：新增：带动成交"),
    ])
  func plain(old: String, new: String, line: String) { #expect(words(old, new) == [line]) }

  @Test(
    "each kind of field is told in its own words",
    arguments: [
      (
        "时间: 2026-11-01/2026-11-11", "时间: 2026-11-04/2026-11-14",
        "时间：延后 3 天，共 11 天不变：2026年11月1日—11日 → 2026年11月4日—14日"
      ),
      (
        "时间: 2026-11-04/2026-11-14", "时间: 2026-11-01/2026-11-14",
        "时间：开始提前 3 天，由 11 天改为 14 天：2026年11月4日—14日 → 2026年11月1日—14日"
      ),
      ("预算: 12万", "预算: 15万", "预算：12万元 → 15万元（+3万元，+25.0%）"),
      ("预算: 15万", "预算: 12万", "预算：15万元 → 12万元（−3万元，−20.0%）"),
      (
        "预算:\n  - {项目: 直播, 金额: 12万}", "预算:\n  - {项目: 直播, 金额: 9万}",
        "预算 · 直播 · 金额：12万元 → 9万元（−3万元，−25.0%）"
      ),
      (
        "目标:\n  - {指标: 打开率, 目标值: 20%}", "目标:\n  - {指标: 打开率, 目标值: 21.5%}",
        "目标 · 打开率 · 目标值：20% → 21.5%（+1.5 个百分点，+7.5%）"
      ),
      ("渠道: [官网, 邮件]", "渠道: [邮件, 社媒]", "渠道：− 官网，+ 社媒"),
      ("渠道: [官网, 邮件]", "渠道: [邮件, 官网]", "渠道：改了次序：官网"),
      ("渠道: [官网, 邮件]", "渠道: [邮件, 官网, 门店]", "渠道：+ 门店，改了次序：官网"),
      ("渠道: [官网]", "渠道: [官网, 官网]", "渠道：+ 官网"),
      (
        "预算:\n  - {项目: 直播, 金额: 406.66万}", "预算:\n  - {项目: 直播, 金额: 999}",
        "预算 · 直播 · 金额：406.66万元 → 999元（−4,065,601元，−99.9%）"
      ),
      (
        "目标: [打开率 ≥ 99.95%]", "目标: [打开率 ≥ 99.94%]",
        "目标 · 打开率 · 目标值：99.95% → 99.94%（−0.01 个百分点）"
      ),
      ("状态: 计划中", "状态: 进行中", "状态：计划中 → 进行中"),
      ("主题: 春茶", "主题: 秋茶", "主题：春茶 → 秋茶"),
      ("主题: 春茶", "主题: 春茶\n节日热点: 中秋", "节日热点：新增：中秋"),
      ("主题: 春茶\n节日热点: 中秋", "主题: 春茶", "节日热点：删去：中秋"),
      (
        "职责分工:\n  - {谁: 市场部, 任务: 投放}", "职责分工:\n  - {谁: 法务部, 任务: 投放}",
        "职责分工 · 投放 · 谁：市场部 → 法务部"
      ),
      (
        "风险: [{风险: 断货, 应急预案: 换货}]",
        "风险: [{风险: 断货, 应急预案: 换货}, {风险: 断电, 应急预案: 备用间}]",
        "风险 · 断电：新增：风险 断电，应急预案 备用间"
      ),
      ("预算: 十万", "预算: 10万", "预算：十万 → 10万元"),
    ])
  func told(old: String, new: String, expected: String) {
    #expect(words(old, new) == [expected])
  }

  @Test("the weightiest comes first, wording last")
  func order() {
    let found = words(
      "主题: 春茶\n渠道: [官网]\n预算: 1万\n时间: 2026-11-01\n审批: {状态: 草拟}\n目标: [订单 ≥ 10]",
      "主题: 秋茶\n渠道: [邮件]\n预算: 2万\n时间: 2026-11-02\n审批: {状态: 已批准}\n目标: [订单 ≥ 20]")
    #expect(
      found.map { $0.prefix(2) } == ["审批", "时间", "预算", "目标", "渠道", "主题"], "\(found)")
  }

  @Test("a task is known by its id, a renamed item by the rest of it")
  func identity() {
    let path = "content/plans/2026-11.md"
    #expect(
      words(
        "工作安排:\n  - {编号: T1, 内容: 备货, 谁: 市场部}\n  - {编号: T2, 内容: 投放, 谁: 市场部}",
        "工作安排:\n  - {编号: T2, 内容: 加投, 谁: 市场部}\n  - {编号: T1, 内容: 备货, 谁: 市场部}", path: path)
        == ["工作安排 · T2 · 内容：投放 → 加投", "工作安排：改了次序：T1"])
    #expect(
      words(
        "预算:\n  - {项目: 短片, 渠道: 社媒, 金额: 2万}", "预算:\n  - {项目: 长片, 渠道: 社媒, 金额: 2万}")
        == ["预算 · 长片 · 社媒 · 项目：短片 → 长片"])
  }

  @Test("changed characters are marked one by one, numbers and words whole")
  func characters() {
    let diff = TextDiff(from: "上次没买到的 GMV 120万", to: "上次没抢到的 GMV 150万")
    #expect(
      diff.parts == [
        .init(.same, "上次没"), .init(.removed, "买"), .init(.added, "抢"), .init(.same, "到的 GMV "),
        .init(.removed, "120"), .init(.added, "150"), .init(.same, "万"),
      ])
    #expect(diff.before == "上次没买到的 GMV 120万")
    #expect(diff.after == "上次没抢到的 GMV 150万")
  }

  @Test("a text is compared section by section, paragraph by paragraph")
  func sections() {
    let old = brief("主题: 甲", text: "\n## 背景\n\n去年卖得好。\n\n保持不变。\n\n## 玩法\n\n抽奖。\n")
    let new = brief("主题: 甲", text: "\n## 背景\n\n去年卖得很好。\n\n保持不变。\n\n又一段。\n\n## 渠道\n\n官网。\n")
    let change = changes(old, new)
    #expect(change.count == 1)
    #expect(change[0].sections.map(\.heading) == ["背景", "渠道", "玩法"])
    #expect(change[0].sections[0].blocks.count == 2)
    #expect(change[0].sections[0].blocks.last == .added("又一段。"))
    guard case .changed(let diff) = change[0].sections[0].blocks[0] else {
      Issue.record("the first paragraph is not a change")
      return
    }
    #expect(diff.parts.filter { $0.kind == .added }.map(\.text) == ["很"])
    #expect(change[0].sections[2].blocks == [.removed("抽奖。")])
  }

  @Test("a document that moved is the same one, by its id or by what it says")
  func moved() {
    let lines = "主题: 春茶\n时间: 2026-11-01\n预算: 12万"
    let old = brief(lines, text: "同样的正文。", path: "content/activities/2026/a.md")
    let byID = brief("id: a\n" + lines, path: "content/activities/spring/b.md")
    let alike = brief(
      lines.replacing("12万", with: "13万"), text: "同样的正文！", path: "content/activities/c.md")
    #expect(changes(old, byID).map(\.status) == [.moved])
    #expect(changes(old, byID).first?.oldPath == "content/activities/2026/a.md")
    let change = changes(old, alike)
    #expect(change.map(\.status) == [.moved])
    #expect(change.first?.fields.map { $0.name(.zh) } == ["预算"])
    let other = brief("主题: 别的", path: "content/activities/d.md")
    #expect(changes(old, other).map(\.status) == [.removed, .added])
  }

  @Test(
    "an evaluation's result is judged by its metric, a goal is not",
    arguments: [
      ("结果: [{指标: gmv, 实际值: 80}]", "结果: [{指标: gmv, 实际值: 90}]", " ▲ 有利"),
      ("结果: [{指标: gmv, 实际值: 90}]", "结果: [{指标: gmv, 实际值: 80}]", " ▼ 不利"),
      ("结果: [{指标: 没有的, 实际值: 80}]", "结果: [{指标: 没有的, 实际值: 90}]", "）"),
      ("结果: [{指标: gmv, 目标值: 80}]", "结果: [{指标: gmv, 目标值: 90}]", "80 → 90"),
    ])
  func favourable(old: String, new: String, end: String) throws {
    let handbook = SmallSite().handbook
    let sides = [old, new].map { lines in
      DiffSide(
        documents: [brief(lines, path: "content/evaluations/2026/a.md")], handbook: handbook)
    }
    let field = try #require(diff(from: sides[0], to: sides[1]).documents.first?.fields.first)
    #expect(field.words(.zh).hasSuffix(end), "\(field.words(.zh))")
  }

  @Test("a goal in one line of words has no empty part in its name")
  func oneLine() throws {
    let (old, new) = (brief("预期效果: 带动新客增长"), brief("预期效果: 带动老客复购"))
    let field = try #require(changes(old, new).first?.fields.first)
    #expect(field.keys == ["expected_effect", "text"])
    #expect(field.name(.zh) == "预期效果")
    #expect(old.lines(.zh).hasPrefix("预期效果: 带动新客增长\n"))
  }
}
