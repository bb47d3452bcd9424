/// Names by which content may mean one of several things of a kind. The first to
/// take a name would silently stand for the others.
struct SeenNames {
  enum Kind {
    case metric, channel, department

    var label: LocalizedText {
      switch self {
      case .metric: RecordSchema.metric.name
      case .channel: DocumentKind.channel.label
      case .department: RecordSchema.department.name
      }
    }
  }

  private let kind: Kind
  private let foldsCase: Bool
  private var first: [String: (owner: String, place: SourceLocation)] = [:]
  private(set) var found: [Diagnostic] = []

  /// `foldsCase` where content is read so.
  init(_ kind: Kind, foldsCase: Bool = false) {
    (self.kind, self.foldsCase) = (kind, foldsCase)
  }

  /// The names of the thing whose id is `owner`. Two with one id are `duplicate-id`
  /// already; a thing may repeat its own name.
  mutating func add(_ names: [Located<String>], of owner: String, _ path: String) {
    for name in names where !name.value.isEmpty {
      let key = foldsCase ? name.value.lowercased() : name.value
      guard let taken = first[key] else {
        first[key] = (owner, SourceLocation(path: path, range: name.range))
        continue
      }
      if taken.owner != owner {
        found.append(
          DuplicateID.sharedName(
            name, of: kind.label, owner: taken.owner, path: path, first: taken.place))
      }
    }
  }
}

extension DuplicateID {
  /// Channels that one id, title or alias could mean.
  static func checkNames(_ handbook: Handbook) -> [Diagnostic] {
    var names = SeenNames(.channel)
    for channel in handbook.channels {
      let info = channel.info
      let title = info.presence(of: .title)?.valueRange ?? info.id.range
      names.add(
        [info.id, Located(info.title, title)] + channel.aliases, of: info.id.value, info.path)
    }
    return names.found
  }

  static func sharedName(
    _ written: Located<String>, of kind: LocalizedText, owner: String, path: String,
    first: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      id: id, severity: .error, location: SourceLocation(path: path, range: written.range),
      message: LocalizedText(
        zh: "「\(written.value)」已经是另一个\(kind.zh)（\(owner)）的名称，提到它时分不清指哪一个",
        en:
          "'\(written.value)' already names another \(kind.en), \(owner): nothing tells which is meant"
      ),
      notes: [
        Diagnostic.Note(
          location: first, message: LocalizedText(zh: "先出现在这里", en: "first used here"))
      ],
      fix: Diagnostic.Fix(
        message: LocalizedText(
          zh: "两处只留一处，另一处换一个叫法", en: "keep it in one place, and call the other something else")))
  }
}
