import ArgumentParser
import CedianContent
import CedianModel
import Foundation

struct GitCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "git",
      abstract: OutputLanguage.help(
        "让 git diff 按字段显示，合并按字段进行，提交前检查",
        "let git show and merge documents by field, and check what is committed"),
      subcommands: [
        GitInstallCommand.self, GitUninstallCommand.self, GitTextconvCommand.self,
        GitMergeDocumentCommand.self, GitMergeResultsCommand.self, GitPreCommitCommand.self,
      ])
  }
}

/// What both of them take.
struct GitOptions: ParsableArguments {
  @Option(
    help: OutputLanguage.help(
      "站点文件夹；默认是当前文件夹或它所在的站点",
      "the site's folder; by default this folder or the site it lies in", "DIR"))
  var site: String?

  @Option(
    help: OutputLanguage.help("提示的语言，默认随系统", "the language of messages", "zh|en"))
  var lang: Language?

  func installation() throws -> (Installation, Language) {
    let options = try ResolvedOptions(site: site, asOf: nil, lang: lang, drafts: true)
    let program = Bundle.main.executablePath ?? CommandLine.arguments[0]
    return (
      Installation(
        repository: try Repository(site: options.site), site: options.site,
        program: shellQuoted(program)), options.language
    )
  }

  func say(_ changes: [Installation.Change], _ language: Language) {
    if changes.isEmpty {
      Console.error(
        LocalizedText(zh: "没有要改的", en: "there is nothing to change")[language] + "\n")
    }
    for change in changes {
      Console.error("\(oneLine(change.path)): \(change.words[language])\n")
    }
  }
}

struct GitInstallCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "install",
      abstract: OutputLanguage.help(
        "在这个仓库里装上：按字段显示、按字段合并、提交前检查",
        "set it up in this repository: diff and merge by field, a check before each commit"))
  }

  @OptionGroup var options: GitOptions

  @Flag(help: OutputLanguage.help("不装提交前的检查", "without the hook"))
  var noHook = false

  func run() throws {
    try exitingCleanly(options.lang) {
      let (installation, language) = try options.installation()
      let outside = try installation.repository.stagedOutside(below: "content")
      if outside.submodules.contains("content") || outside.links.contains("content")
        || FileSystem.entry(installation.site + "/content") == .link
        || FileSystem.entry(installation.site + "/content/.git") != .absent
      {
        throw UsageProblem.contentElsewhere(installation.site + "/content")
      }
      options.say(try installation.install(withHook: !noHook), language)
      if let note = outside.note { Console.error(note[language] + "\n") }
      return .success
    }
  }
}

struct GitUninstallCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "uninstall",
      abstract: OutputLanguage.help("原样撤去 install 所做的", "take back exactly what install did"))
  }

  @OptionGroup var options: GitOptions

  func run() throws {
    try exitingCleanly(options.lang) {
      let (installation, language) = try options.installation()
      options.say(try installation.uninstall(), language)
      return .success
    }
  }
}

struct GitTextconvCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "textconv",
      abstract: OutputLanguage.help("git 用它显示一份文档的字段", "git shows a document's fields with it"))
  }

  @Argument(help: OutputLanguage.help("文件", "a file", "FILE"))
  var file: String

  func run() throws {
    try exitingCleanly(nil) {
      let bytes = try FileSystem.readStream(file)
      let document = diffDocument(SourceFile(path: Self.sitePath(file), bytes: bytes))
      let text = document.fields.isEmpty ? nil : document.lines(OutputLanguage.resolve(nil))
      try Console.out(text.map { Array($0.utf8) } ?? bytes)
      return .success
    }
  }

  /// git hands over a copy whose name ends in the file's own; its kind is then
  /// told by its fields, unless the path still says it.
  static func sitePath(_ path: String) -> String {
    path.range(of: "content/", options: .backwards).map { String(path[$0.lowerBound...]) } ?? path
  }
}

/// The three states that git hands to a merge driver, and the file's path.
struct MergeArguments: ParsableArguments {
  @Argument var base: String
  @Argument var ours: String
  @Argument var theirs: String
  @Argument var path: String

  func files() throws -> (base: SourceFile, ours: SourceFile, theirs: SourceFile) {
    let path = GitTextconvCommand.sitePath(path)
    func file(_ name: String) throws -> SourceFile {
      SourceFile(path: path, bytes: try FileSystem.read(name))
    }
    return (try file(base), try file(ours), try file(theirs))
  }

  /// Writes the merge where git looks for it. 1 tells git of conflicts.
  func finish(_ merged: MergedText) throws -> ExitCode {
    try Disk().write(merged.bytes, to: ours)
    return merged.conflicts == 0 ? .success : ExitCode(1)
  }

  /// By lines, as git would have done.
  func mergeLines(_ base: [UInt8], _ ours: [UInt8], _ theirs: [UInt8]) throws -> MergedText {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "cedian-merge-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, bytes) in [("base", base), ("ours", ours), ("theirs", theirs)] {
      try Data(bytes).write(to: folder.appending(path: name))
    }
    let answer = try GitProgram(folder: folder.path).run([
      "merge-file", "-p", "-L", "我方 ours", "-L", "原来 base", "-L", "对方 theirs", "ours", "base",
      "theirs",
    ])
    guard answer.status >= 0, answer.status < 128 else { throw GitProblem.failed(answer.error) }
    return MergedText(bytes: answer.out, conflicts: Int(answer.status))
  }
}

extension ParsableCommand {
  /// Up to 128 git takes for conflicts that are marked in the file, and would leave
  /// ours there as if it were the merge.
  fileprivate func merging(_ merge: () throws -> ExitCode) throws {
    do {
      try exitingCleanly(nil, merge)
    } catch let code as ExitCode {
      throw code == ExitCode(1) ? code : ExitCode(129)
    }
  }
}

struct GitMergeDocumentCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "merge-document",
      abstract: OutputLanguage.help("git 用它按字段合并文档", "git merges documents by field with it"))
  }

  @OptionGroup var arguments: MergeArguments

  func run() throws {
    try merging {
      let (base, ours, theirs) = try arguments.files()
      let merged = try mergeDocument(base: base, ours: ours, theirs: theirs) {
        try arguments.mergeLines($0, $1, $2)
      }
      return try arguments.finish(
        merged ?? arguments.mergeLines(base.bytes, ours.bytes, theirs.bytes))
    }
  }
}

struct GitMergeResultsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "merge-results",
      abstract: OutputLanguage.help("git 用它按行的含义合并结果表", "git merges results by their keys with it"))
  }

  @OptionGroup var arguments: MergeArguments

  func run() throws {
    try merging {
      let (base, ours, theirs) = try arguments.files()
      let merged = mergeResults(
        base: base, ours: ours, theirs: theirs, names: Self.names(around: arguments.path))
      return try arguments.finish(
        merged ?? arguments.mergeLines(base.bytes, ours.bytes, theirs.bytes))
    }
  }

  /// What channels and metrics are called in the site that the table belongs to. git
  /// runs a driver at the top of the working tree and gives the path from there.
  private static func names(around path: String) -> DiffNames? {
    guard let content = path.range(of: "content/", options: .backwards) else { return nil }
    let site = path[..<content.lowerBound]
    let root = site.isEmpty ? "." : String(site)
    let channels = (try? loadFiles(in: "content/channels", of: root).0) ?? []
    let metrics =
      (try? FileSystem.read(root + "/content/metrics.yml"))
      .map { [SourceFile(path: "content/metrics.yml", bytes: $0)] } ?? []
    return DiffNames(readHandbook(channels + metrics).handbook)
  }
}
