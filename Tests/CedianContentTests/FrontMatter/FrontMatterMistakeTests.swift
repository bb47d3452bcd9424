import CedianContent
import CedianModel
import CedianTestSupport
import Testing

/// One mistake: the lines with the finding's place between `1️⃣` and `2️⃣`, what
/// it says, and the lines as `--fix` leaves them.
struct Mistake: Sendable, CustomTestStringConvertible {
  var lines: String
  var id: String
  var zh: String
  var fixed: String?
  /// The entries that are read all the same.
  var reads: String?

  init(_ lines: String, _ id: String, _ zh: String, fixed: String? = nil, reads: String? = nil) {
    (self.lines, self.id, self.zh) = (lines, id, zh)
    (self.fixed, self.reads) = (fixed, reads)
  }

  var testDescription: String { lines }
}

/// Entries in one line: `主题=双11 预算=[{项目=直播}]`.
func summary(_ node: Node) -> String {
  switch node.content {
  case .scalar(let text, _): text
  case .sequence(let items): "[" + items.map(summary).joined(separator: ", ") + "]"
  case .mapping(let entries): "{" + summary(entries) + "}"
  }
}

func summary(_ entries: [Node.Entry]) -> String {
  entries.map { "\($0.key.value)=\(summary($0.value))" }.joined(separator: " ")
}

struct FrontMatterMistakeTests {
  static let colons: [Mistake] = [
    Mistake(
      "主题1️⃣：2️⃣双11", "full-width-colon", "「主题」后面是全角冒号「：」，应当是半角冒号加空格", fixed: "主题: 双11",
      reads: "主题=双11"),
    Mistake(
      "主题1️⃣：2️⃣ 双11\n目标: GMV", "full-width-colon", "「主题」后面是全角冒号「：」，应当是半角冒号加空格",
      fixed: "主题: 双11\n目标: GMV", reads: "主题=双11 目标=GMV"),
    Mistake(
      "目标: GMV\n主题1️⃣：2️⃣双11\n渠道: 微信", "full-width-colon", "「主题」后面是全角冒号「：」，应当是半角冒号加空格",
      fixed: "目标: GMV\n主题: 双11\n渠道: 微信", reads: "目标=GMV 主题=双11 渠道=微信"),
    Mistake(
      "审批1️⃣：2️⃣\n  状态: 已批准", "full-width-colon", "「审批」后面是全角冒号「：」，应当是半角冒号加空格",
      fixed: "审批:\n  状态: 已批准", reads: "审批={状态=已批准}"),
    Mistake(
      "审批:\n  状态1️⃣：2️⃣已批准", "full-width-colon", "「状态」后面是全角冒号「：」，应当是半角冒号加空格",
      fixed: "审批:\n  状态: 已批准", reads: "审批={状态=已批准}"),
    Mistake(
      "预算:\n  - 项目1️⃣：2️⃣直播\n    金额: 12万", "full-width-colon", "「项目」后面是全角冒号「：」，应当是半角冒号加空格",
      fixed: "预算:\n  - 项目: 直播\n    金额: 12万", reads: "预算=[{项目=直播 金额=12万}]"),
    Mistake(
      "预算:\n  - {项目1️⃣：2️⃣直播, 金额: 12万}", "full-width-colon", "「项目」后面是全角冒号「：」，应当是半角冒号加空格",
      fixed: "预算:\n  - {项目: 直播, 金额: 12万}", reads: "预算=[{项目=直播 金额=12万}]"),
    Mistake(
      "主题1️⃣：2️⃣　双11", "full-width-colon", "「主题」后面是全角冒号「：」，应当是半角冒号加空格", fixed: "主题: 双11",
      reads: "主题=双11"),
    Mistake(
      "theme1️⃣:2️⃣双11", "front-matter-syntax", "「theme」的冒号后面缺少空格", fixed: "theme: 双11",
      reads: "theme=双11"),
    Mistake(
      "主题1️⃣:2️⃣\u{A0}双11\n时间: 2026", "front-matter-syntax", "「主题」的冒号后面不是普通空格，是 U+00A0",
      fixed: "主题: 双11\n时间: 2026", reads: "主题=双11 时间=2026"),
    Mistake(
      "负1️⃣\u{200B}2️⃣责人: 市场部", "front-matter-syntax", "字段名里有一个看不见的字符（U+200B）",
      fixed: "负责人: 市场部", reads: "负责人=市场部"),
    Mistake(
      "时间1️⃣:2️⃣2026-11-01 20:00/2026-11-11\n主题: 双11", "front-matter-syntax", "「时间」的冒号后面缺少空格",
      fixed: "时间: 2026-11-01 20:00/2026-11-11\n主题: 双11",
      reads: "时间=2026-11-01 20:00/2026-11-11 主题=双11"),
    Mistake(
      "预算: [{项目1️⃣:2️⃣直播, 金额: 12万}]", "front-matter-syntax", "「项目」的冒号后面缺少空格",
      fixed: "预算: [{项目: 直播, 金额: 12万}]", reads: "预算=[{项目=直播 金额=12万}]"),
    Mistake(
      "目标: GMV1️⃣:2️⃣ 120万", "front-matter-syntax", "「目标」的值里有冒号加空格，会被当成另一个字段",
      fixed: "目标: \"GMV: 120万\"", reads: "目标=GMV: 120万"),
    Mistake(
      "主题: 双11\n1️⃣目标 120万2️⃣\n渠道: 微信", "front-matter-syntax", "「目标 120万」这一行没有冒号，读不出字段",
      reads: "主题=双11 目标=120万 渠道=微信"),
    Mistake(
      "主题: 双11\n1️⃣这里是一句话2️⃣\n渠道: 微信", "front-matter-syntax", "「这里是一句话」这一行没有冒号，读不出字段",
      reads: "主题=双11 渠道=微信"),
  ]

