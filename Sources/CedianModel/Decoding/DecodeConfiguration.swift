import Foundation

/// Reads site.yml. What is missing keeps its default.
public func decodeSite(
  _ node: Node?, path: String, reportsForms: Bool = false
) -> (SiteConfiguration, [Diagnostic]) {
  var decoder = Decoder(path: path, reportsForms: reportsForms)
  var site = SiteConfiguration()
  guard let node, !node.isEmpty, let record = decoder.record(node, as: .site) else {
    return (site, decoder.diagnostics)
  }
  site.isWritten = true
  site.title = decoder.value(record, .title, Decoder.text) ?? site.title
  site.organisation = decoder.value(record, .organisation, Decoder.text) ?? ""
  site.language = decoder.value(record, .language, Language.read) ?? site.language
  site.timeZone = decoder.timeZone(record) ?? site.timeZone
  if let month = decoder.located(record, .fiscalYearStart, Decoder.integer) {
    if (1...12).contains(month.value) {
      site.fiscalYearStart = month.value
    } else {
      decoder.report(
        WrongType.expected(
          "1 到 12 的月份", "a month from 1 to 12", field: record.label(.fiscalYearStart),
          at: month.range, path: path))
    }
  }
  site.asOf = decoder.value(record, .asOf, Decoder.day)
  site.departments = decoder.departments(record)
  if let node = record[.thresholds]?.value, !node.isEmpty,
    let thresholds = decoder.record(node, as: .thresholds)
  {
    let reached = decoder.threshold(thresholds, .reached)
    let atRisk = decoder.threshold(thresholds, .atRisk)
    let (upper, lower) = (reached?.value ?? site.reached, atRisk?.value ?? site.atRisk)
    if let written = atRisk ?? reached, lower.fraction > upper.fraction {
      decoder.report(
        WrongType.crossedThresholds(thresholds, at: written.range, path: path))
    } else {
      (site.reached, site.atRisk) = (upper, lower)
    }
  }
  site.history = decoder.value(record, .history, HistorySetting.read) ?? site.history
  site.rules = decoder.ruleSettings(record[.rules]?.value)
  return (site, decoder.diagnostics)
}

/// Reads metrics.yml: a list of metrics. One that cannot be read is reported
/// and left out.
public func decodeMetrics(_ node: Node?, path: String) -> ([Metric], [Diagnostic]) {
  var decoder = Decoder(path: path)
  guard let node, !node.isEmpty else { return ([], []) }
  guard case .sequence(let items) = node.content else {
    decoder.report(
      WrongType.expected(
        "指标的列表", "a list of metrics", field: RecordSchema.metric.name, at: node.range,
        path: path, example: "- id: gmv\n  name: {zh: 成交总额, en: GMV}\n  unit: CNY"))
    return ([], decoder.diagnostics)
  }
  var metrics: [Metric] = []
  var seen: [String: SourceRange] = [:]
  var names = SeenNames(.metric, foldsCase: true)
  for item in items {
    guard let record = decoder.record(item, as: .metric),
      let (metric, id) = decoder.metric(record)
    else { continue }
    names.add([id] + decoder.names(of: record), of: metric.id, path)
    if let first = seen[metric.id] {
      decoder.report(
        DuplicateID.diagnostic(
          id, of: RecordSchema.metric.name, path: path,
          first: SourceLocation(path: path, range: first)))
    } else {
      seen[metric.id] = id.range
    }
    // Its names still count, or every mention of them would be an error too.
    metrics.append(metric)
  }
  return (metrics, decoder.diagnostics + names.found)
}

extension Decoder {
  fileprivate mutating func departments(_ record: Record) -> [Department] {
    var seen: [String: SourceRange] = [:]
    var names = SeenNames(.department)
    let departments = records(record, .departments, as: .department).compactMap {
      department -> Department? in
      guard let id = located(department, .id, Self.text) else {
        report(
          WrongType.expected(
            "带编号的部门", "a department with an id", field: department.schema.name,
            at: department.range, path: path, example: "- id: marketing\n  name: 市场部"))
        return nil
      }
      if let first = seen[id.value] {
        report(
          DuplicateID.diagnostic(
            id, of: department.schema.name, path: path,
            first: SourceLocation(path: path, range: first)))
      } else {
        seen[id.value] = id.range
      }
      let name = located(department, .name, Self.text)
      let roles = self.names(department, .roles)
      names.add([id] + [name].compactMap(\.self) + roles, of: id.value, path)
      return Department(id: id.value, name: name?.value ?? id.value, roles: roles.map(\.value))
    }
    for finding in names.found { report(finding) }
    return departments
  }

