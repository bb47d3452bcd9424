import CedianContent
import CedianModel
import CedianSite

/// The two sides of `cedian diff`, with what is read of them.
struct DiffSources: Sendable {
  /// Files that differ, as each side has them.
  var old: [SourceFile]
  var new: [SourceFile]
  /// Everything that judging the difference needs.
  var oldContent: [SourceFile]
  var newContent: [SourceFile]
  /// False where the content is large and only what changed is judged.
  var isWhole: Bool
  /// What was not looked at, in words.
  var note: LocalizedText?
  /// Whether a submodule differs, whose files are not compared.
  var hasOtherSubmodules = false

  /// More files than these are judged only as far as they changed.
  static let wholeLimit = 1500

  /// Two folders that need no git.
  init(folders old: String, _ new: String) throws {
    let (a, b) = (try loadFiles(in: "content", of: old).0, try loadFiles(in: "content", of: new).0)
    let before = Dictionary(a.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
    let after = Dictionary(b.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
    self.old = a.filter { after[$0.path] != $0.bytes }
    self.new = b.filter { before[$0.path] != $0.bytes }
    (oldContent, newContent, isWhole) = (a, b, true)
  }

  /// A commit against another, or against the working tree where that is nil.
  init(
    _ repository: Repository, from old: String, to new: String?, site: String, judgesWhole: Bool,
    without plain: GitProgram? = nil
  ) throws {
    // git's own work is most of the time, so that its programs run side by side.
    let (found, listed) = Workers.all.both {
      Result { try repository.changes(from: old, to: new, below: "content", without: plain) }
    } _: {
      Result { try repository.tree(of: old, below: ["content"]) }
    }
    let (changes, tree) = (try found.get(), try listed.get())
    var outside = changes.outside
    outside.formUnion(tree.outside)
    isWhole = judgesWhole || tree.fileCount <= Self.wholeLimit
    // What lies in the working tree first: what cannot be read has no sides.
    var present: [String: [UInt8]] = [:]
    var unread: Set<String> = []
    for entry in new == nil ? changes.found.compactMap(\.after) : [] {
      let path = site + "/" + entry.path
      // A sparse checkout leaves files out that git has all the same.
      if !entry.object.isEmpty, FileSystem.entry(path) == .absent { continue }
      do throws(DiskProblem) {
        present[entry.path] = try FileSystem.read(path)
      } catch {
        unread.insert(entry.path)
        outside.unreadable.append(entry.path)
      }
    }
    // The policy and what it judges everything by; of a large site's rest only what
    // changed.
    let touched = Set(changes.found.map(\.path))
    let shared = tree.entries(below: isWhole ? [] : Self.common)
      .filter { !touched.contains($0.path) }
    let known = changes.found.filter { !unread.contains($0.path) }
    let before = known.compactMap(\.before)
    let after = known.compactMap(\.after).filter { present[$0.path] == nil }
    var files = try repository.files(shared + before + after)[...]
    func take(_ count: Int) -> [SourceFile] {
      defer { files = files.dropFirst(count) }
      return Array(files.prefix(count))
    }
    let common = take(shared.count)
    self.old = take(before.count)
    self.new = Self.merged(
      present.map { SourceFile(path: $0.key, bytes: $0.value) }, take(after.count))
    oldContent = Self.merged(common, self.old)
    newContent = Self.merged(common, self.new)
    note = outside.note
    hasOtherSubmodules = changes.hasOtherSubmodules
  }

  /// Rules that put documents together: of a part of them they would tell untruths.
  static let lookingAround: Set<String> = [
    "adjustment-not-planned", "budget-allocation", "channel-metrics", "channel-review",
    "evaluation-metrics", "missing-evaluation", "missing-review", "problem-without-adjustment",
    "reported-facts", "unknown-reference",
  ]

  private static let common = [
    "content/site.yml", "content/metrics.yml", "content/policy", "content/channels",
    "content/goals", "content/plans",
  ]

  private static func merged(_ a: [SourceFile], _ b: [SourceFile]) -> [SourceFile] {
    (a + b).sorted { pathPrecedes($0.path, $1.path) }
  }

  /// What changed, and what it does to the policy.
  func compare(
    asOf day: Day?, paths: DiffPaths, language: Language
  ) -> (HandbookDiff, PolicyEffect, [Metric]) {
    let (before, after) = read(MarkdownOptions(language: language))
    let (namesThen, namesNow) = (DiffNames(before.handbook), DiffNames(after.handbook))
    let (shownOld, shownNew) = (
      old.filter { paths.contain($0.path) }, new.filter { paths.contain($0.path) }
    )
    let compared =
      shownOld.filter { isCompared($0.path) }.map { ($0, namesThen) }
      + shownNew.filter { isCompared($0.path) }.map { ($0, namesNow) }
    let documents = parallelMap(compared) { diffDocument($0, names: $1) }
    let count = shownOld.count { isCompared($0.path) }
    func side(
      _ files: [SourceFile], _ documents: ArraySlice<DiffDocument>, _ read: ReadHandbook,
      _ names: DiffNames
    ) -> DiffSide {
      let files = Set(files.map(\.path))
      var side = DiffSide(documents: Array(documents), handbook: read.handbook, names: names)
      side.results = side.results.filter { files.contains($0.path) }
      return side
    }
    var a = side(shownOld, documents.prefix(count), before, namesThen)
    var b = side(shownNew, documents.dropFirst(count), after, namesNow)
    let tables = (old + new).filter { $0.path.hasSuffix(".csv") }
    let conflicts = Set(tables.filter(holdsConflict).map(\.path))
    if !conflicts.isEmpty {
      a.results.removeAll { conflicts.contains($0.path) }
      b.results.removeAll { conflicts.contains($0.path) }
    }
    let change = diff(from: a, to: b)
    let asOf = day ?? after.handbook.site.asOf ?? today(in: after.handbook.site.timeZone)
    @Sendable func judged(_ read: ReadHandbook) -> (findings: [Diagnostic], validation: Validation)
    {
      let validation = validate(read.handbook, asOf: asOf)
      return (
        validation.bindings.citing(read.diagnostics + validation.diagnostics).filter {
          isWhole || !Self.lookingAround.contains($0.id)
        }, validation
      )
    }
    let (then, now) = Workers.all.both({ judged(before) }, { judged(after) })
    let moved = change.documents.compactMap { document in
      document.oldPath.map { ($0, document.path) }
    }
    var effect = policyEffect(
      before: then, after: now, moved: Dictionary(moved, uniquingKeysWith: { first, _ in first }))
    effect.found.removeAll { !paths.contain($0.location.path) }
    effect.mended.removeAll { !paths.contain($0.location.path) }
    return (change, effect, after.handbook.metrics)
  }
  /// Both handbooks, as a check reads them. What both sides have is read once.
  private func read(_ options: MarkdownOptions) -> (before: ReadHandbook, after: ReadHandbook) {
    let known = Dictionary(
      oldContent.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
    var files = oldContent
    let places = newContent.map { file -> Int in
      if let place = known[file.path], oldContent[place].bytes == file.bytes { return place }
      files.append(file)
      return files.count - 1
    }
    let reads = parallelMap(files) { readFile($0, options: options, forCheck: true) }
    return (
      readHandbook(oldContent, options: options, forCheck: true) { _, _ in
        Array(reads.prefix(oldContent.count))
      },
      readHandbook(newContent, options: options, forCheck: true) { _, _ in
        places.map { reads[$0] }
      }
    )
  }
}
