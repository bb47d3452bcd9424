/// Why a written parameter cannot be used.
enum ParameterProblem: Error {
  case wrongType
  /// A list of nothing, with which the rule would look at nothing.
  case empty
  case unknownName(Located<String>, known: [String], kind: LocalizedText)
}

/// Reads a parameter as the type of its standard value.
func readRuleValue(
  _ node: Node, like standard: RuleValue, _ handbook: Handbook
) -> Result<RuleValue, ParameterProblem> {
  switch standard {
  case .days: number(node, in: 0...366).map(RuleValue.days)
  case .count: number(node, in: 1...100).map(RuleValue.count)
  case .share: share(node)
  case .channels:
    node.isEmpty
      ? .failure(.empty)
      : names(
        node,
        in: handbook.channels.map { [$0.info.id.value, $0.info.title] + $0.aliases.map(\.value) },
        LocalizedText(zh: "渠道", en: "channel")
      ).map(RuleValue.channels)
  case .metrics:
    names(
      node, in: handbook.metrics.map { [$0.id, $0.name.zh, $0.name.en] + $0.aliases },
      LocalizedText(zh: "指标", en: "metric")
    ).map(RuleValue.metrics)
  case .periods: node.isEmpty ? .failure(.empty) : periods(node)
  case .flag:
    switch text(node) {
    case "true", "是": .success(.flag(true))
    case "false", "否": .success(.flag(false))
    default: .failure(.wrongType)
    }
  }
}

private func text(_ node: Node) -> String? {
  guard case .scalar(let text, _) = node.content, !node.isEmpty else { return nil }
  return text
}

private func items(_ node: Node) -> [Located<String>]? {
  guard case .sequence(let nodes) = node.content else {
    return text(node).map { [Located($0, node.range)] }
  }
  let texts = nodes.compactMap { item in text(item).map { Located($0, item.range) } }
  return texts.count == nodes.count ? texts : nil
}

private func number(_ node: Node, in range: ClosedRange<Int>) -> Result<Int, ParameterProblem> {
  guard let written = text(node), let number = Int(halfWidthDigits(in: written) ?? written),
    range.contains(number)
  else { return .failure(.wrongType) }
  return .success(number)
}

private func share(_ node: Node) -> Result<RuleValue, ParameterProblem> {
  guard let written = text(node), case .success(let quantity) = parseQuantity(written),
    quantity.unit == .percent || quantity.unit == .none, quantity.fraction >= 0,
    quantity.fraction <= 1
  else { return .failure(.wrongType) }
  return .success(.share(quantity.fraction))
}

/// Each name's id: the first of the group that holds it.
private func names(
  _ node: Node, in groups: [[String]], _ kind: LocalizedText
) -> Result<[String], ParameterProblem> {
  guard let written = items(node) else { return .failure(.wrongType) }
  var ids: [String] = []
  for name in written {
    guard let group = groups.first(where: { $0.contains(name.value) }) else {
      return .failure(.unknownName(name, known: groups.flatMap { $0 }, kind: kind))
    }
    ids.append(group[0])
  }
  return .success(ids)
}

private func periods(_ node: Node) -> Result<RuleValue, ParameterProblem> {
  guard let written = items(node) else { return .failure(.wrongType) }
  var lengths: [PeriodLength] = []
  for word in written {
    guard
      let length = PeriodLength.allCases.first(where: {
        [$0.rawValue, $0.label.zh, String($0.label.zh.prefix(1))].contains(word.value)
      })
    else { return .failure(.wrongType) }
    lengths.append(length)
  }
  return .success(.periods(lengths))
}
