/// What a delimiter run needs to know of the scalar beside it.
struct Neighbour {
  var isSpace = false
  /// Punctuation as libcmark sees it: of this very scalar.
  var isPunctuation = false
  /// Punctuation that is not CJK; of a sequence with its variation selector.
  var isNonCJKPunctuation = false
  /// Any punctuation, of a sequence with its variation selector.
  var isPunctuationSequence = false
  /// A CJK character, a CJK sequence or an ideographic variation selector.
  var isCJK = false

  static let edge = Neighbour(isSpace: true)
}

/// Inclusive ranges of scalars that the CJK-friendly amendment calls CJK: East
/// Asian Width W, F or H without default emoji, and everything Hangul.
private let cjkRanges: [(UInt32, UInt32)] = [
  (0x1100, 0x11FF), (0x20A9, 0x20A9), (0x2329, 0x232A), (0x2630, 0x2637), (0x268A, 0x268F),
  (0x2E80, 0x303E), (0x3041, 0x3247), (0x3250, 0xA4C6), (0xA960, 0xA97C), (0xAC00, 0xD7FB),
  (0xF900, 0xFAFF), (0xFE10, 0xFE19), (0xFE30, 0xFE6B), (0xFF01, 0xFFEE), (0x16FE0, 0x16FF6),
  (0x17000, 0x18DF2), (0x1AFF0, 0x1B2FB), (0x1D300, 0x1D376), (0x1F200, 0x1F200),
  (0x1F202, 0x1F202), (0x1F210, 0x1F219), (0x1F21B, 0x1F22E), (0x1F230, 0x1F231),
  (0x1F237, 0x1F237), (0x1F23B, 0x1F23B), (0x1F240, 0x1F248), (0x1F260, 0x1F265),
  (0x20000, 0x3FFFD),
]

/// Whether the CJK-friendly amendment counts the scalar as CJK.
func isCJK(_ c: UInt32) -> Bool {
  if c < 0x1100 { return false }
  if c >= 0x4E00 && c <= 0x9FFF { return true }
  for (low, high) in cjkRanges where c <= high { return c >= low }
  return false
}

/// Whether a line break beside the scalar leaves no space: Han, kana, bopomofo
/// and full-width or CJK punctuation, not Hangul, which is written with spaces.
func isWide(_ c: UInt32) -> Bool {
  switch c {
  case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x2E80...0x303E, 0x3041...0x30FF, 0x3105...0x312F,
    0x3190...0x31FF, 0x3220...0x3247, 0x3280...0x33FF, 0xF900...0xFAFF, 0xFE10...0xFE19,
    0xFE30...0xFE6B, 0xFF01...0xFF9F, 0xFFE0...0xFFE6, 0x1AFF0...0x1B2FB, 0x20000...0x3FFFD:
    true
  default: false
  }
}

/// Punctuation that Chinese and Western text share (‘ ’ “ ” — … ·): as wide as
/// what stands on the other side of a line break.
func isAmbiguousPunctuation(_ c: UInt32) -> Bool {
  switch c {
  case 0x2018, 0x2019, 0x201C, 0x201D, 0x2014, 0x2026, 0xB7: true
  default: false
  }
}

/// Whitespace as libcmark's delimiter runs know it.
func isUnicodeSpace(_ c: UInt32) -> Bool {
  switch c {
  case 9, 10, 12, 13, 32, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: true
  default: false
  }
}

@inline(__always)
func isASCIIPunctuation(_ c: UInt8) -> Bool {
  (c >= 0x21 && c <= 0x2F) || (c >= 0x3A && c <= 0x40) || (c >= 0x5B && c <= 0x60)
    || (c >= 0x7B && c <= 0x7E)
}

@inline(__always)
func isASCIIAlphanumeric(_ c: UInt8) -> Bool {
  (c >= 0x30 && c <= 0x39) || (c >= 0x41 && c <= 0x5A) || (c >= 0x61 && c <= 0x7A)
}

@inline(__always)
func isASCIILetter(_ c: UInt8) -> Bool {
  (c >= 0x41 && c <= 0x5A) || (c >= 0x61 && c <= 0x7A)
}

@inline(__always)
func isDigit(_ c: UInt8) -> Bool { c >= 0x30 && c <= 0x39 }

/// Space, tab, line end, vertical tab or form feed.
@inline(__always)
func isASCIISpace(_ c: UInt8) -> Bool { c == 0x20 || (c >= 0x09 && c <= 0x0D) }

