import CedianModel
import CedianTestSupport
import Testing

@testable import CedianContent

@Suite("Merging by field")
struct MergeTests {
  private func file(_ text: String, _ path: String = "content/activities/a.md") -> SourceFile {
    SourceFile(path: path, bytes: Array(text.utf8))
  }

  /// Texts are told by which side changed, as a line merge of whole texts would.
  private func merge(_ base: String, _ ours: String, _ theirs: String) -> (String, Int)? {
    mergeDocument(base: file(base), ours: file(ours), theirs: file(theirs)) { a, b, c in
      if b == c || c == a { return MergedText(bytes: b, conflicts: 0) }
      if b == a { return MergedText(bytes: c, conflicts: 0) }
      return MergedText(bytes: b + c, conflicts: 1)
    }.map { (String(decoding: $0.bytes, as: UTF8.self), $0.conflicts) }
  }

  private let base = "---\n主题: 春茶\n# 预算由财务部核定\n预算: 12万\n时间: 2026-11-01/2026-11-11\n---\n\n正文。\n"

  @Test("neighbouring fields that each side changed are both taken")
  func neighbours() throws {
    let merged = try #require(
      merge(
        base, base.replacing("春茶", with: "秋茶"), base.replacing("12万", with: "15万")))
    #expect(
      merged.0
        == "---\n主题: 秋茶\n# 预算由财务部核定\n预算: 15万\n时间: 2026-11-01/2026-11-11\n---\n\n正文。\n")
    #expect(merged.1 == 0)
  }

  @Test("the same change written otherwise is no conflict, and ours stays as written")
  func sameMeaning() throws {
    let merged = try #require(
      merge(
        base, base.replacing("预算: 12万", with: "预算: 15万"),
        base.replacing("预算: 12万", with: "budget: 150,000")))
    #expect(merged.0 == base.replacing("12万", with: "15万"))
    #expect(merged.1 == 0)
  }

  @Test("a field that both changed is marked, and only that field")
  func conflict() throws {
    let merged = try #require(
      merge(
        base, base.replacing("12万", with: "15万"),
        base.replacing("12万", with: "9万").replacing("春茶", with: "秋茶")))
    #expect(
      merged.0 == """
        ---
        主题: 秋茶
        <<<<<<< 我方 ours
        # 预算由财务部核定
        预算: 15万
        =======
        # 预算由财务部核定
        预算: 9万
        >>>>>>> 对方 theirs
        时间: 2026-11-01/2026-11-11
        ---

        正文。

        """)
    #expect(merged.1 == 1)
  }

  @Test("fields that were added or removed on one side, and both")
  func addedAndRemoved() throws {
    let ours = base.replacing("时间: ", with: "渠道: [官网]\n时间: ")
    let theirs = base.replacing("主题: 春茶\n", with: "主题: 春茶\n节日热点: 中秋\n")
      .replacing("# 预算由财务部核定\n预算: 12万\n", with: "")
    let merged = try #require(merge(base, ours, theirs))
    #expect(
      merged.0
        == "---\n主题: 春茶\n节日热点: 中秋\n渠道: [官网]\n时间: 2026-11-01/2026-11-11\n---\n\n正文。\n")
    #expect(merged.1 == 0)
    // Changed here, removed there.
    let both = try #require(merge(base, base.replacing("12万", with: "15万"), theirs))
    #expect(both.1 == 1)
  }

  @Test(
    "what only they changed is taken, also where it means the same",
    arguments: [("财务部", "市场部"), ("12万", "120,000"), ("预算:", "budget:"), ("# 预", "# 注：预")])
  func theirSpelling(_ old: String, _ new: String) throws {
    let theirs = base.replacing(old, with: new)
    let ours = base.replacing("春茶", with: "秋茶")
    let merged = try #require(merge(base, ours, theirs))
    #expect(merged.0 == ours.replacing(old, with: new))
    #expect(merged.1 == 0)
    // And the other way round.
    #expect(try #require(merge(base, theirs, ours)).0 == ours.replacing(old, with: new))
  }

  @Test("a meaning that one side changed wins over a spelling that the other did")
  func meaningFirst() throws {
    let spelt = base.replacing("12万", with: "120,000")
    let changed = base.replacing("12万", with: "15万")
    for merged in [merge(base, spelt, changed), merge(base, changed, spelt)] {
      #expect(try #require(merged).0 == changed)
      #expect(try #require(merged).1 == 0)
    }
  }

  @Test("records of a list are merged one by one, and their fields too")
  func records() throws {
    func plan(_ lines: String...) -> String {
      "---\nkind: plan\ntitle: 十二月计划\n工作安排:\n" + lines.map { $0 + "\n" }.joined() + "---\n\n正文\n"
    }
    let first = "  - id: T1\n    工作: 搭建页面\n    进展: 未完成"
    let second = "  - id: T2\n    工作: 核对库存\n    预期效果: 不断货"
    let done = first.replacing("未完成", with: "已完成")
    let safer = second.replacing("不断货", with: "备足三周")
    let third = "  - id: T3\n    工作: 回复评论"
    // Each side another record.
    #expect(
      try #require(merge(plan(first, second), plan(done, second), plan(first, safer)))
        == (plan(done, safer), 0))
    // Each side another field of one record.
    let renamed = first.replacing("搭建页面", with: "搭建活动页面")
    #expect(
      try #require(merge(plan(first, second), plan(done, second), plan(renamed, second)))
        == (plan(done.replacing("搭建页面", with: "搭建活动页面"), second), 0))
    // One adds a record, the other takes one away.
    #expect(
      try #require(merge(plan(first, second), plan(first, second, third), plan(second)))
        == (plan(second, third), 0))
    // Both the same field, otherwise: only that line is marked.
    let dropped = first.replacing("未完成", with: "已取消")
    let (text, conflicts) = try #require(
      merge(plan(first, second), plan(done, second), plan(dropped, safer)))
    #expect(conflicts == 1)
    #expect(
      text
        == plan(
          "  - id: T1\n    工作: 搭建页面\n<<<<<<< 我方 ours\n    进展: 已完成\n=======\n    进展: 已取消\n>>>>>>> 对方 theirs",
          safer))
  }

  @Test("what stands around the fields is taken from the side that changed it")
  func around() throws {
    let headed = base.replacing("---\n主题", with: "---\n# 说明\n\n主题")
    let merged = try #require(
      merge(
        headed, headed.replacing("12万", with: "15万"), headed.replacing("说明", with: "新说明")))
    #expect(merged.0 == headed.replacing("12万", with: "15万").replacing("说明", with: "新说明"))
    #expect(
      merge(
        headed, headed.replacing("说明", with: "甲"), headed.replacing("说明", with: "乙")) == nil)
  }

  @Test("what cannot be read by fields is left to a merge of lines")
  func unreadable() {
    #expect(merge(base, "---\n主题：春茶\n---\n", base) == nil)
    #expect(merge("没有文首\n", base, base) == nil)
  }

  private let header = "period,channel,activity,metric,value,source,note\n"

  private func mergeRows(_ base: [String], _ ours: [String], _ theirs: [String]) -> MergedText? {
    func table(_ rows: [String]) -> SourceFile {
      file(header + rows.map { $0 + "\n" }.joined(), "content/results/2026/2026-10.csv")
    }
    return mergeResults(base: table(base), ours: table(ours), theirs: table(theirs))
  }

  @Test("the cells of a row that both changed are taken from the side that did")
  func cells() throws {
    let merged = try #require(
      mergeRows(
        ["2026-10,all,,gmv,120,平台,"], ["2026-10,all,,gmv,125,平台,"],
        ["2026-10,all,,gmv,120,平台,\"已核对, 无误\""]))
    #expect(merged.conflicts == 0)
    #expect(
      String(decoding: merged.bytes, as: UTF8.self)
        .contains("2026-10,all,,gmv,125,平台,\"已核对, 无误\"\n"))
  }

  @Test("results are merged by what a row is about, and stay sorted")
  func results() throws {
    let base = ["2026-10,email,,opens,10,,", "2026-10,website,,visits,100,,"]
    let merged = try #require(
      mergeRows(
        base, ["2026-10,email,,opens,11,,", "2026-10,website,,visits,100,,"],
        ["2026-10,email,,opens,10,,", "2026-10,sem,,clicks,7,,", "2026-10,website,,visits,120,,"]))
    #expect(merged.conflicts == 0)
    #expect(
      String(decoding: merged.bytes, as: UTF8.self)
        == header
        + "2026-10,email,,opens,11,,\n2026-10,sem,,clicks,7,,\n2026-10,website,,visits,120,,\n")
    let conflict = try #require(
      mergeRows(
        base, ["2026-10,email,,opens,11,,", base[1]], ["2026-10,email,,opens,12,,", base[1]]))
    #expect(conflict.conflicts == 1)
    #expect(
      String(decoding: conflict.bytes, as: UTF8.self).contains(
        "<<<<<<< 我方 ours\n2026-10,email,,opens,11,,\n=======\n2026-10,email,,opens,12,,\n>>>>>>>"))
  }

  @Test(
    "one row that both added is one, however each wrote it",
    arguments: [
      ("2026-10,sem,,clicks,5,,", "2026-10,sem,,clicks,5.0,,", 0),
      ("2026-10,sem,,clicks,5,,", "2026-10,搜索推广,,点击量,5,,", 0),
      ("2026-10,sem,,clicks,5,,", "2026-10,sem,,clicks,6,,", 1),
      ("2026-10,sem,,clicks,5,平台,", "2026-10,sem,,clicks,5,后台,", 1),
    ])
  func bothAdded(_ ours: String, _ theirs: String, _ conflicts: Int) throws {
    let base = "2026-10,email,,opens,10,,\n"
    func table(_ row: String) -> SourceFile {
      file(header + base + row, "content/results/2026/2026-10.csv")
    }
    let merged = try #require(
      mergeResults(
        base: table(""), ours: table(ours + "\n"), theirs: table(theirs + "\n"),
        names: DiffNames(SmallSite().handbook)))
    #expect(merged.conflicts == conflicts)
    if conflicts == 0 {
      #expect(String(decoding: merged.bytes, as: UTF8.self) == header + base + ours + "\n")
    }
  }

  @Test("a channel or metric is the same by any of its names")
  func names() throws {
    let names = DiffNames(SmallSite().handbook)
    func table(_ row: String) -> SourceFile {
      file(header + row + "\n", "content/results/2026/2026-10.csv")
    }
    let merged = try #require(
      mergeResults(
        base: table("2026-10,sem,,clicks,7,,"), ours: table("2026-10,搜索推广,,点击量,7,,"),
        theirs: table("2026-10,sem,,clicks,9,,"), names: names))
    #expect(merged.conflicts == 0)
    #expect(
      String(decoding: merged.bytes, as: UTF8.self) == header + "2026-10,搜索推广,,点击量,9,,\n")
  }
}
