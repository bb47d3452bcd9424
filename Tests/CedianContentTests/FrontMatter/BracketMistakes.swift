/// Mistakes in and around brackets, and marks that were pasted from a document.
extension FrontMatterMistakeTests {
  static let brackets: [Mistake] = [
    Mistake(
      "预算:\n  - 1️⃣｛2️⃣项目: 直播, 金额: 12万}", "front-matter-syntax",
      "一组字段写在了 ｛ 里，应当用半角花括号 { }", fixed: "预算:\n  - {项目: 直播, 金额: 12万}",
      reads: "预算=[{项目=直播 金额=12万}]"),
    Mistake(
      "审批: 1️⃣（2️⃣状态: 已批准, 审批人: 市场总监）", "front-matter-syntax",
      "一组字段写在了 （ 里，应当用半角花括号 { }", fixed: "审批: {状态: 已批准, 审批人: 市场总监}",
      reads: "审批={状态=已批准 审批人=市场总监}"),
    Mistake(
      "预算:\n  - 1️⃣(2️⃣项目: 直播, 金额: 12万)", "front-matter-syntax",
      "一组字段写在了 ( 里，应当用半角花括号 { }", fixed: "预算:\n  - {项目: 直播, 金额: 12万}",
      reads: "预算=[{项目=直播 金额=12万}]"),
    Mistake(
      "渠道:\n  - 微信\n  1️⃣•2️⃣ 微博", "front-matter-syntax", "列表项以 • 开头，应当是半角的 - 加空格",
      fixed: "渠道:\n  - 微信\n  - 微博", reads: "渠道=[微信, 微博]"),
    Mistake(
      "预算:\n  - {项目: 直播}\n  1️⃣—2️⃣{项目: 短信}", "front-matter-syntax",
      "列表项以 — 开头，应当是半角的 - 加空格", fixed: "预算:\n  - {项目: 直播}\n  - {项目: 短信}",
      reads: "预算=[{项目=直播}, {项目=短信}]"),
    Mistake(
      "渠道: [微信, 微博]1️⃣]2️⃣\n主题: 双11", "front-matter-syntax", "多了一个 ]，前面没有与它成对的括号",
      fixed: "渠道: [微信, 微博]\n主题: 双11", reads: "渠道=[微信, 微博] 主题=双11"),
    Mistake(
      "预算:\n  - {项目: 直播, 金额: 1万}1️⃣}2️⃣", "front-matter-syntax", "多了一个 }，前面没有与它成对的括号",
      fixed: "预算:\n  - {项目: 直播, 金额: 1万}", reads: "预算=[{项目=直播 金额=1万}]"),
    Mistake(
      "标签: [双12 1️⃣#2️⃣返场, 大促]", "hash-comment", "# 之后的内容都是注释，这一项的值到此为止",
      fixed: "标签: [\"双12 #返场\", 大促]", reads: "标签=[双12 #返场, 大促]"),
    Mistake(
      "标签: [1️⃣#2️⃣双12, 返场]", "hash-comment", "# 之后的内容都是注释，这一项等于没有写值",
      fixed: "标签: [\"#双12\", 返场]", reads: "标签=[#双12, 返场]"),
    Mistake(
      "预算: {项目: 双11 1️⃣#2️⃣加购话题, 金额: 1万}", "hash-comment", "# 之后的内容都是注释，「项目」的值到此为止",
      fixed: "预算: {项目: \"双11 #加购话题\", 金额: 1万}", reads: "预算={项目=双11 #加购话题 金额=1万}"),
    Mistake(
      "预算: {项目: 名单1️⃣:2️⃣ 加购, 金额: 1万}", "front-matter-syntax", "「项目」的值里有冒号加空格，会被当成另一个字段",
      fixed: "预算: {项目: \"名单: 加购\", 金额: 1万}", reads: "预算={项目=名单: 加购 金额=1万}"),
    Mistake(
      "预算: {项目: 1️⃣\"双11\"加购2️⃣, 金额: 1万}", "front-matter-syntax", "值以引号 \" 开头，引号结束后还有文字",
      fixed: "预算: {项目: '\"双11\"加购', 金额: 1万}", reads: "预算={项目=\"双11\"加购 金额=1万}"),
    Mistake(
      "节日热点: 1️⃣>52️⃣\n主题: 双11", "front-matter-syntax", "值以 > 开头，> 在这里有特殊含义，须用引号括起整个值",
      fixed: "节日热点: \">5\"\n主题: 双11", reads: "节日热点=>5 主题=双11"),
    Mistake(
      "审批: 1️⃣{{2️⃣状态: 已批准}}", "front-matter-syntax", "多了一个 {：列表只用一层 [ ]，一组字段只用一层 { }",
      fixed: "审批: {状态: 已批准}", reads: "审批={状态=已批准}"),
    Mistake(
      "标签: 1️⃣{{2️⃣大促, 返场}", "front-matter-syntax", "多了一个 {：列表只用一层 [ ]，一组字段只用一层 { }",
      fixed: "标签: [大促, 返场]", reads: "标签=[大促, 返场]"),
    Mistake(
      "标签: 1️⃣@2️⃣[大促, 返场]", "front-matter-syntax", "多了一个 @：列表只用一层 [ ]，一组字段只用一层 { }",
      fixed: "标签: [大促, 返场]", reads: "标签=[大促, 返场]"),
    Mistake(
      "审批: {状态: 已批准 1️⃣#2️⃣ 补签}", "front-matter-syntax", "# 之后的内容都是注释，把 } 也注释掉了",
      fixed: "审批: {状态: 已批准}  # 补签", reads: "审批={状态=已批准}"),
    Mistake(
      "渠道:\n  - 微信\n   1️⃣- 微博2️⃣", "front-matter-syntax", "这一行与前面的列表对不上",
      fixed: "渠道:\n  - 微信\n  - 微博", reads: "渠道=[微信, 微博]"),
    Mistake(
      "部门:\n  - 1️⃣id service2️⃣\n    名称: 客服", "front-matter-syntax",
      "「id service」这一行没有冒号，读不出字段", reads: "部门=[{id=service 名称=客服}]"),
  ]
}
