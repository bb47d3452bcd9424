import CedianModel
import Foundation

/// The git repository that a site lies in.
struct Repository: Sendable {
  let git: GitProgram
  /// The site's folder from the repository's top, with a final slash, or empty.
  let prefix: String

  /// A repository whose revisions are asked for before it is known where in it the
  /// site lies.
  static func revisions(of site: String) -> Repository {
    Repository(git: GitProgram(folder: FileSystem.resolved(site) ?? site), prefix: "")
  }

  private init(git: GitProgram, prefix: String) { (self.git, self.prefix) = (git, prefix) }

  init(site: String) throws(GitProblem) {
    git = GitProgram(folder: FileSystem.resolved(site) ?? site)
    let answer = try git.run(["rev-parse", "--show-prefix"])
    guard answer.status == 0 else { throw GitProblem(answer.error, in: site) }
    prefix = String(decoding: answer.out, as: UTF8.self).trimmingNewline
  }

  /// The commit that a name means.
  func commit(_ name: String) throws(GitProblem) -> String {
    let answer = try git.run(
      ["rev-parse", "--verify", "--quiet", "--end-of-options", name + "^{commit}"])
    guard answer.status == 0 else {
      let problem = try problem(ofRevision: name)
      throw problem
    }
    return String(decoding: answer.out, as: UTF8.self).trimmingNewline
  }

  /// A repository and the commit that a name means in it, from one process.
  static func opened(
    _ site: String, at name: String
  ) throws(GitProblem) -> (repository: Repository, commit: String) {
    let git = GitProgram(folder: FileSystem.resolved(site) ?? site)
    let answer = try git.run([
      "rev-parse", "--show-prefix", "--verify", "--quiet", "--end-of-options", name + "^{commit}",
    ])
    let lines = String(decoding: answer.out, as: UTF8.self).trimmingNewline
      .split(separator: "\n", omittingEmptySubsequences: false)
    guard answer.status == 0, let commit = lines.last, lines.count > 1 else {
      // Which of the two it was.
      let repository = try Repository(site: site)
      return (repository, try repository.commit(name))
    }
    return (
      Repository(git: git, prefix: lines.dropLast().joined(separator: "\n")), String(commit)
    )
  }

  private func problem(ofRevision name: String) throws(GitProblem) -> GitProblem {
    if name.hasPrefix("HEAD") || name.hasPrefix("@"), try hasNoCommit() { return .noCommit }
    let shallow = try git.run(["rev-parse", "--is-shallow-repository"])
    return .noRevision(name, isShallow: shallow.out.starts(with: "true".utf8))
  }

  /// Why git did not answer. What looks for an object that a partial clone lacks may
  /// end without a word.
  func problem(of answer: GitProgram.Answer) throws(GitProblem) -> GitProblem {
    guard answer.error.isEmpty, try isPartial() else { return answer.problem }
    return .leftAtRemote
  }

  /// Whether the branch that is checked out waits for its first commit.
  func hasNoCommit() throws(GitProblem) -> Bool {
    try git.run(["rev-parse", "--verify", "--quiet", "HEAD"]).status != 0
  }

  /// When a commit was made.
  func date(of commit: String) throws(GitProblem) -> Date {
    let answer = try git.run(["show", "-s", "--no-show-signature", "--format=%ct", commit, "--"])
    guard answer.status == 0,
      let seconds = TimeInterval(String(decoding: answer.out, as: UTF8.self).trimmingNewline)
    else { throw answer.problem }
    return Date(timeIntervalSince1970: seconds)
  }

  /// The site's files below `folder` as a commit has them, by their paths in the
  /// site and in the order of their bytes. Links and submodules are left out.
  func files(at commit: String, below folder: String) throws(GitProblem) -> [SourceFile] {
    try files(listing(of: commit, below: [folder]))
  }

  /// A file of a commit, not yet read.
  struct Entry: Sendable, Hashable {
    /// In the site.
    var path: String
    var object: String
  }

  /// The names of the files that `files(at:below:)` reads.
  func listing(of commit: String, below paths: [String]) throws(GitProblem) -> [Entry] {
    try tree(of: commit, below: paths).entries()
  }

  /// What git says of a commit's files; only the names that are asked for are read.
  struct Tree: Sendable {
    fileprivate let listing: [UInt8]
    fileprivate let prefix: String

    var fileCount: Int {
      listing.withUnsafeBufferPointer { $0.reduce(0) { $0 + ($1 == 0 ? 1 : 0) } }
    }

