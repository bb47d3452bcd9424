extension RecordSchema {
  /// Whether some record has a field of this name: `主题`, `theme`, `x-…`. It tells
  /// a field with the wrong colon from a sentence with one.
  public static func isFieldName(_ name: String) -> Bool {
    fieldNames.contains(name) || name.hasPrefix("x-")
  }

  private static let fieldNames: Set<String> = {
    let documents = DocumentKind.allCases.map(document)
    let nested = [
      target, promotion, budgetItem, duty, risk, approval, compliance, incident, basis, channelPlan,
      staffing, task, goal, evaluationResult, problem, adjustment, account, binding, site,
      department, thresholds, metric, metricName,
    ]
    return Set((documents + nested).flatMap(\.names))
  }()
}
