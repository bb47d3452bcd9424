import CedianModel

/// Everything that a link in a document can lead to, by the path that authors
/// write: documents, folders with an index page, and files beside the documents.
struct LinkTargets: Sendable {
  enum Target: Sendable {
    case document(Permalink, kind: DocumentKind, index: Int, isPublished: Bool)
    case page(Permalink)
    case file(Permalink)

    /// Whether it is no page.
    var isFile: Bool {
      if case .file = self { true } else { false }
    }

    var permalink: Permalink {
      switch self {
      case .document(let permalink, _, _, _), .page(let permalink), .file(let permalink):
        permalink
      }
    }
  }

  private var targets = NameTable<Target>()

  init(_ handbook: Handbook, contentAssets: [SourceFile], includeDrafts: Bool) {
    targets.reserve(contentAssets.count + handbook.activities.count + 100)
    for asset in contentAssets {
      targets[asset.path] = .file(.contentAsset(asset.path))
    }
    for kind in DocumentKind.allCases {
      targets["content/\(kind.folder)"] = .page(.index(of: kind))
    }
    targets["content"] = .page(.home)
    var counts: [DocumentKind: Int] = [:]
    handbook.forEachDocument { info in
      let index = counts[info.kind, default: 0]
      counts[info.kind] = index + 1
      targets[info.path] = .document(
        .document(info.kind, id: info.id.value), kind: info.kind, index: index,
        isPublished: includeDrafts || !info.isDraft)
    }
  }

  subscript(_ path: String) -> Target? { targets[path] }

  /// The paths that a misspelt one may have meant, in reading order: documents,
  /// or everything else.
  func paths(ofDocuments areDocuments: Bool) -> [String] {
    targets.names.filter { $0.hasSuffix(".md") == areDocuments }.sorted()
  }
}

extension Handbook {
  /// The common part of one document; nil for an index that does not exist.
  func document(_ kind: DocumentKind, _ index: Int) -> DocumentInfo? {
    guard indices(of: kind).contains(index) else { return nil }
    return switch kind {
    case .policy: chapters[index].info
    case .channel: channels[index].info
    case .goals: goalSheets[index].info
    case .plan: plans[index].info
    case .activity: activities[index].info
    case .evaluation: evaluations[index].info
    case .review: reviews[index].info
    case .page: pages[index].info
    }
  }

  func indices(of kind: DocumentKind) -> Range<Int> {
    switch kind {
    case .policy: chapters.indices
    case .channel: channels.indices
    case .goals: goalSheets.indices
    case .plan: plans.indices
    case .activity: activities.indices
    case .evaluation: evaluations.indices
    case .review: reviews.indices
    case .page: pages.indices
    }
  }

  /// The anchors of one document's page: its headings and clauses, and the ids
  /// of its goals, tasks and problems, which its page marks.
  func anchors(_ kind: DocumentKind, _ index: Int) -> [String] {
    guard let info = document(kind, index) else { return [] }
    var anchors = info.body.headings.map(\.id) + info.body.clauses.map(\.anchor)
    switch kind {
    case .goals: anchors += goalSheets[index].goals.map { recordAnchor($0.id.value) }
    case .plan: anchors += plans[index].tasks.compactMap { $0.id.map { recordAnchor($0.value) } }
    case .review:
      anchors += reviews[index].problems.compactMap { $0.id.map { recordAnchor($0.value) } }
    default: break
    }
    return anchors
  }
}

/// The anchor of a goal, task or problem on its page: its id, blanks as `-`.
func recordAnchor(_ id: String) -> String {
  String(decoding: id.utf8.map { $0 <= 0x20 ? UInt8(ascii: "-") : $0 }, as: UTF8.self)
}
