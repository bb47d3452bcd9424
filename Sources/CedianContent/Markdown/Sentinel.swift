/// Marks that `annotate` writes into the text before libcmark reads it and that
/// the renderer takes out again.
///
/// They are the noncharacters U+FDD0 to U+FDEF: three bytes `EF B7 xx`, neither
/// space nor punctuation to libcmark, and never part of a text that is meant
/// for exchange. One that stands in the input becomes U+FFFD, so a mark in the
/// tree is always ours.
enum Sentinel: UInt8 {
  /// Makes a delimiter run see a letter beside it.
  case letter = 0x90
  /// Followed by a comma: makes a delimiter run see punctuation before it.
  case punctuation = 0x91
  /// After a `~` that can open a strikethrough.
  case tildeOpens = 0x92
  /// After a `~` that can close one.
  case tildeCloses = 0x93
  /// After a `~~` that can open one.
  case tildesOpen = 0x9D
  /// After a `~~` that can close one.
  case tildesClose = 0x9E
  /// After a `~~` that can do both.
  case tildesBoth = 0x9F
  /// Between `]` and `（`, where perhaps a link was meant.
  case wideLink = 0x94
  /// Between `[` and `^` of a footnote reference.
  case footnote = 0x95
  /// Between `]` and `:` of a footnote definition, so that libcmark does not
  /// take it for a link reference definition.
  case footnoteColon = 0x96
  /// Followed by a backslash that is ours: escapes `*` in a bare address.
  case escape = 0x97
  case linkStart = 0x98
  case linkEnd = 0x99
  /// Followed by a no-break space: the first character of a table cell, so that
  /// no cell begins a block.
  case cell = 0x9A
  /// Stands for the backslash of `\|` in a cell.
  case cellEscape = 0x9B
  /// Preceded by `+   `: a footnote definition, which is a list item to libcmark.
  case footnoteItem = 0x9C

  static let lead: UInt8 = 0xEF
  static let middle: UInt8 = 0xB7
  static let bullet: [UInt8] = Array("+   ".utf8)
  static let bulletLength = 4

  @inline(__always)
  var bytes: (UInt8, UInt8, UInt8) { (Self.lead, Self.middle, rawValue) }
}

extension [UInt8] {
  @inline(__always)
  mutating func append(_ mark: Sentinel) {
    append(Sentinel.lead)
    append(Sentinel.middle)
    append(mark.rawValue)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether a mark, or a noncharacter of the marks' range, begins at `i`.
  @inline(__always)
  func isMark(at i: Int) -> Bool {
    i + 2 < count && self[i] == Sentinel.lead && self[i + 1] == Sentinel.middle
      && self[i + 2] >= 0x90 && self[i + 2] <= 0xAF
  }

  /// Whether `mark` begins at `i`.
  @inline(__always)
  func has(_ mark: Sentinel, at i: Int) -> Bool {
    i + 2 < count && self[i] == Sentinel.lead && self[i + 1] == Sentinel.middle
      && self[i + 2] == mark.rawValue
  }
}
