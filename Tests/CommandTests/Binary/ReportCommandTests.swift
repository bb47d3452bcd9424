import CedianModel
import CedianTestSupport
import Foundation
import Testing

@testable import cedian

/// The reports of the repository's own content, whose site.yml pins the day.
@Suite("cedian report")
struct ReportCommandTests {
  private let content = packageRoot.path

  private func report(_ arguments: String...) throws -> Run {
    try run(
      cedianBinary, ["report"] + arguments + ["--site", content], in: TemporaryFolder(),
      environment: ["LANG": "zh_CN.UTF-8"])
  }

  @Test("without a period it is the last month that has closed")
  func lastClosed() throws {
    let run = try report()
    #expect(run.status == 0)
    #expect(run.err == "")
    #expect(run.out.hasPrefix("2026年10月报告（已结束）\n\n7项目标中3项预警、4项未达标；"))
  }

  @Test("columns line up where Han characters take two cells")
  func columns() throws {
    let lines = try report("2026-10").out.split(separator: "\n").map(String.init)
    let start = try #require(lines.firstIndex(of: "指标"))
    let rows = lines[(start + 1)...].prefix(8)
    // Everything up to the state is right-aligned, so it begins in one column.
    let columns = rows.map { row in
      let mark = ["状态", "● ", "▲ ", "■ "].compactMap { row.range(of: $0)?.lowerBound }.max()
      return mark.map { cells(String(row[..<$0])) }
    }
    #expect(Set(columns).count == 1, "\(columns)")
    #expect(columns.first != .some(nil))
  }

  @Test(
    "every period's JSON follows the published schema",
    arguments: [
      "2025-01", "2026-02", "2026-10", "2026-11", "2026-12", "2026-Q3", "2026-Q4", "2026",
    ])
  func schema(period: String) throws {
    let schema = try JSONSchema(
      Data(contentsOf: packageRoot.appending(path: "docs/report.schema.json")))
    let run = try report(period, "--format", "json")
    #expect(run.status == 0)
    #expect(try schema.problems(in: Data(run.out.utf8)) == [])
    #expect(run.out.contains("\"schema\": \"cedian.report/1\""))
  }

  @Test("the schema refuses what is not a report")
  func schemaRefuses() throws {
    let schema = try JSONSchema(
      Data(contentsOf: packageRoot.appending(path: "docs/report.schema.json")))
    let text = try report("2026-10", "--format", "json").out
    let broken = text.replacingOccurrences(
      of: "\"status\": \"missed\"", with: "\"status\": \"bad\"")
    #expect(try !schema.problems(in: Data(broken.utf8)).isEmpty)
  }

