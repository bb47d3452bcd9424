import CedianContent
import Testing

/// Emphasis next to CJK text, by the CJK-friendly amendment of CommonMark §6.2.
/// Each case shows the paragraph's content.
@Suite struct MarkdownEmphasisTests {
  @Test(arguments: [
    ("**真的，**她说", "<strong>真的，</strong>她说"),
    ("**“双11”**大促", "<strong>“双11”</strong>大促"),
    ("大促**“双11”**", "大促<strong>“双11”</strong>"),
    ("参加**（限会员）**的人", "参加<strong>（限会员）</strong>的人"),
    ("使用**`代码`**即可", "使用<strong><code>代码</code></strong>即可"),
    ("见**[方案](a.md)**全文", "见<strong><a href=\"a.md\">方案</a></strong>全文"),
    ("价格**¥99**起", "价格<strong>¥99</strong>起"),
    ("语言**C#**很好", "语言<strong>C#</strong>很好"),
    ("*重点：*内容", "<em>重点：</em>内容"),
    ("***重点：***内容", "<em><strong>重点：</strong></em>内容"),
    ("**안녕(hello)**하세요", "<strong>안녕(hello)</strong>하세요"),
    ("𠮷**(yoshi)**野家", "𠮷<strong>(yoshi)</strong>野家"),
    ("**真**，她", "<strong>真</strong>，她"),
  ])
  func openAndCloseBesideCJK(markdown: String, content: String) {
    #expect(fragment(markdown) == "<p>\(content)</p>\n")
  }

  @Test(arguments: [
    ("葛\u{E0100}**(a)**城", "葛\u{E0100}<strong>(a)</strong>城"),
    ("羽\u{FE00}**(a)**城", "羽\u{FE00}<strong>(a)</strong>城"),
    ("**“\u{FE01}a”\u{FE01}**b", "<strong>“\u{FE01}a”\u{FE01}</strong>b"),
    ("注。\u{FE01}_重点_", "注。\u{FE01}<em>重点</em>"),
  ])
  func variationSelectorsBelongToTheirCharacter(markdown: String, content: String) {
    #expect(fragment(markdown) == "<p>\(content)</p>\n")
  }

  @Test(arguments: [
    // No CJK beside the run: CommonMark decides as ever.
    "a**a«**a", "a**(b)**c", "**a.**b", "a **“b” **c",
    // Default emoji are not CJK.
    "a**🈯**a".replacing("🈯", with: "(✅"),
    // Underscores within a word never open, in CJK no more than elsewhere.
    "中_文_字", "真的__重点__啊",
    // Space inside the run.
    "中** 文**字",
  ])
  func staysAsCommonMarkHasIt(markdown: String) {
    let plain = fragment(markdown, options: .commonMark)
    #expect(fragment(markdown) == plain)
    #expect(!plain.contains("<strong>"))
  }

  @Test func commonMarkModeLeavesChineseEmphasisToCommonMark() {
    #expect(fragment("**真的，**她说", options: .commonMark) == "<p>**真的，**她说</p>\n")
  }

  @Test func marksNeverReachCodeOrAddresses() {
    #expect(
      fragment("`**真，**她` 和 [a](真，**她_b)")
        == "<p><code>**真，**她</code> 和 <a href=\"%E7%9C%9F%EF%BC%8C**%E5%A5%B9_b\">a</a></p>\n")
    #expect(
      fragment("    **真，**她 [^1] ~~a~~ http://a.b/_c*d")
        == "<pre><code>**真，**她 [^1] ~~a~~ http://a.b/_c*d\n</code></pre>\n")
    #expect(fragment("```\n[^1]: 真\n```") == "<pre><code>[^1]: 真\n</code></pre>\n")
    #expect(fragment("[真，**她]\n\n[真，**她]: /u") == "<p><a href=\"/u\">真，**她</a></p>\n")
  }

  @Test func marksInTheInputBecomeReplacementCharacters() {
    let first = String(decoding: [0xEF, 0xB7, 0x90], as: UTF8.self)
    let last = String(decoding: [0xEF, 0xB7, 0xAF], as: UTF8.self)
    #expect(fragment("a\(first)b\(last)~c") == "<p>a\u{FFFD}b\u{FFFD}~c</p>\n")
    #expect(fragment("a\(first)b", options: .commonMark) == "<p>a\(first)b</p>\n")
  }

  @Test(arguments: [
    ("~~删除，~~保留", "<del>删除，</del>保留"),
    ("~删除~ 保留", "<del>删除</del> 保留"),
    ("a~~a()~~あ", "a<del>a()</del>あ"),
    ("~~a **b** c~~", "<del>a <strong>b</strong> c</del>"),
    ("**~~a~~**", "<strong><del>a</del></strong>"),
    ("10~20 元，30~40 元", "10~20 元，30~40 元"),
    ("~~a~ b", "~~a~ b"),
    ("~~~a~~~ b".replacing("~~~a", with: "x~~~a"), "x~~~a~~~ b"),
    ("\\~~a~~", "~~a~~"),
    ("~~a\\~~", "~~a~~"),
    ("~~a", "~~a"),
    ("a~~()~~b", "a~~()~~b"),
  ])
  func strikethrough(markdown: String, content: String) {
    #expect(fragment(markdown) == "<p>\(content)</p>\n")
  }

  @Test(arguments: [
    ("中文\n中文", "中文中文"),
    ("中文**强调**\n中文", "中文<strong>强调</strong>中文"),
    ("中文\n**强调**中文", "中文<strong>强调</strong>中文"),
    ("结束。\n（开始）", "结束。（开始）"),
    ("かな\n漢字", "かな漢字"),
    ("他说“好”\n然后", "他说“好”然后"),
    ("甲~~乙~~\n丙", "甲<del>乙</del>丙"),
    ("甲\n~~乙~~丙", "甲<del>乙</del>丙"),
    ("甲~~b~~\n丙", "甲<del>b</del>\n丙"),
    ("甲~~\n丙", "甲~~丙"),
    ("他说“好”\n“行”。", "他说“好”“行”。"),
    ("中文\nabc", "中文\nabc"),
    ("abc\n中文", "abc\n中文"),
    ("“a”\nb", "“a”\nb"),
    ("한국\n한국", "한국\n한국"),
    ("中文\\\n中文", "中文<br />\n中文"),
  ])
  func lineBreakBetweenWideCharactersLeavesNothing(markdown: String, content: String) {
    #expect(fragment(markdown) == "<p>\(content)</p>\n")
  }
}
