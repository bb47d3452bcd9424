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
  for period in periods {
    var job = PageJob(
      permalink: .report(period), template: .report,
      title: reportTitle(period, language), section: .reports,
      isInContents: true, crumbs: crumb
    ) { $0.reportPage(period) }
    job.contentsYear = (period.monthCount == 1 ? calendar.year(of: period) : .year(period.year))
    if let months = calendar.monthsLabel(of: period, language) {
      job.eyebrow = EscapedHTML(months)
    }
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
  /// What the contents list beside a page of `year`: that year with its quarters and
  /// months, the newest first. It names periods to come too, so that a month that
  /// begins changes no other month's page.
  func listedReports(_ year: Period) -> [Period] {
    let known = Set(reportedPeriods)
    let calendar = reports.calendar
    var found = [year]
    for quarter in calendar.parts(of: year).reversed() {
      found.append(quarter)
      found += calendar.months(of: quarter).reversed()
    }
    return found.filter(known.contains)
  }
}
