import ArgumentParser
import CedianContent
import CedianModel

/// What the pre-commit hook runs: only what is staged counts, and only what it
/// adds to HEAD.
struct GitPreCommitCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "pre-commit",
      abstract: OutputLanguage.help(
        "检查暂存的内容比 HEAD 多出的错误", "check what is staged for errors that HEAD does not have"))
  }

  @Option(help: OutputLanguage.help("站点文件夹", "the site's folder", "DIR"))
  var site: String?

  @Option(help: OutputLanguage.help("提示的语言，默认随系统", "the language of messages", "zh|en"))
  var lang: Language?

  func run() throws {
    try exitingCleanly(lang) {
      // The index says what is committed, not the folders that are there: a branch, or
      // a commit, may have no content at all.
      let site = site.map { trimmed($0) } ?? siteAround()
      guard FileSystem.folderExists(site) else { return .success }
      let repository = try Repository(site: site)
      guard try repository.hasStaged(below: "content") else { return .success }
      let staged = try repository.stagedFiles(below: "content")
      guard !staged.isEmpty else { return .success }
      let (language, screen) = (OutputLanguage.resolve(lang), Screen.resolve())
      let labels = MarkdownOptions(language: language)
      func judged(_ files: [SourceFile]) -> [Diagnostic] {
        let read = readHandbook(files, options: labels, forCheck: true) { parallelMap($0, $1) }
        let asOf = read.handbook.site.asOf ?? today(in: read.handbook.site.timeZone)
        let validation = CedianModel.validate(read.handbook, asOf: asOf)
        return validation.bindings.citing(read.diagnostics + validation.diagnostics)
      }
      // The first commit has nothing before it.
      let head = try? repository.commit("HEAD")
      let before = try head.map { try repository.files(at: $0, below: "content") } ?? []
      let known = Baseline(judged(before), moved: movedFiles(from: before, to: staged))
      let open = known.separate(judged(staged)).open.filter { $0.severity == .error }
        .inReadingOrder()
      guard !open.isEmpty else { return .success }
      let sources = Dictionary(staged.map { ($0.path, $0.bytes) }, uniquingKeysWith: { a, _ in a })
      let printer = DiagnosticPrinter(language: language, screen: screen)
      Console.error(printer.print(open) { sources[$0] })
      let line = LocalizedText(
        zh: "\(open.count) 个新的错误，没有提交；确实要提交，用 git commit --no-verify",
        en:
          "\(open.count) new errors, nothing committed; git commit --no-verify commits all the same"
      )
      Console.error("\n" + line[language] + "\n")
      return ExitCode(1)
    }
  }
}

extension Repository {
  /// Whether the index differs from HEAD; before the first commit, whether it has
  /// anything.
  func hasStaged(below folder: String) throws(GitProblem) -> Bool {
    try git.run([
      "diff", "--cached", "--quiet", "--no-ext-diff", "--no-textconv", "--ignore-submodules=all",
      "HEAD", "--", folder + "/",
    ]).status != 0
  }

  /// Submodules and links in the index.
  func stagedOutside(below folder: String) throws(GitProblem) -> Outside {
    let answer = try git.run(["ls-files", "--stage", "-z", "--", folder])
    guard answer.status == 0 else { throw answer.problem }
    var outside = Outside()
    for line in answer.out.split(separator: 0) where !line.starts(with: "100".utf8) {
      let path = line.split(separator: UInt8(ascii: "\t"), maxSplits: 1).dropFirst().first
      let name = path.map { String(decoding: $0, as: UTF8.self) } ?? ""
      if line.starts(with: "160000".utf8) { outside.submodules.append(name) }
      if line.starts(with: "120000".utf8) { outside.links.append(name) }
    }
    return outside
  }

  /// The site's files as they are staged.
  func stagedFiles(below folder: String) throws(GitProblem) -> [SourceFile] {
    let answer = try git.run(["ls-files", "--stage", "-z", "--", folder + "/"])
    guard answer.status == 0 else { throw .failed(answer.error) }
    var entries: [Entry] = []
    for line in answer.out.split(separator: 0) {
      // `100644 <object> 0`, a tab, the path from the folder it runs in.
      let parts = line.split(separator: UInt8(ascii: "\t"), maxSplits: 1)
      let words = parts[0].split(separator: 0x20)
      guard parts.count == 2, words.count == 3, words[0].starts(with: "100".utf8) else { continue }
      let path = String(decoding: parts[1], as: UTF8.self)
      guard !path.split(separator: "/").contains(where: { isPassedOver(String($0)) }) else {
        continue
      }
      entries.append(Entry(path: path, object: String(decoding: words[1], as: UTF8.self)))
    }
    return try files(entries.sorted { pathPrecedes($0.path, $1.path) })
  }
}
