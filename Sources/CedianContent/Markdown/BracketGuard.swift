/// Counts the images that a stretch of text has begun and not ended.
///
/// For each link libcmark looks at every `![` that is still open, so thousands
/// of them would take quadratic time.
struct BracketGuard {
  /// Whether each open bracket is an image's.
  private var open: [Bool] = []
  private var images = 0

  private static let limit = 500

  /// Notes a `[` and returns whether it may be no image: too many are open.
  mutating func open(isImage: Bool) -> Bool {
    let isTooMany = isImage && images >= Self.limit
    open.append(isImage && !isTooMany)
    if isImage && !isTooMany { images += 1 }
    return isTooMany
  }

  /// Begins a new stretch of text.
  mutating func reset() {
    guard !open.isEmpty else { return }
    open.removeAll(keepingCapacity: true)
    images = 0
  }

  /// Notes a `]`.
  mutating func close() {
    if open.popLast() == true { images -= 1 }
  }
}
