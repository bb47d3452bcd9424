import CedianModel

@testable import CedianSite

/// Data that figures must survive, the same at every run.
struct RandomFigures {
  private var state: UInt64
  /// What all values of one figure are like.
  private var kind = 0
  private var equal: Decimal = 0

  init(seed: UInt64) {
    state = seed
    kind = next(6)
    equal = Decimal(next(1000))
  }

  mutating func next(_ limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(max(limit, 1)))
  }

  mutating func count() -> Int { [0, 1, 2, 3, 7, 12, 13, 40][next(8)] }

  mutating func number() -> FigureNumber? {
    if next(7) == 0 { return nil }
    let value: Decimal =
      switch kind {
      case 0: 0
      case 1: equal
      case 2: Decimal(next(2_000_000) - 1_000_000) / 100
      case 3: Decimal(next(1_000_000)) * 1_000_000_000
      case 4: next(3) == 0 ? Decimal(sign: .plus, exponent: 15, significand: 1) : Decimal(next(9))
      default: next(40) == 0 ? .nan : Decimal(-next(5000))
      }
    let label =
      value.isNaN
      ? "—"
      : next(3) == 0 ? NumberFormat.money(value, in: .zh, style: .exact) : "\(value)"
    return FigureNumber(value, label.replacing("-", with: "−"))
  }

  mutating func required() -> FigureNumber { number() ?? FigureNumber(0, "0") }

  mutating func label() -> String {
    let names = [
      "", "官网", "搜索推广", "社交媒体运营与内容营销（含短视频、直播与达人合作）", "Email", "<b>&\"礼\"</b>",
      "2026年10月", "10月", "WWWWWWWWWWWWMMMMMMMMMM", "👩‍👩‍👧‍👦家庭日 🎉", "双11 预热",
      String(repeating: "全渠道整合营销传播", count: 12),
    ]
    return names[next(names.count)]
  }

  mutating func day(around year: Int = 2026) -> Day {
    Day(ordinal: 20_700 + next(200))
  }

  mutating func span() -> TimeSpan? {
    if next(5) == 0 { return nil }
    let start = day()
    return TimeSpan(start: start, end: start.adding(days: [0, 0, 3, 9, 40, 150][next(6)]))
  }

  mutating func actual() -> ActualTime? {
    span().map { next(4) == 0 ? .since($0.start) : .over($0) }
  }
}
