import CedianSite

/// What publishing will do, worked out before anything is touched.
struct PublishPlan: Sendable {
  var written: [OutputFile] = []
  var removed: [String] = []
  var unchanged = 0
  var manifest = Manifest()
  /// Files in the way that no build wrote, or that someone changed since.
  var foreign: [Foreign] = []

  struct Foreign: Sendable, Hashable {
    var path: String
    var why: Why

    enum Why: Sendable, Hashable { case notOurs, edited, blocked }
  }

  /// Compares what is to be there with what is there and with what earlier
  /// builds wrote.
  init(_ outputs: [OutputFile], in root: String, last: Manifest) {
    let looked = parallelMap(outputs) { output in
      (ContentHash(output.bytes), Self.state(of: output, in: root, last: last))
    }
    var folders: [String: Bool] = [:]
    for (output, (hash, state)) in zip(outputs, looked) {
      manifest.files[output.path] = hash
      if let blocked = Self.blockedParent(of: output.path, in: root, &folders) {
        foreign.append(Foreign(path: blocked, why: .blocked))
        continue
      }
      switch state {
      case .same: unchanged += 1
      case .write: written.append(output)
      case .foreign(let why): foreign.append(Foreign(path: output.path, why: why))
      }
    }
    for path in last.files.keys.sorted() where manifest.files[path] == nil {
      switch FileSystem.entry(root + "/" + path) {
      case .absent: continue
      case .file where (try? ContentHash(FileSystem.read(root + "/" + path))) == last.files[path]:
        removed.append(path)
      case .file, .folder, .link, .other: foreign.append(Foreign(path: path, why: .edited))
      }
    }
    foreign = Array(Set(foreign)).sorted { $0.path < $1.path }
  }

  private enum State { case same, write, foreign(Foreign.Why) }

  private static func state(of output: OutputFile, in root: String, last: Manifest) -> State {
    let path = root + "/" + output.path
    switch FileSystem.entry(path) {
    case .absent: return .write
    case .folder, .link, .other: return .foreign(.notOurs)
    case .file: break
    }
    guard let there = try? FileSystem.read(path) else { return .foreign(.notOurs) }
    if there == output.bytes { return .same }
    guard let wrote = last.files[output.path] else { return .foreign(.notOurs) }
    return ContentHash(there) == wrote ? .write : .foreign(.edited)
  }

  /// A part of the path that is a file or a link where a folder must be.
  private static func blockedParent(
    of path: String, in root: String, _ known: inout [String: Bool]
  ) -> String? {
    var parts = path.split(separator: "/").dropLast()
    var blocked: String?
    while !parts.isEmpty {
      let folder = parts.joined(separator: "/")
      let free =
        known[folder] ?? {
          let entry = FileSystem.entry(root + "/" + folder)
          return entry == .folder || entry == .absent
        }()
      known[folder] = free
      if !free { blocked = folder }
      parts = parts.dropLast()
    }
    return blocked
  }
}
