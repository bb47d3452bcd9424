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
      let options = try ResolvedOptions(site: site, asOf: nil, lang: lang, drafts: true)
      let repository = try Repository(site: options.site)
      let staged = try repository.stagedFiles(below: "content")
      let labels = MarkdownOptions(language: options.language)
      func judged(_ files: [SourceFile]) -> [Diagnostic] {
        let read = readHandbook(files, options: labels, forCheck: true) { parallelMap($0, $1) }
        let asOf = read.handbook.site.asOf ?? today(in: read.handbook.site.timeZone)
        let validation = CedianModel.validate(read.handbook, asOf: asOf)
        return validation.bindings.citing(read.diagnostics + validation.diagnostics)
      }
      // The first commit has nothing before it.
      let head = try? repository.commit("HEAD")
      let before = try head.map { try repository.files(at: $0, below: "content") } ?? []
      let known = Baseline(judged(before))
      let open = known.separate(judged(staged)).open.filter { $0.severity == .error }
        .inReadingOrder()
      guard !open.isEmpty else { return .success }
      let sources = Dictionary(staged.map { ($0.path, $0.bytes) }, uniquingKeysWith: { a, _ in a })
      let printer = DiagnosticPrinter(language: options.language, screen: options.screen)
      Console.error(printer.print(open) { sources[$0] })
      let line = LocalizedText(
        zh: "\(open.count) 个新的错误，没有提交；确实要提交，用 git commit --no-verify",
        en:
          "\(open.count) new errors, nothing committed; git commit --no-verify commits all the same"
      )
      Console.error("\n" + line[options.language] + "\n")
      return ExitCode(1)
    }
  }
}

extension Repository {
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
