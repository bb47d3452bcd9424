/// The figures of a report, written as they go: a report of many metrics and channels
/// has hundreds of them, each with more members than a tree of values is worth.
extension ReportJSON {
  func metrics(_ report: Report) -> JSONObjects {
    JSONObjects(count: report.lines.count) { index, object, bytes in
      let line = report.lines[index]
      object.isNested = true
      addDefinition(of: source.handbook.metrics[line.metric], to: &object, &bytes)
      object.add(#", "target": "#, line.target?.value, to: &bytes)
      object.add(#", "comparable_target": "#, line.comparable?.value, to: &bytes)
      add(line.actual, to: &object, &bytes)
      object.add(#", "variance": "#, line.variance?.amount, to: &bytes)
      object.add(#", "variance_fraction": "#, line.variance?.fraction, to: &bytes)
      object.add(#", "attainment": "#, line.attainment, to: &bytes)
      object.add(#", "status": "#, line.status.rawValue, to: &bytes)
      object.add(#", "under_way": "#, line.isUnderWay, to: &bytes)
      addChanges(line, to: &object, &bytes)
      object.add(#", "parts": "#, parts(report.partLines[index], report.parts), to: &bytes)
    }
  }

  private func addDefinition(
    of metric: Metric, to object: inout JSONMembers, _ bytes: inout [UInt8]
  ) {
    object.add(#", "id": "#, metric.id, to: &bytes)
    object.add(#", "name": "#, metric.name[language], to: &bytes)
    object.add(#", "unit": "#, metric.unit.rawValue, to: &bytes)
    object.add(#", "polarity": "#, metric.polarity.rawValue, to: &bytes)
    object.add(#", "aggregation": "#, metric.aggregation.rawValue, to: &bytes)
  }

  private func parts(_ lines: [MetricLine], _ periods: [Period]) -> JSONObjects {
    JSONObjects(count: lines.count) { index, object, bytes in
      let line = lines[index]
      object.add(#", "period": "#, periods[index].id, to: &bytes)
      object.add(#", "target": "#, line.target?.value, to: &bytes)
      object.add(#", "actual": "#, line.actual.value, to: &bytes)
      addMissingChannels(line.actual, to: &object, &bytes)
      object.add(#", "attainment": "#, line.attainment, to: &bytes)
      object.add(#", "status": "#, line.status.rawValue, to: &bytes)
      object.add(#", "under_way": "#, line.isUnderWay, to: &bytes)
    }
  }

  func channels(_ report: Report) -> JSONObjects {
    JSONObjects(count: report.channels.count) { index, object, bytes in
      let channel = report.channels[index]
      let info = source.handbook.channels[channel.channel].info
      object.isNested = !channel.lines.isEmpty
      object.add(#", "id": "#, info.id.value, to: &bytes)
      object.add(#", "title": "#, info.title, to: &bytes)
      object.add(#", "owner": "#, info.owner.value, to: &bytes)
      object.add(#", "spend": "#, channel.spend?.value, to: &bytes)
      object.add(#", "metrics": "#, channelMetrics(channel.lines), to: &bytes)
      object.add(
        #", "missing": "#, texts: channel.missing.map { source.handbook.metrics[$0].id },
        to: &bytes)
    }
  }

  /// A channel has no goals of its own; what a metric is stands with the
  /// organisation's.
  private func channelMetrics(_ lines: [MetricLine]) -> JSONObjects {
    JSONObjects(count: lines.count) { index, object, bytes in
      object.isNested = true
      object.add(#", "id": "#, source.handbook.metrics[lines[index].metric].id, to: &bytes)
      add(lines[index].actual, to: &object, &bytes)
      addChanges(lines[index], to: &object, &bytes)
    }
  }

  // MARK: Members

  private func add(
    _ value: MetricValue, to object: inout JSONMembers, _ bytes: inout [UInt8]
  ) {
    object.add(#", "actual": "#, value.value, to: &bytes)
    object.add(#", "absence": "#, value.absence?.rawValue, to: &bytes)
    object.add(#", "months": "#, value.months, to: &bytes)
    object.add(#", "expected_months": "#, value.expected.count, to: &bytes)
    addMissingChannels(value, to: &object, &bytes)
    object.add(#", "rows": "#, to: &bytes) { appendPlaces(value.rows, to: &$0) }
  }

  private func addMissingChannels(
    _ value: MetricValue, to object: inout JSONMembers, _ bytes: inout [UInt8]
  ) {
    object.add(
      #", "missing_channels": "#,
      texts: value.missingChannels.map { source.handbook.channels[$0].info.id.value },
      to: &bytes)
  }

  /// A file each: `content/results/2026/2026-10.csv:10,58`.
  private func appendPlaces(_ rows: [Int], to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "["))
    if source.ledger.hasPlainPaths {
      source.ledger.appendPlaces(of: rows, to: &bytes) { bytes, isFirst in
        bytes.append(literal: isFirst ? "\"" : "\", \"")
      }
      if !rows.isEmpty { bytes.append(0x22) }
    } else {
      for (index, place) in source.ledger.places(of: rows).enumerated() {
        if index > 0 { bytes.append(literal: ", ") }
        JSONValue.appendString(place, to: &bytes)
      }
    }
    bytes.append(UInt8(ascii: "]"))
  }

  /// `previous_months` only where it is not the whole period before.
  private func addChanges(
    _ line: MetricLine, to object: inout JSONMembers, _ bytes: inout [UInt8]
  ) {
    let months = line.previousBase == nil ? [] : line.previousMonths
    object.add(#", "previous": "#, to: &bytes) { append(line.toPrevious, to: &$0) }
    object.add(#", "previous_months": "#, months, to: &bytes)
    object.add(#", "year_earlier": "#, to: &bytes) { append(line.toYearEarlier, to: &$0) }
  }

  private func append(_ change: Change?, to bytes: inout [UInt8]) {
    func append(_ kind: StaticString, _ value: Decimal) {
      bytes.append(literal: #"{"kind": ""#)
      bytes.append(literal: kind)
      bytes.append(literal: #"", "value": "#)
      bytes.append(plain: value)
    }
    switch change {
    case .relative(let value): append("relative", value)
    case .points(let value): append("points", value)
    case .absolute(let value): append("absolute", value)
    case .some(.none(let reason)):
      bytes.append(literal: #"{"kind": "none", "reason": "#)
      JSONValue.appendString(reason.rawValue, to: &bytes)
    case nil: return bytes.append(literal: "null")
    }
    bytes.append(UInt8(ascii: "}"))
  }
}
