import Mustache

/// What a template may name: a value whose keys are declared once, beside the
/// properties they read. The same declaration answers the template library,
/// lets templates be checked before anything is rendered, and is printed in
/// docs/templates.md; so the three cannot disagree.
protocol View: Sendable, MustacheParent {
  static var keys: ViewKeys<Self> { get }
}

extension View {
  func child(named name: String) -> Any? {
    Self.keys.get[name]?(self)
  }
}

/// The declared keys of one view type.
struct ViewKeys<Value: Sendable>: Sendable {
  let schema: ViewSchema
  let get: [String: @Sendable (Value) -> Any]

  init(_ name: String, _ keys: [ViewKey<Value>]) {
    schema = ViewSchema(name: name, keys: keys.map(\.declaration))
    var get: [String: @Sendable (Value) -> Any] = [:]
    for key in keys {
      get[key.declaration.name] = key.get
      if let isPresent = key.isPresent { get[key.declaration.name + "?"] = isPresent }
    }
    self.get = get
  }
}

/// One key: its name, what stands under it and how to read it.
struct ViewKey<Value: Sendable>: Sendable {
  let declaration: ViewSchema.Key
  let get: @Sendable (Value) -> Any
  /// For a list, whether it holds anything: a template asks for it with `name?`.
  let isPresent: (@Sendable (Value) -> Any)?

  private init(
    _ name: String, _ kind: ViewSchema.Kind, _ note: String,
    isPresent: (@Sendable (Value) -> Any)? = nil, get: @escaping @Sendable (Value) -> Any
  ) {
    declaration = ViewSchema.Key(name: name, kind: kind, note: note)
    self.get = get
    self.isPresent = isPresent
  }

  /// Escaped text: `{{name}}`.
  static func text(
    _ name: String, _ note: String, _ get: @escaping @Sendable (Value) -> EscapedHTML
  ) -> Self {
    Self(name, .text, note) { get($0) }
  }

  /// Finished HTML: rendered Markdown, a figure, a fragment.
  static func html(
    _ name: String, _ note: String, _ get: @escaping @Sendable (Value) -> EscapedHTML
  ) -> Self {
    Self(name, .html, note) { get($0) }
  }

  static func flag(
    _ name: String, _ note: String, _ get: @escaping @Sendable (Value) -> Bool
  ) -> Self {
    Self(name, .flag, note) { get($0) }
  }

  static func texts(
    _ name: String, _ note: String, _ get: @escaping @Sendable (Value) -> [EscapedHTML]
  ) -> Self {
    Self(name, .texts, note, isPresent: { !get($0).isEmpty }) { get($0) }
  }

  static func list<Item: View>(
    _ name: String, _ note: String, _ get: @escaping @Sendable (Value) -> [Item]
  ) -> Self {
    Self(name, .list(Item.keys.schema), note, isPresent: { !get($0).isEmpty }) { get($0) }
  }

  static func view<Item: View>(
    _ name: String, _ note: String, _ get: @escaping @Sendable (Value) -> Item?
  ) -> Self {
    Self(name, .view(Item.keys.schema), note) {
      if let item = get($0) { return item }
      return AbsentView()
    }
  }
}

/// The keys of a view as templates see them, without the values.
struct ViewSchema: Sendable, Hashable {
  /// How docs/templates.md names it.
  var name: String
  var keys: [Key]

  struct Key: Sendable, Hashable {
    var name: String
    var kind: Kind
    /// One line in Chinese for docs/templates.md.
    var note: String
  }

  indirect enum Kind: Sendable, Hashable {
    case text, html, flag, texts
    case list(ViewSchema)
    case view(ViewSchema)
  }

  /// What `name` means here, `name?` of a list included.
  func kind(of name: String) -> Kind? {
    for key in keys where key.name == name { return key.kind }
    guard name.utf8.last == UInt8(ascii: "?") else { return nil }
    switch kind(of: String(name.dropLast())) {
    case .list, .texts: return .flag
    default: return nil
    }
  }
}
