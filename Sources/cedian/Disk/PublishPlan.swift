import CedianSite

/// What publishing will do, worked out before anything is touched.
struct PublishPlan: Sendable {
  /// In the order in which they are made: see `steps`.
  private(set) var journal = Journal(steps: [], manifest: Manifest())
  /// The new bytes of the steps.
  private(set) var staged: [Staged] = []
  /// How unchanged files look, by their place in the new manifest.
  private(set) var looks: [SeenFiles.Look?] = []
  private(set) var published = Published()
  /// What is in the way, in the order of paths.
  private(set) var foreign: [Foreign] = []

  /// A new file that waits to be put in place.
  struct Staged: Sendable {
    /// The step that does so.
    var step: Int
    /// Its path within that step's folder, with a slash; empty where the step is of
    /// one file.
    var rest: String
    var bytes: [UInt8]
  }

  /// Something in `output/` that is not ours to touch.
  struct Foreign: Sendable, Hashable {
    var path: String
    var why: Why

    enum Why: Sendable, Hashable { case notOurs, edited, link, folder, blocking }
  }

  private struct Wanted: Sendable {
    var entry: Manifest.Entry
    var standing: Standing
  }

  /// Compares what is to be there with what is there and with what earlier
  /// builds wrote. `outputs` is in the order of paths, each once; `hashes` are theirs.
  init(
    _ outputs: [OutputFile], _ hashes: [ContentHash], in root: String, last: Manifest,
    seen: SeenFiles
  ) {
    let (known, gone) = Self.matched(outputs, last)
    let isNew = Self.unwritten(outputs, in: root)
    let wanted = parallelMap(outputs.indices) { index in
      let (output, old) = (outputs[index], known[index])
      let entry = Manifest.Entry(
        path: output.path, size: output.bytes.count, hash: hashes[index])
      if isNew[index] { return Wanted(entry: entry, standing: .absent) }
      return Wanted(
        entry: entry,
        standing: Standing(
          of: output.path, in: root, entry: old.map { last.entries[$0] },
          look: old.flatMap { seen.looks[$0] }))
    }
    let leaving = parallelMap(gone) { index in
      Standing(
        of: last.entries[index].path, in: root, entry: last.entries[index],
        look: seen.looks[index])
    }
    journal.manifest = Manifest(wanted.map(\.entry))
    looks = Array(repeating: nil, count: wanted.count)
    var removed: [String] = []
    for (index, standing) in zip(gone, leaving) {
      let path = last.entries[index].path
      switch standing {
      // Behind a file or a link there is nothing of ours any more.
      case .absent, .behind: continue
      case .ours: removed.append(path)
      case .foreign(let why, _, _): foreign.append(Foreign(path: path, why: why))
      case .folder: foreign.append(Foreign(path: path, why: .folder))
      }
    }
    decide(outputs, wanted, isNew: isNew, removed: removed, in: root)
  }

  /// Sorts every file into what has to happen with it, in the order in which no page
  /// that a reader can reach has a link that leads nowhere: new pages come before the
  /// pages that name them, and old ones go last. Only what stands in the way of a new
  /// file has to go first.
  private mutating func decide(
    _ outputs: [OutputFile], _ wanted: [Wanted], isNew: [Bool], removed: [String],
    in root: String
  ) {
    let leaving = Set(removed)
    let namesakes = Dictionary(
      removed.map { (PathClash.folded($0), $0) }, uniquingKeysWith: { first, _ in first })
    var added: [Int] = []
    var replaced: [Int] = []
    var cleared: Set<String> = []
    for (index, file) in wanted.enumerated() {
      let path = file.entry.path
      if !namesakes.isEmpty, let old = namesakes[PathClash.folded(path)] {
        // Where `A` becomes `a`, a disk that takes them for one must lose `A` first.
        cleared.insert(old)
        if Self.isOneFile(old, path, in: root) {
          added.append(index)
          continue
        }
      }
      switch file.standing {
      case .absent: added.append(index)
      case .ours(let hash, let look), .foreign(_, let hash?, let look?):
        if hash == file.entry.hash {
          looks[index] = look
          published.unchanged += 1
        } else if case .ours = file.standing {
          replaced.append(index)
        } else if case .foreign(let why, _, _) = file.standing {
          foreign.append(Foreign(path: path, why: why))
        }
      case .foreign(let why, _, _): foreign.append(Foreign(path: path, why: why))
      case .behind(let obstacle):
        added.append(index)
        if leaving.contains(obstacle) {
          cleared.insert(obstacle)
        } else {
          foreign.append(Foreign(path: obstacle, why: .blocking))
        }
      case .folder:
        added.append(index)
        // A folder of nothing but our own files that leave may become a file.
        let inside = Self.files(below: path, in: root)
        if let inside, inside.allSatisfy(leaving.contains) {
          cleared.formUnion(inside)
        } else {
          foreign.append(Foreign(path: path, why: .folder))
        }
      }
    }
    foreign = Set(foreign).sorted { pathPrecedes($0.path, $1.path) }
    journal.steps = removed.filter(cleared.contains).map { .remove($0) }
    add(added.map { (outputs[$0], isNew[$0]) })
    for output in replaced.map({ outputs[$0] }) {
      staged.append(Staged(step: journal.steps.count, rest: "", bytes: output.bytes))
      journal.steps.append(.replace(output.path))
    }
    journal.steps += removed.filter { !cleared.contains($0) }.map { .remove($0) }
    published.added = added.count
    published.replaced = replaced.count
    published.removed = removed.count
  }

