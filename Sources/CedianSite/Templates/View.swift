/// What a template may name: a value whose keys are declared once, beside the
/// properties they read. The same declaration tells a rendering template where
/// each property lies, lets templates be checked before anything is rendered, and
/// is printed in docs/templates.md; so the three cannot disagree.
protocol View: Sendable {
  static var keys: ViewKeys<Self> { get }
}

extension View {
  /// Hands over where the view lies in memory, for as long as `body` takes.
  func withPlace<Made>(_ body: (UnsafeRawPointer) -> Made) -> Made {
    withUnsafePointer(to: self) { body(UnsafeRawPointer($0)) }
  }
}

/// The declared keys of one view type.
///
/// What `Value` is, is not asked: for each view type that would be looked up among all
/// types of the program when the keys are first used.
struct ViewKeys<Value>: Sendable {
  let schema: ViewSchema

  /// A property that is computed has no place to be read from: its key is as good
  /// as not declared, and a template that names it is told so.
  init(_ name: String, _ keys: [ViewKey<Value>]) {
    schema = ViewSchema(name: name, keys: keys.compactMap(\.declaration))
  }
}

/// One key: its name, what stands under it and where it lies.
struct ViewKey<Value>: Sendable {
  let declaration: ViewSchema.Key?

  private init(
    _ name: String, _ kind: ViewSchema.Kind, _ note: String, _ path: PartialKeyPath<Value>,
    items: ViewItems? = nil
  ) {
    declaration = MemoryLayout<Value>.offset(of: path).map {
      ViewSchema.Key(name: name, kind: kind, note: note, offset: $0, items: items)
    }
  }

  /// Escaped text: `{{name}}`.
  static func text(
    _ name: String, _ note: String, _ path: KeyPath<Value, EscapedHTML>
  ) -> Self {
    Self(name, .text, note, path)
  }

  /// Finished HTML: rendered Markdown, a figure, a fragment.
  static func html(
    _ name: String, _ note: String, _ path: KeyPath<Value, EscapedHTML>
  ) -> Self {
    Self(name, .html, note, path)
  }

  static func flag(_ name: String, _ note: String, _ path: KeyPath<Value, Bool>) -> Self {
    Self(name, .flag, note, path)
  }

  static func texts(
    _ name: String, _ note: String, _ path: KeyPath<Value, [EscapedHTML]>
  ) -> Self {
    Self(name, .texts, note, path)
  }

  static func list<Item: View>(
    _ name: String, _ note: String, _ path: KeyPath<Value, [Item]>
  ) -> Self {
    Self(name, .list(Item.keys.schema), note, path, items: .list(of: Item.self))
  }

  static func view<Item: View>(
    _ name: String, _ note: String, _ path: KeyPath<Value, Item>
  ) -> Self {
    Self(name, .view(Item.keys.schema), note, path)
  }

  static func view<Item: View>(
    _ name: String, _ note: String, _ path: KeyPath<Value, Item?>
  ) -> Self {
    Self(name, .view(Item.keys.schema), note, path, items: .optional(Item.self))
  }
}

/// How what lies under a key of views is gone through where it lies: copying a row
/// of twenty texts to read one of them would cost more than rendering it.
struct ViewItems: Sendable {
  /// The views that lie there, of an optional one none or one.
  let span: @Sendable (UnsafeRawPointer) -> Span
  /// How many bytes lie between the starts of two.
  let stride: Int

  /// Views side by side, for as long as what holds them stays in its place.
  struct Span {
    var start: UnsafeRawPointer?
    var count: Int
  }

  // Both are set in where a key is declared, so that they know its type. What they hand
  // out leaves the closure that it was given to: nothing is counted for as long as a
  // list is gone through, and the list lies in a view that outlives the rendering.

  @inline(__always)
  static func list<Item: View>(of: Item.Type) -> ViewItems {
    ViewItems(
      span: { place in
        place.assumingMemoryBound(to: [Item].self).pointee.withUnsafeBufferPointer {
          Span(start: UnsafeRawPointer($0.baseAddress), count: $0.count)
        }
      }, stride: MemoryLayout<Item>.stride)
  }

  /// An optional's view lies where the optional does.
  @inline(__always)
  static func optional<Item: View>(_: Item.Type) -> ViewItems {
    ViewItems(
      span: {
        if case .some = $0.assumingMemoryBound(to: Item?.self).pointee {
          Span(start: $0, count: 1)
        } else {
          Span(start: nil, count: 0)
        }
      }, stride: MemoryLayout<Item>.stride)
  }
}
