import CedianContent
import CedianModel

/// A site in memory for one case of a test: a few departments, channels,
/// metrics and a policy that binds `required-fields`, plus the case's own files.
public struct SmallSite: Sendable {
  public var files: [String: String]

  public init(_ files: [String: String] = [:]) {
    self.files = Self.base.merging(files) { _, new in new }
  }

  /// The files in the order of their paths.
  public var sources: [SourceFile] {
    files.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      .map { SourceFile(path: $0.key, text: $0.value) }
  }

  /// Everything found by reading and validating, in reading order.
  public func diagnostics(asOf: Day = Day(ordinal: 20772)) -> [Diagnostic] {
    Self.diagnostics(of: sources, asOf: asOf)
  }

  public static func diagnostics(
    of sources: [SourceFile], asOf: Day = Day(ordinal: 20772)
  ) -> [Diagnostic] {
    let read = readHandbook(sources)
    let validation = validate(read.handbook, asOf: asOf)
    return validation.bindings.citing(read.diagnostics + validation.diagnostics)
      .inReadingOrder()
  }

  public var handbook: Handbook { Self.handbook(of: sources) }

  /// What reading makes of `sources`, whatever it found.
  public static func handbook(of sources: [SourceFile]) -> Handbook {
    readHandbook(sources).handbook
  }

  /// An activity that is in order; its front matter's lines come from the case.
  public static func activity(_ lines: String) -> [String: String] {
    ["content/activities/2026/case.md": "---\n\(lines)\n---\n\n# 正文\n"]
  }

  /// The six fields, all in order.
  public static let sixFields = """
    主题: 双11主会场
    目标: 成交总额 ≥ 120万
    时间: 2026-11-01/2026-11-11
    参与对象: 会员
    活动形式: 直播
    预期效果: 参与 8,000 人
    """

  private static let base: [String: String] = [
    "content/site.yml": """
    title: 手册
    organisation: 样例
    departments:
      - id: marketing
        name: 市场部
        roles: [市场总监]
      - {id: technology, name: 技术部}

    """,
    "content/metrics.yml": """
    - {id: gmv, name: {zh: 成交总额, en: GMV}, unit: CNY, aggregation: sum}
    - {id: clicks, name: {zh: 点击量, en: Clicks}, unit: count, aggregation: sum}
    - {id: impressions, name: {zh: 展现量, en: Impressions}, unit: count, aggregation: sum}
    - id: ctr
      name: {zh: 点击率, en: Click-through rate}
      unit: percent
      aggregation: ratio
      numerator: clicks
      denominator: impressions

    """,
    "content/policy/04-activities.md": """
    ---
    id: activities
    chapter: 4
    title: 活动策划与执行
    version: 2026.1
    effective: 2026-01-01
    rules:
      - clause: "4.1"
        rule: required-fields
        for: activity
        fields: [theme, goal, time, audience, format, expected_effect]
      - clause: "4.2"
        rule: unknown-owner
    ---

    ## 4.1 活动方案

    方案写明六项内容。

    ## 4.2 分工

    分工落到部门。

    """,
    "content/channels/sem.md": "---\n标题: 搜索推广\n负责人: 市场部\n---\n",
    "content/channels/weixin.md": "---\n标题: 微信\n负责人: 市场部\n---\n",
  ]
}
