import ArgumentParser
import CedianModel
import CedianSite

enum PeriodReportFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
  case text, md, json, csv, html
}

struct ReportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "report",
      abstract: OutputLanguage.help(
        "一个月、季度或年度的报告：指标、渠道、活动、工作、预算与问题",
        "the report of a month, quarter or year: metrics, channels, activities, tasks, budget, problems"
      ))
  }

  @Argument(
    help: OutputLanguage.help(
      "期间，如 2026-10、2026-Q4、2026；不写则是最近结束的一个月",
      "the period, as in 2026-10, 2026-Q4, 2026; without one the last month that has closed",
      "PERIOD"))
  var period: String?

  @Option(help: OutputLanguage.help("格式", "format", "text|md|json|csv|html"))
  var format: PeriodReportFormat = .text

  @Option(
    help: OutputLanguage.help(
      "用 git 里某个版本的内容，如 HEAD~3、v2026.10", "the content as a git revision has it, as in HEAD~3",
      "REV"))
  var rev: String?

  @Option(
    help: OutputLanguage.help(
      "html 格式里链接通往的网站网址；不写则没有链接",
      "with html: the site's address that links lead to; without it there are no links", "URL"))
  var baseURL: String?

  @Option(
    help: OutputLanguage.help(
      "站点文件夹；默认是当前文件夹或它所在的站点",
      "the site's folder; by default this folder or the site it lies in", "DIR"))
  var site: String?

  @Option(
    help: OutputLanguage.help(
      "从哪一天看，如 2026-11-15；默认取 site.yml 的 as_of，没有则取今天（--rev 时取那次提交的日期）",
      "the day it looks from, as in 2026-11-15; by default site.yml's as_of, else today (with --rev the commit's day)",
      "DATE"))
  var asOf: String?

  @Option(
    help: OutputLanguage.help(
      "报告和提示的语言；默认报告随 site.yml，提示随系统",
      "the language of the report and of messages; by default site.yml's and the system's", "zh|en")
  )
  var lang: Language?

  @Flag(help: OutputLanguage.help("包括标记为草稿的文档", "include documents marked as drafts"))
  var drafts = false

  func run() throws {
    try exitingCleanly(lang) {
      let options = try ResolvedOptions(site: site, asOf: asOf, lang: lang, drafts: drafts)
      let wanted = try period.map(Self.parsed)
      let progress = Progress(isShown: options.screen.isTerminal && format == .text)
      defer { progress.end() }
      let check = try SiteCheck(
        options, needsTemplates: format == .html, progress: progress, revision: rev)
      let handbook = drafts ? check.handbook : check.handbook.withoutDrafts()
      let source = ReportSource(handbook, directory: Directory(handbook), asOf: check.asOf)
      let period = try wanted ?? Self.lastClosed(source)
      let known = source.periods()
      guard known.contains(where: { source.calendar.touches($0, period) }) else {
        throw UsageProblem.noPeriod(
          period.id, covered: known.first.flatMap { first in known.last.map { first...$0 } })
      }
      progress.end()
      let report = source.report(period)
      let findings = source.findings(
        of: report, in: ReportSource.byFile(check.diagnostics))
      // Of an earlier revision today's history says nothing; without one, or where git
      // cannot read it, the report has all the rest.
      let history =
        rev == nil && format != .csv
        ? (try? readHistory(of: options.site, check.handbook, asOf: check.asOf)) ?? History()
        : History()
      let tables = ReportTables(
        source: source, report: report, findings: findings, history: history)
      try Console.out(bytes(tables, check, options))
      let totals = Totals(check.diagnostics)
      guard totals.errors > 0 else { return .success }
      Console.error(Self.warning(totals.errors)[options.language] + "\n")
      return ExitCode(1)
    }
  }

  private func bytes(
    _ tables: ReportTables, _ check: SiteCheck, _ options: ResolvedOptions
  ) throws -> [UInt8] {
    switch format {
    case .text:
      let screen = Screen.resolve(descriptor: 1)
      let printer = ReportPrinter(
        language: check.language, palette: screen.palette, width: screen.width)
      return Array(printer.print(tables).utf8)
    case .md: return Array(reportMarkdown(tables, check.language).utf8)
    case .json:
      return ReportJSON(tables.source, language: check.language, history: tables.history)
        .document(tables.report).encoded()
    case .csv: return ReportCSV(tables.source, language: check.language).table(tables.report)
    case .html:
      let base = try baseURL.map { try ResolvedTarget.address($0) }
      let page = renderReport(
        tables.report.period, check.handbook, templates: check.templates,
        contentAssets: check.assets,
        options: SiteOptions(
          baseURL: base, language: check.language, version: Cedian.version, asOf: check.asOf,
          includeDrafts: drafts, findings: check.diagnostics, reports: check.reports,
          history: tables.history))
      guard let page else { throw UsageProblem.noPage(tables.report.period.id) }
      return page
    }
  }

  private static func parsed(_ text: String) throws(UsageProblem) -> Period {
    guard let period = Period(text) else { throw .badPeriod(text) }
    return period
  }

  private static func lastClosed(_ source: ReportSource) throws(UsageProblem) -> Period {
    let months = source.periods().filter {
      $0.monthCount == 1 && source.calendar.state(of: $0, asOf: source.ledger.asOf) == .closed
    }
    guard let last = months.last else { throw .nothingClosed(source.ledger.asOf) }
    return last
  }

  private static func warning(_ errors: Int) -> LocalizedText {
    LocalizedText(
      zh: "内容有 \(errors) 个错误，报告的数字可能不全；用 cedian check 查看",
      en: "the content has \(errors) errors, so the figures may be incomplete; see cedian check")
  }
}
