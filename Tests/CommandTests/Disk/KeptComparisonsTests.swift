import CedianModel
import Testing

@testable import cedian

@Suite("Kept comparisons")
struct KeptComparisonsTests {
  private static let known: [ComparedObjects: Comparison] = {
    let words = LocalizedText(zh: "时间 延后 3 天", en: "time: 3 days later")
    let span = TimeSpan(start: Day(ordinal: -400), end: Day(ordinal: 20_000))
    func key(_ before: String, _ others: String = "") -> ComparedObjects {
      ComparedObjects(
        before: before, after: "b", others: others, folder: "activities", names: "1 2")
    }
    return [
      key("a"): Comparison(
        changes: [History.Change(importance: .time, words: words)], before: span, after: nil),
      key("a", "c+-"): Comparison(changes: [], before: nil, after: span),
    ]
  }()

  @Test("are read as they were written")
  func roundTrip() throws {
    let bytes = KeptComparisons.bytes(of: Self.known)
    let read = try #require(KeptComparisons.comparisons(in: bytes))
    #expect(read.count == 2)
    for (key, comparison) in Self.known {
      #expect(read[key]?.changes == comparison.changes)
      #expect(read[key]?.before == comparison.before)
      #expect(read[key]?.after == comparison.after)
    }
    #expect(KeptComparisons.comparisons(in: [])?.isEmpty == true)
  }

  @Test("are nothing where they are cut short or something else")
  func broken() {
    let bytes = KeptComparisons.bytes(of: Self.known)
    for length in 1..<bytes.count {
      // Only where the first one ends.
      let read = KeptComparisons.comparisons(in: Array(bytes[..<length]))
      #expect(read == nil || read?.count == 1)
    }
    #expect(KeptComparisons.comparisons(in: Array("{\"a\": 1}".utf8)) == nil)
    #expect(KeptComparisons.comparisons(in: Array(repeating: 0xFF, count: 64)) == nil)
  }
}
