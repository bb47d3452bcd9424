import CedianModel

/// What one department owes, from every duty, task and goal that names it or
/// one of its roles. Numbers are indices into the handbook.
struct Obligations: Sendable {
  var documents: [(kind: DocumentKind, index: Int)] = []
  var channelDuties: [(channel: Int, duty: Int)] = []
  var activityDuties: [(activity: Int, duty: Int)] = []
  var tasks: [(plan: Int, task: Int)] = []
  var goals: [(sheet: Int, goal: Int)] = []
  var adjustments: [(review: Int, adjustment: Int)] = []
}

/// The departments that a written party means: several may share one duty, as
/// in 「市场部、技术部」.
func departments(of written: String, in site: SiteConfiguration) -> [Department] {
  if let department = site.department(named: written) { return [department] }
  var found: [Department] = []
  for part in written.unicodeScalars.split(whereSeparator: { "、，,/和与".unicodeScalars.contains($0) })
  {
    let name = String(String.UnicodeScalarView(part)).trimmed
    if let department = site.department(named: name), !found.contains(department) {
      found.append(department)
    }
  }
  return found
}

extension String {
  /// Without blanks at both ends.
  var trimmed: String {
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(scalars[first...last])
  }
}

func collectObligations(_ handbook: Handbook, _ directory: Directory) -> [String: Obligations] {
  var all: [Obligations] = []
  var places = NameTable<Int>()
  // The same few names occur thousands of times.
  var known = NameTable<[Int]>()
  func departmentsNamed(_ written: String) -> [Int] {
    departments(of: written, in: handbook.site).map { department in
      if let place = places[department.id] { return place }
      places[department.id] = all.count
      all.append(Obligations())
      return all.count - 1
    }
  }
  func add(_ written: String?, _ change: (inout Obligations) -> Void) {
    guard let written else { return }
    var parties = known[written]
    if parties == nil {
      parties = departmentsNamed(written)
      known[written] = parties
    }
    for place in parties ?? [] { change(&all[place]) }
  }
  func addDocuments<T>(_ list: [T], _ kind: DocumentKind, _ info: (T) -> DocumentInfo) {
    for index in list.indices {
      add(info(list[index]).owner.value) { $0.documents.append((kind, index)) }
    }
  }
  addDocuments(handbook.channels, .channel, \.info)
  addDocuments(handbook.goalSheets, .goals, \.info)
  addDocuments(handbook.plans, .plan, \.info)
  addDocuments(handbook.activities, .activity, \.info)
  addDocuments(handbook.reviews, .review, \.info)
  for (c, channel) in handbook.channels.enumerated() {
    for (d, duty) in channel.duties.enumerated() {
      add(duty.who?.value) { $0.channelDuties.append((c, d)) }
    }
  }
  for (a, activity) in handbook.activities.enumerated() {
    for (d, duty) in activity.duties.enumerated() {
      add(duty.who?.value) { $0.activityDuties.append((a, d)) }
    }
  }
  for (p, plan) in handbook.plans.enumerated() {
    for (t, task) in plan.tasks.enumerated() {
      add(task.who?.value) { $0.tasks.append((p, t)) }
    }
  }
  for (s, sheet) in handbook.goalSheets.enumerated() {
    for (g, goal) in sheet.goals.enumerated() {
      add(goal.owner?.value) { $0.goals.append((s, g)) }
    }
  }
  for (r, review) in handbook.reviews.enumerated() {
    for (a, adjustment) in review.adjustments.enumerated() {
      add(adjustment.who?.value) { $0.adjustments.append((r, a)) }
    }
  }
  return Dictionary(
    places.names.compactMap { id in places[id].map { (id, all[$0]) } },
    uniquingKeysWith: { first, _ in first })
}
