/// Reads a results table: one fact a row. A bad row is reported and the others
/// still count.
public func decodeResults(_ table: CSVTable) -> ([ResultRow], [Diagnostic]) {
  let columns = ResultColumn.allCases.map { column in
    table.header.firstIndex { column.names.contains($0.value) }
  }
  let missing = zip(ResultColumn.allCases, columns).filter { $0.1 == nil && $0.0.isNeeded }
  guard missing.isEmpty else {
    let names = missing.map(\.0.rawValue)
    return ([], [BadResultRow.badHeader(table.header, lacking: names, path: table.path)])
  }
  let strange = ResultColumn.strangers(table)
  guard strange.isEmpty else { return ([], strange) }
  var found: [Diagnostic] = []
  var rows: [ResultRow] = []
  rows.reserveCapacity(table.rows.count)
  for row in table.rows {
    guard row.cells.count == table.header.count else {
      found.append(
        BadResultRow.wrongCellCount(row, expected: table.header.count, path: table.path))
      continue
    }
    let reader = ResultRowReader(row: row, columns: columns, path: table.path)
    switch reader.read() {
    case .success(let result):
      rows.append(result)
      if result.isUnreadable, let bad = reader.badValue() { found.append(bad) }
    case .failure(let problem): found.append(problem.diagnostic)
    }
  }
  return (rows, found)
}

private enum ResultColumn: String, CaseIterable {
  case period, channel, activity, metric, value, source, note

  /// Columns of no known name and those named twice. Without its column an
  /// activity's row would count as its channel's total, so nothing is counted.
  static func strangers(_ table: CSVTable) -> [Diagnostic] {
    var seen: [ResultColumn: Located<String>] = [:]
    return table.header.compactMap { cell in
      if cell.value.isEmpty || cell.value.hasPrefix("x-") { return nil }
      guard let column = allCases.first(where: { $0.names.contains(cell.value) }) else {
        let free = allCases.filter { column in
          !table.header.contains { column.names.contains($0.value) }
        }
        return BadResultRow.unknownColumn(
          cell, nearest: nearest(to: cell.value, among: free.flatMap(\.names)), path: table.path)
      }
      defer { seen[column] = seen[column] ?? cell }
      return seen[column].map { BadResultRow.secondColumn(cell, first: $0, path: table.path) }
    }
  }

  var names: [String] {
    switch self {
    case .period: [rawValue, "期间", "周期"]
    case .channel: [rawValue, "渠道"]
    case .activity: [rawValue, "活动"]
    case .metric: [rawValue, "指标"]
    case .value: [rawValue, "数值"]
    case .source: [rawValue, "来源"]
    case .note: [rawValue, "备注"]
    }
  }

  var isNeeded: Bool {
    switch self {
    case .period, .channel, .metric, .value: true
    case .activity, .source, .note: false
    }
  }
}

private struct BadRow: Error { let diagnostic: Diagnostic }

private struct ResultRowReader {
  let row: CSVTable.Row
  let columns: [Int?]
  let path: String

  func read() -> Result<ResultRow, BadRow> {
    guard let periodCell = cell(.period) else { return empty(.period) }
    guard let period = Period(periodCell.value) else {
      return .failure(BadRow(diagnostic: BadResultRow.badPeriod(periodCell, path: path)))
    }
    guard let channel = cell(.channel) else { return empty(.channel) }
    guard let metric = cell(.metric) else { return empty(.metric) }
    var value: Quantity?
    var isUnreadable = false
    if let written = cell(.value) {
      value = Decimal(plain: written.value.utf8).map { Quantity(value: $0) }
      isUnreadable = value == nil
    }
    return .success(
      ResultRow(
        path: path, range: row.range, period: period, channel: channel, activity: cell(.activity),
        metric: metric, value: value, isUnreadable: isUnreadable, source: cell(.source)?.value,
        note: cell(.note)?.value))
  }

  func badValue() -> Diagnostic? {
    cell(.value).map { BadResultRow.badValue($0, path: path) }
  }

  /// The cell of a column; nil when it is blank or the column is absent.
  private func cell(_ column: ResultColumn) -> Located<String>? {
    guard let place = ResultColumn.allCases.firstIndex(of: column), let index = columns[place]
    else { return nil }
    let cell = row.cells[index]
    return cell.value.isEmpty ? nil : cell
  }

  private func empty(_ column: ResultColumn) -> Result<ResultRow, BadRow> {
    .failure(
      BadRow(
        diagnostic: BadResultRow.emptyCell(
          column.names.last ?? column.rawValue, at: row.range, path: path)))
  }
}
