import Foundation

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
    append(Self.header.map { .text($0[language]) }, to: &bytes)
    let all = LocalizedText(zh: "全部", en: "all")[language]
    for (index, line) in report.lines.enumerated() {
      append(row(line, report.period, channel: all), to: &bytes)
      for (part, line) in zip(report.parts, report.partLines[index]) {
        append(row(line, part, channel: all), to: &bytes)
      }
    }
    for channel in report.channels {
      let title = handbook.channels[channel.channel].info.title
      for line in channel.lines {
        append(row(line, report.period, channel: title), to: &bytes)
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

  private enum Cell {
    case text(String)
    case number(Decimal?)
    /// Where these rows stand.
    case places([Int])
  }

  private func row(_ line: MetricLine, _ period: Period, channel: String) -> [Cell] {
    let metric = handbook.metrics[line.metric]
    let (previous, previousUnit) =
      line.toPrevious.map { change($0, metric) } ?? (.text(""), .text(""))
    let (earlier, earlierUnit) = change(line.toYearEarlier, metric)
    return [
      .text(period.id), .text(channel), .text(metric.name[language]), .text(metric.id),
      .text(metric.unit.rawValue), .number(line.target?.value), .number(line.comparable?.value),
      .number(line.actual.value), .number(line.variance?.amount),
      .number(line.attainment),
      .text(line.target == nil ? "" : status(line)), previous, previousUnit, earlier, earlierUnit,
      .number(Decimal(line.actual.months.count)), .number(Decimal(line.actual.expected.count)),
      .text(note(line)),
      .places(line.actual.rows),
    ]
  }

  private func note(_ line: MetricLine) -> String {
    if line.isAhead { return "" }
    if let absence = line.actual.absence { return absence.label[language] }
    let base = line.previousBase.map { LocalizedText(zh: "环比\($0.zh)", en: "previous \($0.en)") }
    return [line.channelsMissing(handbook), base].compactMap { $0?[language] }
      .joined(separator: language == .zh ? "，" : ", ")
  }

  private func status(_ line: MetricLine) -> String {
    line.statusLabel[language]
  }

  private func change(_ change: Change, _ metric: Metric) -> (Cell, Cell) {
    switch change {
    case .relative(let value):
      (.number(value), .text(LocalizedText(zh: "比例", en: "fraction")[language]))
    case .points(let value):
      (.number(value), .text(LocalizedText(zh: "百分点", en: "points")[language]))
    case .absolute(let value): (.number(value), .text(metric.unit.rawValue))
    case .none: (.text(""), .text(""))
    }
  }

  private func append(_ cells: [Cell], to bytes: inout [UInt8]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      switch cell {
      case .number(let value): if let value { bytes.append(plain: value) }
      case .text(let text): appendCSV(text, to: &bytes)
      case .places(let rows):
        appendCSV(source.ledger.places(of: rows).joined(separator: " "), to: &bytes)
      }
    }
    bytes += [0x0D, 0x0A]
  }
}

/// A text as one cell. What a spreadsheet would take for a formula gets an
/// apostrophe before it; numbers go another way and keep their minus.
public func appendCSV(_ text: String, to bytes: inout [UInt8]) {
  text.withBytes { own in
    guard let first = own.first else { return }
    let isFormula: Bool =
      switch first {
      case 0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D: true
      // ＝ ＋ － ＠ and the true minus, which some spreadsheets read as the others.
      case 0xEF:
        own.count > 2 && own[1] == 0xBC && [0x8B, 0x8D, 0x9D, 0xA0].contains(own[2])
      case 0xE2: own.count > 2 && own[1] == 0x88 && own[2] == 0x92
      default: false
      }
    let isQuoted = own.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
    if isQuoted { bytes.append(0x22) }
    if isFormula { bytes.append(UInt8(ascii: "'")) }
    if isQuoted {
      for byte in own {
        if byte == 0x22 { bytes.append(0x22) }
        bytes.append(byte)
      }
      bytes.append(0x22)
    } else {
      bytes.append(contentsOf: own)
    }
  }
}
