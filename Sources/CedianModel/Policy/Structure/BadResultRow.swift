/// `bad-result-row`: a row of a results CSV that cannot count.
enum BadResultRow {
  static let id = "bad-result-row"

  static func diagnostic(
    zh: String, en: String, at range: SourceRange, path: String, fix: LocalizedText,
    example: String? = nil
  ) -> Diagnostic {
    Diagnostic(
      id: id, severity: .error, location: SourceLocation(path: path, range: range),
      message: LocalizedText(zh: zh, en: en),
      fix: Diagnostic.Fix(message: fix, example: example))
  }

  static func wrongCellCount(_ row: CSVTable.Row, expected: Int, path: String) -> Diagnostic {
    diagnostic(
      zh: "这一行有 \(row.cells.count) 格，表头有 \(expected) 格；此行未计入",
      en:
        "this row has \(row.cells.count) cells where the header has \(expected); it is not counted",
      at: row.range, path: path,
      fix: LocalizedText(
        zh: "补齐逗号；格内有逗号时用双引号括起", en: "add the commas; quote a cell that holds one"))
  }

  /// A header without columns that every row needs: for want of one, of commas, of
  /// all of it, or for a slip in a name.
  static func badHeader(
    _ header: [Located<String>], lacking missing: [String], path: String
  ) -> Diagnostic {
    let range = header.first?.range ?? SourceRange(.start, .start)
    let whole = SourceRange(range.start, header.last?.range.end ?? range.end)
    func finding(_ zh: String, _ en: String, _ range: SourceRange, _ advice: LocalizedText)
      -> Diagnostic
    {
      diagnostic(
        zh: zh + "，整个文件未计入", en: en + "; the file is not counted", at: range, path: path,
        fix: advice, example: "period,channel,activity,metric,value,source,note")
    }
    let advice = LocalizedText(zh: "表头写成", en: "write the header as")
    let written = header.map(\.value)
    if written.allSatisfy(\.isEmpty) {
      return finding("第一行没有表头", "there is no header", range, advice)
    }
    let separators = [";": "分号", "；": "全角分号", "，": "全角逗号", "、": "顿号", "\t": "制表符"]
    if let mark = written.joined().first(where: { separators[String($0)] != nil }) {
      return finding(
        "各列之间是\(separators[String(mark)] ?? "")，应当是半角逗号", "the columns are not parted by commas",
        whole,
        LocalizedText(zh: "另存为逗号分隔的 UTF-8 CSV，表头写成", en: "save it with commas; write the header as")
      )
    }
    let list = LocalizedText(
      zh: missing.map { "「\($0)」" }.joined(separator: "、"),
      en: missing.map { "'\($0)'" }.joined(separator: ", "))
    let slip = header.lazy.compactMap { cell in
      nearest(to: cell.value, among: missing).map { (cell, $0) }
    }.first
    if let (cell, name) = slip {
      return finding(
        "表头缺少\(list.zh)列", "the header lacks \(list.en)", cell.range,
        LocalizedText(
          zh: "「\(cell.value)」是不是想写「\(name)」？表头写成",
          en: "did you mean '\(name)' by '\(cell.value)'? Write the header as"))
    }
    return finding("表头缺少\(list.zh)列", "the header lacks \(list.en)", whole, advice)
  }

  static func unknownColumn(
    _ cell: Located<String>, nearest: String?, path: String
  ) -> Diagnostic {
    diagnostic(
      zh: "表头里的「\(cell.value)」不是结果表的列，整个文件未计入",
      en: "'\(cell.value)' is no column of a results table; the file is not counted",
      at: cell.range, path: path,
      fix: LocalizedText(
        zh: (nearest.map { "是不是想写「\($0)」？" } ?? "")
          + "自用的列以 x- 开头，例如「x-\(cell.value)」；表头写成",
        en: (nearest.map { "did you mean '\($0)'? " } ?? "")
          + "columns of your own begin with x-, as in 'x-\(cell.value)'; write the header as"),
      example: "period,channel,activity,metric,value,source,note")
  }

