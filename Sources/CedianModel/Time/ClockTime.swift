/// A time of day as an author writes it: kept and shown, never counted with.
public struct ClockTime: Sendable, Hashable, Comparable {
  /// 0 to 24; 24 only as `24:00`, a day's end.
  public let hour: Int
  /// 0 to 59.
  public let minute: Int

  /// Nil where no clock shows it.
  public init?(hour: Int, minute: Int = 0) {
    guard (0...24).contains(hour), (0...59).contains(minute), hour < 24 || minute == 0 else {
      return nil
    }
    self.hour = hour
    self.minute = minute
  }

  /// `20:00`
  public var text: String { "\(padded(hour, to: 2)):\(padded(minute, to: 2))" }

  public static func < (a: Self, b: Self) -> Bool {
    (a.hour, a.minute) < (b.hour, b.minute)
  }
}
