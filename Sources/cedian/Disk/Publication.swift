#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Carries out a plan so that the last site can be brought back until the new one
/// is whole, whatever fails and wherever the machine stops.
///
/// 1. The new files that wait in the staging folder are kept by the disk.
/// 2. The journal is written: from here on a crash is finished by the next build.
/// 3. Step by step old files are kept aside and new ones renamed into place.
/// 4. The new manifest is written, the journal removed: the new site stands.
///
/// Where a step fails, the journal is renamed from `forward` to `back` and the
/// steps are undone in reverse; a crash in that is finished by the next build, too.
struct Publication: Sendable {
  let state: StateFolder
  private var disk: Disk { state.disk }

  init(in state: StateFolder) { self.state = state }

  /// `check` has the last word before anything is put in place.
  func carryOut(_ plan: PublishPlan, check: () throws -> Void) throws {
    do {
      try keep(plan.staged)
      try check()
      try state.replace(state.forward, with: plan.journal.bytes)
    } catch {
      // Nothing was put in place yet.
      try? disk.remove(state.forward + ".new")
      try? disk.removeFolder(state.staging)
      throw error
    }
    try finish(plan.journal, known: nil)
  }

  /// Completes or takes back what a crash has cut off. False where that is for another
  /// version to do, whose journal cannot be read: the old files that it keeps stay.
  @discardableResult
  func recover() throws(DiskProblem) -> Bool {
    if let bytes = try state.readIfThere(state.back) {
      guard let journal = Journal(bytes: bytes) else { return false }
      try takeBack(journal)
      try disk.remove(state.back)
      try disk.removeFolder(state.staging)
    } else if let bytes = try state.readIfThere(state.forward) {
      guard let journal = Journal(bytes: bytes) else { return false }
      try finish(journal, known: knownHashes(journal))
    } else if FileSystem.entry(state.staging) != .absent {
      try disk.removeFolder(state.staging)
    }
    return true
  }

  /// Waits until what stands in the staging folder is kept: each file where there
  /// are few, everything at once where there are many.
  private func keep(_ staged: [String]) throws(DiskProblem) {
    try disk.createFolders(state.staging)
    guard staged.count <= Disk.mostFlushes else { return disk.flushAll(on: state.root) }
    var folders: Set<String> = [state.staging]
    for path in staged {
      let file = state.new(path)
      guard disk.flush(file: file) else { throw DiskProblem(.write, state.root + "/" + path) }
      var folder = folder(of: file)
      while folder != state.staging, folders.insert(folder).inserted {
        folder = self.folder(of: folder)
      }
    }
    disk.flush(folders: folders, on: state.root)
  }

  /// Makes the steps that are not made yet, or takes all of them back. After a
  /// crash, `known` says what may stand in their way: what someone has put there
  /// since stays, and the plan that follows reports it.
  private func finish(
    _ journal: Journal, known: [String: [ContentHash?]]?
  ) throws(DiskProblem) {
    do throws(DiskProblem) {
      var folders: Set<String> = []
      for (index, step) in journal.steps.enumerated() {
        // Behind a link there is nothing of ours any more.
        if known != nil, Standing.obstacle(before: step.path, in: state.root) != nil { continue }
        if case .addFolder(let path) = step, FileSystem.entry(state.root + "/" + path) != .absent {
          try merge(journal.files(below: path), path, index, known)
          continue
        }
        if let known, isMade(step, index) || isEdited(step.path, known) { continue }
        try make(step, index, &folders)
      }
      keepFolders(of: journal)
      try state.replace(state.manifest, with: journal.manifest.bytes)
    } catch {
      try disk.move(state.forward, to: state.back)
      try takeBack(journal)
      try disk.remove(state.back)
      try disk.removeFolder(state.staging)
      throw error
    }
    try disk.remove(state.forward)
    // What is left there only takes room; the next build clears it away.
    try? disk.removeFolder(state.staging)
  }

  /// `folders` are those that are known to be there.
  private func make(
    _ step: Journal.Step, _ index: Int, _ folders: inout Set<String>
  ) throws(DiskProblem) {
    let target = state.root + "/" + step.path
    switch step {
    case .add, .addFolder:
      let folder = folder(of: target)
      if folders.insert(folder).inserted { try disk.createFolders(folder) }
      try disk.move(state.new(step.path), to: target)
    case .replace:
      try disk.keep(target, as: state.old(index))
      try disk.move(state.new(step.path), to: target)
    case .remove(let path):
      if FileSystem.entry(target) == .file {
        do throws(DiskProblem) {
          try disk.move(target, to: state.old(index))
        } catch {
          throw DiskProblem(error.operation, target, error.code)
        }
      }
      removeEmptyFolders(above: path)
      folders = []
    }
  }

