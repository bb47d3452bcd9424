extension RuleCatalogue {
  /// `docs/rules.md`: every rule with its parameters and an example, in Chinese
  /// with English beneath. A test keeps the file equal to this text.
  public static func document() -> String {
    var text = """
      # 规则

      本文由规则目录生成。`错误` 阻止发布，`警告` 只报告（`--strict` 时也阻止），`提示` 是建议。
      在终端里看同样的说明：`cedian explain 规则编号`。

      ## 制度可绑定的规则

      在制度章节的 `rules` 里绑定条款后才检查。级别和参数先取默认值，`site.yml` 的 `rules` 可以改，
      条款的绑定最后说了算：

      ```yaml
      # content/site.yml
      rules:
        missing-review: {grace_days: 15}

      # content/policy/02-goals-and-planning.md 的文首
      rules:
        - clause: "2.7"
          rule: missing-review
          severity: note
          parameters: {grace_days: 10}
      ```

      只看期限的规则不能设为错误：时间本身不应让没有改动的内容发布不了。
      章节的 `effective`（生效日期）之前开始的活动、之前结束的期间不检查。

      """
    for rule in bindable { text += section(rule) }
    text += """

      ## 结构规则

      总是检查。制度绑定后，报告会引用相应条款；级别只能调高。

      """
    for rule in structural { text += section(rule) }
    return text
  }

  private static func section(_ rule: RuleDescription) -> String {
    var text = """

      ### \(rule.id)

      \(rule.severity.name.zh) · \(rule.summary.zh)。

      *\(rule.severity.name.en): \(rule.summary.en).*

      """
    if !rule.detail.zh.isEmpty {
      text += "\n\(rule.detail.zh)\n\n*\(rule.detail.en)*\n"
    }
    if !rule.parameters.isEmpty {
      text += "\n| 参数 | 默认 | 含义 |\n| --- | --- | --- |\n"
      for parameter in rule.parameters {
        text += """
          | `\(parameter.name)`（\(parameter.label)） | `\(parameter.standard.written)` \
          | \(parameter.meaning.zh)；*\(parameter.meaning.en)* |

          """
      }
    }
    text += """

      不合规：

      ```text
      \(rule.failing)
      ```

      合规：

      ```text
      \(rule.passing)
      ```

      """
    return text
  }
}
