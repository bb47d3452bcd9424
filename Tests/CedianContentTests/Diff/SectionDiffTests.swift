import CedianModel
import Testing

@testable import CedianContent

@Suite("What changed in a document's text")
struct SectionDiffTests {
  /// A line for each change, as a reader would put it down.
  private func changes(_ old: String, _ new: String) -> [String] {
    let sides = [old, new].map { text in
      DiffSide(
        documents: [
          diffDocument(
            SourceFile(path: "content/plans/a.md", bytes: Array("---\n标题: 甲\n---\n\(text)".utf8)))
        ], handbook: Handbook())
    }
    return diff(from: sides[0], to: sides[1]).documents.flatMap { document in
      document.sections.flatMap { section -> [String] in
        var name = section.heading
        if let old = section.oldHeading { name = "\(old)→\(name)" }
        if section.isMoved { name += "↕" }
        let blocks = section.blocks.map { block in
          switch block {
          case .added(let text): "\(name)+\(text)"
          case .removed(let text): "\(name)−\(text)"
          case .moved(let text): "\(name)↕\(text)"
          case .changed(let diff):
            name + "~"
              + diff.parts.map { part in
                switch part.kind {
                case .same: part.text
                case .removed: "[-\(part.text)-]"
                case .added: "{+\(part.text)+}"
                }
              }.joined()
          }
        }
        return blocks.isEmpty ? [name] : blocks
      }
    }
  }

  private static let one = "## 思路\n\n先看上次没抢到什么。\n\n"
  private static let two = "## 次序\n\n直播在前，邮件在后。\n\n"
  private static let three = "## 售后\n\n三天内回访。\n\n七天内退款。\n\n"

  @Test(
    "sections are told apart by heading, place and what they say",
    arguments: [
      (one + two + three, two + one + three, ["思路↕"]),
      (three, three.replacing("售后", with: "退换"), ["售后→退换"]),
      (
        three, three.replacing("售后", with: "退换").replacing("七天", with: "十天"),
        ["售后→退换~[-七-]{+十+}天内退款。"]
      ),
      (three, three.replacing("## 售后", with: "## 售后  "), []),
      (three, three.replacing("## 售后", with: "## 售后 ##"), []),
      (
        "- 仓库备货三百箱\n", "- 客服备班三百人\n- 仓库备货四百箱\n",
        ["+- 客服备班三百人", "~- 仓库备货[-三-]{+四+}百箱"]
      ),
      (three, three.replacing("## ", with: "### "), ["## 售后→### 售后"]),
      (one + two, (one + two).replacing("\n", with: "\r\n"), []),
      (one, one + three, ["售后+三天内回访。", "售后+七天内退款。"]),
      (one + "## 待补\n", one, ["待补"]),
      (
        "## 记录\n\n甲。\n\n## 记录\n\n乙。\n", "## 记录\n\n甲。\n\n## 记录\n\n丙。\n",
        ["记录~[-乙-]{+丙+}。"]
      ),
      // Wrapped otherwise, with blanks at the ends: the page is the same.
      ("先看上次没抢到什么，\n再排次序。\n", "先看上次没抢到\n什么，再排次序。 \n", []),
      ("Look at\nwhat sold.\n", "Look at what\nsold.\n", []),
      ("- 直播\n  一场\n", "- 直播一场\n", []),
      // Marks and padding that the page does not show.
      ("- 直播\n- 邮件\n", "* 直播\n* 邮件\n", []),
      ("- 直播\n", "+   直播\n", []),
      ("- 直播\n  - 夜场\n", "* 直播\n  * 夜场\n", []),
      ("甲\n\n---\n\n乙\n", "甲\n\n* * *\n\n乙\n", []),
      (
        "| 形式 | 预算 |\n| --- | ---: |\n| 打卡 | 33 |\n",
        "|形式  |  预算|\n|------|----:|\n|打卡|33   |\n", []
      ),
      ("| 甲 |\n| --- |\n", "| 甲 |\n| --: |\n", ["~| ---{+:+} |"]),
      ("| a\\|b |\n", "| a \\| b |\n", ["~| a{+ +}\\|{+ +}b |"]),
      ("*直播*\n", "* 直播*\n", ["~[-*-]{+- +}直播*"]),
      // Two blanks break the line on the page too, and code keeps its lines.
      ("甲  \n乙\n", "甲\n乙\n", ["~甲[-  \n-]乙"]),
      ("```\n甲\n乙\n```\n", "```\n甲乙\n```\n", ["~```\n甲[-\n-]乙\n```"]),
      (three, "## 售后\n\n七天内退款。\n\n三天内回访。\n", ["售后↕三天内回访。"]),
    ] as [(String, String, [String])])
  func sections(_ old: String, _ new: String, _ expected: [String]) {
    #expect(changes(old, new).sorted() == expected.sorted())
  }

  @Test("an item of a list and a row of a table change on their own")
  func items() {
    let text = "- 直播一场\n- 邮件两封\n\n| 形式 | 预算 |\n| --- | --- |\n| 打卡 | 33 |\n| 拼团 | 25 |\n"
    #expect(
      changes(text, text.replacing("两封", with: "三封").replacing("| 33 |", with: "| 38 |"))
        == ["~- 邮件[-两-]{+三+}封", "~| 打卡 | [-33-]{+38+} |"])
  }
}
