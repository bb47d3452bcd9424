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
///
/// The steps lie flat in one list and own nothing, so that going through them
/// counts no references.
struct CompiledTemplate: Sendable, Hashable {
  private(set) var steps: [Step] = []
  /// The texts of all steps, one after the other.
  private(set) var text: [UInt8] = []
  /// The keys after the first of all places.
  private(set) var furtherKeys: [Int] = []

  struct Step: Sendable, Hashable {
    var kind: Kind
    /// Of a text, its bytes in `text`.
    var from = 0
    /// Of a section, where the steps within it end: they follow it.
    var to = 0
    var place = Place()

    enum Kind: Sendable, Hashable { case text, value, dot, section, inverted }
  }

  /// A `TemplatePlace` whose keys after the first lie in `furtherKeys`.
  struct Place: Sendable, Hashable {
    var scope = 0
    var key = 0
    var from = 0
    var to = 0
    var asksPresence = false
  }

  init(operations: [TemplateOperation]) { add(operations) }

  private mutating func add(_ operations: [TemplateOperation]) {
    for operation in operations {
      switch operation {
      case .text(let bytes):
        text += bytes
        steps.append(Step(kind: .text, from: text.count - bytes.count, to: text.count))
      case .value(let place): steps.append(Step(kind: .value, place: flat(place)))
      case .dot: steps.append(Step(kind: .dot))
      case .section(let place, let inner): add(.section, place, inner)
      case .inverted(let place, let inner): add(.inverted, place, inner)
      }
    }
  }

  private mutating func add(
    _ kind: Step.Kind, _ place: TemplatePlace, _ inner: [TemplateOperation]
  ) {
    let index = steps.count
    steps.append(Step(kind: kind, place: flat(place)))
    add(inner)
    steps[index].to = steps.count
  }

  private mutating func flat(_ place: TemplatePlace) -> Place {
    furtherKeys += place.keys.dropFirst()
    return Place(
      scope: place.scope, key: place.keys[0], from: furtherKeys.count - place.keys.count + 1,
      to: furtherKeys.count, asksPresence: place.asksPresence)
  }

  /// Renders for `views`, outermost first: those it was compiled for.
  func render(_ views: [any View]) -> [UInt8] {
    var rendering = TemplateRendering(template: self, views: views)
    rendering.run(0, steps.count)
    // Ten thousand pages wait in memory to be published: none keeps spare room.
    return rendering.bytes.withUnsafeBufferPointer { Array($0) }
  }
}
