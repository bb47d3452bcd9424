import CedianModel
import CedianTestSupport
import Testing

/// Deterministic choices, so that a failing handbook can be made again.
private struct Choices {
  var state: UInt64

  /// xorshift64*
  mutating func next(below count: Int) -> Int {
    state ^= state >> 12
    state ^= state << 25
    state ^= state >> 27
    return Int((state &* 0x2545_F491_4F6C_DD1D) >> 33) % max(count, 1)
  }
}

@Suite("What the date alone does")
struct DateTests {
  /// Every rule as severe as it may be.
  private static let severe =
    "\nrules:\n"
    + RuleCatalogue.bindable.filter { !$0.isTimeDriven }
    .map { "  \($0.id): {severity: error}\n" }.joined()

  /// The sample handbook with lines and files lost, states changed and, every
  /// other time, every rule an error.
  private static func handbook(seed: Int) throws -> Handbook {
    var choices = Choices(state: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1)
    var sources = try sampleContent()
    for index in sources.indices {
      let path = sources[index].path
      var text = String(decoding: sources[index].bytes, as: UTF8.self)
      if path == "content/site.yml" {
        if seed % 2 == 1 { text += severe }
      } else if path.hasPrefix("content/policy/") {
        if seed % 2 == 1 { text = text.replacing("severity: warning", with: "severity: error") }
        if seed % 3 == 2 { text = text.replacing("effective: 2026", with: "effective: 2025") }
      } else if seed > 0 {
        text = damaged(text, &choices)
      }
      sources[index] = SourceFile(path: path, text: text)
    }
    if seed > 0 {
      for _ in 0..<8 { sources.remove(at: choices.next(below: sources.count)) }
    }
    return SmallSite.handbook(of: sources)
  }

  private static func damaged(_ text: String, _ choices: inout Choices) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for _ in 0..<2 where lines.count > 4 {
      let line = choices.next(below: lines.count)
      // A field with all beneath it, so that what is left still reads.
      let depth = lines[line].prefix { $0 == " " || $0 == "-" }.count
      guard lines[line].contains(":") else { continue }
      var end = line + 1
      while end < lines.count, lines[end].prefix(while: { $0 == " " }).count > depth { end += 1 }
      lines.removeSubrange(line..<end)
    }
    let states = ["计划中", "进行中", "已完成", "已取消", "草拟", "已提交", "已批准", "已驳回"]
    var result = lines.joined(separator: "\n")
    for state in states where choices.next(below: 4) == 0 {
      result = result.replacing(
        state, with: states[choices.next(below: 4) + (state.utf8.count > 6 ? 4 : 0)])
    }
    return result
  }

  private struct Seen: Hashable {
    var place: String
    var message: String
  }

  private static let days =
    (Day(iso: "2026-01-01")?.ordinal ?? 0)...(Day(iso: "2027-12-31")?.ordinal ?? 0)

  @Test(
    "moving it adds no error and takes none away; what is late stays late, and is a warning",
    arguments: 0..<6)
  func errors(seed: Int) throws {
    let handbook = try Self.handbook(seed: seed)
    var errors: Set<Seen>?
    var before: [String: Int] = [:]
    var lateCount = 0
    for ordinal in stride(
      from: Self.days.lowerBound, through: Self.days.upperBound, by: seed == 0 ? 1 : 7)
    {
      let day = Day(ordinal: ordinal)
      let found = validate(handbook, asOf: day).diagnostics
      let now = Set(
        found.filter { $0.severity == .error }
          .map { Seen(place: $0.place, message: $0.message.en) })
      #expect(errors == nil || errors == now, "\(day.iso)")
      errors = now
      var overdue: [String: Int] = [:]
      for finding in found where finding.severity != .error {
        // Of several at one place the latest is compared.
        overdue[finding.place] = max(
          overdue[finding.place] ?? 0, finding.lateness?.daysOverdue ?? 0)
        if finding.lateness != nil { lateCount += 1 }
      }
      let lost = before.filter { place, days in (overdue[place] ?? -1) < days }
      #expect(lost.isEmpty, "\(day.iso): \(lost.keys.sorted())")
      before = overdue
    }
    #expect(lateCount > 0)
  }

  @Test("the errors of damaged handbooks are many, or nothing was shown")
  func errorsExist() throws {
    let counts = try (1..<6).map { seed in
      validate(try Self.handbook(seed: seed), asOf: Day(ordinal: 20_772)).diagnostics
        .count { $0.severity == .error }
    }
    #expect(counts.allSatisfy { $0 > 10 }, "\(counts)")
  }

  @Test("days overdue grow by one a day, for every rule that looks at the date")
  func growth() throws {
    let handbook = try Self.handbook(seed: 0)
    let dates = [Day(ordinal: 20_900), Day(ordinal: 20_901)]
    let (one, two) = (
      validate(handbook, asOf: dates[0]).diagnostics.compactMap(\.lateness),
      validate(handbook, asOf: dates[1]).diagnostics.compactMap(\.lateness)
    )
    #expect(one.count > 0 && one.count == two.count)
    for (a, b) in zip(one, two) {
      #expect(a.due == b.due)
      #expect(b.daysOverdue == a.daysOverdue + (dates[1] > a.due ? 1 : 0))
    }
  }
}