  @Test("CSV begins with a byte order mark, ends its lines for Excel and names its rows")
  func csv() throws {
    let out = Array(try report("2026-10", "--format", "csv").out.utf8)
    #expect(out.starts(with: [0xEF, 0xBB, 0xBF]))
    let text = String(decoding: out.dropFirst(3), as: UTF8.self)
    let lines = text.split(separator: "\r\n", omittingEmptySubsequences: false)
    #expect(lines.first?.hasPrefix("期间,渠道,指标,指标编号,单位,目标,同期目标,实际,差异,达成率,状态,") == true)
    #expect(
      lines[1].hasPrefix(
        "2026-10,全部,成交总额,gmv,CNY,4300000,4300000,3417851.68,-882148.32,0.794849227906,未达标,"))
    #expect(lines[1].hasSuffix("content/results/2026/2026-10.csv:10,58\""))
    #expect(lines.last == "")
  }

  @Test("Markdown is a heading, the three sentences and pipe tables")
  func markdown() throws {
    let out = try report("2026-Q3", "--format", "md").out
    #expect(out.hasPrefix("# 2026年第三季度报告（已结束）\n\n- 7项目标中5项达标、2项预警；"))
    #expect(out.contains("\n## 指标\n\n| 指标 | 目标 | 实际 |"))
    #expect(out.contains("| 成交总额 | 1,410.00万元 | 1,444.29万元 |"))
  }

  @Test(
    "what goes on has no end yet, and a fiscal quarter says its months",
    arguments: [
      (["2026-Q4", "--lang", "zh"], ["2026年第四季度报告（2027年1月至2027年3月，已结束）", "2027年3月30日起", "进行中"]),
      (
        ["2026-Q4", "--format", "md", "--lang", "en"],
        ["# Report for Q4 2026 (Jan 2027 – Mar 2027, closed)", "| from 30 Mar 2027 | running |"]
      ),
      (
        ["2027-04", "--lang", "en"],
        ["Report for Apr 2027 (closed)", "30 Mar – 2 Apr 2027", "done"]
      ),
      (["2027-03", "--as-of", "2027-03-29", "--lang", "en"], ["30 Mar – 1 Apr 2027", "planned"]),
    ])
  func goesOn(arguments: [String], words: [String]) throws {
    let folder = try TemporaryFolder.site([
      "content/site.yml": "title: 手册\nfiscal_year_start: 4\n",
      "content/activities/2027/2027-03-spring.md":
        "---\n主题: 春茶\n负责人: 品牌部\n时间: 2027-03-30/2027-04-01\n实际时间: 2027-03-30/2027-04-02\n状态: 已完成\n---\n",
    ])
    let asOf = arguments.contains("--as-of") ? [] : ["--as-of", "2027-06-01"]
    let run = try run(cedianBinary, ["report"] + arguments + asOf, in: folder)
    for word in words { #expect(run.out.contains(word), "\(run.out)\(run.err)") }
  }

  @Test(
    "a quarter and a year have on the terminal what their pages have",
    arguments: [
      ("2026-Q3", ["按渠道的变动", "目标的分解", "竞争与平台规则"], ["复盘覆盖", "经验"]),
      ("2026", ["按渠道的变动", "目标的分解", "复盘覆盖", "经验", "2027年目标的基线"], ["竞争与平台规则"]),
      ("2026-10", ["渠道"], ["按渠道的变动", "目标的分解", "竞争与平台规则", "复盘覆盖", "经验"]),
    ])
  func sections(period: String, has: [String], hasNot: [String]) throws {
    let lines = try report(period).out.split(separator: "\n").map(String.init)
    for title in has { #expect(lines.contains(title), "\(title)") }
    for title in hasNot { #expect(!lines.contains(title), "\(title)") }
  }

  @Test("figures of some months are not called the whole period's")
  func someMonthsByChannel() throws {
    let words = try report("2026-Q4", "--format", "md").out
    let table = try #require(words.range(of: "## 按渠道的变动"))
    #expect(words[table.upperBound...].contains("| 成交总额（1/3个月） |"))
    let json = try report("2026-Q4", "--format", "json").out
    let start = try #require(json.range(of: "\"variance_by_channel\""))
    let first = json[start.upperBound...].prefix(400)
    #expect(first.contains("\"months\": [\"2026-10\"]"))
    #expect(first.contains("\"base_months\": [\"2025-10\"]"))
  }

  @Test(
    "the goals of parts differ from the whole's by rounding alone, or not",
    arguments: [("33.3万", "1,000.00元（舍入之内）"), ("33.1万", "7,000.00元"), ("100万", "200.00万元")])
  func roundedParts(part: String, words: String) throws {
    let folder = try TemporaryFolder.site([
      "content/metrics.yml":
        "- {id: gmv, name: {zh: 成交总额, en: GMV}, unit: CNY, aggregation: sum}\n",
      "content/goals/2026.md": """
      ---
      标题: 2026年目标
      period: 2026
      年度目标:
        - {id: G1, 指标: gmv, 目标值: 100万, 季度: {Q4: 100万}, 月份: {10: \(part), 11: \(part), 12: \(part)}}
      ---

      """,
    ])
    let out = try cedian(
      "report", "2026-Q4", "--as-of", "2026-11-15", "--format", "md", in: folder,
      environment: ["LANG": "zh_CN.UTF-8"]
    ).out
    let table = try #require(out.range(of: "## 目标的分解"))
    #expect(out[table.upperBound...].contains("\(words) |"), "\(out[table.upperBound...])")
  }

  @Test("a month without a channel says so among the months, in words and in JSON")
  func partWithoutChannel() throws {
    let folder = try TemporaryFolder.site([
      "content/metrics.yml":
        "- {id: gmv, name: {zh: 成交总额, en: GMV}, unit: CNY, aggregation: sum, channels: [sem, weixin]}\n",
      "content/results/2026/all.csv": "period,channel,metric,value\n2026-10,sem,gmv,5\n",
    ])
    func quarter(_ format: String) throws -> String {
      try cedian(
        "report", "2026-Q4", "--as-of", "2026-11-15", "--format", format, in: folder,
        environment: ["LANG": "zh_CN.UTF-8"]
      ).out
    }
    let words = try quarter("md")
    let parts = try #require(words.range(of: "## 分期"))
    #expect(words[parts.upperBound...].contains("| 成交总额 | 5.00元（缺"))
    let json = try quarter("json")
    let start = try #require(json.range(of: "\"parts\""))
    #expect(json[start.upperBound...].contains("\"missing_channels\": [\"weixin\"]"))
  }

  @Test("a year has 同比 alone, in words, CSV and JSON")
  func yearHasNoPrevious() throws {
    #expect(try !report("2026").out.contains("环比"))
    #expect(try report("2026", "--format", "json").out.contains("\"previous\": null"))
    let csv = try report("2026", "--format", "csv").out.split(separator: "\r\n")
    let heads = csv[0].split(separator: ",").map(String.init)
    let place = try #require(heads.firstIndex(of: "环比"))
    let row = csv[1].split(separator: ",", omittingEmptySubsequences: false)
    #expect(row[place] == "" && row[place + 1] == "" && row[place + 2] != "")
  }

  @Test("what an incomplete quarter's 环比 is against is said in words, CSV and JSON")
  func previousBase() throws {
    #expect(try report("2026-Q4").out.contains("环比与2026年7月相比；粉丝数、可用率、店铺评分与2026年9月相比"))
    #expect(
      try report("2026-Q4", "--format", "csv").out.contains(",环比与2026年9月相比,"))
    #expect(
      try report("2026-Q4", "--format", "json").out.contains("\"previous_months\": [\"2026-07\"]"))
    #expect(try !report("2026-Q3", "--format", "json").out.contains("\"previous_months\": [\"2026"))
  }

  @Test("HTML is one file: its style inside, nothing fetched, no link that leads nowhere")
  func html() throws {
    let out = try report("2026-10", "--format", "html").out
    #expect(out.hasPrefix("<!doctype html>"))
    #expect(out.contains("<style>"))
    #expect(!out.contains("<link"))
    #expect(!out.contains("<script"))
    #expect(!out.contains("<a href=\"../"))
    let linked = try report(
      "2026-10", "--format", "html", "--base-url", "https://example.com/handbook")
    #expect(linked.out.contains("<a href=\"https://example.com/handbook/reports/metrics/gmv/"))
  }

  @Test("an earlier day gives the report as it stood on it")
  func asOf() throws {
    let open = try report("2026-10", "--as-of", "2026-10-20").out
    #expect(open.hasPrefix("2026年10月报告（进行中）\n\n截至10月20日，"))
    let closed = try report("2026-10", "--format", "json").out
    let later = try report("2026-10", "--format", "json", "--as-of", "2027-06-30").out
    #expect(closed == later)
  }

  @Test(
    "what it cannot do is said",
    arguments: [
      (["10月"], "期间要写成 2026、2026-Q4 或 2026-11，「10月」不是"),
      (["2031-05"], "内容里没有 2031-05 的计划、结果或活动；有的是 2025 到 2027-01"),
      (["2026-13"], "期间要写成 2026、2026-Q4 或 2026-11，「2026-13」不是"),
      (["2026-H1", "--format", "html"], "2026-H1 没有报告页；html 只用于月、季度和年度"),
    ])
  func refusals(arguments: [String], message: String) throws {
    let run = try run(
      cedianBinary, ["report"] + arguments + ["--site", content], in: TemporaryFolder(),
      environment: ["LANG": "zh_CN.UTF-8"])
    #expect(run.status == 64)
    #expect(run.err == "错误: \(message)\n")
    #expect(run.out == "")
  }

  @Test("with errors in the content it still reports, and says so")
  func errors() throws {
    let folder = try TemporaryFolder.site([
      "content/plans/2026-11.md": "---\n周期: 2026-13\n---\n"
    ])
    let run = try cedian("report", "2026-11", in: folder, environment: ["LANG": "zh_CN.UTF-8"])
    #expect(run.status == 1)
    #expect(run.out.hasPrefix("2026年11月报告"))
    #expect(run.err == "内容有 1 个错误，报告的数字可能不全；用 cedian check 查看\n")
  }
}