  /// Adds the steps of new files, in the order of their paths. Those whose topmost
  /// folder is new, too, come with it.
  private mutating func add(_ files: [(output: OutputFile, isNew: Bool)]) {
    for (output, isNew) in files {
      let path = output.path
      guard isNew, let slash = path.utf8.firstIndex(of: UInt8(ascii: "/")) else {
        staged.append(Staged(step: journal.steps.count, rest: "", bytes: output.bytes))
        journal.steps.append(.add(path))
        continue
      }
      let step = Journal.Step.addFolder(String(path[..<slash]))
      if journal.steps.last != step { journal.steps.append(step) }
      staged.append(
        Staged(step: journal.steps.count - 1, rest: String(path[slash...]), bytes: output.bytes))
    }
  }

  /// Whether not even the first part of an output's path is there, as in a first
  /// build: looking for each of ten thousand files takes two calls.
  private static func unwritten(_ outputs: [OutputFile], in root: String) -> [Bool] {
    guard let entries = try? FileSystem.list(root), entries.allSatisfy({ $0.name != nil }) else {
      return Array(repeating: false, count: outputs.count)
    }
    let there = Set(entries.compactMap { $0.name.map(PathClash.folded) })
    var (last, isNew): (Substring?, Bool) = (nil, false)
    return outputs.map { output in
      let path = output.path
      let first = path[..<(path.utf8.firstIndex(of: UInt8(ascii: "/")) ?? path.endIndex)]
      if first != last { (last, isNew) = (first, !there.contains(PathClash.folded(String(first)))) }
      return isNew
    }
  }

  /// For each output its place in the manifest, and the places that no output
  /// has. Both lists are in the order of paths.
  private static func matched(
    _ outputs: [OutputFile], _ last: Manifest
  ) -> (known: [Int?], gone: [Int]) {
    var known: [Int?] = []
    known.reserveCapacity(outputs.count)
    var gone: [Int] = []
    var at = 0
    for output in outputs {
      while at < last.entries.count, pathPrecedes(last.entries[at].path, output.path) {
        gone.append(at)
        at += 1
      }
      let isKnown =
        at < last.entries.count && last.entries[at].path.utf8.elementsEqual(output.path.utf8)
      known.append(isKnown ? at : nil)
      if isKnown { at += 1 }
    }
    gone += at..<last.entries.count
    return (known, gone)
  }

  /// Whether two names lead to one file, as on a disk that is blind to case.
  private static func isOneFile(_ a: String, _ b: String, in root: String) -> Bool {
    guard let first = FileSystem.status(root + "/" + a),
      let second = FileSystem.status(root + "/" + b)
    else { return false }
    return first.st_ino == second.st_ino && first.st_dev == second.st_dev
  }

  /// Nil when there is anything but files and folders in it.
  private static func files(below path: String, in root: String, depth: Int = 0) -> [String]? {
    guard depth < 64, let entries = try? FileSystem.list(root + "/" + path) else { return nil }
    var found: [String] = []
    for (name, entry) in entries {
      guard let name else { return nil }
      switch entry {
      case .file: found.append(path + "/" + name)
      case .folder:
        guard let inside = files(below: path + "/" + name, in: root, depth: depth + 1) else {
          return nil
        }
        found += inside
      case .link, .other, .absent: return nil
      }
    }
    return found
  }
}
