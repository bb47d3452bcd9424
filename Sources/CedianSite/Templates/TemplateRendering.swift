/// Goes through a template's steps once, reading the open views where they lie.
struct TemplateRendering: ~Copyable {
  private var page: PageBuffer
  private let steps: UnsafeBufferPointer<CompiledTemplate.Step>
  private let text: UnsafeBufferPointer<UInt8>
  private let hops: [CompiledTemplate.Hop]
  private let items: [ViewItems]
  /// The open views, outermost first; there is room for as many as the template
  /// opens.
  private let scopes: UnsafeMutableBufferPointer<UnsafeRawPointer>
  private var openCount: Int
  /// Where the text of the section around lies.
  private var dot: UnsafePointer<EscapedHTML>?

  init(
    page: consuming PageBuffer, steps: UnsafeBufferPointer<CompiledTemplate.Step>,
    text: UnsafeBufferPointer<UInt8>,
    hops: [CompiledTemplate.Hop], items: [ViewItems],
    scopes: UnsafeMutableBufferPointer<UnsafeRawPointer>, openCount: Int
  ) {
    self.page = page
    (self.steps, self.text, self.hops, self.items) = (steps, text, hops, items)
    (self.scopes, self.openCount) = (scopes, openCount)
  }

  /// Goes through all steps, and gives the page back.
  consuming func finished() -> PageBuffer {
    run(0, steps.count)
    return page
  }

  private mutating func run(_ from: Int, _ to: Int) {
    var index = from
    while index < to {
      let step = steps[index]
      index += 1
      switch step.kind {
      case .text: page.append(UnsafeBufferPointer(rebasing: text[step.from..<step.to]))
      case .value: if let place = place(step.place) { page.append(Self.html(place).pointee) }
      case .dot: if let dot { page.append(dot.pointee) }
      default:
        section(step, index)
        index = step.to
      }
    }
  }

  private mutating func section(_ step: CompiledTemplate.Step, _ from: Int) {
    guard let place = place(step.place) else {
      if step.isInverted { run(from, step.to) }
      return
    }
    switch step.kind {
    case .inText:
      let text = Self.html(place)
      if !text.pointee.isEmpty { run(from, step.to, text: text) }
    case .inTexts:
      place.assumingMemoryBound(to: [EscapedHTML].self).pointee.withUnsafeBufferPointer { texts in
        for index in texts.indices {
          run(from, step.to, text: texts.baseAddress.map { $0 + index })
        }
      }
    case .inView: run(from, step.to, in: place)
    case .inItems: items[step.place.items].forEach(place) { run(from, step.to, in: $0) }
    default:
      if holds(step.place, place) != step.isInverted { run(from, step.to) }
    }
  }

  private mutating func run(_ from: Int, _ to: Int, in scope: UnsafeRawPointer) {
    scopes.initializeElement(at: openCount, to: scope)
    openCount += 1
    run(from, to)
    openCount -= 1
  }

  private mutating func run(_ from: Int, _ to: Int, text inside: UnsafePointer<EscapedHTML>?) {
    let outside = dot
    dot = inside
    run(from, to)
    dot = outside
  }

  private static func html(_ place: UnsafeRawPointer) -> UnsafePointer<EscapedHTML> {
    place.assumingMemoryBound(to: EscapedHTML.self)
  }

  /// Nil where a view on the way is not there.
  private func place(_ place: CompiledTemplate.Place) -> UnsafeRawPointer? {
    var view = scopes[place.scope]
    for index in place.from..<place.to {
      let hop = hops[index]
      view += hop.offset
      if hop.items >= 0, items[hop.items].count(view) == 0 { return nil }
    }
    return view + place.offset
  }

  /// Whether what lies at a place counts as something.
  private func holds(_ place: CompiledTemplate.Place, _ value: UnsafeRawPointer) -> Bool {
    switch place.type {
    case .flag: value.assumingMemoryBound(to: Bool.self).pointee
    case .text: !Self.html(value).pointee.isEmpty
    case .texts: !value.assumingMemoryBound(to: [EscapedHTML].self).pointee.isEmpty
    case .view: true
    case .items: items[place.items].count(value) > 0
    }
  }
}

/// A page's bytes while it is rendered: several times cheaper to append to than an
/// array, which asks at each text whether it is its only owner.
struct PageBuffer: ~Copyable {
  private var start: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  /// Whether the bytes have outgrown the room they were given.
  private var hasMoved = false
  private(set) var count = 0

  /// Room for nearly every page.
  private static let usual = 32_768

  /// What `write` appends. Nearly always the page is made where it stays: a copy of it
  /// would take as long as a good part of rendering it.
  static func filled(by write: (consuming PageBuffer) -> PageBuffer) -> [UInt8] {
    var outgrown: [UInt8]?
    let bytes = [UInt8](unsafeUninitializedCapacity: usual) { room, count in
      guard let start = room.baseAddress else { return }
      let page = write(PageBuffer(start: start, capacity: room.count))
      if page.hasMoved {
        outgrown = Array(UnsafeBufferPointer(start: page.start, count: page.count))
      } else {
        count = page.count
      }
    }
    return outgrown ?? bytes
  }

  private init(start: UnsafeMutablePointer<UInt8>, capacity: Int) {
    (self.start, self.capacity) = (start, capacity)
  }

  deinit { if hasMoved { start.deallocate() } }

  @inline(__always)
  mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    guard let first = text.baseAddress else { return }
    if text.count > capacity - count { grow(by: text.count) }
    Self.copy(first, to: start + count, text.count)
    count += text.count
  }

  /// Half of all texts are so short that calling for a copy takes longer than making it.
  @inline(__always)
  private static func copy(
    _ from: UnsafePointer<UInt8>, to: UnsafeMutablePointer<UInt8>, _ count: Int
  ) {
    guard (8...16).contains(count) else { return to.update(from: from, count: count) }
    let (source, place) = (UnsafeRawPointer(from), UnsafeMutableRawPointer(to))
    let first = source.loadUnaligned(as: UInt64.self)
    let last = source.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
    place.storeBytes(of: first, as: UInt64.self)
    place.storeBytes(of: last, toByteOffset: count - 8, as: UInt64.self)
  }

  mutating func append(_ html: borrowing EscapedHTML) {
    html.withBytes { append($0) }
  }

  private mutating func grow(by extra: Int) {
    capacity = max(capacity * 2, count + extra)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.update(from: start, count: count)
    if hasMoved { start.deallocate() }
    (start, hasMoved) = (larger, true)
  }
}