  /// Puts the files of a new folder in place one by one, where that folder is there:
  /// the step was made already, or someone has made such a folder since.
  private func merge(
    _ entries: [Manifest.Entry], _ path: String, _ index: Int, _ known: [String: [ContentHash?]]?
  ) throws(DiskProblem) {
    for entry in entries {
      let waiting = state.new(entry.path)
      guard FileSystem.entry(waiting) == .file else { continue }
      if let known, isEdited(entry.path, known) { continue }
      let target = state.root + "/" + entry.path
      try disk.createFolders(folder(of: target))
      try disk.move(waiting, to: target)
    }
  }

  /// Undoes the steps that were made, the last first. Each may have been undone
  /// before. What someone has changed since stays.
  private func takeBack(_ journal: Journal) throws(DiskProblem) {
    var written: [String: ContentHash] = [:]
    for entry in journal.manifest.entries { written[entry.path] = entry.hash }
    for (index, step) in journal.steps.enumerated().reversed() {
      if Standing.obstacle(before: step.path, in: state.root) != nil { continue }
      let target = state.root + "/" + step.path
      let kept = FileSystem.entry(state.old(index)) == .file
      switch step {
      case .add(let path): try takeBack(path, waiting: state.new(path), written[path])
      case .addFolder(let path):
        for entry in journal.files(below: path).reversed() {
          let waiting = state.new(entry.path)
          try takeBack(entry.path, waiting: waiting, entry.hash)
        }
      case .replace(let path):
        let isMade = FileSystem.entry(state.new(step.path)) == .absent
        guard kept, FileSystem.entry(target) == .absent || isMade && isFile(target, [written[path]])
        else { continue }
        try disk.move(state.old(index), to: target)
      case .remove:
        guard kept, FileSystem.entry(target) == .absent else { continue }
        try disk.createFolders(folder(of: target))
        try disk.move(state.old(index), to: target)
      }
    }
    keepFolders(of: journal)
  }

  private func takeBack(
    _ path: String, waiting: String, _ hash: ContentHash?
  ) throws(DiskProblem) {
    let target = state.root + "/" + path
    // One that still waits in the staging folder was never put in place.
    if FileSystem.entry(waiting) == .absent, isFile(target, [hash]) { try disk.remove(target) }
    removeEmptyFolders(above: path)
  }

  /// What each path of a journal may hold: the last site's bytes or the new one's.
  private func knownHashes(_ journal: Journal) throws(DiskProblem) -> [String: [ContentHash?]] {
    var known: [String: [ContentHash?]] = [:]
    let last = try state.readManifest() ?? Manifest()
    for entry in last.entries + journal.manifest.entries {
      known[entry.path, default: []].append(entry.hash)
    }
    return known
  }

  private func isMade(_ step: Journal.Step, _ index: Int) -> Bool {
    switch step {
    case .add, .addFolder, .replace: return FileSystem.entry(state.new(step.path)) == .absent
    case .remove(let path):
      guard FileSystem.entry(state.old(index)) != .absent else { return false }
      removeEmptyFolders(above: path)
      return true
    }
  }

  /// Whether a step would overwrite or remove what no build wrote.
  private func isEdited(_ path: String, _ known: [String: [ContentHash?]]) -> Bool {
    let target = state.root + "/" + path
    return FileSystem.entry(target) != .absent && !isFile(target, known[path] ?? [])
  }

  private func isFile(_ path: String, _ hashes: [ContentHash?]) -> Bool {
    guard FileSystem.entry(path) == .file, let bytes = try? FileSystem.read(path) else {
      return false
    }
    return hashes.contains(ContentHash(bytes))
  }

  private func keepFolders(of journal: Journal) {
    var folders: Set<String> = []
    for step in journal.steps {
      folders.insert(folder(of: state.root + "/" + step.path))
      if folders.count > Disk.mostFlushes { break }
    }
    disk.flush(folders: folders, on: state.root)
  }

  private func folder(of path: String) -> String {
    path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[..<$0]) } ?? "."
  }

  private func removeEmptyFolders(above path: String) {
    var folder = path[...]
    while let slash = folder.utf8.lastIndex(of: UInt8(ascii: "/")) {
      folder = folder[..<slash]
      guard disk.removeFolderIfEmpty(state.root + "/" + folder) else { return }
    }
  }
}

extension StateFolder {
  /// Where a new file or folder waits.
  fileprivate func new(_ path: String) -> String { "\(new)/\(path)" }
  /// Where the old file of a step is kept until the new site stands.
  fileprivate func old(_ step: Int) -> String { "\(staging)/o\(step)" }
}
