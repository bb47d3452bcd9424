import CedianModel

extension SARIFLog {
  /// One finding.
  struct Result: Encodable {
    var ruleId: String
    var ruleIndex: Int?
    var level: String
    var message: Text
    var locations: [Location]
    var relatedLocations: [Location]?
    var fixes: [Fix]?
    var partialFingerprints: [String: String]
    var properties: Properties

    init(
      _ diagnostic: Diagnostic, fingerprint: String, ruleIndex: Int?, _ paths: RepositoryPaths,
      _ language: Language
    ) {
      ruleId = diagnostic.id
      self.ruleIndex = ruleIndex
      level = diagnostic.severity.rawValue
      message = Text(text: sentences(diagnostic, language))
      locations = [Location(diagnostic.location, paths)]
      let related = diagnostic.notes.compactMap { note in
        note.location.map { Location($0, paths, message: note.message[language]) }
      }
      relatedLocations = related.isEmpty ? nil : related
      if let fix = diagnostic.fix, !fix.edits.isEmpty {
        fixes = [Fix(fix, in: diagnostic.location.path, paths, language)]
      }
      partialFingerprints = ["cedianFinding/v1": fingerprint]
      properties = Properties(
        clause: diagnostic.clause?.number, clauseText: diagnostic.clause?.words,
        clauseLocation: diagnostic.clause.map { paths[$0.path] },
        due: diagnostic.lateness?.due.iso, daysOverdue: diagnostic.lateness?.daysOverdue)
    }
  }

  /// Beyond what the standard names: the clause, and when it was due.
  struct Properties: Encodable {
    var clause, clauseText, clauseLocation, due: String?
    var daysOverdue: Int?
  }

  struct Location: Encodable {
    var physicalLocation: Physical
    var message: Text?

    init(_ location: SourceLocation, _ paths: RepositoryPaths, message: String? = nil) {
      physicalLocation = Physical(
        artifactLocation: Artifact(uri: paths.uri(location.path)), region: Region(location.range))
      self.message = message.map { Text(text: $0) }
    }
  }

  struct Physical: Encodable {
    var artifactLocation: Artifact
    var region: Region
  }

  struct Artifact: Encodable {
    var uri: String
    var uriBaseId = "SRCROOT"
  }

  struct Region: Encodable {
    var startLine, startColumn, endLine, endColumn: UInt32

    init(_ range: SourceRange) {
      (startLine, startColumn) = (range.start.line, range.start.column)
      (endLine, endColumn) = (range.end.line, range.end.column)
    }
  }

  struct Fix: Encodable {
    var description: Text
    var artifactChanges: [Change]

    init(
      _ fix: Diagnostic.Fix, in path: String, _ paths: RepositoryPaths, _ language: Language
    ) {
      description = Text(text: fix.message[language])
      let replacements = fix.edits.map {
        Replacement(
          deletedRegion: Region($0.range), insertedContent: Text(text: $0.replacement))
      }
      artifactChanges = [
        Change(artifactLocation: Artifact(uri: paths.uri(path)), replacements: replacements)
      ]
    }
  }

  struct Change: Encodable {
    var artifactLocation: Artifact
    var replacements: [Replacement]
  }

  struct Replacement: Encodable {
    var deletedRegion: Region
    var insertedContent: Text
  }
}