  static let values: [Mistake] = [
    Mistake(
      "目标: 1️⃣>=500万2️⃣", "front-matter-syntax", "值以 > 开头，> 在这里有特殊含义，须用引号括起整个值",
      fixed: "目标: \">=500万\"", reads: "目标=>=500万"),
    Mistake(
      "负责人: 1️⃣@市场部2️⃣", "front-matter-syntax", "值以 @ 开头，@ 在这里有特殊含义，须用引号括起整个值",
      fixed: "负责人: \"@市场部\"", reads: "负责人=@市场部"),
    Mistake(
      "主题: 1️⃣`双11`2️⃣", "front-matter-syntax", "值以 ` 开头，` 在这里有特殊含义，须用引号括起整个值",
      fixed: "主题: \"`双11`\"", reads: "主题=`双11`"),
    Mistake(
      "折扣: 1️⃣%50 off2️⃣", "front-matter-syntax", "值以 % 开头，% 在这里有特殊含义，须用引号括起整个值",
      fixed: "折扣: \"%50 off\"", reads: "折扣=%50 off"),
    Mistake(
      "主题: 1️⃣*重磅* 双112️⃣", "front-matter-syntax", "值以 * 开头，* 在这里有特殊含义，须用引号括起整个值",
      fixed: "主题: \"*重磅* 双11\"", reads: "主题=*重磅* 双11"),
    Mistake(
      "主题: 1️⃣& 合作方2️⃣", "front-matter-syntax", "值以 & 开头，& 在这里有特殊含义，须用引号括起整个值",
      fixed: "主题: \"& 合作方\"", reads: "主题=& 合作方"),
    Mistake(
      "主题: 1️⃣!重要2️⃣", "front-matter-syntax", "值以 ! 开头，! 在这里有特殊含义，须用引号括起整个值",
      fixed: "主题: \"!重要\"", reads: "主题=!重要"),
    Mistake(
      "主题: 1️⃣|双11|2️⃣", "front-matter-syntax", "值以 | 开头，| 在这里有特殊含义，须用引号括起整个值",
      fixed: "主题: \"|双11|\"", reads: "主题=|双11|"),
    Mistake(
      "主题: 1️⃣[重要] 双112️⃣", "front-matter-syntax", "值以 [ 开头，[ 在这里有特殊含义，须用引号括起整个值",
      fixed: "主题: \"[重要] 双11\"", reads: "主题=[重要] 双11"),
    Mistake(
      "主题: 1️⃣{双11} 大促2️⃣", "front-matter-syntax", "值以 { 开头，{ 在这里有特殊含义，须用引号括起整个值",
      fixed: "主题: \"{双11} 大促\"", reads: "主题={双11} 大促"),
    Mistake(
      "主题: 1️⃣- 双112️⃣", "front-matter-syntax", "值以 - 开头，- 在这里有特殊含义，须用引号括起整个值",
      fixed: "主题: \"- 双11\"", reads: "主题=- 双11"),
    Mistake(
      "预算: [{项目: 直播, 金额: 1️⃣%2️⃣}]", "front-matter-syntax", "值以 % 开头，% 在这里有特殊含义，须用引号括起整个值",
      fixed: "预算: [{项目: 直播, 金额: \"%\"}]", reads: "预算=[{项目=直播 金额=%}]"),
    Mistake(
      "目标:\n  - {指标: GMV, 目标值: 1️⃣>=120万2️⃣, 基线: 1}", "front-matter-syntax",
      "值以 > 开头，> 在这里有特殊含义，须用引号括起整个值",
      fixed: "目标:\n  - {指标: GMV, 目标值: \">=120万\", 基线: 1}",
      reads: "目标=[{指标=GMV 目标值=>=120万 基线=1}]"),
    Mistake(
      "目标:\n  - {指标: GMV1️⃣，2️⃣目标值: 120万}", "front-matter-syntax",
      "花括号里用全角逗号「，」隔开字段，应当是半角逗号加空格",
      fixed: "目标:\n  - {指标: GMV, 目标值: 120万}", reads: "目标=[{指标=GMV 目标值=120万}]"),
    Mistake(
      "目标:\n  - {指标: GMV}\n  1️⃣-2️⃣{指标: UV}", "front-matter-syntax",
      "列表项的 - 后面缺少空格，这几行会连成一句话",
      fixed: "目标:\n  - {指标: GMV}\n  - {指标: UV}", reads: "目标=[{指标=GMV}, {指标=UV}]"),
    Mistake(
      "经验:\n  - 1️⃣@市场部 提前准备2️⃣", "front-matter-syntax", "值以 @ 开头，@ 在这里有特殊含义，须用引号括起整个值",
      fixed: "经验:\n  - \"@市场部 提前准备\"", reads: "经验=[@市场部 提前准备]"),
    Mistake(
      "主题: 1️⃣\"双11\"大促2️⃣", "front-matter-syntax", "值以引号 \" 开头，引号结束后还有文字",
      fixed: "主题: '\"双11\"大促'", reads: "主题=\"双11\"大促"),
    Mistake(
      "主题: 1️⃣\"2️⃣双11\n目标: GMV", "front-matter-syntax", "引号 \" 没有成对",
      fixed: "主题: \"双11\"\n目标: GMV", reads: "主题=双11 目标=GMV"),
    Mistake(
      "主题: 1️⃣'2️⃣双11\n目标: GMV", "front-matter-syntax", "引号 ' 没有成对", reads: "主题=双11 目标=GMV"),
    Mistake(
      "渠道: 1️⃣[2️⃣social, email\n主题: 双11", "front-matter-syntax", "括号 [ 没有对应的 ]",
      fixed: "渠道: [social, email]\n主题: 双11", reads: "渠道=[social, email] 主题=双11"),
    Mistake(
      "预算:\n  - 1️⃣{2️⃣项目: 直播\n主题: 双11", "front-matter-syntax", "括号 { 没有对应的 }",
      fixed: "预算:\n  - {项目: 直播}\n主题: 双11", reads: "预算=[{项目=直播}] 主题=双11"),
    Mistake(
      "渠道: 1️⃣[2️⃣social}\n主题: 双11", "front-matter-syntax", "括号 [ 没有对应的 ]",
      fixed: "渠道: [social]\n主题: 双11", reads: "渠道=[social] 主题=双11"),
    Mistake(
      "渠道:\n1️⃣-2️⃣微信\n", "front-matter-syntax", "列表项的 - 后面缺少空格，这几行会连成一句话",
      fixed: "渠道:\n- 微信\n", reads: "渠道=[微信]"),
    Mistake(
      "主题: 双\u{8}1️⃣11", "front-matter-syntax", "这里有一个看不见的控制字符（U+0008）", fixed: "主题: 双11",
      reads: "主题=双11"),
    Mistake(
      "备注: \"D:1️⃣\\2️⃣素材\"\n主题: 双11", "front-matter-syntax", "双引号里的 \\ 有特殊含义，后面这个字符它不认识",
      fixed: "备注: 'D:\\素材'\n主题: 双11", reads: "备注=D:\\素材 主题=双11"),
    Mistake(
      "主题: 1️⃣{{ 主题 }}2️⃣", "front-matter-syntax", "值以 { 开头，{ 在这里有特殊含义，须用引号括起整个值",
      fixed: "主题: \"{{ 主题 }}\"", reads: "主题={{ 主题 }}"),
    Mistake(
      "预算: {1️⃣[直播]2️⃣: 12万}", "front-matter-syntax", "字段名应当是文字，这里是列表或一组字段", reads: "预算={}"),
  ]

