extension RuleCatalogue {
  /// `docs/rules.md`: every rule with an example, in Chinese with the English
  /// sentence beneath. A test keeps the file equal to this text.
  public static func document() -> String {
    var text = """
      # 规则

      本文由规则目录生成。`错误` 阻止发布，`警告` 只报告（`--strict` 时也阻止），`提示` 是建议。

      ## 制度可绑定的规则

      在制度章节的 `rules` 里绑定条款后才检查，级别可在绑定处改。

      """
    for rule in bindable { text += section(rule) }
    text += """

      ## 结构规则

      总是检查。制度绑定后，报告会引用相应条款。

      """
    for rule in structural { text += section(rule) }
    return text
  }

  private static func section(_ rule: RuleDescription) -> String {
    """

    ### \(rule.id)

    \(rule.severity.name.zh) · \(rule.summary.zh)。

    *\(rule.severity.name.en): \(rule.summary.en).*

    不合规：

    ```text
    \(rule.failing)
    ```

    合规：

    ```text
    \(rule.passing)
    ```

    """
  }
}