    /// Files that are, or lie below, one of `paths` of the site; all without paths.
    func entries(below paths: [String] = []) -> [Entry] {
      let wanted = paths.map { Array((prefix + $0).utf8) }
      var entries: [Entry] = []
      for line in listing.split(separator: 0) {
        // `100644 blob <object>`, a tab, the path from the repository's top.
        guard line.starts(with: "100".utf8), let tab = line.firstIndex(of: UInt8(ascii: "\t"))
        else { continue }
        let name = line[(tab + 1)...]
        guard wanted.isEmpty || wanted.contains(where: { Self.holds($0, name) }) else { continue }
        let words = line[..<tab].split(separator: 0x20)
        guard words.count == 3 else { continue }
        let path = String(decoding: name.dropFirst(prefix.utf8.count), as: UTF8.self)
        guard !path.split(separator: "/").contains(where: { isPassedOver(String($0)) })
        else { continue }
        entries.append(Entry(path: path, object: String(decoding: words[2], as: UTF8.self)))
      }
      return entries.sorted { pathPrecedes($0.path, $1.path) }
    }

    /// Submodules and links, whose files git does not keep here.
    var outside: Outside {
      var outside = Outside()
      for line in unusual() {
        guard let tab = line.firstIndex(of: UInt8(ascii: "\t")) else { continue }
        let path = String(decoding: line[(tab + 1)...].dropFirst(prefix.utf8.count), as: UTF8.self)
        if line.starts(with: "160000".utf8) { outside.submodules.append(path) }
        if line.starts(with: "120000".utf8) { outside.links.append(path) }
      }
      return outside
    }

    /// The few entries that are no files; of ten thousand lines no copies are made.
    private func unusual() -> [ArraySlice<UInt8>] {
      var starts: [Int] = []
      listing.withUnsafeBufferPointer { bytes in
        var isStart = true
        for (index, byte) in bytes.enumerated() {
          // `100644`, `100755`.
          if isStart, index + 1 < bytes.count, bytes[index + 1] != UInt8(ascii: "0") {
            starts.append(index)
          }
          isStart = byte == 0
        }
      }
      return starts.map { listing[$0...].prefix { $0 != 0 } }
    }

    private static func holds(_ folder: [UInt8], _ name: ArraySlice<UInt8>) -> Bool {
      name.starts(with: folder)
        && (name.count == folder.count || name[name.startIndex + folder.count] == 0x2F)
    }
  }

  func tree(of commit: String, below paths: [String]) throws(GitProblem) -> Tree {
    let listing = try git.run(
      ["ls-tree", "-r", "-z", "--full-tree", commit, "--"] + paths.map { prefix + $0 })
    guard listing.status == 0 else { throw listing.problem }
    return Tree(listing: listing.out, prefix: prefix)
  }

  func files(_ entries: [Entry]) throws(GitProblem) -> [SourceFile] {
    let contents = try blobs(entries.map(\.object))
    return zip(entries, contents).map { SourceFile(path: $0.path, bytes: $1) }
  }

  /// The bytes of many objects from one process.
  private func blobs(_ objects: [String]) throws(GitProblem) -> [[UInt8]] {
    guard !objects.isEmpty else { return [] }
    let names = Array((objects.joined(separator: "\n") + "\n").utf8)
    let answer = try git.run(["cat-file", "--batch"], input: names)
    guard answer.status == 0 else {
      let problem = try problem(of: answer)
      throw problem
    }
    var contents: [[UInt8]] = []
    contents.reserveCapacity(objects.count)
    var at = 0
    for object in objects {
      // `<object> blob <size>`, the bytes, a line end.
      guard let end = answer.out[at...].firstIndex(of: 0x0A) else { throw .failed(object) }
      let head = answer.out[at..<end].split(separator: 0x20)
      guard head.count == 3, let size = Int(String(decoding: head[2], as: UTF8.self)),
        end + 1 + size < answer.out.count
      else {
        // `<object> missing`, without a word on stderr.
        if try isPartial() { throw .leftAtRemote }
        throw .failed(String(decoding: answer.out[at..<end], as: UTF8.self))
      }
      contents.append(Array(answer.out[(end + 1)..<(end + 1 + size)]))
      at = end + 2 + size
    }
    return contents
  }
}

extension String {
  var trimmingNewline: String {
    utf8.last == 0x0A ? String(decoding: utf8.dropLast(), as: UTF8.self) : self
  }
}
