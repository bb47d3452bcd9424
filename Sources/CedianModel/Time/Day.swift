/// A day of the Gregorian calendar. It knows no clock and no time zone: whose
/// day it is was settled when it was written.
public struct Day: Sendable, Hashable, Comparable {
  public let year: Int
  /// 1 to 12.
  public let month: Int
  /// 1 to 31.
  public let day: Int

  /// Nil where the calendar has no such day, and outside the years 1 to 9999.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      day >= 1, day <= Day.count(inMonth: month, of: year)
    else { return nil }
    self.init(unchecked: year, month, day)
  }

  /// `2026-11-01` and nothing else; full-width digits are not read here.
  public init?(iso text: some StringProtocol) {
    guard text.utf8.count == 10 else { return nil }
    let read = text.utf8.withContiguousStorageIfAvailable { Day(iso: $0[...]) }
    guard let day = read ?? Array(text.utf8).withUnsafeBufferPointer({ Day(iso: $0[...]) })
    else { return nil }
    self = day
  }

  /// The same of ten bytes.
  init?(iso bytes: Slice<UnsafeBufferPointer<UInt8>>) {
    guard bytes.count == 10 else { return nil }
    let start = bytes.startIndex
    var (isValid, numbers) = (true, (0, 0, 0))
    func digit(_ offset: Int) -> Int {
      let byte = bytes[start + offset]
      isValid = isValid && byte >= 0x30 && byte <= 0x39
      return Int(byte) - 0x30
    }
    for offset in 0..<4 { numbers.0 = numbers.0 * 10 + digit(offset) }
    numbers.1 = digit(5) * 10 + digit(6)
    numbers.2 = digit(8) * 10 + digit(9)
    guard isValid, bytes[start + 4] == UInt8(ascii: "-"), bytes[start + 7] == UInt8(ascii: "-")
    else { return nil }
    self.init(year: numbers.0, month: numbers.1, day: numbers.2)
  }

  private init(unchecked year: Int, _ month: Int, _ day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// `2026-11-01`
  public var iso: String {
    var text: [UInt8] = []
    text.reserveCapacity(10)
    appendISO(to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// Appends `iso`.
  func appendISO(to text: inout [UInt8]) {
    text.append(padded: year, to: 4)
    text.append(UInt8(ascii: "-"))
    text.append(padded: month, to: 2)
    text.append(UInt8(ascii: "-"))
    text.append(padded: day, to: 2)
  }

  public static func < (a: Self, b: Self) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }

  public static func count(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  public static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }
}

extension Day {
  /// Days since 1970-01-01, negative before it.
  public var ordinal: Int {
    // Years are counted from March, so that the leap day is a year's last.
    let y = month > 2 ? year : year - 1
    let m = month > 2 ? month - 3 : month + 9
    let era = y / 400
    let ofEra = y - era * 400
    let ofYear = (153 * m + 2) / 5 + day - 1
    return era * Self.daysPerEra + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear
      - Self.daysToEpoch
  }

  /// The day so many days after 1970-01-01; beyond the years 1 to 9999 the
  /// calendar's first or last day.
  public init(ordinal: Int) {
    let shifted = min(max(ordinal, Self.first), Self.last) + Self.daysToEpoch
    let era = shifted / Self.daysPerEra
    let ofEra = shifted - era * Self.daysPerEra
    let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let m = (5 * ofYear + 2) / 153
    let month = m < 10 ? m + 3 : m - 9
    let year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
    self.init(unchecked: year, month, ofYear - (153 * m + 2) / 5 + 1)
  }

  /// 1 is Monday, 7 is Sunday.
  public var weekday: Int {
    // 1970-01-01 was a Thursday.
    let offset = (ordinal + 3) % 7
    return (offset < 0 ? offset + 7 : offset) + 1
  }

  public func adding(days: Int) -> Day {
    let (sum, overflow) = ordinal.addingReportingOverflow(days)
    return Day(ordinal: overflow ? (days > 0 ? Self.last : Self.first) : sum)
  }

  private static let daysPerEra = 146_097
  private static let daysToEpoch = 719_468
  /// 0001-01-01 and 9999-12-31.
  private static let first = -719_162
  private static let last = 2_932_896
}

/// Decimal digits with leading zeros; years, months, days, clock times.
func padded(_ number: Int, to width: Int) -> String {
  let digits = String(number)
  let missing = width - digits.utf8.count
  return missing > 0 ? String(repeating: "0", count: missing) + digits : digits
}