  static let comments: [Mistake] = [
    Mistake(
      "theme: 1️⃣#2️⃣双11#", "hash-comment", "# 之后的内容都是注释，「theme」等于没有写值",
      fixed: "theme: \"#双11#\"", reads: "theme=#双11#"),
    Mistake(
      "主题: 双11 1️⃣#2️⃣大促#", "hash-comment", "# 之后的内容都是注释，「主题」的值到此为止", fixed: "主题: \"双11 #大促#\"",
      reads: "主题=双11 #大促#"),
    Mistake(
      "标签:\n  - 1️⃣#2️⃣双11", "hash-comment", "# 之后的内容都是注释，这一项等于没有写值", fixed: "标签:\n  - \"#双11\"",
      reads: "标签=[#双11]"),
  ]

  static let indents: [Mistake] = [
    Mistake(
      "预算:\n1️⃣\t2️⃣- 项目: 直播", "tab-indent", "缩进里有制表符（Tab），只能用空格", fixed: "预算:\n  - 项目: 直播",
      reads: "预算=[{项目=直播}]"),
    Mistake(
      "审批:\n    状态: 已批准\n1️⃣\t2️⃣审批人: 市场总监", "tab-indent", "缩进里有制表符（Tab），只能用空格",
      fixed: "审批:\n    状态: 已批准\n    审批人: 市场总监", reads: "审批={状态=已批准 审批人=市场总监}"),
    Mistake(
      "审批:\n1️⃣　2️⃣状态: 已批准", "tab-indent", "缩进里有全角空格，只能用空格", fixed: "审批:\n  状态: 已批准",
      reads: "审批={状态=已批准}"),
    Mistake(
      "审批:\n1️⃣\u{A0}\u{A0}2️⃣状态: 已批准", "tab-indent", "缩进里有不换行空格，只能用空格",
      fixed: "审批:\n  状态: 已批准", reads: "审批={状态=已批准}"),
    Mistake(
      "主题: 双11\n  1️⃣目标: GMV2️⃣", "front-matter-syntax", "这一行比「主题」缩进得深，而「主题」已经有值",
      reads: "主题=双11 目标=GMV"),
    Mistake(
      "审批:\n    状态: 已批准\n  1️⃣审批人: 市场总监2️⃣", "front-matter-syntax", "这一行的缩进与前面对不上：应当空 0 或 4 格",
      reads: "审批={状态=已批准 审批人=市场总监}"),
    Mistake(
      "  主题: 双11\n1️⃣目标: GMV2️⃣", "front-matter-syntax", "这一行的缩进与前面对不上：应当空 2 格",
      reads: "主题=双11 目标=GMV"),
    Mistake(
      "渠道: 微信\n  1️⃣- 微博2️⃣", "front-matter-syntax", "这一行比「渠道」缩进得深，而「渠道」已经有值", reads: "渠道=微信"),
  ]

