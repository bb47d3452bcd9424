/// A report's figures as a table for spreadsheets: one row for each metric of the
/// organisation and of each channel, for the period and each of its parts.
/// UTF-8 with a byte order mark, without which Excel reads Chinese wrongly; lines
/// end as RFC 4180 asks.
public struct ReportCSV: Sendable {
  let source: ReportSource
  let language: Language

  public init(_ source: ReportSource, language: Language) {
    self.source = source
    self.language = language
  }

  private var handbook: Handbook { source.handbook }

  public func table(_ report: Report) -> [UInt8] {
    var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
    bytes.reserveCapacity(131_072)
    for (index, name) in Self.header.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      appendCSV(name[language], to: &bytes)
    }
    bytes.append(literal: "\r\n")
    let all = LocalizedText(zh: "全部", en: "all")[language]
    for (index, line) in report.lines.enumerated() {
      append(line, report.period, channel: all, to: &bytes)
      for (part, line) in zip(report.parts, report.partLines[index]) {
        append(line, part, channel: all, to: &bytes)
      }
    }
    for channel in report.channels {
      let title = handbook.channels[channel.channel].info.title
      for index in channel.lines.indices {
        append(channel.lines[index], report.period, channel: title, to: &bytes)
      }
    }
    return bytes
  }

  private static let header = [
    LocalizedText(zh: "期间", en: "period"), LocalizedText(zh: "渠道", en: "channel"),
    LocalizedText(zh: "指标", en: "metric"), LocalizedText(zh: "指标编号", en: "metric_id"),
    LocalizedText(zh: "单位", en: "unit"), LocalizedText(zh: "目标", en: "target"),
    LocalizedText(zh: "同期目标", en: "comparable_target"),
    LocalizedText(zh: "实际", en: "actual"), LocalizedText(zh: "差异", en: "variance"),
    LocalizedText(zh: "达成率", en: "attainment"), LocalizedText(zh: "状态", en: "status"),
    LocalizedText(zh: "环比", en: "previous"), LocalizedText(zh: "环比单位", en: "previous_unit"),
    LocalizedText(zh: "同比", en: "year_earlier"),
    LocalizedText(zh: "同比单位", en: "year_earlier_unit"),
    LocalizedText(zh: "已含月数", en: "months"), LocalizedText(zh: "应含月数", en: "expected_months"),
    LocalizedText(zh: "说明", en: "note"), LocalizedText(zh: "数据来源", en: "rows"),
  ]

  /// A row of cells in the order of `header`, each written where it goes: a report of
  /// many metrics has thousands of them.
  private func append(
    _ line: MetricLine, _ period: Period, channel: String, to bytes: inout [UInt8]
  ) {
    append(line, handbook.metrics[line.metric], period, channel, to: &bytes)
  }

  private func append(
    _ line: MetricLine, _ metric: Metric, _ period: Period, _ channel: String,
    to bytes: inout [UInt8]
  ) {
    period.appendID(to: &bytes)
    append(channel, to: &bytes)
    append(metric.name[language], to: &bytes)
    append(metric.id, to: &bytes)
    append(metric.unit.rawValue, to: &bytes)
    append(line.target?.value, to: &bytes)
    append(line.comparable?.value, to: &bytes)
    append(line.actual.value, to: &bytes)
    append(line.variance?.amount, to: &bytes)
    append(line.attainment, to: &bytes)
    append(line.target == nil ? "" : line.statusLabel[language], to: &bytes)
    append(line.toPrevious, metric, to: &bytes)
    append(line.toYearEarlier, metric, to: &bytes)
    bytes.append(UInt8(ascii: ","))
    bytes.append(decimal: line.actual.months.count)
    bytes.append(UInt8(ascii: ","))
    bytes.append(decimal: line.actual.expected.count)
    append(note(line), to: &bytes)
    bytes.append(UInt8(ascii: ","))
    appendCSV(to: &bytes) { bytes in
      source.ledger.appendPlaces(of: line.actual.rows, to: &bytes) { bytes, isFirst in
        if !isFirst { bytes.append(0x20) }
      }
    }
    bytes.append(literal: "\r\n")
  }

  private func append(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: ","))
    if !text.utf8.isEmpty { appendCSV(text, to: &bytes) }
  }

  private func append(_ number: Decimal?, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: ","))
    if let number { bytes.append(plain: number) }
  }

  /// The amount and what it is counted in.
  private func append(_ change: Change?, _ metric: Metric, to bytes: inout [UInt8]) {
    switch change {
    case .relative(let value):
      append(value, to: &bytes)
      append(LocalizedText(zh: "比例", en: "fraction")[language], to: &bytes)
    case .points(let value):
      append(value, to: &bytes)
      append(LocalizedText(zh: "百分点", en: "points")[language], to: &bytes)
    case .absolute(let value):
      append(value, to: &bytes)
      append(metric.unit.rawValue, to: &bytes)
    case .none?, nil: bytes.append(literal: ",,")
    }
  }

  private func note(_ line: MetricLine) -> String {
    if line.isAhead { return "" }
    switch line.actual.absence {
    // A dash says nothing in a column of its own.
    case .noDenominator: return LocalizedText(zh: "分母未填报或为0", en: "no denominator")[language]
    case let absence?: return absence.label[language]
    case nil: break
    }
    let base = line.previousBase.map { LocalizedText(zh: "环比\($0.zh)", en: "previous \($0.en)") }
    return [line.channelsMissing(handbook), base].compactMap { $0?[language] }
      .joined(separator: language == .zh ? "，" : ", ")
  }
}

/// A text as one cell. What a spreadsheet would take for a formula gets an
/// apostrophe before it; numbers go another way and keep their minus.
public func appendCSV(_ text: String, to bytes: inout [UInt8]) {
  text.withBytes { appendCSV($0, to: &bytes) }
}

/// The same of bytes that `write` appends.
private func appendCSV(to bytes: inout [UInt8], _ write: (inout [UInt8]) -> Void) {
  let start = bytes.count
  write(&bytes)
  let isPlain = bytes.withUnsafeBufferPointer { all in
    let own = UnsafeBufferPointer(rebasing: all[start...])
    return !isFormula(own) && !isQuoted(own)
  }
  guard !isPlain else { return }
  let own = Array(bytes[start...])
  bytes.removeLast(own.count)
  own.withUnsafeBufferPointer { appendCSV($0, to: &bytes) }
}

private func appendCSV(_ own: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
  let isQuoted = isQuoted(own)
  if isQuoted { bytes.append(0x22) }
  if isFormula(own) { bytes.append(UInt8(ascii: "'")) }
  guard isQuoted else { return bytes.append(contentsOf: own) }
  for byte in own {
    if byte == 0x22 { bytes.append(0x22) }
    bytes.append(byte)
  }
  bytes.append(0x22)
}

private func isFormula(_ own: UnsafeBufferPointer<UInt8>) -> Bool {
  switch own.first {
  case 0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D: true
  // ＝ ＋ － ＠ and the true minus, which some spreadsheets read as the others.
  case 0xEF: own.count > 2 && own[1] == 0xBC && [0x8B, 0x8D, 0x9D, 0xA0].contains(own[2])
  case 0xE2: own.count > 2 && own[1] == 0x88 && own[2] == 0x92
  default: false
  }
}

private func isQuoted(_ own: UnsafeBufferPointer<UInt8>) -> Bool {
  // Without a way out of the loop, many bytes are looked at together.
  var found: UInt8 = 0
  for byte in own {
    found |= byte == 0x22 || byte == 0x2C || byte == 0x0A || byte == 0x0D ? 1 : 0
  }
  return found != 0
}
