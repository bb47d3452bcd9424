import Testing

@testable import CedianModel

/// Plain texts are compared by their bytes, others as Unicode has them: both say the
/// same of what both can be asked.
@Suite("Comparing texts")
struct TextTokensTests {
  private static let plain = [
    "", "a", "上次没买到的 GMV 120万", "上次没抢到的 GMV 150万，满 1,200.5 减", "两行\n三行 ab_c 12",
    "「春茶」上新·第1期——先到先得…", "ABC上新DEF 9.9元", "春茶上新", "上新春茶",
  ]

  @Test("a mark of Unicode in the text changes nothing of the rest", arguments: plain, plain)
  func sameParts(old: String, new: String) {
    // A letter and its accent as two scalars: such a text is not plain.
    let strange = "e\u{301}"
    #expect(old.withBytes(isPlainText) && !(old + strange).withBytes(isPlainText))
    let (short, long) = (
      TextDiff(from: old + "。", to: new + "。"),
      TextDiff(from: old + "。" + strange, to: new + "。" + strange)
    )
    #expect(long.before == old + "。" + strange && long.after == new + "。" + strange)
    var parts = long.parts
    let last = parts.indices.last ?? 0
    parts[last].text.removeLast()
    #expect(parts == short.parts)
  }

  @Test("what is written in two ways and reads the same is the same")
  func canonical() {
    let diff = TextDiff(from: "caf\u{E9} 买", to: "cafe\u{301} 卖")
    #expect(diff.parts.map(\.kind) == [.same, .removed, .added])
    #expect(textsDiff(["caf\u{E9}"], ["cafe\u{301}"]).map(\.0) == [.same])
  }

  @Test("marks that join the character before them are no plain text")
  func joining() {
    for text in ["か\u{3099}", "A\u{FE0F}", "\u{F900}", "a\r\nb", "👍🏽", "가"] {
      #expect(!text.withBytes(isPlainText), "\(text)")
    }
  }

  @Test("the runs put together are both sequences")
  func runs() {
    let (a, b) = ([1, 2, 3, 4, 2, 5], [1, 3, 2, 4, 6, 5])
    let runs = sequenceDiff(a, b)
    #expect(runs.filter { $0.0 != .added }.flatMap(\.1) == a)
    #expect(runs.filter { $0.0 != .removed }.flatMap(\.1) == b)
    #expect(sequenceDiff(a, a).map(\.0) == [.same])
    #expect(sequenceDiff([Int](), b).map(\.0) == [.added])
  }
}
