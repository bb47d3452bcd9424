import ArgumentParser
import CedianModel

enum ReportFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
  case text, json, sarif, gitlab, github
}

/// For commands that have one answer for machines.
enum AnswerFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
  case text, json
}

/// The options that build and check share, as given.
struct RawOptions: ParsableArguments {
  @Option(
    help: OutputLanguage.help(
      "站点文件夹，其中有 content/ 和 templates/；默认是当前文件夹或它所在的站点",
      "the site's folder, with content/ and templates/; by default this folder or the site it lies in",
      "DIR"))
  var site: String?

  @Option(
    help: OutputLanguage.help(
      "以哪一天为准判断逾期，如 2026-11-15；默认取 site.yml 的 as_of，没有则取今天",
      "the day that decides what is late, as in 2026-11-15; by default site.yml's as_of, else today",
      "DATE"))
  var asOf: String?

  @Option(
    help: OutputLanguage.help(
      "提示和页面的语言，默认随系统", "the language of messages and pages; by default the system's",
      "zh|en"))
  var lang: Language?

  @Flag(help: OutputLanguage.help("包括标记为草稿的文档", "include documents marked as drafts"))
  var drafts = false

  @Flag(help: OutputLanguage.help("警告也算错误", "treat warnings as errors"))
  var strict = false

  @Flag(
    help: OutputLanguage.help(
      "不理会 .cedian-baseline.json，报告全部问题", "report everything, whatever .cedian-baseline.json knows")
  )
  var noBaseline = false

  @Option(help: OutputLanguage.help("报告格式", "report format", "text|json|sarif|gitlab|github"))
  var format: ReportFormat = .text
}
