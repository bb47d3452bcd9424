extension ReportSource {
  /// What became of a period's plans and activities between its first and last day:
  /// added, dropped, or what they said at the start against what they say now. The
  /// weightiest come first, wording is left out.
  public func planChanges(of report: Report, in history: History) -> [History.Became] {
    guard let changes = history.sinceStart[report.period] else { return [] }
    let documents = documents(of: report)
      .union(plans(in: report.period).map { handbook.plans[$0].info.path })
    let told = changes.compactMap { became -> History.Became? in
      var became = became
      // What was put off, or dropped, was planned for the period all the same.
      let times = became.otherTimes + [history.removed[became.path]?.time].compactMap { $0 }
      guard
        documents.contains(became.path)
          || times.contains(where: { calendar.overlaps(report.period, $0) })
      else { return nil }
      // Of a change whose contents are not here only the document is known.
      let isUnknown = history.isPartial && became.changes.isEmpty
      became.changes = became.changes.filter { $0.importance < .rule }
      return became.status == .modified && became.changes.isEmpty && !isUnknown ? nil : became
    }
    return told.indices.sorted {
      (told[$0].importance.rawValue, $0) < (told[$1].importance.rawValue, $1)
    }.map { told[$0] }
  }

  /// What a document is called, or was when it was there.
  public func title(ofChanged path: String, in history: History) -> String {
    handbook.activities.first { $0.info.path == path }?.info.title
      ?? handbook.plans.first { $0.info.path == path }?.info.title
      ?? history.removed[path]?.title ?? path
  }
}

extension History.Became {
  /// The subject of the only commit, or how many they were.
  public var origin: LocalizedText {
    guard commitCount > 1 else { return LocalizedText(zh: newest.subject, en: newest.subject) }
    guard status == .modified || status == .moved else {
      return LocalizedText(zh: "共 \(commitCount) 次提交", en: "\(commitCount) commits")
    }
    return LocalizedText(
      zh: "共 \(commitCount) 次提交，与期初相比",
      en: "\(commitCount) commits; against the period's start")
  }
}
