import CedianContent
import CedianModel
import CedianTestSupport
import Foundation
import Testing

@Suite("A closed report stays as it is")
struct ClosedReportTests {
  private static let goals = [
    2026: ["{id: G1, 指标: gmv, 目标值: 900, 季度: {Q1: 180}, 月份: {1月: 50, 2月: 50, 3月: 80}}"]
  ]
  private static let early = [
    "2025-01,a,gmv,40", "2025-01,b,gmv,30", "2026-01,a,gmv,30", "2026-01,b,gmv,25",
    "2026-02,a,gmv,20", "2026-02,b,gmv,21", "2026-03,a,gmv,50", "2026-03,b,gmv,44",
    "2026-03,a,fans,7", "2026-02,all,spend,9",
  ]
  private static let earlyFiles = [
    "plans/2026-02.md": """
    ---
    period: 2026-02
    预算: [{项目: x, 金额: 10}]
    工作安排: [{id: T1, 内容: x, 时间: 2026-02-01/2026-02-20}, {id: T2, 内容: y, 时间: 2026-02-01/2026-03-20}]
    ---

    """,
    "reviews/2026-02.md": """
    ---
    period: 2026-02
    问题: [{id: P1, 内容: z}, {id: P2, 内容: y}]
    调整: [{针对: P1, 内容: 改}]
    ---

    """,
    "plans/2026-03.md":
      "---\nperiod: 2026-03\n工作安排: [{id: T3, 内容: x, 来源: P1, 进展: 已完成}]\n---\n",
    "activities/2026/live.md":
      "---\nid: live\n主题: 直播\n目标: 成交总额 ≥ 9\n时间: 2026-02-10/2026-03-03\n状态: 已完成\n---\n",
  ]
  private static let later = [
    "2026-04,a,gmv,999", "2026-05,b,gmv,1", "2026-04,all,fans,99", "2026-05,all,spend,70",
    "2027-01,a,gmv,3", "2026-Q2,all,visitors,5",
  ]
  private static let laterFiles = [
    "plans/2026-04.md":
      "---\nperiod: 2026-04\n预算: [{项目: x, 金额: 90}]\n工作安排: [{id: T9, 内容: x, 时间: 2026-04}]\n---\n",
    // Both take up problems that older reports tell of.
    "plans/2026-05.md":
      "---\nperiod: 2026-05\n工作重点: [x]\n工作安排: [{id: T10, 内容: x, 来源: [P1, P2]}]\n---\n",
    "reviews/2026-04.md": """
    ---
    period: 2026-04
    问题: [{id: P9, 内容: z}]
    调整: [{针对: P1, 内容: 再改}, {针对: P2, 内容: 也改}]
    ---

    """,
    "activities/2026/later.md":
      "---\nid: later\n主题: 晚会\n目标: 成交总额 ≥ 9\n时间: 2026-04-10/2026-04-12\n---\n",
    "results/2026/later.csv":
      "period,channel,activity,metric,value\n2026-04,a,live,spend,5\n2026-04,a,later,spend,5\n",
  ]

