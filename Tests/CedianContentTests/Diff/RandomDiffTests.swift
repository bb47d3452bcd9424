import CedianModel
import Testing

@testable import CedianContent

/// Random edits to random briefs: the comparison names exactly the fields that
/// were edited.
@Suite("Random edits")
struct RandomDiffTests {
  private struct Draw: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      var mixed = state
      mixed = (mixed ^ (mixed >> 33)) &* 0xff51_afd7_ed55_8ccd
      return mixed ^ (mixed >> 33)
    }
  }

  /// The label, then ways to write one of several values; all of a value's say
  /// the same.
  private static let fields: [(key: String, values: [[String]])] = [
    ("theme", [["主题: 春茶上新", "theme: \"春茶上新\""], ["主题: 秋茶"], ["theme: 新年第一杯"]]),
    (
      "time",
      [
        ["时间: 2026-11-01/2026-11-11", "time: 2026年11月1日至11日", "时间: 2026-11-01 ~ 2026-11-11"],
        ["时间: 2026-12-01"], ["时间: 2026-Q4"],
      ]
    ),
    ("budget", [["预算: 120万", "预算: 1200000", "budget: 1,200,000"], ["预算: 8万"], ["预算: ¥300"]]),
    ("status", [["状态: 已完成", "status: done"], ["状态: 计划中", "status: planned"]]),
    ("format", [["活动形式: 满减、直播", "format: [满减, 直播]"], ["活动形式: [抽奖]"], ["形式: 直播、满减"]]),
    (
      "approval",
      [["审批: {状态: 已批准, 审批人: 市场部}", "approval: {by: 市场部, status: approved}"], ["审批: {状态: 草拟}"]]
    ),
    ("occasion", [["节日热点: 中秋"], ["occasion: 端午"]]),
    (
      "duties",
      [
        ["职责分工:\n  - {谁: 市场部, 任务: 投放}", "duties:\n- task: 投放\n  who: 市场部"],
        ["职责分工:\n  - {谁: 法务部, 任务: 投放}"], ["分工:\n  - {谁: 市场部, 任务: 备货}"],
      ]
    ),
  ]

  @Test("are named exactly, and the text after is the text it became", arguments: 0..<120)
  func exactly(seed: Int) {
    var draw = Draw(state: UInt64(seed) &* 977)
    var (old, new): ([String], [String]) = ([], [])
    var edited: Set<String> = []
    for field in Self.fields {
      let before = Bool.random(using: &draw) ? field.values.randomElement(using: &draw) : nil
      let isEdited = Int.random(in: 0..<3, using: &draw) == 0
      let after = isEdited ? field.values.randomElement(using: &draw) : before
      if let before, let line = before.randomElement(using: &draw) { old.append(line) }
      if let after, let line = after.randomElement(using: &draw) { new.append(line) }
      if before != after { edited.insert(field.key) }
    }
    new.shuffle(using: &draw)
    let words = ["春茶", "上新", "，", "满 300 减 30", "GMV", "。", "\n\n", "直播间"]
    let texts = (0..<2).map { _ in
      (0..<Int.random(in: 0..<12, using: &draw)).map { _ in
        words.randomElement(using: &draw) ?? ""
      }.joined()
    }
    func document(_ lines: [String], _ text: String) -> DiffDocument {
      diffDocument(
        SourceFile(
          path: "content/activities/a.md",
          bytes: Array("---\nid: a\n\(lines.joined(separator: "\n"))\n---\n\(text)".utf8)))
    }
    let change = diff(
      from: DiffSide(documents: [document(old, texts[0])], handbook: Handbook()),
      to: DiffSide(documents: [document(new, texts[1])], handbook: Handbook())
    ).documents.first
    #expect(Set((change?.fields ?? []).compactMap(\.keys.first)) == edited, "\(old) → \(new)")
    for field in change?.fields ?? [] {
      guard case .text(let diff) = field.detail else { continue }
      #expect(diff.before == field.before?.words(.zh))
      #expect(diff.after == field.after?.words(.zh))
    }
    let whole = TextDiff(from: texts[0], to: texts[1])
    #expect(whole.before == texts[0])
    #expect(whole.after == texts[1])
  }
}
