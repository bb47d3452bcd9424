/// How many cells a scalar takes in a terminal when it stands alone: 2 for Han
/// and full-width characters and emoji, 0 for marks that combine, 1 for the
/// rest. Characters of ambiguous width, such as “ and —, take 1, as terminals do
/// unless told otherwise.
func displayWidth(_ scalar: Unicode.Scalar) -> Int {
  let value = scalar.value
  if value < 0x300 { return 1 }
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format: return 0
  default: break
  }
  switch value {
  case 0x1160...0x11FF: return 0
  case 0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4DC0...0x9FFF,
    0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19,
    0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF,
    0x1F200...0x1F2FF, 0x20000...0x3FFFD:
    return 2
  default: return scalar.properties.isEmojiPresentation ? 2 : 1
  }
}

/// Measures scalars one after the other, so that an emoji made of several takes
/// the two cells of one.
struct CellMeter {
  private var previous: Unicode.Scalar?
  private var isJoined = false
  private var flagIsOpen = false

  /// The cells that `scalar` adds to what came before it.
  mutating func width(of scalar: Unicode.Scalar) -> Int {
    defer { previous = scalar }
    let alone = displayWidth(scalar)
    let joins = isJoined
    isJoined = scalar == "\u{200D}"
    let isFlag = (0x1F1E6...0x1F1FF).contains(scalar.value)
    let closesFlag = isFlag && flagIsOpen
    flagIsOpen = isFlag && !flagIsOpen
    if closesFlag { return 0 }
    if joins, scalar.value > 0x7F, scalar.properties.isEmoji { return 0 }
    guard let before = previous else { return alone }
    if (0x1F3FB...0x1F3FF).contains(scalar.value), before.properties.isEmojiModifierBase {
      return displayWidth(before) == 1 ? 1 : 0
    }
    // A sign that may be text or emoji becomes emoji by what follows it.
    if scalar == "\u{FE0F}", before.value > 0x7F, before.properties.isEmoji,
      displayWidth(before) == 1
    {
      return 1
    }
    return alone
  }
}

func displayWidth(_ text: String) -> Int {
  var meter = CellMeter()
  return text.unicodeScalars.reduce(0) { $0 + meter.width(of: $1) }
}