/// Unicode punctuation: the general categories P.
func isPunctuation(_ c: UInt32) -> Bool {
  if c < 0x80 { return isASCIIPunctuation(UInt8(c)) }
  if c >= 0x3400 && c <= 0x9FFF { return false }
  if isChinesePunctuation(c) { return true }
  guard let scalar = Unicode.Scalar(c) else { return false }
  switch scalar.properties.generalCategory {
  case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
    .initialPunctuation, .finalPunctuation, .otherPunctuation:
    return true
  default: return false
  }
}

/// The punctuation that Chinese text is full of, without a look at Unicode's tables.
@inline(__always)
func isChinesePunctuation(_ c: UInt32) -> Bool {
  switch c {
  case 0x3001...0x3003, 0x3008...0x3011, 0x3014...0x301B, 0xFF01...0xFF03, 0xFF05...0xFF0A,
    0xFF0C...0xFF0F, 0xFF1A...0xFF1B, 0xFF1F...0xFF20, 0x2010...0x2027:
    true
  default: false
  }
}

/// The scalar that begins at `i` and its length in bytes; U+FFFD for bytes that
/// are no UTF-8.
@inline(__always)
func decodeScalar(_ bytes: Bytes, at i: Int, end: Int) -> (value: UInt32, length: Int) {
  let a = bytes[i]
  if a < 0x80 { return (UInt32(a), 1) }
  func tail(_ k: Int) -> UInt32? {
    guard i + k < end, bytes[i + k] & 0xC0 == 0x80 else { return nil }
    return UInt32(bytes[i + k] & 0x3F)
  }
  if a >= 0xC2 && a < 0xE0, let b = tail(1) { return (UInt32(a & 0x1F) << 6 | b, 2) }
  if a >= 0xE0 && a < 0xF0, let b = tail(1), let c = tail(2) {
    return (UInt32(a & 0x0F) << 12 | b << 6 | c, 3)
  }
  if a >= 0xF0 && a < 0xF5, let b = tail(1), let c = tail(2), let d = tail(3) {
    return (UInt32(a & 0x07) << 18 | b << 12 | c << 6 | d, 4)
  }
  return (0xFFFD, 1)
}

/// Where the scalar that ends before `i` begins, not before `start`.
@inline(__always)
func scalarStart(_ bytes: Bytes, before i: Int, start: Int) -> Int {
  var k = i - 1
  while k > start && i - k < 4 && bytes[k] & 0xC0 == 0x80 { k -= 1 }
  return k
}

/// The scalar after a delimiter run.
func neighbour(_ bytes: Bytes, after i: Int, end: Int) -> Neighbour {
  guard i < end else { return .edge }
  return neighbour(of: decodeScalar(bytes, at: i, end: end).value)
}

/// The scalar before a delimiter run, with what its variation selector makes of it.
func neighbour(_ bytes: Bytes, before i: Int, start: Int, end: Int) -> Neighbour {
  guard i > start else { return .edge }
  let k = scalarStart(bytes, before: i, start: start)
  let c = decodeScalar(bytes, at: k, end: end).value
  if c >= 0xE0100 && c <= 0xE01EF { return Neighbour(isCJK: true) }
  guard c >= 0xFE00 && c <= 0xFE0E, k > start else { return neighbour(of: c) }
  let base = decodeScalar(
    bytes, at: scalarStart(bytes, before: k, start: start), end: end
  ).value
  var result = neighbour(of: base)
  if result.isSpace { return Neighbour() }
  // libcmark sees the selector, which is neither space nor punctuation.
  result.isPunctuation = false
  if c == 0xFE01 && (base == 0x2018 || base == 0x2019 || base == 0x201C || base == 0x201D) {
    // The full-width form of a quotation mark: CJK punctuation.
    result.isNonCJKPunctuation = false
  }
  return result
}

func neighbour(of c: UInt32) -> Neighbour {
  if c < 0x80 {
    let b = UInt8(c)
    // A pipe may turn out to be the edge of a table's cell.
    if isASCIISpace(b) || b == 0x7C { return .edge }
    let p = isASCIIPunctuation(b)
    return Neighbour(isPunctuation: p, isNonCJKPunctuation: p, isPunctuationSequence: p)
  }
  if isUnicodeSpace(c) { return .edge }
  let cjk = isCJK(c)
  let p = isPunctuation(c)
  return Neighbour(
    isPunctuation: p, isNonCJKPunctuation: p && !cjk, isPunctuationSequence: p, isCJK: cjk)
}
