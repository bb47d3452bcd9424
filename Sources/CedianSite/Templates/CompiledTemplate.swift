import CedianModel

/// Where a value is found: which of the open views, and the keys to follow from
/// there.
struct TemplatePlace: Sendable {
  var scope: Int
  /// At least one.
  var keys: [ViewSchema.Key]
  /// `name?` of a list: whether it holds anything.
  var asksPresence: Bool
}

/// One step of rendering.
indirect enum TemplateOperation: Sendable {
  case text([UInt8])
  case value(TemplatePlace)
  case section(TemplatePlace, [TemplateOperation])
  case inverted(TemplatePlace, [TemplateOperation])
  /// `{{.}}`: the text of the section around it.
  case dot
  /// `{{label.name}}`, until the site's language is known.
  case label(Label)
}

extension [TemplateOperation] {
  /// With the labels' words in one language.
  func speaking(_ language: Language) -> [TemplateOperation] {
    merged(
      map { operation in
        switch operation {
        case .label(let label): .text(EscapedHTML(label.text[language]).utf8)
        case .section(let place, let inner): .section(place, inner.speaking(language))
        case .inverted(let place, let inner): .inverted(place, inner.speaking(language))
        case .text, .value, .dot: operation
        }
      })
  }
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

/// A template whose names are places in memory: rendering looks nothing up, reads
/// each value where it lies and copies bytes. General Mustache libraries look names
/// up in dictionaries and cast values at run time, which took a third of a
/// millisecond a page and made up most of a build.
///
/// The steps lie flat in one list and own nothing, so that going through them
/// counts no references.
struct CompiledTemplate: Sendable {
  private(set) var steps: [Step] = []
  /// The texts of all steps, one after the other.
  private(set) var text: [UInt8] = []
  /// The views to pass through, of all places.
  private(set) var hops: [Hop] = []
  private(set) var items: [ViewItems] = []
  /// How many views are open at most.
  private(set) var depth = 0

  /// Numbers of half a word: a page takes hundreds of steps, which so stay near the
  /// processor.
  struct Step: Sendable {
    var kind: Kind
    /// Of a section: whether it shows where nothing stands.
    var isInverted = false
    /// Of a text, its bytes in `text`; of a section, `to` is where the steps within
    /// it end, which follow it.
    var from: Int32 = 0
    var to: Int32 = 0
    var place = Place()

    enum Kind: UInt8, Sendable {
      case text, value, dot
      /// Sections that show or not and open nothing.
      case whether
      /// Sections that open what stands there, once or once for each.
      case inText, inTexts, inView, inItems
    }
  }

  /// A value's place, after the views in `hops[from..<to]`.
  struct Place: Sendable {
    var type = ValueType.text
    var scope: Int16 = 0
    var offset: Int32 = 0
    var from: Int32 = 0
    var to: Int32 = 0
    /// Of lists and optional views, how to go through them.
    var items: Int32 = 0
  }

  /// What lies at a place.
  enum ValueType: UInt8, Sendable { case text, flag, texts, view, items }

  /// A view that a dotted name passes through.
  struct Hop: Sendable {
    var offset: Int
    /// An index into `items` where the view need not be there, else -1.
    var items: Int
  }

  /// For views of `scopes` kinds, outermost first.
  init(operations: [TemplateOperation], scopes: Int) {
    add(operations, scopes)
  }

  private mutating func add(_ operations: [TemplateOperation], _ open: Int) {
    depth = max(depth, open)
    for operation in operations {
      switch operation {
      case .text(let bytes):
        text += bytes
        steps.append(
          Step(kind: .text, from: Int32(text.count - bytes.count), to: Int32(text.count)))
      case .value(let place): steps.append(Step(kind: .value, place: flat(place)))
      case .dot: steps.append(Step(kind: .dot))
      // Has become a text before.
      case .label: continue
      case .section(let place, let inner): add(section(place), inner, open)
      case .inverted(let place, let inner):
        add(Step(kind: .whether, isInverted: true, place: flat(place)), inner, open)
      }
    }
  }

  private mutating func section(_ written: TemplatePlace) -> Step {
    let place = flat(written)
    let kind: Step.Kind =
      switch place.type {
      case _ where written.asksPresence: .whether
      case .flag: .whether
      case .text: .inText
      case .texts: .inTexts
      case .view: .inView
      case .items: .inItems
      }
    return Step(kind: kind, place: place)
  }

  private mutating func add(_ step: Step, _ inner: [TemplateOperation], _ open: Int) {
    let index = steps.count
    steps.append(step)
    add(inner, step.kind == .inView || step.kind == .inItems ? open + 1 : open)
    steps[index].to = Int32(steps.count)
  }

  private mutating func flat(_ written: TemplatePlace) -> Place {
    let key = written.keys[written.keys.count - 1]
    let from = Int32(hops.count)
    for passed in written.keys.dropLast() {
      hops.append(Hop(offset: passed.offset, items: index(of: passed.items)))
    }
    let type: ValueType =
      switch key.kind {
      case .text, .html: .text
      case .flag: .flag
      case .texts: .texts
      case .list: .items
      case .view: key.items == nil ? .view : .items
      }
    return Place(
      type: type, scope: Int16(written.scope), offset: Int32(key.offset), from: from,
      to: Int32(hops.count), items: Int32(index(of: key.items)))
  }

  private mutating func index(of new: ViewItems?) -> Int {
    guard let new else { return -1 }
    items.append(new)
    return items.count - 1
  }

  /// Renders for `views`, outermost first: those it was compiled for.
  func render(_ views: [any View]) -> [UInt8] {
    render(views[...], opened: [])
  }

  private func render(_ views: ArraySlice<any View>, opened: [UnsafeRawPointer]) -> [UInt8] {
    guard let view = views.first else { return render(opened) }
    return view.withPlace { render(views.dropFirst(), opened: opened + [$0]) }
  }

  private func render(_ opened: [UnsafeRawPointer]) -> [UInt8] {
    withUnsafeTemporaryAllocation(of: UnsafeRawPointer.self, capacity: depth) { scopes in
      for (index, place) in opened.enumerated() {
        scopes.initializeElement(at: index, to: place)
      }
      return steps.withUnsafeBufferPointer { steps in
        text.withUnsafeBufferPointer { text in
          hops.withUnsafeBufferPointer { hops in
            items.withUnsafeBufferPointer { items in
              PageBuffer.filled { page in
                TemplateRendering(
                  page: page, steps: steps, text: text.baseAddress, hops: hops, items: items,
                  scopes: scopes, openCount: opened.count
                ).finished()
              }
            }
          }
        }
      }
    }
  }
}
