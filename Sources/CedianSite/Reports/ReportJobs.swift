import CedianModel

/// The pages of all reports, the metrics and the calendar of activities.
func reportJobs(_ context: SiteContext) -> [PageJob] {
  guard context.hasPages(.reports) else { return [] }
  let periods = context.reportedPeriods
  let language = context.language
  let title = Label.reports.text[language]
  let crumb = [Permalink.Named(title, .reports)]
  var jobs = [
    PageJob(
      permalink: .reports, template: .reportIndex, title: title, section: .reports,
      isInContents: true
    ) { $0.reportIndex(periods) }
  ]
  let known = Set(periods)
  let calendar = context.reports.calendar
  func named(_ period: Period) -> Permalink.Named? {
    known.contains(period)
      ? Permalink.Named(period.shortLabel(language), .report(period)) : nil
  }
  let listed = Set(context.listedReports)
  for period in periods {
    var job = PageJob(
      permalink: .report(period), template: .report,
      title: reportTitle(period, language), section: .reports,
      isInContents: listed.contains(period), crumbs: crumb
    ) { $0.reportPage(period) }
    job.previous = named(period.previous)
    job.next = named(period.next)
    switch period {
    case .month: job.up = named(calendar.quarter(of: period))
    case .quarter(let year, _): job.up = named(.year(year))
    case .half, .year: break
    }
    job.beside = { ($0 as? ReportPageView)?.data ?? [] }
    jobs.append(job)
  }
  let metricCrumbs = crumb + [Permalink.Named(Label.metricIndex.text[language], .metrics)]
  jobs.append(
    PageJob(
      permalink: .metrics, template: .metricIndex, title: Label.metricIndex.text[language],
      section: .reports, isInContents: true, crumbs: crumb
    ) { $0.metricIndex(periods) })
  for (index, metric) in context.handbook.metrics.enumerated() {
    jobs.append(
      PageJob(
        permalink: .metric(metric.id), template: .metric, title: metric.name[language],
        section: .reports, crumbs: metricCrumbs
      ) { $0.metricPage(index, periods: periods) })
  }
  let years = Array(
    Set(
      periods.filter { $0.monthCount == 12 && !context.reports.activities(in: $0).isEmpty }
        .map(\.year))
  ).sorted(by: >)
  for year in years {
    jobs.append(
      PageJob(
        permalink: .calendar(year), template: .activityCalendar,
        title: Label.activityCalendar.text[language],
        eyebrow: EscapedHTML(Period.year(year).label(language)), section: .reports,
        isInContents: year == years.first, crumbs: crumb
      ) { $0.activityCalendar(year, years: years) })
  }
  return jobs
}

extension SiteContext {
  /// What the contents list: the year of the report's day, its quarters, and the
  /// months of its current quarter and the one before.
  var listedReports: [Period] {
    let known = Set(reportedPeriods)
    let calendar = reports.calendar
    let now = Period.month(of: options.asOf)
    let year = calendar.year(of: now)
    let quarters = calendar.parts(of: year).filter {
      reports.ledger.state(of: $0) != .ahead
    }
    var found = [year]
    for quarter in quarters.reversed() {
      found.append(quarter)
      if quarter == quarters.last || quarter == quarters.dropLast().last {
        found += calendar.months(of: quarter).filter { reports.ledger.state(of: $0) != .ahead }
          .reversed()
      }
    }
    return found.filter(known.contains)
  }
}
