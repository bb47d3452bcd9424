/// `duplicate-id` in the policy: a citation of the number could mean either. Of clauses
/// only headings are compared, and those of their own chapter: a paragraph or an item may
/// begin with the number that it cites, or with any other.
enum DuplicateClause {
  static func check(_ handbook: Handbook) -> [Diagnostic] {
    var found: [Diagnostic] = []
    var chapters: [Int: SourceLocation] = [:]
    var clauses: [String: SourceLocation] = [:]
    for chapter in handbook.chapters where !chapter.info.isDraft {
      let path = chapter.info.path
      if let number = chapter.number {
        let range = chapter.info.presence(of: .chapter)?.valueRange ?? chapter.info.closing
        let place = SourceLocation(path: path, range: range)
        if let first = chapters[number] {
          found.append(
            second(LocalizedText(zh: "第 \(number) 章", en: "chapter \(number)"), place, first))
        }
        chapters[number] = chapters[number] ?? place
      }
      let headings = Set(chapter.info.body.headings.map(\.id))
      for clause in chapter.info.body.clauses
      where headings.contains(clause.anchor)
        && clause.number.split(separator: ".").first.flatMap { Int($0) } == chapter.number
      {
        let place = SourceLocation(path: path, range: clause.range)
        if let first = clauses[clause.number] {
          found.append(
            second(
              LocalizedText(zh: "条款 \(clause.number) ", en: "clause \(clause.number)"), place, first
            )
          )
        }
        clauses[clause.number] = clauses[clause.number] ?? place
      }
    }
    return found
  }

  private static func second(
    _ name: LocalizedText, _ place: SourceLocation, _ first: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      id: DuplicateID.id, severity: .error, location: place,
      message: LocalizedText(
        zh: "\(name.zh)已经有了，引用它的地方分不清说的是哪一个",
        en: "there is a \(name.en) already: whoever cites it could mean either"),
      notes: [
        Diagnostic.Note(
          location: first, message: LocalizedText(zh: "先出现在这里", en: "first used here"))
      ],
      fix: Diagnostic.Fix(
        message: LocalizedText(zh: "给其中一个换一个号", en: "give one of them another number")))
  }
}
