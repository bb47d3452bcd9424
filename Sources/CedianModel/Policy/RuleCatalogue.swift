/// Every rule there is, for `docs/rules.md` and for checking bindings.
public enum RuleCatalogue {
  /// Checked where a clause binds them.
  public static let bindable: [RuleDescription] = RuleRegistry.rules.map(\.description)

  /// Always on, whatever the policy binds.
  public static let structural: [RuleDescription] = reading + writing + references + templates

  /// The file itself can be read.
  private static let reading: [RuleDescription] = [
    RuleDescription(
      "unreadable", .error, zh: "文件读得出来", en: "the file can be read",
      failing: "（没有读取权限的文件）", passing: "chmod a+r content/plans/2026-11.md"),
    RuleDescription(
      "not-utf8", .error, zh: "文件是 UTF-8 编码", en: "the file is UTF-8",
      failing: "（GBK / GB18030 或 UTF-16 编码的文件）",
      passing: "iconv -f GB18030 -t UTF-8 旧文件.md > 新文件.md"),
    RuleDescription(
      "no-front-matter", .error, zh: "文档从第一行的 --- 开始写文首设置",
      en: "a document begins with front matter on its first line",
      failing: "（空行）\n---\n主题: 双11", passing: "---\n主题: 双11\n---"),
    RuleDescription(
      "misnamed-file", .warning, zh: "文档以 .md 结尾，设置名为 site.yml、metrics.yml",
      en: "documents end in .md, settings are site.yml and metrics.yml",
      failing: "content/plans/2026-11.markdown", passing: "content/plans/2026-11.md"),
    RuleDescription(
      "merge-conflict", .error, zh: "没有留下合并冲突的标记", en: "no marks of a merge conflict are left",
      failing: "<<<<<<< HEAD\n预算: 10万\n=======\n预算: 12万\n>>>>>>> 市场部", passing: "预算: 12万"),
    RuleDescription(
      "front-matter-syntax", .error, zh: "文首设置的写法正确", en: "the front matter is well formed",
      failing: "目标: >=500万", passing: "目标: \">=500万\""),
    RuleDescription(
      "full-width-colon", .error, zh: "字段名后用半角冒号和空格", en: "a field ends in an ASCII colon",
      failing: "主题：双11", passing: "主题: 双11"),
    RuleDescription(
      "tab-indent", .error, zh: "缩进用空格，不用制表符或全角空格", en: "indentation is spaces",
      failing: "预算:\n\t- 项目: 直播", passing: "预算:\n  - 项目: 直播"),
    RuleDescription(
      "duplicate-key", .error, zh: "一个字段只写一次", en: "a field is written once",
      failing: "主题: 双11\n主题: 双12", passing: "主题: 双11"),
    RuleDescription(
      "alias-refused", .error, zh: "不使用 YAML 的锚点、别名和标签", en: "no YAML anchors, aliases or tags",
      failing: "负责人: &a 市场部", passing: "负责人: 市场部"),
    RuleDescription(
      "hash-comment", .error, zh: "值里的 # 要用引号括起，否则其后都是注释",
      en: "a # in a value is quoted, or the rest is a comment",
      failing: "主题: #双11#", passing: "主题: \"#双11#\""),
  ]

  /// Fields and values are what the schema says.
  private static let writing: [RuleDescription] = [
    RuleDescription(
      "unknown-key", .warning, zh: "字段名是已知的", en: "the field is known",
      failing: "主体: 双11", passing: "主题: 双11"),
    RuleDescription(
      "both-languages", .error, zh: "同一字段不中英文各写一次", en: "a field is not written in both languages",
      failing: "theme: 双11\n主题: 双11", passing: "主题: 双11"),
    RuleDescription(
      "wrong-type", .error, zh: "值的形式合乎字段", en: "a value has its field's shape",
      failing: "渠道: 微信、微博", passing: "渠道: [微信, 微博]"),
    RuleDescription(
      "bad-time", .error, zh: "日期写全、有先后、确有其日", en: "dates are complete, ordered and real",
      failing: "时间: 11.1-11.11", passing: "时间: 2026-11-01/2026-11-11"),
    RuleDescription(
      "bad-number", .error, zh: "数值读得准", en: "a number can be read for certain",
      failing: "预算: 十几万", passing: "预算: 15万"),
    RuleDescription(
      "not-measurable", .error, zh: "目标写明指标和数值", en: "a goal names a metric and a number",
      failing: "目标: 提升品牌影响力", passing: "目标: 粉丝数 ≥ 86万"),
    RuleDescription(
      "unwritten", .warning, zh: "初稿留空的地方已经写上", en: "what a draft left open is written",
      failing: "结论: 待填写", passing: "结论: 成交达成 102%，投诉回落"),
    RuleDescription(
      "bad-result-row", .error, zh: "结果表的每一行都能计入", en: "each row of a results table counts",
      failing: "2026-13,sem,,clicks,1200,,", passing: "2026-10,sem,,clicks,1200,,"),
    RuleDescription(
      "duplicate-result", .error, zh: "同一事实只填报一次", en: "a fact is reported once",
      failing: "2026-10,sem,,clicks,1200,,\n2026-10,sem,,clicks,1300,,",
      passing: "2026-10,sem,,clicks,1300,,"),
  ]

