import CedianModel

/// What every page may need: the handbook with its things by name, and lists
/// grouped once, so that no page walks all activities for itself.
///
/// A class that never changes, so that each page's scope costs one count.
final class SiteContext: Sendable {
  let handbook: Handbook
  let directory: Directory
  let options: SiteOptions
  let targets: LinkTargets
  let bindings: Bindings
  /// The findings about each document, wherever they point.
  let findings: [String: [Diagnostic]]
  /// The findings by the file that a report counts them with.
  let findingsByFile: [String: [Diagnostic]]
  /// Indices into `handbook.activities`, newest first, by channel id.
  let activitiesByChannel: [String: [Int]]
  /// Indices of all activities, newest first; those without a time come last.
  let activitiesByTime: [Int]
  /// The times of those that have one, in the same order.
  let activityTimes: [TimeSpan]
  let evaluationByActivity: NameTable<Int>
  /// To each channel's page, by its place in the handbook.
  let channelLinks: [KnownLink]
  /// Departments by id, name and role: the few names that thousands of duties write.
  let parties: NameTable<Party>
  /// To each goal, by its id.
  let goalLinks: NameTable<KnownLink>
  let metricNames: [EscapedHTML]
  /// To each metric's page, by its place in metrics.yml.
  let metricLinks: [KnownLink]
  let metricForms: [MetricForm]
  /// What the results of each metric name as their source, each once.
  let resultSources: [[String]]
  let words: FrameWords
  let planByPeriod: [Period: Int]
  let reviewByPeriod: [Period: Int]
  /// The numbers of every period.
  let reports: ReportSource
  let reportedPeriods: [Period]
  /// Every change of every document, newest first.
  let historyPlaces: [HistoryPlace]
  let historyByPath: [String: [HistoryPlace]]
  /// What the checks came to, clause by clause.
  let compliance: Compliance
  /// What each department owes, by its id.
  let obligations: [String: Obligations]

  convenience init(
    _ handbook: Handbook, options: SiteOptions, contentAssets: [SourceFile], workers: Workers = .one
  ) {
    let parts = Parts(handbook, options, contentAssets)
    workers.begin(parts.all)
    self.init(handbook, options, parts, workers)
  }

  /// The context, and the templates beside it in the site's language.
  static func made(
    _ handbook: Handbook, _ templates: TemplateSet, options: SiteOptions,
    contentAssets: [SourceFile], workers: Workers
  ) -> (SiteContext, CompiledTemplates) {
    let parts = Parts(handbook, options, contentAssets)
    let compiled = Begun { templates.compiled(options.language) }
    workers.begin(parts.all + [compiled])
    return (SiteContext(handbook, options, parts, workers), compiled.value)
  }

  /// What takes long and asks nothing of each other, the longest first.
  private struct Parts {
    let directory: Directory
    let reports: Begun<ReportSource>
    let targets: Begun<LinkTargets>
    let times: Begun<ActivityTimes>
    let obligations: Begun<[String: Obligations]>
    let compliance: Begun<Compliance>

    var all: [any Beginning] { [reports, targets, times, obligations, compliance] }

    init(_ handbook: Handbook, _ options: SiteOptions, _ contentAssets: [SourceFile]) {
      let directory = Directory(handbook)
      self.directory = directory
      reports = Begun { ReportSource(handbook, directory: directory, asOf: options.asOf) }
      targets = Begun {
        LinkTargets(handbook, contentAssets: contentAssets, includeDrafts: true)
      }
      times = Begun { ActivityTimes(handbook, directory) }
      obligations = Begun { collectObligations(handbook, directory) }
      compliance = Begun {
        Compliance(handbook, findings: options.findings, reports: options.reports)
      }
    }
  }

  private init(_ handbook: Handbook, _ options: SiteOptions, _ parts: Parts, _ workers: Workers) {
    let directory = parts.directory
    self.handbook = handbook
    self.directory = directory
    self.options = options
    (targets, obligations) = (parts.targets.value, parts.obligations.value)
    var source = parts.reports.value
    reportedPeriods = source.periods()
    source.remember(reportedPeriods) { workers.map($0, $1) }
    source.writeActivities { workers.map($0, $1) }
    reports = source
    let times = parts.times.value
    activitiesByTime = times.order
    activityTimes = times.order.compactMap { handbook.activities[$0].time.value }
    activitiesByChannel = times.byChannel
    bindings = resolveBindings(handbook, directory).0
    findings = Dictionary(grouping: options.findings, by: \.judged)
    findingsByFile = ReportSource.byFile(options.findings)
    var evaluations = NameTable<Int>()
    for (index, evaluation) in handbook.evaluations.enumerated()
    where evaluations[evaluation.activity.value] == nil {
      evaluations[evaluation.activity.value] = index
    }
    evaluationByActivity = evaluations
    channelLinks = handbook.channels.map {
      KnownLink($0.info.title, .document(.channel, id: $0.info.id.value))
    }
    goalLinks = linksToGoals(handbook, directory)
    metricNames = handbook.metrics.map { EscapedHTML($0.name[options.language]) }
    metricLinks = handbook.metrics.map { KnownLink($0.name[options.language], .metric($0.id)) }
    metricForms = handbook.metrics.map(MetricForm.init)
    resultSources = sourcesByMetric(handbook, directory)
    words = FrameWords(handbook, options)
    parties = partiesByName(handbook.site)
    planByPeriod = firstByPeriod(handbook.plans.map(\.period.value))
    reviewByPeriod = firstByPeriod(handbook.reviews.map(\.period.value))
    (historyPlaces, historyByPath) = CedianSite.historyPlaces(options.history)
    compliance = parts.compliance.value
  }

