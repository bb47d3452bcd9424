import ArgumentParser
import CedianModel
import CedianSite

enum DiffFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
  case text, md, html, json
}

struct DiffCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "diff",
      abstract: OutputLanguage.help(
        "两个版本之间，哪份计划的哪个字段改了多少，制度还合不合",
        "which field of which plan changed between two revisions, by how much, and what breaks"))
  }

  @Argument(
    parsing: .allUnrecognized,
    help: OutputLanguage.help(
      "最多两个版本，如 HEAD~1、main feature、main...feature；-- 之后是文件或文件夹。不写则比较工作区与 HEAD",
      "up to two revisions, as in HEAD~1, main feature, main...feature; paths after --. Without: HEAD",
      "REV"))
  var arguments: [String] = []

  @Flag(
    help: OutputLanguage.help("比较两个站点文件夹，不用 git", "compare two site folders without git"))
  var noIndex = false

  @Flag(
    help: OutputLanguage.help("有改动时退出码为 1", "exit with 1 where something changed"))
  var exitCode = false

  @Option(help: OutputLanguage.help("格式", "format", "text|md|html|json"))
  var format: DiffFormat = .text

  @Option(
    help: OutputLanguage.help(
      "站点文件夹；默认是当前文件夹或它所在的站点",
      "the site's folder; by default this folder or the site it lies in", "DIR"))
  var site: String?

  @Flag(
    help: OutputLanguage.help(
      "内容很多时也检查全部文档，而不只是改动的",
      "judge all documents, even where the content is large, and not only what changed"))
  var whole = false

  @Option(
    help: OutputLanguage.help(
      "以哪一天为准判断逾期；默认取 site.yml 的 as_of，没有则取今天",
      "the day that decides what is late; by default site.yml's as_of, else today", "DATE"))
  var asOf: String?

  @Option(
    help: OutputLanguage.help("语言，默认随系统", "the language; by default the system's", "zh|en"))
  var lang: Language?

  func run() throws {
    try exitingCleanly(lang) {
      let (words, named) = try split()
      let sources: DiffSources
      let (from, to): (String, String)
      let wanted: DiffPaths
      let language = OutputLanguage.resolve(lang)
      let here = LocalizedText(zh: "工作区", en: "working tree")[language]
      if noIndex {
        let revisions = words
        guard revisions.count == 2 else { throw UsageProblem.needsTwoFolders }
        for folder in revisions where !FileSystem.folderExists(folder + "/content") {
          throw UsageProblem.noContent(folder)
        }
        sources = try DiffSources(folders: trimmed(revisions[0]), trimmed(revisions[1]))
        (from, to) = (revisions[0], revisions[1])
        wanted = try DiffPaths(named, site: revisions[1])
      } else {
        let options = try ResolvedOptions(site: site, asOf: nil, lang: lang, drafts: true)
        let (revisions, files) = Self.separated(words, site: options.site)
        guard revisions.count <= 2 else { throw UsageProblem.tooManyRevisions(revisions.count) }
        let (repository, old, new, plain) = try Self.orFile {
          try Self.opened(revisions, site: options.site)
        }
        sources = try DiffSources(
          repository, from: old.commit, to: new?.commit, site: options.site, judgesWhole: whole,
          without: plain)
        (from, to) = (old.name, new?.name ?? here)
        wanted = try DiffPaths(files + named, site: options.site)
        let known = (sources.oldContent + sources.newContent).lazy.map(\.path)
        if let stray = wanted.unknown(among: known, site: options.site) {
          throw UsageProblem.noFile(stray)
        }
      }
      if let note = sources.note { Console.error(note[language] + "\n") }
      let day = try asOf.map { text throws(UsageProblem) -> Day in
        guard let day = Day(iso: text) else { throw .badDay(text) }
        return day
      }
      let (change, effect, metrics) = sources.compare(
        asOf: day, paths: wanted, language: language)
      let report = DiffReport(
        diff: change, effect: effect, metrics: metrics, from: from, to: to,
        isWhole: sources.isWhole, language: language)
      try show(report)
      let isSame = change.isEmpty && effect.isEmpty && !sources.hasOtherSubmodules
      return exitCode && !isSame ? ExitCode(1) : .success
    }
  }

  private func show(_ report: DiffReport) throws {
    switch format {
    case .text:
      let screen = Screen.resolve(descriptor: 1)
      let text = DiffText(palette: screen.palette, width: screen.width).print(report)
      try Pager.show(text, on: screen)
    case .md: try Console.out(Array(diffMarkdown(report).utf8))
    case .html: try Console.out(Array(diffHTML(report).utf8))
    case .json: try Console.out(diffJSON(report))
    }
  }

  /// Revisions before `--`, paths after it.
  private func split() throws(UsageProblem) -> (revisions: [String], paths: [String]) {
    var revisions = arguments
    var paths: [String] = []
    if let dashes = arguments.firstIndex(of: "--") {
      revisions = Array(arguments[..<dashes])
      paths = Array(arguments[(dashes + 1)...])
    }
    if let option = revisions.first(where: { $0.hasPrefix("-") }) {
      throw .unknownOption(option)
    }
    if revisions.contains("") { throw .emptyPath("<REV>") }
    return (revisions, paths)
  }

  /// Without `--`: from the first word on that is a file and no revision all are paths,
  /// as git has it.
  private static func separated(
    _ words: [String], site: String
  ) -> (revisions: [String], paths: [String]) {
    let first = words.firstIndex { word in
      [word, site + "/" + word].contains { FileSystem.entry($0) != .absent }
        && (try? Repository.revisions(of: site).commit(word)) == nil
    }
    let end = first ?? words.endIndex
    return (Array(words[..<end]), Array(words[end...]))
  }

  private typealias Named = (name: String, commit: String)

  /// Here a word may have been meant as a file.
  private static func orFile<Made>(_ open: () throws -> Made) throws -> Made {
    do {
      return try open()
    } catch GitProblem.noRevision(let name, isShallow: false) {
      throw UsageProblem.noRevisionOrFile(name)
    }
  }

  /// The repository with both ends of the comparison. Most often the working tree is
  /// one of them: then git is asked as few times as can be, and of everything at once.
  private static func opened(
    _ revisions: [String], site: String
  ) throws -> (Repository, old: Named, new: Named?, plain: GitProgram?) {
    if revisions.count < 2, !(revisions.first ?? "").contains("..") {
      let name = revisions.first ?? "HEAD"
      let (found, plain) = Workers.all.both {
        Result { try Repository.opened(site, at: name) }
      } _: {
        Result { try Repository.revisions(of: site).withoutFilters() }
      }
      let (repository, commit) = try found.get()
      return (repository, (name, commit), nil, try plain.get())
    }
    if revisions.count == 2 {
      let (found, other) = Workers.all.both {
        Result { try Repository.opened(site, at: revisions[0]) }
      } _: {
        Result { try Repository.revisions(of: site).commit(revisions[1]) }
      }
      let (repository, commit) = try found.get()
      return (repository, (revisions[0], commit), (revisions[1], try other.get()), nil)
    }
    let (found, ends) = Workers.all.both {
      Result { try Repository(site: site) }
    } _: {
      Result { try commits(revisions, .revisions(of: site)) }
    }
    let repository = try found.get()
    let (old, new) = try ends.get()
    return (repository, old, new, nil)
  }

  private static func commits(
    _ revisions: [String], _ repository: Repository
  ) throws -> (old: Named, new: Named?) {
    // Of `main...` git leaves the other end to HEAD.
    func named(_ written: String) throws(GitProblem) -> Named {
      let name = written.isEmpty ? "HEAD" : written
      return (name, try repository.commit(name))
    }
    guard let only = revisions.first else { return (try named("HEAD"), nil) }
    for dots in ["...", ".."] {
      let ends = only.split(separator: dots, maxSplits: 1, omittingEmptySubsequences: false)
      guard ends.count == 2 else { continue }
      let (a, b) = (try named(String(ends[0])), try named(String(ends[1])))
      guard dots == "..." else { return (a, b) }
      let base = try repository.mergeBase(a.commit, b.commit)
      return ((String(base.prefix(10)), base), b)
    }
    return (try named(only), nil)
  }
}