  static func secondColumn(
    _ cell: Located<String>, first: Located<String>, path: String
  ) -> Diagnostic {
    var finding = diagnostic(
      zh: "表头里「\(cell.value)」列写了两次，整个文件未计入",
      en: "the header has the column '\(cell.value)' twice; the file is not counted",
      at: cell.range, path: path,
      fix: LocalizedText(zh: "留下一列，另一列删去或改名", en: "keep one and remove or rename the other"))
    finding.notes.append(
      Diagnostic.Note(
        location: SourceLocation(path: path, range: first.range),
        message: LocalizedText(zh: "第一次在这里", en: "the first is here")))
    return finding
  }

  static func badValue(_ cell: Located<String>, path: String) -> Diagnostic {
    let isPlain = cell.value.utf8.allSatisfy {
      (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2D
    }
    let digits = cell.value.utf8.count { (0x30...0x39).contains($0) }
    if isPlain, digits > 18 {
      return diagnostic(
        zh: "数值「\(cell.value)」有 \(digits) 位数字，超过了 18 位；此行未计入",
        en: "the value '\(cell.value)' has \(digits) digits, more than 18; the row is not counted",
        at: cell.range, path: path,
        fix: LocalizedText(zh: "最多写 18 位，多余的小数位四舍五入", en: "round it to at most 18 digits"))
    }
    return diagnostic(
      zh: "数值「\(cell.value)」不是纯数字；此行未计入",
      en: "the value '\(cell.value)' is not a plain number; the row is not counted",
      at: cell.range, path: path,
      fix: LocalizedText(
        zh: "写不带单位和千分位的数字；没有数据就留空，0 表示零",
        en: "write digits without unit or separators; leave a missing value empty, 0 is zero"),
      example: "1250000.50")
  }

  static func badPeriod(_ cell: Located<String>, path: String) -> Diagnostic {
    diagnostic(
      zh: "期间「\(cell.value)」不是年、季度或月份；此行未计入",
      en: "the period '\(cell.value)' is not a year, quarter or month; the row is not counted",
      at: cell.range, path: path, fix: LocalizedText(zh: "写成", en: "write"), example: "2026-10")
  }

  static func emptyCell(_ name: String, at range: SourceRange, path: String) -> Diagnostic {
    diagnostic(
      zh: "「\(name)」为空；此行未计入", en: "'\(name)' is empty; the row is not counted",
      at: range, path: path, fix: LocalizedText(zh: "填上「\(name)」", en: "fill in '\(name)'"))
  }

  static func derivedMetric(_ cell: Located<String>, metric: Metric, path: String) -> Diagnostic {
    let parts = "\(metric.numerator ?? "…") ÷ \(metric.denominator ?? "…")"
    return diagnostic(
      zh: "「\(metric.name.zh)」是比率，由 \(parts) 算出，不填报；此行未计入",
      en:
        "'\(metric.name.en)' is a ratio, derived from \(parts) and never reported; the row is not counted",
      at: cell.range, path: path,
      fix: LocalizedText(zh: "改填分子和分母", en: "report its numerator and denominator instead"))
  }
}

/// `duplicate-result`: one fact written twice.
enum DuplicateResult {
  static let id = "duplicate-result"

  static func check(_ rows: [ResultRow]) -> [Diagnostic] {
    struct Fact: Hashable { var period, channel, activity, metric: String }
    var first: [Fact: ResultRow] = [:]
    first.reserveCapacity(rows.count)
    var found: [Diagnostic] = []
    for row in rows {
      let fact = Fact(
        period: row.period.id, channel: row.channel.value, activity: row.activity?.value ?? "",
        metric: row.metric.value)
      guard let other = first.updateValue(row, forKey: fact) else { continue }
      first[fact] = other
      found.append(
        Diagnostic(
          id: id, severity: .error, location: SourceLocation(path: row.path, range: row.range),
          message: LocalizedText(
            zh: "\(fact.period) 的「\(fact.channel)」「\(fact.metric)」填报了两次",
            en: "'\(fact.metric)' of '\(fact.channel)' for \(fact.period) is reported twice"),
          notes: [
            Diagnostic.Note(
              location: SourceLocation(path: other.path, range: other.range),
              message: LocalizedText(zh: "先填在这里", en: "first reported here"))
          ],
          fix: Diagnostic.Fix(
            message: LocalizedText(zh: "只保留正确的一行", en: "keep the row that is right"))))
    }
    return found
  }
}
