import CedianContent
import CedianModel
import Testing

/// Random front matter, broken in the ways that people break it: the fix gives
/// back what was meant.
@Suite("check --fix keeps the meaning")
struct FixPropertyTests {
  private static let seeds: [UInt64] = Array(1...200)
  private static let path = "content/activities/2026/case.md"

  private func fixed(_ text: String) -> String {
    String(
      decoding: fixFile(SourceFile(path: Self.path, text: text)).bytes, as: UTF8.self)
  }

  /// What is found, and keys and values without places and styles.
  private func decoded(_ text: String) -> (values: String, found: [String]) {
    let file = SourceFile(path: Self.path, text: text)
    guard case .document(.activity(let activity), let found) = readFile(file, options: .init())
    else { return ("", []) }
    let values: [String] = [
      "\(activity.theme.value ?? "-")", "\(activity.info.title)",
      "\((activity.goals.value ?? []).map { ($0.metric.value, $0.target?.value.value) })",
      "\(activity.time.value.map { ($0.start.iso, $0.end.iso) } as Any)",
      "\(activity.audience.value ?? [])", "\(activity.format.value ?? [])",
      "\(activity.channels.map(\.value))", "\(activity.promotion.map(\.channel.value))",
      "\(activity.supports.map(\.value))",
      "\((activity.budget?.items ?? []).map { ($0.item, $0.amount.value.value) })",
      "\(activity.duties.map { ($0.who?.value, $0.task, $0.by?.iso) })",
      "\(String(describing: activity.approval?.status?.value)) \(activity.approval?.on?.value.iso ?? "")",
    ]
    let entries = parseFrontMatter(file).frontMatter?.entries ?? []
    return (
      (values + [summary(entries)]).joined(separator: "\n"),
      found.map { "\($0.id) \($0.location.range.start.line): \($0.message.zh)" }
    )
  }

  @Test("a file in order is not touched", arguments: Self.seeds)
  func untouched(seed: UInt64) {
    let text = FixGenerator.pair(seed: seed).right
    #expect(decoded(text).found == [])
    #expect(fixed(text) == text)
  }

  @Test(
    "a broken one decodes to what was meant, loses no comment, and is fixed once for all",
    arguments: Self.seeds)
  func mended(seed: UInt64) {
    let pair = FixGenerator.pair(seed: seed)
    let once = fixed(pair.wrong)
    let (meant, got) = (decoded(pair.right), decoded(once))
    #expect(got.values == meant.values, "\(pair.wrong)\n→\n\(once)")
    #expect(got.found == [], "\(pair.wrong)\n→\n\(once)")
    #expect(fixed(once) == once)
    let isCRLF = pair.right.contains("\r\n")
    let body = isCRLF ? FixGenerator.body.replacing("\n", with: "\r\n") : FixGenerator.body
    #expect(once.utf8.reversed().starts(with: body.utf8.reversed()))
    for comment in pair.comments { #expect(once.contains(comment)) }
    #expect(once.utf8.starts(with: pair.right.utf8.prefix(3)))
    let bare = zip([0] + Array(once.utf8), once.utf8).count { $0 != 0x0D && $1 == 0x0A }
    #expect(isCRLF ? bare == 0 : !once.utf8.contains(0x0D))
  }

  @Test("the generator breaks what it says: most texts are broken, and all in order are read")
  func generator() {
    let pairs = Self.seeds.map { FixGenerator.pair(seed: $0) }
    #expect(pairs.count { $0.right != $0.wrong } > 195)
    let rules = Set(
      pairs.flatMap { pair in
        fixFile(SourceFile(path: Self.path, text: pair.wrong)).fixed.map(\.id)
      })
    #expect(
      rules == [
        "full-width-colon", "tab-indent", "front-matter-syntax", "hash-comment", "wrong-type",
        "number-form",
      ])
  }

  @Test("any bytes at all come back with nothing lost and fixed once for all")
  func hostile() {
    var state: UInt64 = 88_172_645_463_325_252
    func next(_ bound: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(bound))
    }
    for seed in Self.seeds.prefix(150) {
      var bytes = Array(FixGenerator.pair(seed: seed).wrong.utf8)
      for _ in 0...next(6) {
        switch next(3) {
        case 0: bytes.remove(at: next(bytes.count))
        case 1: bytes.insert(UInt8(next(128)), at: next(bytes.count))
        default: bytes[next(bytes.count)] = Array("：\t\"'[]{}#,:-\n".utf8)[next(15)]
        }
      }
      let file = SourceFile(path: Self.path, bytes: bytes)
      let once = fixFile(file)
      let again = fixFile(SourceFile(path: Self.path, bytes: once.bytes))
      #expect(again.bytes == once.bytes)
      #expect(once.fixed.isEmpty == (once.bytes == bytes))
    }
  }
}
