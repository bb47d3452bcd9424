/// Goes through a template's steps once.
struct TemplateRendering {
  private(set) var bytes: [UInt8] = []
  private let template: CompiledTemplate
  private var scopes: [Scope]
  private var text = EscapedHTML.empty

  /// An open view, or an item of an open list.
  private enum Scope {
    case view(any View)
    case item(any ViewList, Int)

    func value(at key: Int) -> ViewValue {
      switch self {
      case .view(let view): view.value(at: key)
      case .item(let list, let index): list.value(at: key, of: index)
      }
    }
  }

  init(template: CompiledTemplate, views: [any View]) {
    self.template = template
    scopes = views.map { .view($0) }
    bytes.reserveCapacity(16_384)
  }

  mutating func run(_ from: Int, _ to: Int) {
    var index = from
    while index < to {
      let step = template.steps[index]
      index += 1
      switch step.kind {
      case .text: bytes.append(contentsOf: template.text[step.from..<step.to])
      case .value:
        if case .text(let value)? = value(step.place) { value.append(to: &bytes) }
      case .dot: text.append(to: &bytes)
      case .inverted:
        if !isPresent(step.place) { run(index, step.to) }
        index = step.to
      case .section:
        section(step.place, index, step.to)
        index = step.to
      }
    }
  }

  private mutating func section(_ place: CompiledTemplate.Place, _ from: Int, _ to: Int) {
    if place.asksPresence {
      if isPresent(place) { run(from, to) }
      return
    }
    switch value(place) {
    case .flag(let flag): if flag { run(from, to) }
    case .text(let value): if !value.isEmpty { run(from, to, text: value) }
    case .texts(let values): for value in values { run(from, to, text: value) }
    case .view(let view): if let view { run(from, to, in: .view(view)) }
    case .list(let items):
      for index in 0..<items.count { run(from, to, in: .item(items, index)) }
    case nil: break
    }
  }

  private mutating func run(_ from: Int, _ to: Int, in scope: Scope) {
    scopes.append(scope)
    run(from, to)
    scopes.removeLast()
  }

  private mutating func run(_ from: Int, _ to: Int, text inside: EscapedHTML) {
    let outside = text
    text = inside
    run(from, to)
    text = outside
  }

  /// Nil where a view on the way is not there.
  private func value(_ place: CompiledTemplate.Place) -> ViewValue? {
    var value = scopes[place.scope].value(at: place.key)
    for index in place.from..<place.to {
      guard case .view(let view?) = value else { return nil }
      value = view.value(at: template.furtherKeys[index])
    }
    return value
  }

  private func isPresent(_ place: CompiledTemplate.Place) -> Bool {
    switch value(place) {
    case .flag(let flag): flag
    case .text(let value): !value.isEmpty
    case .texts(let values): !values.isEmpty
    case .list(let items): items.count > 0
    case .view(let view): view != nil
    case nil: false
    }
  }
}
