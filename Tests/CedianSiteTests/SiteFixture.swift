import CedianContent
import CedianModel
import CedianTestSupport
import Foundation

@testable import CedianSite

/// A small site with one document of each kind, rendered with the templates that
/// Cedian ships.
enum SiteFixture {
  static let asOf = Day(ordinal: 20772)

  static let documents: [String: String] = [
    "content/activities/2026/2026-11-tea.md": """
    ---
    标题: 双11 <茶> & "礼"
    负责人: 市场部
    \(SmallSite.sixFields)
    渠道: [sem, weixin]
    宣传渠道: [{渠道: weixin, 阶段: 预热, 时间: 2026-10-25/2026-10-31}]
    预算: [{项目: 直播, 渠道: sem, 金额: 8万}, {项目: 邮件, 金额: 2万}]
    分工: [{谁: 市场总监, 任务: 统筹, 完成时间: 2026-10-20}]
    风险: [{风险: 缺货, 可能性: 中, 影响: 高, 应急预案: 预售}]
    审批: {状态: 已批准, 审批人: 市场部, 日期: 2026-10-20}
    状态: 已完成
    实际时间: 2026-11-02/2026-11-12
    支撑目标: G1
    ---

    见[计划](../../plans/2026-11.md#T1)与[流程](../../plans/flow.svg)。

    ## 节奏

    """,
    "content/evaluations/2026/2026-11-tea.md": """
    ---
    标题: 双11评估
    结果: [{指标: 成交总额, 实际值: 132万}]
    结论: 达标
    ---

    """,
    "content/goals/2026.md": """
    ---
    标题: 2026年目标
    期间: 2026
    年度目标:
      - id: G1
        标题: 成交
        指标: 成交总额
        基线: 4,000万
        目标值: 6000万
        期限: 2026-12-31
        负责人: 市场部
        quarters: {Q1: 1500万, Q2: 1500万, Q3: 1500万, Q4: 1500万}
    ---

    """,
    "content/plans/2026-11.md": """
    ---
    标题: 11月计划
    期间: 2026-11
    负责人: 市场部
    工作重点: [备货]
    工作安排:
      - {id: T1, 内容: 备货, 时间: 2026-11-01/2026-11-05, 谁: 技术部, 预期效果: 不断货, 进展: 未完成}
    ---

    """,
    "content/reviews/2026-10.md": """
    ---
    标题: 10月复盘
    期间: 2026-10
    结论: 正常
    问题: [{id: P1, 内容: 断货, 程度: 高}]
    ---

    """,
    "content/pages/contacts.md": "---\n标题: 联系\n---\n\n# 联系\n\n打电话。\n",
    "content/plans/flow.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
  ]

  /// The site's files, some replaced or added; an empty text removes one.
  static func read(_ changes: [String: String] = [:]) -> ReadHandbook {
    let files = documents.merging(changes) { _, new in new }.filter { !$0.value.isEmpty }
    return readHandbook(SmallSite(files).sources)
  }

  /// The templates in `templates/`, some replaced or added.
  static func templates(_ changes: [String: String] = [:]) throws -> [SourceFile] {
    let folder = packageRoot.appending(path: "templates")
    var files: [String: SourceFile] = [:]
    let found = FileManager.default.enumerator(atPath: folder.path)
    while let name = found?.nextObject() as? String {
      let url = folder.appending(path: name)
      guard try url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else {
        continue
      }
      let path = "templates/" + name
      files[path] = SourceFile(path: path, bytes: Array(try Data(contentsOf: url)))
    }
    for (path, text) in changes { files[path] = SourceFile(path: path, text: text) }
    return files.values.sorted { $0.path < $1.path }
  }

  static func options(
    _ language: Language = .zh, baseURL: String? = nil, findings: [Diagnostic] = [],
    reports: [RuleReport] = []
  ) -> SiteOptions {
    SiteOptions(
      baseURL: baseURL, language: language, version: "1.0", asOf: asOf, findings: findings,
      reports: reports)
  }

  /// The options with what the checks find in the changed site.
  static func checked(
    _ changes: [String: String] = [:], _ language: Language = .zh, asOf: Day = asOf
  ) -> SiteOptions {
    let read = read(changes)
    let validation = validate(read.handbook, asOf: asOf)
    var options = options(
      language, findings: validation.bindings.citing(read.diagnostics + validation.diagnostics),
      reports: validation.reports)
    options.asOf = asOf
    return options
  }

  /// One page seen from inside, of a site with some documents changed.
  static func scope(_ changes: [String: String] = [:], asOf: Day = asOf) -> PageScope {
    PageScope(
      context: SiteContext(
        read(changes).handbook, options: checked(changes, asOf: asOf), contentAssets: []),
      page: .home)
  }

  /// The rendered files by path.
  static func render(
    _ changes: [String: String] = [:], templates: [String: String] = [:],
    options: SiteOptions = options()
  ) throws -> [String: String] {
    let read = read(changes)
    let (set, _) = loadTemplates(try self.templates(templates))
    let files = renderSite(
      read.handbook, templates: set, contentAssets: read.assets, options: options,
      workers: .one
    ) { $0 }.files
    return Dictionary(
      files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) },
      uniquingKeysWith: { first, _ in first })
  }
}
