import ArgumentParser
import CedianContent
import CedianModel

struct ExplainCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "explain",
      abstract: OutputLanguage.help(
        "说明一条规则查什么、依据哪一条款、怎样设置；不写规则则列出全部",
        "explain what a rule checks, which clause asks for it and how to set it; all rules without one"
      ))
  }

  @Argument(
    help: OutputLanguage.help(
      "规则编号，如 required-fields", "a rule's id, as in required-fields", "RULE"))
  var rule: String?

  @Option(
    help: OutputLanguage.help(
      "站点文件夹，用来说明绑定的条款和生效的参数；默认是当前文件夹或它所在的站点",
      "the site whose clauses and settings are shown; by default this folder or the site it lies in",
      "DIR"))
  var site: String?

  @Option(
    help: OutputLanguage.help(
      "提示的语言，默认随系统", "the language of messages; by default the system's", "zh|en"))
  var lang: Language?

  @Option(help: OutputLanguage.help("格式", "format", "text|json"))
  var format: AnswerFormat = .text

  func run() throws {
    try exitingCleanly(lang) {
      let language = OutputLanguage.resolve(lang)
      let screen = Screen.resolve(descriptor: 1)
      let catalogue = RuleCatalogue.bindable + RuleCatalogue.structural
      var chosen = catalogue
      if let rule {
        chosen = catalogue.filter { $0.id == rule }
        guard !chosen.isEmpty else {
          throw UsageProblem.noRule(rule, nearest: nearest(to: rule, among: catalogue.map(\.id)))
        }
      }
      let bindings = try bindings()
      let explanations = (bindings ?? Bindings()).explain(chosen)
      switch format {
      case .json: try Console.out(explanationJSON(explanations, language))
      case .text:
        let printer = ExplanationPrinter(
          language: language, palette: screen.palette, width: screen.width,
          hasSite: bindings != nil)
        let text = rule == nil ? printer.list(explanations) : printer.pages(explanations)
        try Console.out(Array(text.utf8))
      }
      return .success
    }
  }

  /// What the site binds; nil where there is no site.
  private func bindings() throws -> Bindings? {
    let folder = site ?? siteAround()
    guard FileSystem.folderExists(folder + "/content") else {
      if let site { throw UsageProblem.noContent(site) }
      return nil
    }
    let (files, _) = try loadFiles(in: "content", of: folder)
    // Only these say anything of rules; a large site has thousands of others.
    let policy = files.filter {
      $0.path.hasPrefix("content/policy/") || $0.path.hasPrefix("content/channels/")
        || $0.path.hasSuffix(".yml")
    }
    let handbook = readHandbook(policy).handbook
    return resolveBindings(handbook, Directory(handbook)).0
  }
}

/// A rule with what a site makes of it.
struct Explanation: Sendable {
  var rule: RuleDescription
  var bindings: [(clause: ClauseCitation, severity: Severity, parameters: [String: String])]
}

extension Bindings {
  func explain(_ rules: [RuleDescription]) -> [Explanation] {
    rules.map { rule in
      var bound = self.rules.filter { $0.rule.id == rule.id }.map { binding in
        (
          clause: binding.clause, severity: binding.severity,
          parameters: Dictionary(
            rule.parameters.map { ($0.name, binding.parameters.written($0)) },
            uniquingKeysWith: { first, _ in first })
        )
      }
      if let cited = citations[rule.id] {
        let severity = max(rule.severity, cited.severity ?? rule.severity)
        bound.append((clause: cited.clause, severity: severity, parameters: [:]))
      }
      return Explanation(rule: rule, bindings: bound)
    }
  }
}
