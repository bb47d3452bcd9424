import Testing

@testable import CedianModel

/// What stands twice in a text and is written in another way at one of its places.
@Suite("blocks that stand more than once") struct RepeatedBlockTests {
  @Test(
    "are told by what they say, however they are wrapped and marked",
    arguments: [
      ("先看数，\n再定。", "先看数，再定。"), ("| 甲 | 乙 |", "|甲|乙|"), ("* 一项", "- 一项"),
      ("一句  \n两句", "一句  \n  两句"),
    ])
  func written(once: String, otherwise: String) {
    let old = "## 一\n\n\(once)\n\n甲。\n\n## 二\n\n\(once)\n\n乙。\n"
    let new = "## 一\n\n\(once)\n\n甲。\n\n## 二\n\n\(otherwise)\n\n乙。\n"
    #expect(sectionChanges(from: old, to: new).isEmpty)
    #expect(sectionChanges(from: new, to: old).isEmpty)
  }

  @Test("that move are shown as the page says them")
  func moved() {
    let old = "先看数，\n再定。\n\n甲说完了。\n\n乙说完了。\n"
    let new = "甲说完了。\n\n乙说完了。\n\n先看数，\n再定。\n"
    let blocks = sectionChanges(from: old, to: new).flatMap(\.blocks)
    #expect(blocks == [.moved("先看数，再定。")])
  }
}
