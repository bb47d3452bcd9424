import CedianModel

/// The pages about the checks: what they found, and the rules.
func complianceJobs(_ context: SiteContext) -> [PageJob] {
  guard context.hasPages(.compliance) else { return [] }
  func say(_ label: Label) -> String { label.text[context.language] }
  let crumb = [Permalink.Named(say(.compliancePages), .compliance)]
  var jobs = [
    PageJob(
      permalink: .compliance, template: .compliance, title: say(.compliancePages),
      section: .compliance, isInContents: true
    ) { $0.compliancePage() }
  ]
  let count = context.compliance.pages.count
  for page in 1...count where page > 1 {
    var job = PageJob(
      permalink: .findings(page: page), template: .findings,
      title: "\(say(.openFindings)) \(page)/\(count)", section: .compliance, crumbs: crumb
    ) { $0.findingPage(page) }
    job.previous = Permalink.Named(say(.previous), .findings(page: page - 1))
    if page < count { job.next = Permalink.Named(say(.next), .findings(page: page + 1)) }
    jobs.append(job)
  }
  jobs.append(
    PageJob(
      permalink: .rules, template: .rules, title: say(.rules), section: .compliance,
      isInContents: true, crumbs: crumb
    ) { $0.rulesPage() })
  return jobs
}
