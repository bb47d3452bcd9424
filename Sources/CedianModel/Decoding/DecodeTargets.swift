extension Decoder {
  /// A goal: records of metric and target, lines such as `GMV ≥ 120万`, or one of either.
  static func targets(_ decoder: inout Decoder, _ node: Node, _ label: FieldLabel) -> [Target]? {
    let items: [Node]
    var isItem = false
    switch node.content {
    case .sequence(let nodes): (items, isItem) = (nodes.filter { !$0.isEmpty }, true)
    case .scalar, .mapping: items = [node]
    }
    let targets = items.compactMap { target(&decoder, $0, label, isItem: isItem) }
    return targets.count == items.count && !targets.isEmpty ? targets : nil
  }

  private static func target(
    _ decoder: inout Decoder, _ node: Node, _ label: FieldLabel, isItem: Bool
  ) -> Target? {
    if case .scalar(let text, _) = node.content {
      switch parseTarget(text) {
      case .success(let found):
        decoder.form(node, label, ordinaryTarget)
        return Target(
          metric: Located(found.metricName, node.range),
          comparator: found.hasComparator ? found.comparator : nil,
          target: Located(found.quantity, node.range))
      case .failure(let problem):
        decoder.report(
          NotMeasurable.diagnostic(
            problem, field: label.text, isItem: isItem, at: node.range, path: decoder.path))
        return nil
      }
    }
    guard let record = decoder.record(node, as: .target) else { return nil }
    guard let metric = decoder.located(record, .metric, text) else {
      decoder.report(
        NotMeasurable.missing(.metric, field: label.text, at: record.range, path: decoder.path))
      return nil
    }
    let hadTarget = record.content(of: .target) != nil
    let target = decoder.located(record, .target, quantity)
    if !hadTarget {
      decoder.report(
        NotMeasurable.missing(.target, field: label.text, at: metric.range, path: decoder.path))
    }
    return Target(
      metric: metric, comparator: nil, target: target,
      baseline: decoder.located(record, .baseline, quantity),
      by: decoder.value(record, .by, deadline), note: decoder.value(record, .note, text))
  }

  /// Like a goal, or words that hold a number and a unit.
  static func expectedEffect(
    _ decoder: inout Decoder, _ node: Node, _ label: FieldLabel
  ) -> ExpectedEffect? {
    var texts: [String] = []
    var nodes = [node]
    switch node.content {
    case .scalar(let text, _): texts = [text]
    case .sequence(let items):
      for item in items {
        guard case .scalar(let text, _) = item.content else {
          return targets(&decoder, node, label).map { .targets($0) }
        }
        if !item.isEmpty { texts.append(text) }
      }
      nodes = items
    case .mapping: return targets(&decoder, node, label).map { .targets($0) }
    }
    let found = texts.flatMap { quantities(in: $0) }
    guard found.isEmpty else {
      for node in nodes { decoder.form(node, label, ordinarySentence) }
      return .text(texts, quantities: found)
    }
    decoder.report(
      NotMeasurable.noQuantity(
        texts.first ?? "", field: label.text, at: node.range, path: decoder.path))
    return nil
  }
}
