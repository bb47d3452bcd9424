extension RecordSchema {
  /// Whether some record has a field of this name: `主题`, `theme`, `x-…`. It tells
  /// a field with the wrong colon from a sentence with one.
  public static func isFieldName(_ name: String) -> Bool {
    fieldNames.contains(name) || name.hasPrefix("x-")
  }

  /// Every kind of record that front matter and the settings may hold.
  public static let all: [RecordSchema] =
    DocumentKind.allCases.map(document) + [
      target, promotion, budgetItem, duty, risk, approval, compliance, incident, basis, channelPlan,
      staffing, task, goal, evaluationResult, problem, adjustment, account, binding, site,
      department, thresholds, metric, metricName,
    ]

  private static let fieldNames = Set(all.flatMap(\.names))
}
