/// Where a value is found: which of the open views, and the keys to follow from
/// there, by their places in the views' declarations.
struct TemplatePlace: Sendable, Hashable {
  var scope: Int
  var keys: [Int]
  /// `name?` of a list: whether it holds anything.
  var asksPresence: Bool
}

/// One step of rendering.
indirect enum TemplateOperation: Sendable, Hashable {
  case text([UInt8])
  case value(TemplatePlace)
  case section(TemplatePlace, [TemplateOperation])
  case inverted(TemplatePlace, [TemplateOperation])
  /// `{{.}}`: the text of the section around it.
  case dot
}

/// Joins neighbouring texts into one.
func merged(_ operations: [TemplateOperation]) -> [TemplateOperation] {
  var joined: [TemplateOperation] = []
  joined.reserveCapacity(operations.count)
  for operation in operations {
    if case .text(let bytes) = operation, case .text(let before)? = joined.last {
      joined[joined.count - 1] = .text(before + bytes)
    } else {
      joined.append(operation)
    }
  }
  return joined
}

/// A template whose names are places: rendering looks nothing up and copies
/// bytes. General Mustache libraries look names up in dictionaries and cast
/// values at run time, which took a third of a millisecond a page and made up
/// most of a build.
struct CompiledTemplate: Sendable, Hashable {
  var operations: [TemplateOperation]

  /// Renders for `views`, outermost first: those it was compiled for.
  func render(_ views: [any View]) -> [UInt8] {
    var rendering = TemplateRendering(views: views)
    rendering.run(operations)
    return rendering.bytes
  }
}

private struct TemplateRendering {
  var bytes: [UInt8] = []
  private var views: [any View]
  private var text = EscapedHTML.empty

  init(views: [any View]) {
    self.views = views
    bytes.reserveCapacity(16_384)
  }

  mutating func run(_ operations: [TemplateOperation]) {
    for operation in operations {
      switch operation {
      case .text(let piece): bytes.append(contentsOf: piece)
      case .value(let place):
        if case .text(let value)? = value(place) { value.append(to: &bytes) }
      case .dot: text.append(to: &bytes)
      case .inverted(let place, let inner): if !isPresent(place) { run(inner) }
      case .section(let place, let inner): section(place, inner)
      }
    }
  }

  private mutating func section(_ place: TemplatePlace, _ inner: [TemplateOperation]) {
    if place.asksPresence {
      if isPresent(place) { run(inner) }
      return
    }
    switch value(place) {
    case .flag(let flag): if flag { run(inner) }
    case .text(let value): if !value.isEmpty { run(inner, text: value) }
    case .texts(let values): for value in values { run(inner, text: value) }
    case .view(let view): if let view { run(inner, view: view) }
    case .list(let items): for item in items { run(inner, view: item) }
    case nil: break
    }
  }

  private mutating func run(_ inner: [TemplateOperation], view: any View) {
    views.append(view)
    run(inner)
    views.removeLast()
  }

  private mutating func run(_ inner: [TemplateOperation], text inside: EscapedHTML) {
    let outside = text
    text = inside
    run(inner)
    text = outside
  }

  /// Nil where a view on the way is not there.
  private func value(_ place: TemplatePlace) -> ViewValue? {
    var value = views[place.scope].value(at: place.keys[0])
    for key in place.keys.dropFirst() {
      guard case .view(let view?) = value else { return nil }
      value = view.value(at: key)
    }
    return value
  }

  private func isPresent(_ place: TemplatePlace) -> Bool {
    switch value(place) {
    case .flag(let flag): flag
    case .text(let value): !value.isEmpty
    case .texts(let values): !values.isEmpty
    case .list(let items): !items.isEmpty
    case .view(let view): view != nil
    case nil: false
    }
  }
}