  static let structure: [Mistake] = [
    Mistake(
      "主题: 双11\n1️⃣主题2️⃣: 双12", "duplicate-key", "「主题」写了两次，两处的值不同", reads: "主题=双11"),
    Mistake(
      "主题: 双11\n目标: GMV\n1️⃣主题2️⃣: 双11", "duplicate-key", "「主题」写了两次，两处的值相同",
      reads: "主题=双11 目标=GMV"),
    Mistake(
      "审批:\n  状态: 已批准\n  1️⃣状态2️⃣: 草拟", "duplicate-key", "「状态」写了两次，两处的值不同", reads: "审批={状态=已批准}"),
    Mistake(
      "负责人: 1️⃣&a 市场部2️⃣", "alias-refused", "这里用了 YAML 的锚点（&），内容文件不用它", reads: "负责人=市场部"),
    Mistake("负责人: 1️⃣*a2️⃣", "alias-refused", "这里用了 YAML 的别名（*），内容文件不用它", reads: "负责人="),
    Mistake("负责人: 1️⃣!a2️⃣", "alias-refused", "这里用了 YAML 的标签（!），内容文件不用它", reads: "负责人="),
    Mistake("版本: 1️⃣!!str 52️⃣", "alias-refused", "这里用了 YAML 的标签（!），内容文件不用它", reads: "版本=5"),
    Mistake(
      "审批:\n  1️⃣<<2️⃣: {状态: 草拟}", "alias-refused", "这里用了 YAML 的合并键（<<），内容文件不用它", reads: "审批={}"),
  ]

  @Test(arguments: colons + values + comments + indents + structure + brackets)
  func everyMistakeIsReportedAtItsPlaceAndTheRestIsRead(mistake: Mistake) throws {
    let marked = MarkedText("---\n\(mistake.lines)\n---\n正文\n")
    let (frontMatter, split, found) = parseFrontMatter(
      SourceFile(path: "content/plans/a.md", text: marked.text))
    #expect(found.map(\.id) == [mistake.id])
    let only = try #require(found.first)
    #expect(only.message.zh == mistake.zh)
    #expect(!only.message.en.isEmpty && only.fix?.message.en.isEmpty == false)
    if mistake.lines.contains("2️⃣") { #expect(only.location.range == marked.range) }
    if let reads = mistake.reads { #expect(frontMatter.map { summary($0.entries) } == reads) }
    #expect(only.fix != nil)
    if let fixed = mistake.fixed {
      let text = applyingEdits(of: found, to: marked.text)
      #expect(text == "---\n\(fixed)\n---\n正文\n")
      let again = parseFrontMatter(SourceFile(path: "a.md", text: text))
      #expect(again.2.isEmpty)
    } else {
      #expect(only.fix?.edits == [])
    }
    #expect(
      split.bodyFirstLine == marked.text.split(separator: "\n", omittingEmptySubsequences: false)
        .count - 1)
  }
}
