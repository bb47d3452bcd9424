/// `missing-settings`: site.yml, metrics.yml or every channel is not there, and
/// what depends on it cannot be checked. Said once, instead of at each mention.
enum MissingSettings {
  static let id = "missing-settings"
  static let sitePath = "content/site.yml"
  static let metricsPath = "content/metrics.yml"

  static func check(_ handbook: Handbook) -> [Diagnostic] {
    var found: [Diagnostic] = []
    if handbook.site.departments.isEmpty {
      found.append(noDepartments(isThere: handbook.site.isWritten))
    }
    if handbook.metrics.isEmpty, usesMetrics(handbook) { found.append(noMetrics) }
    return found
  }

  private static func noDepartments(isThere: Bool) -> Diagnostic {
    diagnostic(
      sitePath, .warning,
      zh: isThere
        ? "site.yml 没有列出部门，负责人写谁都不会被检查" : "没有 site.yml：单位、部门、财年和界线都取默认值，负责人写谁都不会被检查",
      en: isThere
        ? "site.yml lists no departments, so no owner is checked"
        : "there is no site.yml: everything takes its default and no owner is checked",
      example: """
        title: 网络营销手册
        organisation: 公司名称
        departments:
          - id: marketing
            name: 市场部
            roles: [市场总监]
        """)
  }

  private static var noMetrics: Diagnostic {
    diagnostic(
      metricsPath, .error, zh: "没有可用的 metrics.yml，目标和结果里的指标无从核对",
      en: "there is no usable metrics.yml, so no metric of a goal or result can be checked",
      example: """
        - id: gmv
          name: {zh: 成交总额, en: GMV}
          unit: CNY
          polarity: higher
          aggregation: sum
        """)
  }

  private static func usesMetrics(_ handbook: Handbook) -> Bool {
    !handbook.results.isEmpty || handbook.goalSheets.contains { !$0.goals.isEmpty }
      || handbook.channels.contains { !$0.metrics.isEmpty }
      || handbook.activities.contains { !($0.goals.value ?? []).isEmpty }
  }

  private static func diagnostic(
    _ path: String, _ severity: Severity, zh: String, en: String, example: String
  ) -> Diagnostic {
    Diagnostic(
      id: id, severity: severity,
      location: SourceLocation(path: path, range: SourceRange(.start, .start)),
      message: LocalizedText(zh: zh, en: en),
      fix: Diagnostic.Fix(
        message: LocalizedText(zh: "在 \(path) 里写出，例如", en: "write it in \(path), as in"),
        example: example))
  }
}
