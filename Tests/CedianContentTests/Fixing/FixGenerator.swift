/// Front matter in order, and the same broken in the ways that `--fix` mends:
/// the same seed gives the same two texts.
struct FixGenerator {
  private var random: Xorshift
  private var right = ""
  private var wrong = ""
  /// Comments written so far: every one of them must survive.
  private(set) var comments: [String] = []

  struct Pair: Sendable {
    var right: String
    var wrong: String
    var comments: [String]
  }

  private struct Xorshift: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state
    }
  }

  static let body = "\n正文：第一段，`主题：不动`。\n\n\t- 缩进也不动，１２３，甲、乙\n"

  static func pair(seed: UInt64) -> Pair {
    var generator = FixGenerator(random: Xorshift(state: seed &* 0x9E37_79B9_7F4A_7C15 | 1))
    return generator.document()
  }

  private init(random: Xorshift) { self.random = random }

  // MARK: Pieces

  private mutating func chance(_ percent: Int) -> Bool {
    Int.random(in: 0..<100, using: &random) < percent
  }

  private mutating func one<Element>(of elements: [Element]) -> Element {
    elements[Int.random(in: elements.indices, using: &random)]
  }

  private mutating func same(_ text: String) {
    right += text
    wrong += text
  }

  /// One of the wrong ways, or none.
  private mutating func either(_ text: String, _ ways: [String]) {
    right += text
    wrong += chance(40) ? one(of: ways) : text
  }

  private mutating func key(_ name: String) {
    same(name)
    either(": ", ["：", "： ", "：　", ":"])
  }

  private mutating func indent(_ depth: Int) {
    let spaces = String(repeating: "  ", count: depth)
    either(
      spaces,
      [
        String(repeating: "\t", count: depth), String(repeating: "　", count: depth),
        String(repeating: "\u{A0}", count: 2 * depth),
      ])
  }

  private mutating func endLine() {
    if chance(20) {
      let comment = "# 备注\(comments.count)"
      comments.append(comment)
      same("  " + comment)
    }
    same("\n")
  }

  private mutating func ownComment() {
    guard chance(15) else { return }
    let comment = "# 单行：\(comments.count)"
    comments.append(comment)
    same(comment + "\n")
    if chance(30) { same("\n") }
  }

  private mutating func wide(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isDigit = ("0"..."9").contains(scalar)
      let wide = isDigit && chance(50) ? Unicode.Scalar(scalar.value + 0xFEE0) : nil
      result.append(wide ?? scalar)
    }
    return String(result)
  }

  private mutating func digits(_ text: String) { either(text, [wide(text)]) }

  private mutating func text() {
    let (quoted, bare) = one(of: [
      ("\"#双11#大促\"", "#双11#大促"), ("\"@全体会员\"", "@全体会员"), ("\">=五折\"", ">=五折"),
      ("\"`限时`返场\"", "`限时`返场"), ("\"%50 off\"", "%50 off"), ("\"*重磅* 双11\"", "*重磅* 双11"),
      ("\"& 合作方\"", "& 合作方"), ("\"!重要\"", "!重要"), ("\"[重要] 双11\"", "[重要] 双11"),
      ("\"{双11} 大促\"", "{双11} 大促"), ("\"满减: 八折\"", "满减: 八折"), ("\"双11 #大促#\"", "双11 #大促#"),
      ("'\"双11\"主会场'", "\"双11\"主会场"), ("一壶好茶，过秋冬", "一壶好茶，过秋冬"), ("\"- 双11\"", "- 双11"),
      ("'D:\\素材'", "\"D:\\素材\""), ("\"|双11|\"", "|双11|"),
    ])
    either(quoted, [bare])
  }

  private mutating func names() {
    let names = one(of: [["微信", "搜索推广"], ["sem", "weixin"], ["Little Red Book", "微信", "sem"]])
    let list = names.joined(separator: ", ")
    let joined = [names.joined(separator: "、"), names.joined(separator: "，")]
    either("[\(list)]", joined + joined.map { "[\($0)]" })
  }

  private mutating func flowText() {
    let (quoted, bare) = one(of: [
      ("\"整箱装 9,000 箱\"", "整箱装 9,000 箱"), ("\"甲, 乙, 丙\"", "甲, 乙, 丙"), ("建页面", "建页面"),
      ("\"写“双11”, 一页\"", "写“双11”, 一页"),
    ])
    either(quoted, [bare])
  }

  private mutating func flowAmount() {
    let (quoted, bare) = one(of: [
      ("\"1,600\"", "1,600"), ("\"1,000,000\"", "1,000,000"), ("\"160,000\"", "１６０，０００"),
      ("12万", "１２萬"), ("3.5万", "３.５万"),
    ])
    either(quoted, [bare])
  }

  // MARK: Fields

  private mutating func field(_ name: String, _ value: (inout Self) -> Void) {
    ownComment()
    key(name)
    value(&self)
    endLine()
  }

  private mutating func records(_ name: String, _ record: (inout Self) -> Void) {
    ownComment()
    same(name)
    either(":", ["："])
    same("\n")
    for _ in 0..<Int.random(in: 1...3, using: &random) { record(&self) }
  }

  private mutating func flowKey(_ name: String) {
    same(name)
    either(": ", ["：", ":"])
  }

  private mutating func document() -> Pair {
    let fields: [(inout Self) -> Void] = [
      { $0.field("标题") { $0.text() } },
      { $0.field("主题") { $0.text() } },
      {
        $0.field("目标") {
          $0.same("成交总额 ≥ "); $0.digits("120万")
        }
      },
      { $0.field("时间") { $0.digits("2026-11-01/2026-11-11") } },
      { $0.field("参与对象") { $0.same("[会员, 新客]") } },
      { $0.field("活动形式") { $0.same("直播、满减") } },
      {
        $0.field("预期效果") {
          $0.same("参与 "); $0.digits("8,000"); $0.same(" 人")
        }
      },
      { $0.field("渠道") { $0.names() } },
      { $0.field("宣传渠道") { $0.names() } },
      { $0.field("支撑目标") { $0.either("[G1, G2]", ["G1、G2", "[G1，G2]"]) } },
      { $0.field("x-供应商") { $0.text() } },
      {
        $0.records("预算") {
          $0.indent(1)
          $0.same("- {")
          $0.flowKey("项目")
          $0.same("直播, ")
          $0.flowKey("金额")
          $0.flowAmount()
          $0.same("}")
          $0.endLine()
        }
      },
      {
        $0.records("职责分工") {
          $0.indent(1)
          $0.same("- ")
          $0.key("谁")
          $0.same("市场部")
          $0.endLine()
          $0.indent(2)
          $0.key("任务")
          $0.text()
          $0.endLine()
          $0.indent(2)
          $0.key("完成时间")
          $0.digits("2026-10-30")
          $0.endLine()
        }
      },
      {
        $0.records("风险") {
          $0.indent(1)
          $0.same("- {风险: 断货, ")
          $0.flowKey("应急预案")
          $0.flowText()
          $0.same("}")
          $0.endLine()
        }
      },
      {
        $0.ownComment()
        $0.same("审批:\n")
        $0.indent(1)
        $0.key("状态")
        $0.same("已批准")
        $0.endLine()
        $0.indent(1)
        $0.key("审批日期")
        $0.digits("2026-10-20")
        $0.endLine()
      },
    ]
    same("---\n")
    let isTwice = chance(50)
    for (index, field) in fields.shuffled(using: &random).enumerated() where index < 9 {
      field(&self)
      if isTwice, chance(10) { same("\n") }
    }
    same("---\n" + Self.body)
    let (hasMark, isCRLF) = (chance(20), chance(30))
    func spelled(_ text: String) -> String {
      (hasMark ? "\u{FEFF}" : "") + (isCRLF ? text.replacing("\n", with: "\r\n") : text)
    }
    return Pair(right: spelled(right), wrong: spelled(wrong), comments: comments)
  }
}
