/// What a template may name: a value whose keys are declared once, beside the
/// properties they read. The same declaration answers a rendering template by
/// the key's place, lets templates be checked before anything is rendered, and
/// is printed in docs/templates.md; so the three cannot disagree.
protocol View: Sendable {
  static var keys: ViewKeys<Self> { get }
  /// What stands under the key at `index` of the declaration.
  func value(at index: Int) -> ViewValue
}

extension View {
  func value(at index: Int) -> ViewValue { Self.keys.get[index](self) }
}

/// Views of one type. A list is handed to a template as it is: a box for each of
/// its items, as `[any View]` needs, costs as much as rendering it.
protocol ViewList: Sendable {
  var count: Int { get }
  /// What stands under a key of the item at `index`.
  func value(at key: Int, of index: Int) -> ViewValue
}

extension Array: ViewList where Element: View {
  /// Reads the item where it lies: a row of twenty texts would be copied for each.
  func value(at key: Int, of index: Int) -> ViewValue {
    withUnsafeBufferPointer { $0[index].value(at: key) }
  }
}

/// What a key can hold.
enum ViewValue: Sendable {
  case text(EscapedHTML)
  case flag(Bool)
  case texts([EscapedHTML])
  case list(any ViewList)
  case view((any View)?)
}

/// The declared keys of one view type.
struct ViewKeys<Value: Sendable>: Sendable {
  let schema: ViewSchema
  let get: [@Sendable (Value) -> ViewValue]

  init(_ name: String, _ keys: [ViewKey<Value>]) {
    schema = ViewSchema(name: name, keys: keys.map(\.declaration))
    get = keys.map(\.get)
  }
}

/// One key: its name, what stands under it and how to read it.
struct ViewKey<Value: Sendable>: Sendable {
  let declaration: ViewSchema.Key
  let get: @Sendable (Value) -> ViewValue

  private init(
    _ name: String, _ kind: ViewSchema.Kind, _ note: String,
    get: @escaping @Sendable (Value) -> ViewValue
  ) {
    declaration = ViewSchema.Key(name: name, kind: kind, note: note)
    self.get = get
  }

  /// Escaped text: `{{name}}`.
  static func text(
    _ name: String, _ note: String, _ get: @escaping @Sendable (Value) -> EscapedHTML
  ) -> Self {
    Self(name, .text, note) { .text(get($0)) }
  }

  /// Finished HTML: rendered Markdown, a figure, a fragment.
  static func html(
    _ name: String, _ note: String, _ get: @escaping @Sendable (Value) -> EscapedHTML
  ) -> Self {
    Self(name, .html, note) { .text(get($0)) }
  }

  static func flag(
    _ name: String, _ note: String, _ get: @escaping @Sendable (Value) -> Bool
  ) -> Self {
    Self(name, .flag, note) { .flag(get($0)) }
  }

  static func texts(
    _ name: String, _ note: String, _ get: @escaping @Sendable (Value) -> [EscapedHTML]
  ) -> Self {
    Self(name, .texts, note) { .texts(get($0)) }
  }

  static func list<Item: View>(
    _ name: String, _ note: String, _ get: @escaping @Sendable (Value) -> [Item]
  ) -> Self {
    Self(name, .list(Item.keys.schema), note) { .list(get($0)) }
  }

  static func view<Item: View>(
    _ name: String, _ note: String, _ get: @escaping @Sendable (Value) -> Item?
  ) -> Self {
    Self(name, .view(Item.keys.schema), note) { .view(get($0)) }
  }
}
