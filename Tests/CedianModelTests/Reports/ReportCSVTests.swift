import CedianModel
import Testing

@Suite("Cells of a spreadsheet")
struct ReportCSVTests {
  @Test(
    "what could become a formula gets an apostrophe, in full width too",
    arguments: [
      ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@a", "'@a"), ("\t=1", "'\t=1"),
      ("＝1+1", "'＝1+1"), ("＋1", "'＋1"), ("－1", "'－1"), ("＠a", "'＠a"), ("−1", "'−1"),
      ("＝a,b", "\"'＝a,b\""), ("官网", "官网"), ("（＝）", "（＝）"), ("1＝1", "1＝1"), ("，", "，"),
      ("≈1", "≈1"), ("", ""),
    ])
  func formulas(text: String, cell: String) {
    var bytes: [UInt8] = []
    appendCSV(text, to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == cell)
  }
}
