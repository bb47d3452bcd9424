import CedianSite

/// What publishing will do, worked out before anything is touched.
struct PublishPlan: Sendable {
  /// In the order in which they are made: see `steps`. The manifest is the publisher's
  /// to fill in, who makes it meanwhile.
  var journal = Journal(steps: [], manifest: Manifest())
  /// The files whose new bytes wait to be put in place.
  private(set) var staged: [String] = []
  /// How unchanged files look, by their place in the new manifest.
  private(set) var looks: [SeenFiles.Look?] = []
  private(set) var published = Published()
  /// What is in the way, in the order of paths.
  private(set) var foreign: [Foreign] = []

  /// Something in `output/` that is not ours to touch.
  struct Foreign: Sendable, Hashable {
    var path: String
    var why: Why

    enum Why: Sendable, Hashable { case notOurs, edited, link, folder, blocking, hidden, gone }
  }

  /// Compares what is to be there with what earlier builds wrote. `files` are in the
  /// order of paths, each once.
  init(_ files: [StagedFile], in root: String, last: Manifest, seen: SeenFiles) {
    let gone = Self.gone(files, last)
    let leaving = parallelMap(gone) { index in
      Standing(
        of: last.entries[index].path, in: root, entry: last.entries[index],
        look: seen.looks[index])
    }
    looks = Array(repeating: nil, count: files.count)
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
    decide(files, removed: removed, in: root)
  }

  /// Sorts every file into what has to happen with it, in the order in which no page
  /// that a reader can reach has a link that leads nowhere: new pages come before the
  /// pages that name them, and old ones go last. Only what stands in the way of a new
  /// file has to go first.
  private mutating func decide(_ files: [StagedFile], removed: [String], in root: String) {
    let leaving = Set(removed)
    let namesakes = Dictionary(
      removed.map { (PathClash.folded($0), $0) }, uniquingKeysWith: { first, _ in first })
    var added: [Int] = []
    var replaced: [Int] = []
    var cleared: Set<String> = []
    for (index, file) in files.enumerated() {
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
        if let inside, !inside.isEmpty, inside.allSatisfy(leaving.contains) {
          cleared.formUnion(inside)
        } else {
          foreign.append(Foreign(path: path, why: .folder))
        }
      }
    }
    foreign = Set(foreign).sorted { pathPrecedes($0.path, $1.path) }
    journal.steps = removed.filter(cleared.contains).map { .remove($0) }
    for index in added { add(files[index], at: index) }
    for index in replaced { journal.steps.append(.replace(files[index].entry.path)) }
    staged = (added + replaced).map { files[$0].entry.path }
    journal.steps += removed.filter { !cleared.contains($0) }.map { .remove($0) }
    published.added = added.count
    published.replaced = replaced.count
    published.removed = removed.count
  }

  /// Adds the step of a new file, in the order of paths. Those whose topmost folder is
  /// new, too, come with it: their looks stay as they are.
  private mutating func add(_ file: StagedFile, at index: Int) {
    let path = file.entry.path
    guard file.isInNewFolder, let slash = path.utf8.firstIndex(of: UInt8(ascii: "/")) else {
      journal.steps.append(.add(path))
      return
    }
    looks[index] = file.look
    let step = Journal.Step.addFolder(String(path[..<slash]))
    if journal.steps.last != step { journal.steps.append(step) }
  }

  /// The places in the manifest of what the new site does not have. Both lists are in
  /// the order of paths.
  private static func gone(_ files: [StagedFile], _ last: Manifest) -> [Int] {
    var gone: [Int] = []
    var at = 0
    for file in files {
      let path = file.entry.path
      while at < last.entries.count, pathPrecedes(last.entries[at].path, path) {
        gone.append(at)
        at += 1
      }
      if at < last.entries.count, last.entries[at].path.utf8.elementsEqual(path.utf8) { at += 1 }
    }
    return gone + Array(at..<last.entries.count)
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
