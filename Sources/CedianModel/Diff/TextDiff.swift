/// A text before and after, cut where it changed: Han characters one by one,
/// Latin words and numbers whole.
public struct TextDiff: Sendable, Hashable {
  public enum Kind: Sendable, Hashable { case same, removed, added }

  public struct Part: Sendable, Hashable {
    public var kind: Kind
    public var text: String

    public init(_ kind: Kind, _ text: String) { (self.kind, self.text) = (kind, text) }
  }

  /// Leaving out what was added gives the text before, leaving out what was
  /// removed the text after.
  public var parts: [Part]

  public var before: String { parts.filter { $0.kind != .added }.map(\.text).joined() }
  public var after: String { parts.filter { $0.kind != .removed }.map(\.text).joined() }

  public init(from old: String, to new: String) {
    let (a, b) = TextTokens.pair(old, new)
    let parts = old.withBytes { before in
      new.withBytes { after in Self.parts(from: (a, before), to: (b, after)) }
    }
    self.parts = parts
  }

  private typealias Side = (tokens: TextTokens, bytes: UnsafeBufferPointer<UInt8>)

  private static func parts(from old: Side, to new: Side) -> [Part] {
    let (a, b) = (old.tokens.numbers, new.tokens.numbers)
    var start = 0
    while start < a.count, start < b.count, a[start] == b[start] { start += 1 }
    var end = 0
    while end < a.count - start, end < b.count - start,
      a[a.count - 1 - end] == b[b.count - 1 - end]
    { end += 1 }
    var parts: [Part] = []
    func add(_ kind: Kind, _ side: Side, _ run: Range<Int>) {
      guard !run.isEmpty else { return }
      let starts = side.tokens.starts
      let bytes = side.bytes[starts[run.lowerBound]..<starts[run.upperBound]]
      let text = String(decoding: UnsafeBufferPointer(rebasing: bytes), as: UTF8.self)
      if let last = parts.indices.last, parts[last].kind == kind {
        parts[last].text += text
      } else {
        parts.append(Part(kind, text))
      }
    }
    add(.same, old, 0..<start)
    let middle = numberedDiff(Array(a[start..<(a.count - end)]), Array(b[start..<(b.count - end)]))
    for (kind, run) in middle {
      let run = run.lowerBound + start..<run.upperBound + start
      add(kind, kind == .added ? new : old, run)
    }
    add(.same, old, (a.count - end)..<a.count)
    return parts
  }

  /// How much of the longer text is in both, 0 to 1.
  public var similarity: Double {
    func length(_ kind: Kind) -> Int {
      parts.filter { $0.kind == kind }.reduce(0) { $0 + $1.text.unicodeScalars.count }
    }
    let same = length(.same)
    let longest = same + max(length(.removed), length(.added))
    return longest == 0 ? 1 : Double(same) / Double(longest)
  }
}
