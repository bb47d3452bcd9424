import CedianContent
import CedianModel
import CedianTestSupport
import Testing

struct FrontMatterQuietTests {
  /// Lines that are in order, and what they read as.
  @Test(arguments: [
    ("主题: 双11", "主题=双11"),
    ("主题: 双11 # 备注", "主题=双11"),
    ("主题: # 待定", "主题="),
    ("主题: 双11 ## 备注", "主题=双11"),
    ("标签: [C#, 双11]", "标签=[C#, 双11]"),
    ("主题: \"#双11#\"", "主题=#双11#"),
    ("主题: '#双11' #备注", "主题=#双11"),
    ("时间: 2026-11-01 20:00/2026-11-11", "时间=2026-11-01 20:00/2026-11-11"),
    ("网址: https://example.com/a:b", "网址=https://example.com/a:b"),
    ("经验:\n  - 备货：提前两周\n  - 预热：提前三天", "经验=[备货：提前两周, 预热：提前三天]"),
    ("经验:\n  - 目标：提升复购", "经验=[目标：提升复购]"),
    (
      "工作重点: |\n  主题：双11\n  目标：\t120万\n\n  # 不是注释\n渠道: 微信",
      "工作重点=主题：双11\n目标：\t120万\n\n# 不是注释\n 渠道=微信"
    ),
    ("工作重点: >-\n  第一行\n  第二行", "工作重点=第一行 第二行"),
    ("工作重点: |\n    首行\n  　", "工作重点=首行\n"),
    ("结论: 第一句\n  其中：第二句", "结论=第一句 其中：第二句"),
    ("结论:\n  其中：一句话", "结论=其中：一句话"),
    ("结论: \"主题：双11\n  目标: GMV\"", "结论=主题：双11 目标: GMV"),
    ("渠道: [\n  social, # 社媒\n  email\n]\n主题: 双11", "渠道=[social, email] 主题=双11"),
    ("预算: {项目: 时间：全天, 金额: 12万}", "预算={项目=时间：全天 金额=12万}"),
    ("预算:\n- 项目: 直播\n  金额: 12万\n- 项目: 短信\n主题: 双11", "预算=[{项目=直播 金额=12万}, {项目=短信}] 主题=双11"),
    ("a:\n  b:\n    c: 1\n  d: 2\ne: 3", "a={b={c=1} d=2} e=3"),
    ("a:\n  - - 1\n    - 2", "a=[[1, 2]]"),
    ("\"4.1\": x\n'4.2': y", "4.1=x 4.2=y"),
    ("折扣: -5%", "折扣=-5%"),
    ("目标: 成交总额 ≥ 120万", "目标=成交总额 ≥ 120万"),
    ("主题: “双11”大促", "主题=“双11”大促"),
    ("主题: it's", "主题=it's"),
    ("开关: on\n时刻: 12:30\n数: 1e3\n日: 2026-11-01", "开关=on 时刻=12:30 数=1e3 日=2026-11-01"),
    ("主题: ~\n目标:\n渠道: []", "主题=~ 目标= 渠道=[]"),
    ("# 说明：以下\n\n主题: 双11\n\t\n　\n目标: GMV", "主题=双11 目标=GMV"),
    ("x-备注: a", "x-备注=a"),
    ("主题: a\u{2028}b\n目标: c", "主题=a b 目标=c"),
    ("经验:\n  - 甲\n    —— 乙", "经验=[甲 —— 乙]"),
    ("备注: （时间：待定）另行通知", "备注=（时间：待定）另行通知"),
    ("标签: [\n  大促, #社媒\n  返场\n]", "标签=[大促, 返场]"),
    ("目标: >2\n    五折\n主题: 双11", "目标=  五折\n 主题=双11"),
    ("", ""),
  ])
  func whatIsInOrderIsReadWithoutAWord(lines: String, reads: String) throws {
    for text in ["---\n\(lines)\n---\n", "\u{FEFF}---\n\(lines)\n...\nx"] {
      let (frontMatter, _, found) = parseFrontMatter(SourceFile(path: "a.md", text: text))
      #expect(found.map(\.message.zh) == [])
      #expect(frontMatter.map { summary($0.entries) } == reads)
    }
    let crlf = "---\n\(lines)\n---\n".replacing("\n", with: "\r\n")
    let (frontMatter, _, found) = parseFrontMatter(SourceFile(path: "a.md", text: crlf))
    #expect(found == [])
    #expect(frontMatter.map { summary($0.entries) } == reads)
  }

  @Test func everyKeyAndValueHasItsExactPlace() throws {
    let marked = MarkedText(
      """
      ---
      # 注释
      1️⃣主题2️⃣: 3️⃣双11 大促4️⃣
      预算:
        - {项目: 5️⃣"直播"6️⃣, 金额: 12万}
        - 项目: 短信
          金额: 7️⃣3万8️⃣ # 含税
      9️⃣目标:
      ---
      """)
    let (frontMatter, split, _) = parseFrontMatter(
      SourceFile(path: "a.md", text: "\u{FEFF}" + marked.text))
    let entries = try #require(frontMatter?.entries)
    func at(_ start: Int, _ end: Int) throws -> SourceRange {
      SourceRange(try #require(marked[start]), try #require(marked[end]))
    }
    #expect(try entries[0].key.range == at(1, 2))
    #expect(try entries[0].value.range == at(3, 4))
    guard case .sequence(let items) = entries[1].value.content,
      case .mapping(let first) = items[0].content, case .mapping(let second) = items[1].content
    else {
      Issue.record("no list of records")
      return
    }
    #expect(try first[0].value.range == at(5, 6))
    #expect(first[0].value.content == .scalar("直播", .doubleQuoted))
    #expect(items[0].range == SourceRange(line: 5, column: 5, length: 19))
    #expect(try second[1].value.range == at(7, 8))
    #expect(try items[1].range.end == at(7, 8).end)
    #expect(entries[1].value.range.start == SourcePosition(line: 5, column: 3))
    #expect(try entries[2].key.range.start == at(9, 9).start)
    #expect(entries[2].value.isEmpty)
    #expect(entries[2].value.range.start == SourcePosition(line: 8, column: 4))
    #expect(split.closing == SourceRange(line: 9, column: 1, length: 3))
  }

  @Test func blockTextEndsWithItsLastLine() throws {
    let (frontMatter, _, _) = parseFrontMatter(
      SourceFile(path: "a.md", text: "---\n备注: |\n  一\n  二二\n主题: x\n---\n"))
    let range = try #require(frontMatter?.entries.first?.value.range)
    #expect(
      range == SourceRange(SourcePosition(line: 2, column: 5), SourcePosition(line: 4, column: 5)))
  }
}
