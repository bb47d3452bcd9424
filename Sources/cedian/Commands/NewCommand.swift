import ArgumentParser
import CedianModel

struct NewCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "new",
      abstract: OutputLanguage.help("写出一份文档的初稿", "write the first draft of a document"),
      subcommands: [NewReviewCommand.self])
  }
}

struct NewReviewCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "review",
      abstract: OutputLanguage.help(
        "由数据写出一期复盘的初稿：没达标的指标、超支、没完成的工作、没评估的活动",
        "draft a period's review from its numbers: goals missed, overspending, open tasks, no evaluation"
      ))
  }

  @Argument(
    help: OutputLanguage.help(
      "期间，如 2026-11、2026-Q4", "the period, as in 2026-11 or 2026-Q4", "PERIOD"))
  var period: String

  @Flag(
    help: OutputLanguage.help("写到 stdout，不写文件", "print it on stdout, write no file"))
  var stdout = false

  @Option(
    help: OutputLanguage.help(
      "站点文件夹；默认是当前文件夹或它所在的站点",
      "the site's folder; by default this folder or the site it lies in", "DIR"))
  var site: String?

  @Option(
    help: OutputLanguage.help(
      "从哪一天看，如 2026-12-01；默认取 site.yml 的 as_of，没有则取今天",
      "the day it looks from; by default site.yml's as_of, else today", "DATE"))
  var asOf: String?

  @Option(
    help: OutputLanguage.help(
      "初稿和提示的语言；默认初稿随 site.yml，提示随系统",
      "the language of the draft and of messages; by default site.yml's and the system's", "zh|en"))
  var lang: Language?

  func run() throws {
    try exitingCleanly(lang) {
      guard let wanted = Period(period) else { throw UsageProblem.badPeriod(period) }
      let options = try ResolvedOptions(site: site, asOf: asOf, lang: lang, drafts: true)
      let check = try SiteCheck(
        options, needsTemplates: false, progress: Progress(isShown: options.screen.isTerminal))
      let source = ReportSource(
        check.handbook, directory: Directory(check.handbook), asOf: check.asOf)
      if source.ledger.state(of: wanted) == .ahead { throw UsageProblem.notBegun(wanted.id) }
      if let review = source.reviewByPeriod[wanted], !stdout {
        throw UsageProblem.reviewExists(check.handbook.reviews[review].info.path)
      }
      let draft = ReviewDraft(source, wanted, language: check.language)
      let bytes = Array(draft.text.utf8)
      if stdout {
        try Console.out(bytes)
        return .success
      }
      let path = options.site == "." ? draft.path : options.site + "/" + draft.path
      guard FileSystem.entry(path) == .absent else { throw UsageProblem.reviewExists(path) }
      let disk = Disk()
      if let slash = path.lastIndex(of: "/") { try disk.createFolders(String(path[..<slash])) }
      try disk.create(bytes, at: path)
      let line = LocalizedText(
        zh: "已写 \(oneLine(path))；改好「待填写」的地方，再用 cedian check 检查",
        en: "wrote \(oneLine(path)); fill in what is to be written, then run cedian check")
      Console.error(line[options.language] + "\n")
      return .success
    }
  }
}