  private func json(
    _ period: String, asOf: String, later: Bool, fiscal: Int = 1
  ) throws -> String {
    let site = ReportSite(
      rows: Self.early + (later ? Self.later : []), goals: Self.goals, fiscal: fiscal,
      files: Self.earlyFiles.merging(later ? Self.laterFiles : [:]) { old, _ in old }, asOf: asOf)
    let source = try site.source()
    let report = source.report(try #require(Period(period)))
    #expect(report.state == .closed)
    let both = [Language.zh, .en].flatMap {
      ReportJSON(source, language: $0).document(report).encoded()
    }
    return String(decoding: both, as: UTF8.self)
  }

  @Test(
    "whatever later months bring, and whenever it is looked at",
    arguments: ["2026-01", "2026-02", "2026-03", "2026-Q1"],
    ["2026-04-01", "2026-04-15", "2026-12-31", "2028-02-29"])
  func unchanged(period: String, day: String) throws {
    let first = try json(period, asOf: "2026-04-01", later: false)
    #expect(try json(period, asOf: day, later: true) == first)
    #expect(try json(period, asOf: day, later: false) == first)
  }

  @Test("what came of an activity that goes on is told by the period in which it ends")
  func goesOn() throws {
    let site = ReportSite(
      files: [
        "activities/2026/long.md": """
        ---
        id: long
        主题: 大促
        目标: 成交总额 ≥ 100
        时间: 2026-05-20/2026-06-10
        实际时间: 2026-05-22/2026-06-12
        状态: 已完成
        ---
        """,
        "evaluations/2026/long.md":
          "---\n活动: long\n结果:\n  - {指标: gmv, 实际值: 120}\n---\n",
      ], asOf: "2026-12-31")
    let source = try site.source()
    func told(_ period: String) throws -> [String] {
      let report = source.report(try #require(Period(period)))
      let json = String(
        decoding: ReportJSON(source, language: .zh).document(report).encoded(), as: UTF8.self)
      return report.activities.map {
        "\($0.evaluation != nil) \($0.hasEnded) \($0.results.map(\.status.rawValue)) "
          + "\(json.contains("\"evaluated\": true")) \(json.contains("\"actual\": 120")) "
          + "\(json.contains("2026-06-12") ? "known" : json.contains("2026-05-22/..") ? "since" : "-")"
      }
    }
    #expect(try told("2026-05") == ["false false [\"no-data\"] false false since"])
    for period in ["2026-06", "2026-Q2", "2026"] {
      #expect(try told(period) == ["true true [\"reached\"] true true known"])
    }
  }

  @Test(
    "the days on which an activity was carried out are known so far as they are over",
    arguments: [
      ("2026-04-20/2026-06-10", "2026-05-03/2026-05-08", "2026-05", "2026年5月3日—8日 done"),
      ("2026-04-20/2026-04-30", "2026-04-21/2026-05-02", "2026-04", "2026年4月21日起 running"),
      // Put off: April knew the plan only.
      ("2026-04-20/2026-04-30", "2026-05-03/2026-05-08", "2026-04", "nil planned"),
      ("2026-04-20/2026-06-10", "2026-05-03/2026-05-08", "2026-05", "2026年5月3日—8日 done"),
      ("2026-04-20/2026-06-10", "2026-05-03/2026-05-08", "2026-06", "not there"),
      ("2026-03-20/2026-03-30", "2026-05-03/2026-05-08", "2026-Q1", "nil planned"),
      ("2026-05-20/2026-05-30", "2026-04-03/2026-04-08", "2026-05", "not there"),
      ("2026-04-20/2026-04-30", "2026-04-21/2026-05-02", "2026-Q2", "2026年4月21日—5月2日 done"),
    ])
  func actualDays(plan: String, actual: String, period: String, expected: String) throws {
    let site = ReportSite(
      files: [
        "activities/2026/long.md":
          "---\nid: long\n主题: 大促\n时间: \(plan)\n实际时间: \(actual)\n状态: 已完成\n---\n"
      ], asOf: "2026-12-31")
    let source = try site.source()
    let report = source.report(try #require(Period(period)))
    let words = report.activities.map { entry in
      let status = entry.status(of: source.handbook.activities[entry.activity])
      return "\(entry.actual?.label(.zh) ?? "nil") \(status.rawValue)"
    }
    #expect(words == (expected == "not there" ? [] : [expected]))
  }

  @Test(
    "what is looked at from before, on and after the day it began",
    arguments: [
      ("2026-04-30", "nil planned nil"), ("2026-05-02", "nil planned 5"),
      ("2026-05-03", "2026年5月3日起 running 5"), ("2026-05-08", "2026年5月3日起 running 5"),
      ("2026-05-09", "2026年5月3日—8日 done 5"),
    ])
  func seenFrom(day: String, expected: String) throws {
    let site = ReportSite(
      files: [
        "activities/2026/long.md":
          "---\nid: long\n主题: 大促\n时间: 2026-05-01/2026-05-08\n实际时间: 2026-05-03/2026-05-08\n状态: 已完成\n---\n",
        "results/2026/2026-05.csv":
          "period,channel,activity,metric,value\n2026-05,a,long,spend,5\n",
      ], asOf: day)
    let source = try site.source()
    let entry = try #require(source.report(.month(2026, 5)).activities.first)
    let status = entry.status(of: source.handbook.activities[entry.activity])
    let spend = entry.spend.map { NumberFormat.plain($0) } ?? "nil"
    #expect("\(entry.actual?.label(.zh) ?? "nil") \(status.rawValue) \(spend)" == expected)
  }

  @Test("a month seen the day after it, with the rest of its quarter to come")
  func dayAfter() throws {
    let first = try json("2026-02", asOf: "2026-03-01", later: false)
    #expect(try json("2026-02", asOf: "2026-06-30", later: true) == first)
  }

  @Test("a fiscal year that ended in March", arguments: ["2026-04-01", "2027-01-01"])
  func fiscalYear(day: String) throws {
    let first = try json("2025", asOf: "2026-04-01", later: false, fiscal: 4)
    #expect(try json("2025", asOf: day, later: true, fiscal: 4) == first)
  }

  @Test(
    "a period knows the reviews up to its end and the plans that have begun",
    arguments: [
      // February's own report: what its review answers.
      ("2026-02", false, ["adjusted 改", "unanswered -"]),
      // March's: what became of it. May's plan and April's review come later.
      ("2026-03", true, ["done 改", "unanswered -"]),
    ])
  func closedLoop(period: String, isLoop: Bool, expected: [String]) throws {
    let files = Self.earlyFiles.merging(Self.laterFiles) { old, _ in old }
    let report = try ReportSite(files: files).report(period)
    let problems = isLoop ? report.loop : report.problems
    #expect(
      problems.map {
        "\($0.outcome) \($0.adjustments.isEmpty ? "-" : $0.adjustments.map(\.what).joined(separator: " "))"
      } == expected)
  }

