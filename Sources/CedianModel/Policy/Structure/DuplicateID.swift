/// `duplicate-id`: two things of one kind with one id.
enum DuplicateID {
  static let id = "duplicate-id"

  static func diagnostic(
    _ written: Located<String>, of kind: LocalizedText, path: String, first: SourceLocation
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
        message: LocalizedText(
          zh: "给其中一个换一个编号（id），或改文件名", en: "give one of them another id, or rename its file")))
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
        found.append(diagnostic(info.id, of: info.kind.label, path: info.path, first: other))
      } else {
        first[info.id.value] = SourceLocation(path: info.path, range: info.id.range)
      }
    }
    return found
  }

  /// Goals whose id another goal of any year has.
  static func checkGoals(_ handbook: Handbook) -> [Diagnostic] {
    var first: [String: SourceLocation] = [:]
    var found: [Diagnostic] = []
    for sheet in handbook.goalSheets {
      for goal in sheet.goals where !goal.id.value.isEmpty {
        if let other = first[goal.id.value] {
          found.append(
            diagnostic(
              goal.id, of: RecordSchema.goal.name, path: sheet.info.path, first: other))
        } else {
          first[goal.id.value] = SourceLocation(path: sheet.info.path, range: goal.id.range)
        }
      }
    }
    return found
  }
}
