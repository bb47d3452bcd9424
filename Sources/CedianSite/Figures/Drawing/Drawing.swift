/// A drawing of fixed size whose texts can neither overlap nor leave it: every
/// text is placed by `text(…)`, which shortens it or leaves it out instead. Text
/// that must be there is therefore placed first.
struct Drawing: Sendable {
  enum Anchor: Sendable { case start, middle, end }

  struct TextStyle: Sendable {
    var size = 12.0
    var name: String?
    var isStrong = false

    static let plain = TextStyle()
    static let strong = TextStyle(name: "f-strong", isStrong: true)
    static let quiet = TextStyle(name: "f-quiet")
    static let small = TextStyle(size: 11, name: "f-small")

    /// Heavy letters are wider.
    var widening: Double { isStrong ? 1.06 : 1 }

    func width(_ text: String) -> Double { TextWidth.of(text, size: size) * widening }

    func named(_ other: String) -> TextStyle {
      TextStyle(
        size: size, name: name.map { "\($0) \(other)" } ?? other,
        isStrong: isStrong || other == "f-strong")
    }
  }

  private struct Box {
    var x0, y0, x1, y1: Double
    /// The box before it in the same band, -1 for none.
    var next = -1
  }

  let width: Double
  let height: Double
  /// Unique in the page; patterns and clips are named after it.
  let id: String
  private(set) var body: [UInt8] = []
  private(set) var isHatched = false
  /// The boxes of placed texts, once for each band that they touch.
  private var boxes: [Box] = []
  /// The newest box of each band of 16 units, so that looking for a neighbour does
  /// not slow down with the number of texts. Empty until the first is placed.
  private var bands: [Int] = []

  init(width: Double, height: Double, id: String) {
    self.width = width
    self.height = height
    self.id = id
    body.reserveCapacity(2048)
  }

  // MARK: Marks

  mutating func rect(
    _ name: String, x: Double, y: Double, width: Double, height: Double, title: String? = nil
  ) {
    guard width > 0, height > 0 else { return }
    open("rect", name)
    attribute(" x=\"", x)
    attribute("\" y=\"", y)
    attribute("\" width=\"", max(width, 0.1))
    attribute("\" height=\"", max(height, 0.1))
    close("</rect>", title)
  }

  /// A rectangle filled with hatching: what is expected, not yet so.
  mutating func hatchedRect(
    _ name: String, x: Double, y: Double, width: Double, height: Double, title: String? = nil
  ) {
    guard width > 0, height > 0 else { return }
    isHatched = true
    open("rect", name)
    attribute(" x=\"", x)
    attribute("\" y=\"", y)
    attribute("\" width=\"", max(width, 0.1))
    attribute("\" height=\"", max(height, 0.1))
    body.append(literal: "\" fill=\"url(#")
    body.append(text: id)
    body.append(literal: "-hatch)")
    close("</rect>", title)
  }

  mutating func line(_ name: String, _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) {
    open("line", name)
    attribute(" x1=\"", x1)
    attribute("\" y1=\"", y1)
    attribute("\" x2=\"", x2)
    attribute("\" y2=\"", y2)
    body.append(literal: "\"/>")
  }

  mutating func polyline(_ name: String, _ points: [(x: Double, y: Double)], closed: Bool = false) {
    guard points.count > 1 else { return }
    open(closed ? "polygon" : "polyline", name)
    body.append(literal: " points=\"")
    for (index, point) in points.enumerated() {
      if index > 0 { body.append(0x20) }
      body.append(coordinate: point.x)
      body.append(0x2C)
      body.append(coordinate: point.y)
    }
    body.append(literal: "\"/>")
  }

  mutating func dot(_ name: String, x: Double, y: Double, radius: Double, title: String? = nil) {
    open("circle", name)
    attribute(" cx=\"", x)
    attribute("\" cy=\"", y)
    attribute("\" r=\"", radius)
    close("</circle>", title)
  }

  // MARK: Text

