import CedianContent
import CedianModel
import CedianTestSupport
import Testing

/// A site in memory with three channels (a, b, c) and a metric of every kind, for
/// tests of what reports make of its results and goals.
struct ReportSite: Sendable {
  /// `2026-01,all,gmv,100`: period, channel, metric, value.
  var rows: [String] = []
  /// Goals by year: `{id: G1, 指标: gmv, 目标值: 400}`.
  var goals: [Int: [String]] = [:]
  /// The first month of the fiscal year.
  var fiscal = 1
  /// Further lines of site.yml.
  var site = ""
  var files: [String: String] = [:]
  var asOf = "2027-06-15"
  var channels = ["a", "b", "c"]

  static let resultsPath = "content/results/2026/all.csv"

  private static let metrics = """
    - {id: gmv, name: {zh: 成交总额, en: GMV}, unit: CNY, aggregation: sum}
    - {id: profit, name: {zh: 利润, en: Profit}, unit: CNY, aggregation: sum}
    - {id: sales, name: {zh: 销量, en: Sales}, unit: count, aggregation: sum, channels: [a, b]}
    - {id: spend, name: {zh: 花费, en: Spend}, unit: CNY, polarity: lower, aggregation: sum}
    - {id: complaints, name: {zh: 投诉, en: Complaints}, unit: count, polarity: lower, aggregation: sum}
    - {id: clicks, name: {zh: 点击量, en: Clicks}, unit: count, aggregation: sum}
    - {id: impressions, name: {zh: 展现量, en: Impressions}, unit: count, aggregation: sum}
    - {id: ctr, name: {zh: 点击率, en: CTR}, unit: percent, aggregation: ratio, numerator: clicks, denominator: impressions}
    - {id: roas, name: {zh: 投产比, en: ROAS}, unit: ratio, aggregation: ratio, numerator: gmv, denominator: spend}
    - {id: paid, name: {zh: 投放额, en: Paid}, unit: CNY, polarity: lower, aggregation: sum, channels: [a, b]}
    - {id: leads, name: {zh: 线索, en: Leads}, unit: count, aggregation: sum, channels: [a]}
    - {id: cpl, name: {zh: 线索成本, en: CPL}, unit: CNY, polarity: lower, aggregation: ratio, numerator: paid, denominator: leads, channels: [a]}
    - {id: fans, name: {zh: 粉丝数, en: Fans}, unit: count, aggregation: last}
    - {id: mark, name: {zh: 评分, en: Mark}, unit: score, aggregation: last}
    - {id: visitors, name: {zh: 访客数, en: Visitors}, unit: count, aggregation: none}
    - {id: cpo, name: {zh: 单均投放, en: Cost per sale}, unit: CNY, polarity: lower, aggregation: ratio, numerator: paid, denominator: sales}
    - {id: per_visitor, name: {zh: 人均点击, en: Clicks per visitor}, unit: ratio, aggregation: ratio, numerator: clicks, denominator: visitors}
    - {id: per_fan, name: {zh: 粉均点击, en: Clicks per fan}, unit: ratio, aggregation: ratio, numerator: clicks, denominator: fans}

    """

  var handbook: Handbook {
    var all = [
      "content/site.yml": "title: 手册\nfiscal_year_start: \(fiscal)\n\(site)\n",
      "content/metrics.yml": Self.metrics,
    ]
    for channel in channels {
      all["content/channels/\(channel).md"] = "---\n标题: 渠道\(channel)\n---\n"
    }
    for (year, lines) in goals {
      let list = lines.map { "  - \($0)\n" }.joined()
      all["content/goals/\(year).md"] = "---\n年度目标:\n\(list)---\n"
    }
    if !rows.isEmpty {
      all[Self.resultsPath] =
        "period,channel,metric,value\n" + rows.joined(separator: "\n") + "\n"
    }
    for (path, text) in files { all["content/" + path] = text }
    return readHandbook(
      all.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        .map { SourceFile(path: $0.key, text: $0.value) }
    ).handbook
  }