  var language: Language { options.language }

  /// The answers to each problem: its adjustments and the tasks that name it.
  var answers: Answers { reports.answers }

  func say(_ label: Label) -> EscapedHTML { EscapedHTML(label.text[language]) }

  func say(_ text: LocalizedText) -> EscapedHTML { EscapedHTML(text[language]) }

  func channel(named name: String) -> Channel? {
    directory.channels[name].map { handbook.channels[$0] }
  }

  func metric(named name: String) -> Metric? {
    directory.metric(named: name).map { handbook.metrics[$0] }
  }
}

/// Activities by their first day, newest first, and so by channel id.
private struct ActivityTimes: Sendable {
  let order: [Int]
  let byChannel: [String: [Int]]

  init(_ handbook: Handbook, _ directory: Directory) {
    // Those without a time count as before all others.
    let starts = handbook.activities.map { $0.time.value?.start.ordinal ?? .min }
    order = handbook.activities.indices.sorted { a, b in
      if starts[a] != starts[b] { return starts[a] > starts[b] }
      return handbook.activities[a].info.path.withBytes { first in
        handbook.activities[b].info.path.withBytes { first.lexicographicallyPrecedes($0) }
      }
    }
    var byChannel = Array(repeating: [Int](), count: handbook.channels.count)
    for index in order {
      for channel in channels(of: handbook.activities[index], directory) {
        byChannel[channel].append(index)
      }
    }
    var byID: [String: [Int]] = [:]
    for (channel, activities) in byChannel.enumerated() where !activities.isEmpty {
      byID[handbook.channels[channel].info.id.value, default: []] += activities
    }
    self.byChannel = byID
  }
}

/// The channels that an activity runs on or is promoted through, by their places in
/// the handbook.
func channels(of activity: Activity, _ directory: Directory) -> [Int] {
  var indices: [Int] = []
  indices.reserveCapacity(activity.channels.count + activity.promotion.count)
  func add(_ written: String) {
    guard let index = directory.channels[written], !indices.contains(index) else { return }
    indices.append(index)
  }
  for channel in activity.channels { add(channel.value) }
  for promotion in activity.promotion { add(promotion.channel.value) }
  return indices
}

/// A department as some name means it.
struct Party: Sendable {
  /// Shows the name as written, or the department's for its id.
  let link: KnownLink
  /// The department's.
  let id: EscapedHTML
}

/// How a metric's numbers are shown.
struct MetricForm: Sendable {
  var unit: Metric.Unit
  var aggregation: Metric.Aggregation
  var polarity: Metric.Polarity

  init(_ metric: Metric) {
    (unit, aggregation, polarity) = (metric.unit, metric.aggregation, metric.polarity)
  }
}

/// What the frame of every page says.
struct FrameWords: Sendable {
  let language: EscapedHTML
  let contentLanguage: EscapedHTML
  let siteTitle: EscapedHTML
  let generator: EscapedHTML
  let historyNotes: [EscapedHTML]

  init(_ handbook: Handbook, _ options: SiteOptions) {
    language = EscapedHTML(options.language.tag)
    contentLanguage = EscapedHTML(handbook.site.language.tag)
    siteTitle = EscapedHTML(handbook.site.title)
    generator = EscapedHTML("Cedian \(options.version)")
    let history = options.history
    historyNotes = history.shownNotes.map { EscapedHTML($0[options.language]) }
  }
}

private func partiesByName(_ site: SiteConfiguration) -> NameTable<Party> {
  var parties = NameTable<Party>()
  for department in site.departments {
    let page = Permalink.department(id: department.id)
    for name in [department.id, department.name] + department.roles where parties[name] == nil {
      let shown = name == department.id ? department.name : name
      parties[name] = Party(link: KnownLink(shown, page), id: EscapedHTML(department.id))
    }
  }
  return parties
}

private func linksToGoals(_ handbook: Handbook, _ directory: Directory) -> NameTable<KnownLink> {
  var links = NameTable<KnownLink>()
  for id in directory.goals.names {
    guard let reference = directory.goals[id] else { continue }
    let sheet = handbook.goalSheets[reference.sheet]
    let title = sheet.goals[reference.goal].title
    links[id] = KnownLink(
      title.map { "\(id) \($0)" } ?? id, .document(.goals, id: sheet.info.id.value),
      anchor: recordAnchor(id))
  }
  return links
}

private func sourcesByMetric(_ handbook: Handbook, _ directory: Directory) -> [[String]] {
  var sources = Array(repeating: [String](), count: handbook.metrics.count)
  for row in handbook.results {
    guard let source = row.source, let metric = directory.metric(named: row.metric.value),
      !sources[metric].contains(where: { $0.hasSameBytes(as: source) })
    else { continue }
    sources[metric].append(source)
  }
  return sources
}

private func firstByPeriod(_ periods: [Period?]) -> [Period: Int] {
  var found: [Period: Int] = [:]
  for (index, period) in periods.enumerated() {
    if let period, found[period] == nil { found[period] = index }
  }
  return found
}
