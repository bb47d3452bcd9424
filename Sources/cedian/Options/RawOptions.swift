import ArgumentParser
import CedianModel

enum ReportFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
  case text, json
}

/// The options that build and check share, as given.
struct RawOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      OutputLanguage.help("站点文件夹，其中有 content/ 和 templates/", "the site's folder, with content/ and templates/"),
      valueName: "DIR"))
  var site: String = "."

  @Option(
    help: ArgumentHelp(
      OutputLanguage.help("以哪一天为准判断逾期，如 2026-11-15；默认取 site.yml 或今天", "the day that decides what is late, as in 2026-11-15; site.yml's or today"),
      valueName: "DATE"))
  var asOf: String?

  @Option(help: ArgumentHelp(OutputLanguage.help("语言：zh 或 en", "language: zh or en"), valueName: "zh|en"))
  var lang: Language?

  @Flag(help: ArgumentHelp(OutputLanguage.help("包括标记为草稿的文档", "include documents marked as drafts")))
  var drafts = false

  @Flag(help: ArgumentHelp(OutputLanguage.help("警告也算错误", "treat warnings as errors")))
  var strict = false

  @Option(
    help: ArgumentHelp(
      OutputLanguage.help("报告格式：text 或 json", "report format: text or json"), valueName: "text|json"))
  var format: ReportFormat = .text
}
