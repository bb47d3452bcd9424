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

  func tree(of commit: String, below paths: [String]) throws(GitProblem) -> Tree {
    let listing = try git.run(
      ["ls-tree", "-r", "-z", "--full-tree", commit, "--"] + paths.map { prefix + $0 })
    guard listing.status == 0 else { throw listing.problem }
    return Tree(listing: listing.out, prefix: prefix)
  }

  func files(_ entries: [Entry]) throws(GitProblem) -> [SourceFile] {
    let objects = entries.map(\.object)
    let contents: [[UInt8]]
    if objects.count > 16 {
      // Two programs are done in half the time.
      let (some, rest) = (objects[..<(objects.count / 2)], objects[(objects.count / 2)...])
      var first = try reading(some)
      var second = try reading(rest)
      contents = try blobs(some, in: first.answer()) + blobs(rest, in: second.answer())
    } else if objects.isEmpty {
      contents = []
    } else {
      var only = try reading(objects[...])
      contents = try blobs(objects[...], in: only.answer())
    }
    return zip(entries, contents).map { SourceFile(path: $0.path, bytes: $1) }
  }

  private func reading(_ objects: ArraySlice<String>) throws(GitProblem) -> GitProgram.Running {
    let names = Array((objects.joined(separator: "\n") + "\n").utf8)
    return try git.start(["cat-file", "--batch", "--buffer"], input: names)
  }

  /// The bytes of many objects from one process.
  private func blobs(
    _ objects: ArraySlice<String>, in answer: GitProgram.Answer
  ) throws(GitProblem) -> [[UInt8]] {
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
