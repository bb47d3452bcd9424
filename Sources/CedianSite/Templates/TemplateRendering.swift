/// Goes through a template's steps once, reading the open views where they lie.
struct TemplateRendering: ~Copyable {
  private var page: PageBuffer
  private let steps: UnsafeBufferPointer<CompiledTemplate.Step>
  /// The texts of all steps; nil where they have none.
  private let text: UnsafePointer<UInt8>?
  private let hops: UnsafeBufferPointer<CompiledTemplate.Hop>
  private let items: UnsafeBufferPointer<ViewItems>
  /// The open views, outermost first; there is room for as many as the template
  /// opens.
  private let scopes: UnsafeMutableBufferPointer<UnsafeRawPointer>
  private var openCount: Int
  /// Where the text of the section around lies.
  private var dot: UnsafePointer<EscapedHTML>?

  init(
    page: consuming PageBuffer, steps: UnsafeBufferPointer<CompiledTemplate.Step>,
    text: UnsafePointer<UInt8>?,
    hops: UnsafeBufferPointer<CompiledTemplate.Hop>, items: UnsafeBufferPointer<ViewItems>,
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
      case .text: if let text { page.append(text + Int(step.from), Int(step.to - step.from)) }
      case .value: if let place = place(step.place) { page.append(Self.html(place)) }
      case .dot: if let dot { page.append(dot) }
      default:
        section(step, index)
        index = Int(step.to)
      }
    }
  }

  private mutating func section(_ step: CompiledTemplate.Step, _ from: Int) {
    let to = Int(step.to)
    guard let place = place(step.place) else {
      if step.isInverted { run(from, to) }
      return
    }
    switch step.kind {
    case .inText:
      let text = Self.html(place)
      if !text.pointee.isEmpty { run(from, to, text: text) }
    case .inTexts:
      // The list lies in a view that outlives the rendering.
      let texts = place.assumingMemoryBound(to: [EscapedHTML].self).pointee
        .withUnsafeBufferPointer { $0 }
      for index in texts.indices {
        run(from, to, text: texts.baseAddress.map { $0 + index })
      }
    case .inView: run(from, to, in: place)
    case .inItems:
      let list = items[Int(step.place.items)]
      let span = list.span(place)
      guard var item = span.start else { return }
      for _ in 0..<span.count {
        run(from, to, in: item)
        item += list.stride
      }
    default:
      if holds(step.place, place) != step.isInverted { run(from, to) }
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
    var view = scopes[Int(place.scope)]
    var index = Int(place.from)
    while index < Int(place.to) {
      let hop = hops[index]
      index += 1
      view += hop.offset
      if hop.items >= 0, items[hop.items].span(view).count == 0 { return nil }
    }
    return view + Int(place.offset)
  }

  /// Whether what lies at a place counts as something.
  private func holds(_ place: CompiledTemplate.Place, _ value: UnsafeRawPointer) -> Bool {
    switch place.type {
    case .flag: value.assumingMemoryBound(to: Bool.self).pointee
    case .text: !Self.html(value).pointee.isEmpty
    case .texts: !value.assumingMemoryBound(to: [EscapedHTML].self).pointee.isEmpty
    case .view: true
    case .items: items[Int(place.items)].span(value).count > 0
    }
  }
}