  /// Places text with its baseline at `y`, shortened to `limit` where it is longer.
  /// `keepsInside` moves it sideways as far as the frame asks; what `isWhole` is
  /// never shortened. False where there was no room and nothing was drawn.
  @discardableResult
  mutating func text(
    _ text: String, x: Double, y: Double, anchor: Anchor = .start, style: TextStyle = .plain,
    limit: Double = .infinity, keepsInside: Bool = false,
    isWhole: Bool = false, full: String? = nil
  ) -> Bool {
    guard !text.isEmpty else { return false }
    let room = min(limit, keepsInside ? width : room(at: x, anchor))
    guard let shown = TextWidth.fit(text, width: room / style.widening, size: style.size),
      !isWhole || shown == text
    else { return false }
    let extent = style.width(shown)
    var start = x - (anchor == .start ? 0 : anchor == .end ? extent : extent / 2)
    if keepsInside { start = min(max(start, 0), width - extent) }
    let box = Box(
      x0: start - 1, y0: y - style.size * 0.92, x1: start + extent + 1, y1: y + style.size * 0.24)
    guard start >= -0.01, start + extent <= width + 0.01, box.y0 >= 0, box.y1 <= height,
      reserve(box)
    else { return false }
    let at = start + (anchor == .start ? 0 : anchor == .end ? extent : extent / 2)
    open("text", style.name ?? "")
    attribute(" x=\"", at)
    attribute("\" y=\"", y)
    switch anchor {
    case .start: body.append(literal: "\">")
    case .middle: body.append(literal: "\" text-anchor=\"middle\">")
    case .end: body.append(literal: "\" text-anchor=\"end\">")
    }
    if let full = full ?? (shown == text ? nil : text) { title(full) }
    EscapedHTML.appendEscaped(shown, to: &body)
    body.append(literal: "</text>")
    return true
  }

  private func room(at x: Double, _ anchor: Anchor) -> Double {
    switch anchor {
    case .start: width - x
    case .end: x
    case .middle: 2 * min(x, width - x)
    }
  }

  private mutating func reserve(_ box: Box) -> Bool {
    if bands.isEmpty { bands = Array(repeating: -1, count: Int(height / 16) + 1) }
    let touched = Int(box.y0 / 16)...Int(box.y1 / 16)
    for band in touched {
      var index = bands[band]
      while index >= 0 {
        let other = boxes[index]
        let isApart =
          other.x1 <= box.x0 || box.x1 <= other.x0 || other.y1 <= box.y0 || box.y1 <= other.y0
        guard isApart else { return false }
        index = other.next
      }
    }
    for band in touched {
      var box = box
      box.next = bands[band]
      bands[band] = boxes.count
      boxes.append(box)
    }
    return true
  }

  /// From where to where texts stand in the way of an upright line, top to bottom.
  func textExtents(at x: Double, margin: Double) -> [(start: Double, end: Double)] {
    boxes.filter { $0.x0 - margin < x && x < $0.x1 + margin }
      .map { (start: $0.y0, end: $0.y1) }.sorted { ($0.start, $0.end) < ($1.start, $1.end) }
  }

  // MARK: Writing

  private mutating func open(_ element: StaticString, _ name: String) {
    body.append(0x3C)
    body.append(literal: element)
    guard !name.isEmpty else { return }
    body.append(literal: " class=\"")
    body.append(text: name)
    body.append(0x22)
  }

  private mutating func close(_ element: StaticString, _ text: String?) {
    guard let text else { return body.append(literal: "\"/>") }
    body.append(literal: "\">")
    title(text)
    body.append(literal: element)
  }

  private mutating func title(_ text: String) {
    body.append(literal: "<title>")
    EscapedHTML.appendEscaped(text, to: &body)
    body.append(literal: "</title>")
  }

  private mutating func attribute(_ name: StaticString, _ value: Double) {
    body.append(literal: name)
    body.append(coordinate: value)
  }
}

extension [UInt8] {
  /// With one decimal at most, without `-0`; beyond a million it is the edge.
  mutating func append(coordinate value: Double) {
    let bounded = value.isFinite ? Swift.min(Swift.max(value, -1e6), 1e6) : 0
    let tenths = Int((bounded * 10).rounded())
    if tenths < 0 { append(0x2D) }
    append(decimal: tenths.magnitude / 10)
    if tenths % 10 != 0 {
      append(0x2E)
      append(0x30 + UInt8(tenths.magnitude % 10))
    }
  }

  private mutating func append(decimal number: UInt) { append(decimal: UInt64(number)) }
}