  /// What is named exists.
  private static let references: [RuleDescription] = [
    RuleDescription(
      "duplicate-id", .error, zh: "同类文档、指标、部门、岗位和制度条款的编号与名称不重复",
      en: "ids, names and the numbers of clauses are unique in their kind",
      failing: "id: 2026-11（已有同名计划）", passing: "id: 2026-12"),
    RuleDescription(
      "missing-settings", .warning, zh: "site.yml 列出部门，metrics.yml 列出指标",
      en: "site.yml lists the departments, metrics.yml the metrics",
      failing: "（没有 content/site.yml）", passing: "departments:\n  - {id: marketing, name: 市场部}"),
    RuleDescription(
      "unit-mismatch", .error, zh: "数值的单位与指标相符", en: "a value's unit fits its metric",
      failing: "目标: 成交总额 ≥ 8.5%", passing: "目标: 成交总额 ≥ 120万"),
    RuleDescription(
      "unknown-reference", .error, zh: "提到的渠道、指标、目标、计划、活动、问题都存在",
      en: "channels, metrics, goals, plans, activities and problems that are named exist",
      failing: "渠道: [weixn]", passing: "渠道: [weixin]"),
    RuleDescription(
      "unknown-clause", .error, zh: "规则绑定的条款存在", en: "the clause a rule is bound to exists",
      failing: "clause: \"4.99\"", passing: "clause: \"4.1\""),
    RuleDescription(
      "unknown-rule", .error, zh: "条款绑定的规则存在", en: "the rule a clause binds exists",
      failing: "rule: require-fields", passing: "rule: required-fields"),
    RuleDescription(
      "bad-parameter", .error, zh: "规则的参数和级别用得上",
      en: "a rule's parameters and severity can be used",
      failing: "parameters: {grace_days: 十天}", passing: "parameters: {grace_days: 10}"),
    RuleDescription(
      "broken-link", .error, zh: "链接指向的文件存在", en: "a link's file exists",
      failing: "[计划](../plans/2026-13.md)", passing: "[计划](../plans/2026-12.md)"),
    RuleDescription(
      "broken-anchor", .error, zh: "链接指向的标题存在", en: "a link's heading exists",
      failing: "[预算](#预祘)", passing: "[预算](#预算)"),
    RuleDescription(
      "permalink-clash", .error, zh: "两个文档不争一个网址", en: "no two documents get one address",
      failing: "id: Double-11 与 id: double-11", passing: "id: double-11-2026"),
    RuleDescription(
      "raw-html", .warning, zh: "正文不写 HTML，写了会被略去", en: "raw HTML is left out",
      failing: "<font color=red>重要</font>", passing: "**重要**"),
    RuleDescription(
      "unsafe-url", .warning, zh: "不安全的网址会被略去", en: "unsafe addresses are left out",
      failing: "[点击](javascript:alert(1))", passing: "[联系谁](../pages/contacts.md)"),
    RuleDescription(
      "unknown-callout", .warning, zh: "提示框的标签是已知的", en: "a callout's label is known",
      failing: "> [!WARN]\n> 价格尚未确定。", passing: "> [!WARNING]\n> 价格尚未确定。"),
    RuleDescription(
      "undefined-footnote", .warning, zh: "脚注有内容", en: "a footnote has its text",
      failing: "见说明[^1]", passing: "见说明[^1]\n\n[^1]: 口径以站点统计为准。"),
  ]

  /// Templates say what they can.
  private static let templates: [RuleDescription] = [
    RuleDescription(
      "template-syntax", .error, zh: "模板的标记成对、写法正确", en: "a template's tags are well formed",
      failing: "{{#activities}}…", passing: "{{#activities}}…{{/activities}}"),
    RuleDescription(
      "template-variable", .error, zh: "模板里的变量存在", en: "a template's variables exist",
      failing: "{{titel}}", passing: "{{title}}"),
    RuleDescription(
      "template-partial", .error, zh: "模板引用的片段存在", en: "a template's partials exist",
      failing: "{{> partials/hedaer}}", passing: "{{> partials/header}}"),
  ]
}
