/// `duplicate-id`: two things of one kind with one id.
enum DuplicateID {
  static let id = "duplicate-id"

  static func diagnostic(
    _ written: Located<String>, of kind: LocalizedText, path: String, first: SourceLocation,
    isDocument: Bool = false
  ) -> Diagnostic {
    Diagnostic(
      id: id, severity: .error, location: SourceLocation(path: path, range: written.range),
      message: LocalizedText(
        zh: "编号「\(written.value)」已被另一个\(kind.zh)使用",
        en: "the id '\(written.value)' already belongs to another \(kind.en)"),
      notes: [
        Diagnostic.Note(
          location: first, message: LocalizedText(zh: "先出现在这里", en: "first used here"))
      ],
      fix: Diagnostic.Fix(
        message: isDocument
          ? LocalizedText(
            zh: "给其中一个换一个编号（id），或改文件名", en: "give one of them another id, or rename its file")
          : LocalizedText(zh: "给其中一个换一个编号（id）", en: "give one of them another id")))
  }

  /// Documents whose id another of their kind has, case and width aside: two
  /// that differ only so would get one permalink on some disks.
  static func check(_ handbook: Handbook) -> [Diagnostic] {
    var first: [String: SourceLocation] = [:]
    var kind: DocumentKind?
    var found: [Diagnostic] = []
    handbook.forEachDocument { info in
      // The documents come kind by kind.
      if info.kind != kind {
        first.removeAll(keepingCapacity: true)
        kind = info.kind
      }
      if let other = first[info.id.value] {
        found.append(
          diagnostic(info.id, of: info.kind.label, path: info.path, first: other, isDocument: true))
      } else {
        first[info.id.value] = SourceLocation(path: info.path, range: info.id.range)
      }
    }
    return found
  }

  /// Goals, tasks and problems whose id another of any document has: they are
  /// named by it from elsewhere.
  static func checkRecords(_ handbook: Handbook) -> [Diagnostic] {
    var goals = Seen(RecordSchema.goal.name)
    for sheet in handbook.goalSheets {
      for goal in sheet.goals { goals.add(goal.id, in: sheet.info.path) }
    }
    var tasks = Seen(LocalizedText(zh: "工作", en: "task"))
    for plan in handbook.plans {
      for task in plan.tasks { tasks.add(task.id, in: plan.info.path) }
    }
    var problems = Seen(RecordSchema.problem.name)
    for review in handbook.reviews {
      for problem in review.problems { problems.add(problem.id, in: review.info.path) }
    }
    return goals.found + tasks.found + problems.found
  }

  /// Plans, reviews and goals of one period, and evaluations of one activity: only
  /// one of them could be meant.
  static func checkSubjects(_ handbook: Handbook) -> [Diagnostic] {
    func twice<T>(_ documents: [T], _ read: (T) -> (DocumentInfo, Field<Period>)) -> [Diagnostic] {
      var first: [Period: SourceLocation] = [:]
      return documents.compactMap { document in
        let (info, field) = read(document)
        guard let period = field.value, let range = field.range else { return nil }
        let place = SourceLocation(path: info.path, range: range)
        guard let other = first[period] else {
          first[period] = place
          return nil
        }
        return second(
          of: LocalizedText(zh: period.label(.zh), en: period.label(.en)), info.kind, place, other)
      }
    }
    var activities: [String: SourceLocation] = [:]
    let evaluations = handbook.evaluations.compactMap { evaluation -> Diagnostic? in
      let name = evaluation.activity
      let place = SourceLocation(path: evaluation.info.path, range: name.range)
      guard let other = activities[name.value] else {
        activities[name.value] = place
        return nil
      }
      return second(
        of: LocalizedText(zh: "活动「\(name.value)」", en: "activity '\(name.value)'"), .evaluation,
        place, other)
    }
    return twice(handbook.goalSheets) { ($0.info, $0.period) }
      + twice(handbook.plans) { ($0.info, $0.period) }
      + twice(handbook.reviews) { ($0.info, $0.period) } + evaluations
  }

  private static func second(
    of subject: LocalizedText, _ kind: DocumentKind, _ place: SourceLocation,
    _ first: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      id: id, severity: .error, location: place,
      message: LocalizedText(
        zh: "\(subject.zh)已经有一份\(kind.label.zh)，不能有两份",
        en: "there is a second \(kind.label.en) for \(subject.en)"),
      notes: [
        Diagnostic.Note(location: first, message: LocalizedText(zh: "另一份", en: "the other one"))
      ],
      fix: Diagnostic.Fix(
        message: LocalizedText(
          zh: "并成一份，或改正其中一份写的期间或活动",
          en: "make one of the two, or correct what one of them is for")))
  }

  /// Ids of one kind of record.
  private struct Seen {
    let kind: LocalizedText
    var first: [String: SourceLocation] = [:]
    var found: [Diagnostic] = []

    init(_ kind: LocalizedText) { self.kind = kind }

    mutating func add(_ id: Located<String>?, in path: String) {
      guard let id, !id.value.isEmpty else { return }
      if let other = first[id.value] {
        found.append(DuplicateID.diagnostic(id, of: kind, path: path, first: other))
      } else {
        first[id.value] = SourceLocation(path: path, range: id.range)
      }
    }
  }
}
