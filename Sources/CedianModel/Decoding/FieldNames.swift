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

  /// The name of a field of some record, found by its bytes: nearly every key of a
  /// file is one, and needs no text of its own.
  public static func fieldName(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    namesByBytes[bytes]
  }

  private static let namesByBytes: NameTable<String> = {
    var table = NameTable<String>()
    for name in fieldNames { table[name] = name }
    return table
  }()
}