  func source() throws -> ReportSource {
    let handbook = handbook
    return ReportSource(
      handbook, directory: Directory(handbook), asOf: try #require(Day(iso: asOf)))
  }

  func report(_ period: String) throws -> Report {
    try source().report(try #require(Period(period)))
  }
}

/// One metric in one period, and what a report must say of it. Only the facets
/// that a case names are judged.
struct MetricCase: Sendable, CustomTestStringConvertible {
  var name: String
  var site: ReportSite
  var metric: String
  var period: String
  /// Nil is the organisation.
  var channel: String?
  var expected: [Facet: String]

  enum Facet: String, Sendable, Comparable {
    /// At most four decimals; `absent: …` with the reason where there is none.
    case value
    /// `2/3`
    case months
    case missing, target, comparable, variance, fraction
    /// As printed.
    case attainment
    case status, underWay, judged
    /// 环比 and 同比.
    case previous, yearEarlier
    /// What 环比 is against where that is not the whole period before.
    case base
    /// `path:line`
    case rows

    static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  var testDescription: String { name }

  init(
    _ name: String, _ metric: String, _ period: String, _ rows: [String],
    goals: [Int: [String]] = [:], fiscal: Int = 1, asOf: String = "2027-06-15", site: String = "",
    files: [String: String] = [:], channel: String? = nil, _ expected: [Facet: String]
  ) {
    (self.name, self.metric, self.period, self.channel) = (name, metric, period, channel)
    self.site = ReportSite(
      rows: rows, goals: goals, fiscal: fiscal, site: site, files: files, asOf: asOf)
    self.expected = expected
  }

  func expect(sourceLocation: Testing.SourceLocation = #_sourceLocation) throws {
    let source = try site.source()
    let directory = source.ledger.directory
    let index = try #require(directory.metric(named: metric), sourceLocation: sourceLocation)
    let scope: MetricScope =
      try channel.map { .channel(try #require(directory.channels[$0])) } ?? .organisation
    let line = source.ledger.line(index, scope, in: try #require(Period(period)))
    for (facet, text) in expected.sorted(by: { $0.key < $1.key }) {
      let found = describe(facet, line, source)
      #expect(found == text, "\(name): \(facet)", sourceLocation: sourceLocation)
    }
  }

  private func describe(_ facet: Facet, _ line: MetricLine, _ source: ReportSource) -> String {
    let metric = source.handbook.metrics[line.metric]
    switch facet {
    case .value:
      return line.actual.value.map(plain) ?? "absent: \(line.actual.absence?.rawValue ?? "?")"
    case .months: return "\(line.actual.months.count)/\(line.actual.expected.count)"
    case .missing:
      return line.actual.missingChannels.map { source.handbook.channels[$0].info.id.value }
        .joined(separator: " ")
    case .target: return line.target.map { plain($0.value) } ?? "none"
    case .comparable: return line.comparable.map { plain($0.value) } ?? "none"
    case .variance: return line.variance.map { plain($0.amount) } ?? "none"
    case .fraction: return line.variance?.fraction.map(plain) ?? "none"
    case .attainment: return line.attainment.map(NumberFormat.attainment) ?? "none"
    case .status: return line.status.rawValue
    case .underWay: return "\(line.isUnderWay)"
    case .judged: return "\(line.isJudged)"
    case .previous: return line.toPrevious.map { describe($0, metric) } ?? "none"
    case .base: return line.previousBase?.zh ?? "whole"
    case .yearEarlier: return describe(line.toYearEarlier, metric)
    case .rows:
      return line.actual.rows.map {
        let row = source.handbook.results[$0]
        return "\(row.path):\(row.range.start.line)"
      }.joined(separator: " ")
    }
  }

  private func describe(_ change: Change, _ metric: Metric) -> String {
    if case .none(let reason) = change { return reason.rawValue }
    return change.words(metric).zh
  }
}

/// Every digit, but of a quotient only four decimals.
func plain(_ value: Decimal) -> String {
  let text = NumberFormat.plain(value)
  guard let point = text.firstIndex(of: "."), text.distance(from: point, to: text.endIndex) > 5
  else { return text }
  return NumberFormat.decimal(value, places: 4)
}