  /// A share above nothing: `50` would be five thousand per cent.
  fileprivate mutating func threshold(_ record: Record, _ key: Key) -> Located<Quantity>? {
    guard let written = located(record, key, Self.quantity) else { return nil }
    if written.value.fraction > 0, written.value.fraction <= 2 { return written }
    report(
      WrongType.expected(
        "大于 0、不超过 200% 的达成率", "a rate of attainment above 0 and up to 200%",
        field: record.label(key), at: written.range, path: path,
        example: key == .reached ? "reached: 100%" : "at_risk: 80%"))
    return nil
  }

  /// A zone of the time zone database.
  fileprivate mutating func timeZone(_ record: Record) -> String? {
    guard let written = located(record, .timeZone, Self.text) else { return nil }
    let isKnown = written.value == "Asia/Shanghai" || TimeZone(identifier: written.value) != nil
    if isKnown { return written.value }
    report(
      WrongType.unknownTimeZone(
        written, nearest: nearest(to: written.value, among: TimeZone.knownTimeZoneIdentifiers),
        field: record.label(.timeZone), path: path))
    return nil
  }

  fileprivate mutating func metric(_ record: Record) -> (Metric, Located<String>)? {
    let readAggregation = value(record, .aggregation, Metric.Aggregation.read)
    // With a misspelt aggregation its names still count, or every mention of
    // them would be an error too.
    let isMisspelt =
      readAggregation == nil && record[.aggregation].map { !$0.value.isEmpty } ?? false
    guard let id = located(record, .id, Self.text),
      let aggregation = readAggregation ?? (isMisspelt ? Metric.Aggregation.none : nil)
    else {
      if !isMisspelt || record[.id] == nil {
        report(
          WrongType.expected(
            "有 id 和 aggregation 的指标", "a metric with id and aggregation",
            field: record.schema.name, at: record.range, path: path,
            example: "- id: gmv\n  name: 成交总额\n  aggregation: sum"))
      }
      return nil
    }
    let name = metricName(record) ?? LocalizedText(verbatim: id.value)
    let (numerator, denominator) = (
      located(record, .numerator, Self.text), located(record, .denominator, Self.text)
    )
    if aggregation == .ratio, numerator == nil || denominator == nil {
      report(
        WrongType.expected(
          "写明分子和分母的比率", "a ratio with its numerator and denominator",
          field: LocalizedText(zh: name.zh, en: id.value), at: id.range, path: path,
          example: "numerator: clicks\ndenominator: impressions"))
    }
    let metric = Metric(
      id: id.value, name: name, aliases: value(record, .aliases, Self.names) ?? [],
      unit: value(record, .unit, Metric.Unit.read) ?? .count,
      polarity: value(record, .polarity, Metric.Polarity.read) ?? .higherIsBetter,
      aggregation: aggregation, numeratorReference: numerator, denominatorReference: denominator,
      channels: references(record, .channels), range: record.range)
    return (metric, id)
  }

  /// What a metric is called besides its id. What cannot be read was reported when
  /// the metric was.
  fileprivate func names(of record: Record) -> [Located<String>] {
    func texts(_ node: Node?) -> [Located<String>] {
      switch node?.content {
      case .scalar(let text, _)?: node.map { [Located(text, $0.range)] } ?? []
      case .sequence(let items)?: items.flatMap(texts)
      case .mapping(let entries)?: entries.map(\.value).flatMap(texts)
      case nil: []
      }
    }
    return texts(record[.name]?.value) + texts(record[.aliases]?.value)
  }

  private mutating func metricName(_ record: Record) -> LocalizedText? {
    guard let node = record[.name]?.value, !node.isEmpty else { return nil }
    if case .scalar(let text, _) = node.content { return LocalizedText(verbatim: text) }
    guard let nested = self.record(node, as: .metricName) else { return nil }
    let zh = value(nested, .zh, Self.text)
    let en = value(nested, .en, Self.text)
    guard let any = zh ?? en else { return nil }
    return LocalizedText(zh: zh ?? any, en: en ?? any)
  }
}
