/// One end of a span as written: what it names, with nothing filled in.
struct WrittenTime {
  var year: Int?
  var month: Int?
  var day: Int?
  var quarter: Int?
  var half: Int?
  var clockTime: (hour: Int, minute: Int)?
  /// `01/11/2026`, `26-11-01`: three numbers without a four-digit year.
  var unclear: (Int, Int, Int)?
  var hasShortYear = false
  /// A number alone, which takes its meaning from the other end: the `5` of `11月1日至5`.
  var number: Int?
  /// In Unicode scalars from the text's start.
  var range: Range<Int> = 0..<0

  /// Whether it names anything but a clock time or a bare number.
  var namesDate: Bool {
    year != nil || month != nil || day != nil || quarter != nil || half != nil || unclear != nil
  }
}

/// Reads the ends of a span off its tokens.
struct WrittenTimeReader {
  let tokens: [TimeToken]
  var index = 0

  init(_ tokens: [TimeToken]) {
    self.tokens = tokens
  }

  var isAtEnd: Bool { index >= tokens.count }

  func kind(_ offset: Int = 0) -> TimeToken.Kind? {
    index + offset < tokens.count ? tokens[index + offset].kind : nil
  }

  private func number(_ offset: Int = 0) -> (value: Int, digits: Int)? {
    guard case .number(let value, let digits)? = kind(offset) else { return nil }
    return (value, digits)
  }

  private func isTight(_ offset: Int) -> Bool {
    index + offset < tokens.count && !tokens[index + offset].isSpaced
  }

  /// One end; nil, with nothing consumed, where none stands here.
  mutating func end() -> WrittenTime? {
    let start = index
    var time = WrittenTime()
    guard date(&time), index > start else {
      index = start
      return nil
    }
    time.range = tokens[start].range.lowerBound..<tokens[index - 1].range.upperBound
    return time
  }

  private mutating func date(_ time: inout WrittenTime) -> Bool {
    if yearPart(&time) { return true }
    guard let (value, digits) = number(), digits <= 4 else { return false }
    switch kind(1) {
    case .year:
      time.year = value
      time.hasShortYear = digits < 4
      index += 2
      if !yearPart(&time), number() != nil { han(&time) }
    case .month, .day: han(&time)
    case .colon, .hour:
      return clock(&time)
    case .hyphen where isTight(1), .slash where isTight(1), .dot where isTight(1):
      if !separated(&time, value, digits) { return false }
    default:
      if digits == 4 {
        time.year = value
        index += 1
        _ = yearPart(&time)
      } else {
        time.number = value
        index += 1
      }
    }
    if time.day != nil || time.unclear != nil {
      if kind() == .letterT { index += 1 }
      _ = clock(&time)
    }
    return true
  }

  /// `Q4`, `第四季度`, `H1`, `上半年`, after a year or alone.
  private mutating func yearPart(_ time: inout WrittenTime) -> Bool {
    if case .half(let half)? = kind() {
      time.half = half
      index += 1
      return true
    }
    if kind() == .letterQ || kind() == .letterH, let (value, _) = number(1), isTight(1) {
      if kind() == .letterQ { time.quarter = value } else { time.half = value }
      index += 2
      return true
    }
    let ordinal = kind() == .ordinal ? 1 : 0
    if let (value, _) = number(ordinal), kind(ordinal + 1) == .quarter {
      time.quarter = value
      index += ordinal + 2
      return true
    }
    return false
  }

  /// `11月1日`, `11月`, `1日`; 月 or 日 may be left to the end of a range, as in
  /// `11月1-11日`.
  private mutating func han(_ time: inout WrittenTime) {
    if let (value, digits) = number(), digits <= 2 {
      if kind(1) == .month {
        time.month = value
        index += 2
      } else if time.year != nil, kind(1) == .hyphen || kind(1) == .to {
        time.month = value
        index += 1
        return
      }
    }
    if let (value, digits) = number(), digits <= 2, time.month != nil || time.year == nil {
      if kind(1) == .day {
        time.day = value
        index += 2
      } else if kind(1) == .hyphen || kind(1) == .to {
        time.day = value
        index += 1
      }
    }
  }

  /// Two or three numbers with one separator and no spaces between.
  private mutating func separated(
    _ time: inout WrittenTime, _ first: Int, _ digits: Int
  ) -> Bool {
    let separator = kind(1)
    if digits == 4, separator == .hyphen, kind(2) == .letterQ || kind(2) == .letterH, isTight(2) {
      time.year = first
      index += 2
      return yearPart(&time)
    }
    guard let (second, secondDigits) = number(2), isTight(2), secondDigits <= 2,
      !isUnit(kind(3))
    else {
      // The separator belongs to a range: `2026/2027`, `2026-11月`.
      guard digits == 4 else { return false }
      time.year = first
      index += 1
      return true
    }
    if kind(3) == separator, isTight(3), let (third, thirdDigits) = number(4), isTight(4),
      thirdDigits <= 2 || (digits <= 2 && thirdDigits == 4), !isUnit(kind(5))
    {
      if digits == 4 {
        (time.year, time.month, time.day) = (first, second, third)
      } else {
        time.unclear = (first, second, third)
      }
      index += 5
      return true
    }
    if digits == 4 {
      (time.year, time.month) = (first, second)
    } else if digits <= 2 {
      (time.month, time.day) = (first, second)
    } else {
      return false
    }
    index += 3
    return true
  }

  private func isUnit(_ kind: TimeToken.Kind?) -> Bool {
    kind == .year || kind == .month || kind == .day || kind == .quarter
  }

  /// `20:00`, `20:00:30`, `20点`, `20点30分`, `20点半`.
  private mutating func clock(_ time: inout WrittenTime) -> Bool {
    guard let (hour, digits) = number(), digits <= 2 else { return false }
    if kind(1) == .colon, let (minute, minuteDigits) = number(2), minuteDigits == 2 {
      time.clockTime = (hour, minute)
      index += 3
      if kind() == .colon, let (seconds, digits) = number(1), digits == 2, seconds < 60 {
        index += 2
      }
      return true
    }
    guard kind(1) == .hour else { return false }
    index += 2
    var minutes = 0
    if kind() == .halfHour {
      minutes = 30
      index += 1
    } else if let (value, _) = number(), kind(1) == .minute {
      minutes = value
      index += 2
    }
    time.clockTime = (hour, minutes)
    return true
  }

  /// Whether the sign between two ends stands here; consumes it. `/` and `-`
  /// count wherever a date is complete.
  mutating func rangeSign() -> Bool {
    switch kind() {
    case .to, .hyphen, .slash:
      index += 1
      return true
    default: return false
    }
  }
}
