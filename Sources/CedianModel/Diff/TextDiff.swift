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
    let (a, b) = (Self.tokens(old), Self.tokens(new))
    var start = 0
    while start < a.count, start < b.count, a[start] == b[start] { start += 1 }
    var end = 0
    while end < a.count - start, end < b.count - start,
      a[a.count - 1 - end] == b[b.count - 1 - end]
    { end += 1 }
    var parts: [Part] = []
    func add(_ kind: Kind, _ tokens: some Sequence<Substring>) {
      let text = tokens.joined()
      guard !text.isEmpty else { return }
      if let last = parts.indices.last, parts[last].kind == kind {
        parts[last].text += text
      } else {
        parts.append(Part(kind, text))
      }
    }
    add(.same, a[..<start])
    let (middleA, middleB) = (a[start..<(a.count - end)], b[start..<(b.count - end)])
    for (kind, tokens) in sequenceDiff(Array(middleA), Array(middleB)) { add(kind, tokens) }
    add(.same, a[(a.count - end)...])
    self.parts = parts
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

  private static func tokens(_ text: String) -> [Substring] {
    var tokens: [Substring] = []
    var start = text.startIndex
    var index = start
    var previous: Character?
    while index < text.endIndex {
      let character = text[index]
      if let last = previous, !joins(last, character) {
        tokens.append(text[start..<index])
        start = index
      }
      previous = character
      index = text.index(after: index)
    }
    if start < text.endIndex { tokens.append(text[start...]) }
    return tokens
  }

  /// Letters of one word and digits of one number stay together.
  private static func joins(_ a: Character, _ b: Character) -> Bool {
    func isWord(_ c: Character) -> Bool { c.isASCII && (c.isLetter || c == "_") }
    func isNumber(_ c: Character) -> Bool { c.isASCII && (c.isNumber || c == "." || c == ",") }
    return (isWord(a) && isWord(b)) || (isNumber(a) && isNumber(b))
  }
}

/// The shortest way from `a` to `b`, in runs. Beyond four million comparisons the
/// whole counts as replaced: nobody reads such a change by its characters.
func sequenceDiff<T: Hashable>(_ a: [T], _ b: [T]) -> [(TextDiff.Kind, [T])] {
  guard !a.isEmpty || !b.isEmpty else { return [] }
  guard !a.isEmpty, !b.isEmpty, a.count * b.count <= 4_000_000 else {
    return (a.isEmpty ? [] : [(.removed, a)]) + (b.isEmpty ? [] : [(.added, b)])
  }
  let width = b.count + 1
  // The length of the longest common sequence of what is left of both.
  var lengths = [Int32](repeating: 0, count: (a.count + 1) * width)
  for i in a.indices.reversed() {
    for j in b.indices.reversed() {
      lengths[i * width + j] =
        a[i] == b[j]
        ? lengths[(i + 1) * width + j + 1] + 1
        : max(lengths[(i + 1) * width + j], lengths[i * width + j + 1])
    }
  }
  var runs: [(TextDiff.Kind, [T])] = []
  func add(_ kind: TextDiff.Kind, _ item: T) {
    if let last = runs.indices.last, runs[last].0 == kind {
      runs[last].1.append(item)
    } else {
      runs.append((kind, [item]))
    }
  }
  var (i, j) = (0, 0)
  while i < a.count || j < b.count {
    if i < a.count, j < b.count, a[i] == b[j] {
      add(.same, a[i])
      (i, j) = (i + 1, j + 1)
    } else if j == b.count
      || (i < a.count && lengths[(i + 1) * width + j] >= lengths[i * width + j + 1])
    {
      add(.removed, a[i])
      i += 1
    } else {
      add(.added, b[j])
      j += 1
    }
  }
  return runs
}