  @Test(
    "a quarter's problem is answered by its own review, by a month's, not by the next quarter's")
  func quarterlyAnswers() throws {
    func review(_ period: String, _ answers: String) -> String {
      "---\nperiod: \(period)\n\(answers)\n---\n"
    }
    let problem = "问题: [{id: P1, 内容: z}]"
    func outcome(_ period: String) throws -> ProblemOutcome? {
      let files = [
        "reviews/2026-Q1.md": review("2026-Q1", problem),
        "reviews/other.md": review(period, "调整: [{针对: P1, 内容: 改}]"),
      ]
      return try ReportSite(files: files).report("2026-Q1").problems.first?.outcome
    }
    #expect(try outcome("2026-03") == .adjusted)
    #expect(try outcome("2026-04") == .unanswered)
    #expect(try outcome("2026-Q2") == .unanswered)
  }

  @Test(
    "an adjustment that the draft left to be written answers nothing",
    arguments: ["待填写", "to be written"])
  func draftAnswers(words: String) throws {
    let review = """
      ---
      period: 2026-02
      问题: [{id: P1, 内容: z}, {id: P2, 内容: y}]
      调整: [{针对: P1, 内容: \(words)}, {针对: P2, 内容: 已改}]
      ---

      """
    let site = ReportSite(files: ["reviews/2026-02.md": review])
    #expect(try site.report("2026-02").problems.map(\.outcome) == [.unanswered, .adjusted])
    #expect(try site.report("2026-03").loop.map(\.outcome) == [.unanswered, .unplanned])
  }

  @Test("the sample's closed months, without what came later", arguments: [3, 6, 9])
  func sample(month: Int) throws {
    let period = Period.month(2026, month)
    func text(_ handbook: Handbook, _ day: Day) -> String {
      let source = ReportSource(handbook, directory: Directory(handbook), asOf: day)
      let value = ReportJSON(source, language: .zh).document(source.report(period))
      return String(decoding: value.encoded(), as: UTF8.self)
    }
    let whole = try sampleHandbook()
    var cut = whole
    cut.results.removeAll { $0.period.first > period.last }
    cut.activities.removeAll { $0.firstDay.map { $0 > period.last } ?? false }
    let day = period.last.adding(days: 1)
    #expect(text(cut, day) == text(whole, day))
    #expect(text(whole, day.adding(days: 400)) == text(whole, day))
  }

  private func sampleHandbook() throws -> Handbook {
    let root = packageRoot.appending(path: "content")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path)
      .filter { [".md", ".yml", ".csv"].contains(where: $0.hasSuffix) }
    return readHandbook(
      try paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map {
        let data = try Data(contentsOf: root.appending(path: $0))
        return SourceFile(path: "content/" + $0, bytes: Array(data))
      }
    ).handbook
  }
}
