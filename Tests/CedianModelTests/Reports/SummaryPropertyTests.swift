import CedianModel
import Foundation
import Testing

/// The same numbers for the same seed.
private struct Dice: RandomNumberGenerator {
  var state: UInt64

  /// SplitMix64.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }

  /// Small, 0, negative, huge, with decimals, or missing.
  mutating func value() -> String {
    switch Int.random(in: 0..<8, using: &self) {
    case 0: ""
    case 1: "0"
    case 2: "-\(Int.random(in: 1...500, using: &self))"
    case 3: "\(Int.random(in: 1...9_999_999_999, using: &self))"
    case 4: "\(Int.random(in: 0...500, using: &self)).\(Int.random(in: 1...99, using: &self))"
    default: "\(Int.random(in: 1...500, using: &self))"
    }
  }

  mutating func target() -> String {
    let value = value()
    return value.isEmpty ? "100" : value
  }
}

@Suite("Sentences about anything at all")
struct SummaryPropertyTests {
  private static let metrics = [
    "gmv", "profit", "sales", "spend", "complaints", "clicks", "impressions", "paid", "leads",
    "fans", "mark", "visitors",
  ]

  private static func site(_ dice: inout Dice) -> ReportSite {
    var site = ReportSite()
    if dice.chance(15) { site.channels = [] }
    if dice.chance(20) { site.fiscal = 4 }
    let density = [0, 10, 60, 100].randomElement(using: &dice) ?? 0
    for year in [2025, 2026] {
      for month in 1...12 {
        for metric in metrics where dice.chance(density) {
          let period = "\(year)-\(month < 10 ? "0" : "")\(month)"
          for channel in dice.chance(50) ? ["all"] : ["a", "b"] {
            site.rows.append("\(period),\(channel),\(metric),\(dice.value())")
          }
        }
      }
    }
    if dice.chance(80) {
      site.goals[2026] = (metrics + ["ctr", "roas", "cpl"]).filter { _ in dice.chance(40) }
        .enumerated().map { index, metric in
          let months = (1...12).map { "\($0)月: \(dice.target())" }.joined(separator: ", ")
          let quarters = (1...4).map { "Q\($0): \(dice.target())" }.joined(separator: ", ")
          return """
            {id: G\(index), 指标: \(metric), 目标值: \(dice.target()), 季度: {\(quarters)}, \
            月份: {\(months)}}
            """
        }
      if site.goals[2026]?.isEmpty == true { site.goals = [:] }
    }
    if dice.chance(60) {
      let tasks = (0..<Int.random(in: 0...5, using: &dice)).map {
        "  - {id: T\($0), 内容: x, 时间: 2026-02-01/2026-02-1\($0), 谁: \(["甲", "乙", "丙", "丁"][$0 % 4])}"
      }
      site.files["plans/2026-02.md"] =
        "---\nperiod: 2026-02\n预算: [{项目: x, 金额: \(dice.target())}]\n"
        + (tasks.isEmpty ? "" : "工作安排:\n" + tasks.joined(separator: "\n") + "\n") + "---\n"
    }
    if dice.chance(40) {
      site.files["reviews/2026-02.md"] =
        "---\nperiod: 2026-02\n问题: [{id: P1, 内容: x}, {id: P2, 内容: y}]\n---\n"
    }
    site.asOf =
      ["2026-01-31", "2026-02-10", "2026-02-28", "2026-03-01", "2026-03-31", "2027-06-15"]
      .randomElement(using: &dice) ?? "2027-06-15"
    return site
  }

  @Test("name only numbers of the report, claim nothing more, and are whole", arguments: 0..<120)
  func holds(seed: Int) throws {
    var dice = Dice(state: UInt64(seed) &* 7919 &+ 1)
    let source = try Self.site(&dice).source()
    for period in [Period.month(2026, 2), .quarter(2026, 1), .year(2026)] {
      let report = source.report(period)
      let sentences = source.summary(report).sentences
      let known = numbers(of: report, source)
      for sentence in sentences {
        for language in [Language.zh, .en] {
          let text = sentence[language]
          #expect(isWhole(text, language), "\(seed) \(period.id): \(text)")
          let unknown = Self.numbers(in: text).filter { !known.contains($0) }
          #expect(unknown.isEmpty, "\(seed) \(period.id): \(unknown) in \(text)")
        }
      }
      claims(sentences, report, "\(seed) \(period.id)")
    }
  }

