/// A file's lines, for excerpts. Only the lines that are asked for are decoded.
struct SourceLines: Sendable {
  private let bytes: [UInt8]
  /// Where each line begins.
  private let starts: [Int]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts = [bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0]
    for (at, byte) in bytes.enumerated() {
      let isBreak =
        byte == 0x0A || (byte == 0x0D && (at + 1 == bytes.count || bytes[at + 1] != 0x0A))
      if isBreak { starts.append(at + 1) }
    }
    self.starts = starts
  }

  /// The line, counted from 1, without its break and without a byte order mark;
  /// nil beyond the end. A break at the very end makes an empty last line, the
  /// place where something may be missing.
  subscript(number: Int) -> String? {
    guard number >= 1, number <= starts.count else { return nil }
    var line = bytes[starts[number - 1]..<(number < starts.count ? starts[number] : bytes.count)]
    if line.last == 0x0A { line = line.dropLast() }
    if line.last == 0x0D { line = line.dropLast() }
    return String(decoding: line, as: UTF8.self)
  }

  /// Lines that hold something: a final break does not make one more.
  var count: Int { starts.last == bytes.count ? starts.count - 1 : starts.count }
}
