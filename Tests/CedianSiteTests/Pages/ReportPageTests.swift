import CedianModel
import CedianTestSupport
import Foundation
import Testing

@testable import CedianSite

/// The reports' pages of the fixture, which looks from 15 November 2026.
struct ReportPageTests {
  private static func results(_ rows: String...) -> [String: String] {
    [
      "content/results/2026/all.csv": "period,channel,metric,value\n"
        + rows.joined(separator: "\n") + "\n"
    ]
  }

  private static func goals(_ parts: String) -> [String: String] {
    [
      "content/goals/2026.md": """
      ---
      标题: 2026年目标
      期间: 2026
      年度目标: [{id: G1, 标题: 成交, 指标: 成交总额, 目标值: 6000万, 负责人: 市场部, \(parts)}]
      ---

      """
    ]
  }

  @Test("a period that only a goal touches has its page, and its quarter and year have theirs")
  func goalPeriods() throws {
    let quarters = Set(try SiteFixture.render().keys)
    #expect(quarters.contains("reports/2026-q1/index.html"))
    #expect(!quarters.contains("reports/2026-03/index.html"))
    let months = Set(try SiteFixture.render(Self.goals("月份: {3月: 500万}")).keys)
    #expect(months.contains("reports/2026-03/index.html"))
    #expect(months.contains("reports/2026-q1/index.html"))
    #expect(!months.contains("reports/2026-q2/index.html"))
  }

  @Test("a part that misses a goal of 0 has its mark and its word, though no percentage")
  func missedZero() throws {
    // −5 + 1 + 1 where none may be lost
    let pages = try SiteFixture.render(
      Self.goals("季度: {Q1: 0}").merging(
        Self.results("2026-01,all,gmv,-5", "2026-02,all,gmv,1", "2026-03,all,gmv,1")
      ) { old, _ in old })
    let page = try #require(pages["reports/2026/index.html"])
    #expect(
      page.contains("<span class=\"glyph\" aria-hidden=\"true\">■</span><span>未达标</span>"))
  }

  @Test("a shortened difference has every digit in its title")
  func exactDifference() throws {
    // 4,876,543.21 − 5,000,000
    let pages = try SiteFixture.render(
      Self.goals("月份: {10月: 500万}").merging(Self.results("2026-10,all,gmv,4876543.21")) {
        old, _ in old
      })
    let page = try #require(pages["reports/2026-10/index.html"])
    #expect(page.contains("data-label=\"差异\" title=\"−123,456.79 元\">−12.35万元</td>"))
  }

  @Test("a change says in a word what its colour says, and a year has 同比 alone")
  func changes() throws {
    let pages = try SiteFixture.render(Self.results("2026-09,all,gmv,10", "2026-10,all,gmv,20"))
    let month = try #require(pages["reports/2026-10/index.html"])
    #expect(
      month.contains("<span class=\"change good\"><span class=\"mark\">优</span> +100.0%</span>"))
    #expect(month.contains("<th scope=\"col\" class=\"n\">环比</th>"))
    let year = try #require(pages["reports/2026/index.html"])
    #expect(!year.contains("环比"))
    #expect(year.contains("<th scope=\"col\" class=\"n\">同比</th>"))
  }

  @Test("what an incomplete quarter is compared with stands on it")
  func base() throws {
    let pages = try SiteFixture.render(Self.results("2026-07,all,gmv,10", "2026-10,all,gmv,8"))
    let quarter = try #require(pages["reports/2026-q4/index.html"])
    #expect(
      quarter.contains(
        """
        <span class="change bad" title="与2026年7月相比"><span class="mark">劣</span> −20.0%</span>
        """))
  }

  @Test("a cancelled activity keeps its planned time in the chart")
  func cancelled() throws {
    let path = "content/activities/2026/2026-11-tea.md"
    let text = try #require(SiteFixture.documents[path])
    let pages = try SiteFixture.render([
      path: text.replacing("状态: 已完成\n实际时间: 2026-11-02/2026-11-12\n", with: "状态: 已取消\n")
    ])
    let page = try #require(pages["reports/2026-11/index.html"])
    #expect(page.contains("class=\"f-plan f-cancelled\""))
    #expect(page.contains("1 项已取消"))
    #expect(!page.contains("时间未定"))
  }

  @Test("the reports begin with the month that has closed last")
  func index() throws {
    let pages = try SiteFixture.render([
      "content/goals/2027.md":
        "---\n标题: 2027年目标\n期间: 2027\n年度目标: [{id: G9, 标题: 成交, 指标: 成交总额, 目标值: 7000万, 负责人: 市场部}]\n---\n"
    ])
    let page = try #require(pages["reports/index.html"])
    let main = page[try #require(page.range(of: "<ul class=\"cards latest\"")).lowerBound...]
    let links = main.matches(of: /href="(20[^"#]*)"/).map { String($0.1) }
    #expect(links.first == "2026-10/index.html")
    let now = try #require(links.lastIndex(of: "2026/index.html"))
    let next = try #require(links.firstIndex(of: "2027/index.html"))
    #expect(now < next)
  }

  @Test(
    "money stands in the scale of its row, and never as 0.00 of a larger one",
    arguments: [
      ("136714100", "120000000", "1.37", "亿元"), ("0", "120000000", "0.00", "亿元"),
      ("5000", "120000000", "0.50", "万元"), ("4300000", "136714100", "430.00", "万元"),
      ("35000000", "136714100", "0.35", "亿元"), ("-136714100", "120000000", "−1.37", "亿元"),
      ("385200", "550000", "38.52", "万元"), ("99999999", "99999999", "10,000.00", "万元"),
      ("9999", "9999", "9,999.00", "元"),
    ])
  func scale(value: String, total: String, number: String, unit: String) throws {
    let shown = SiteFixture.scope().money(
      try #require(Decimal(plain: value.utf8)), inScaleOf: try #require(Decimal(plain: total.utf8)))
    #expect((shown.number.html, shown.unit.html) == (number, unit))
  }
}