  private func claims(_ sentences: [LocalizedText], _ report: Report, _ place: String) {
    let counts = report.counts
    let zh = sentences.map(\.zh).joined().replacing("未达标", with: "").replacing("是否达标", with: "")
    #expect(zh.contains("达标") == (counts[.reached] != nil && hasJudged(report)), "\(place): \(zh)")
    if zh.contains("没有落后的目标") {
      #expect(Array(counts.keys) == [.reached], "\(place): \(zh)")
    }
    if zh.contains("都没有落后") {
      #expect(counts[.atRisk] == nil && counts[.missed] == nil, "\(place): \(zh)")
    }
    for status in Achievement.allCases where hasJudged(report) {
      guard let count = counts[status] else { continue }
      let part = "\(count)项\(status.label.zh)"
      #expect(sentences[0].zh.contains(part), "\(place): \(part) in \(sentences[0].zh)")
    }
  }

  private func hasJudged(_ report: Report) -> Bool { report.lines.contains { $0.isJudged } }

  private func isWhole(_ text: String, _ language: Language) -> Bool {
    let stop = language == .zh ? "。" : "."
    let doubled = [
      "，，", "；；", "。。", "：：", "；。", "，。", "：。", "：；", "；，", "，；", "（）", "、、", "、；", "、。",
      "  ", " .", " ,", " ;", ",,", ";;", "..", ";.", ",.", ":.", "()", ", ;", "; ,", ": ;",
      "nil", "Optional", "−0。", "−0.0%", "−0.00",
    ]
    return text.hasSuffix(stop) && text.count > 3 && !text.hasPrefix(" ")
      && !doubled.contains { text.contains($0) }
  }

  /// All numbers that the report holds, as the sentences may print them.
  private func numbers(of report: Report, _ source: ReportSource) -> Set<String> {
    var texts: [String] = []
    func add(_ text: LocalizedText) { texts += [text.zh, text.en] }
    for line in report.lines {
      let metric = source.handbook.metrics[line.metric]
      for value in [line.actual.value, line.target?.value, line.comparable?.value] {
        if let value { add(metric.words(value)) }
      }
      if let variance = line.variance { add(metric.distance(variance.amount)) }
      if let share = line.attainment { texts.append(NumberFormat.attainment(share)) }
      add(line.toYearEarlier.words(metric))
      for channel in line.actual.channels {
        let own = source.ledger.value(line.metric, .channel(channel), in: report.period)
        if let value = own.value { add(metric.words(value)) }
      }
      texts.append("\(line.actual.months.count) \(line.actual.expected.count)")
    }
    for variance in report.variances {
      let metric = source.handbook.metrics[variance.metric]
      for value in [variance.difference] + variance.parts.map(\.difference) {
        add(metric.distance(value))
      }
    }
    texts += report.counts.values.map { "\($0)" }
    texts.append("\(report.counts.values.reduce(0, +))")
    let day = report.lastDay
    texts += ["\(day.month) \(day.day)", day.label(.en)]
    let months = source.calendar.months(of: report.period)
    texts.append("\(months.count) \(months.count { $0.last < source.ledger.asOf })")
    texts.append("\(source.calendar.last(of: report.period).ordinal - day.ordinal)")
    if let spent = report.budget.spent?.value, let planned = report.budget.planned {
      for language in [Language.zh, .en] {
        texts.append(NumberFormat.money(spent - planned, in: language, style: .sentence))
      }
    }
    texts.append("\(report.lines.count { $0.isJudged && $0.status != .reached })")
    // What waits beyond the four that are named.
    texts.append("1 2 3 4")
    texts.append("\(report.problems.count)")
    for outcome in [[ProblemOutcome.unanswered], [.unplanned], [.unanswered, .unplanned]] {
      texts.append("\(report.problems.count { outcome.contains($0.outcome) })")
    }
    texts.append("\(report.tasks.count { $0.progress == .late })")
    texts.append("\(report.activities.count { $0.lacksEvaluation })")
    texts.append("\(report.quality.gaps.count)")
    return Set(texts.flatMap(Self.numbers))
  }

  /// Digits with their separators and scale: `341.79万`, `−4.8`, `1/3` as two.
  private static func numbers(in text: String) -> [String] {
    var found: [String] = []
    var current = ""
    for scalar in text.unicodeScalars {
      let isDigit = ("0"..."9").contains(scalar)
      let isInside = !current.isEmpty && (scalar == "." || scalar == ",")
      if isDigit || isInside {
        current.unicodeScalars.append(scalar)
        continue
      }
      if !current.isEmpty {
        if "万亿KMB%".unicodeScalars.contains(scalar) { current.unicodeScalars.append(scalar) }
        found.append(current.trimmingCharacters(in: CharacterSet(charactersIn: ".,")))
      }
      current = ""
    }
    if !current.isEmpty { found.append(current.trimmingCharacters(in: .punctuationCharacters)) }
    return found
  }
}
