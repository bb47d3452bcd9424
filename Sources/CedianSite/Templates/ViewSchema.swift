/// The keys of a view as templates see them, without the values.
struct ViewSchema: Sendable {
  /// How docs/templates.md names it.
  var name: String
  var keys: [Key]

  struct Key: Sendable {
    var name: String
    var kind: Kind
    /// One line in Chinese for docs/templates.md.
    var note: String
    /// Where the property lies in the view.
    var offset: Int
    /// Of lists and of views that need not be there.
    var items: ViewItems?
  }

  indirect enum Kind: Sendable {
    case text, html, flag, texts
    case list(ViewSchema)
    case view(ViewSchema)
  }

  /// The key called `name` and what it means, `name?` of a list included: whether
  /// that list holds anything.
  func lookUp(_ name: String) -> Found? {
    if let key = keys.first(where: { $0.name == name }) {
      return Found(key: key, kind: key.kind, asksPresence: false)
    }
    guard name.utf8.last == UInt8(ascii: "?"),
      let key = keys.first(where: { $0.name == name.dropLast() })
    else { return nil }
    switch key.kind {
    case .list, .texts: return Found(key: key, kind: .flag, asksPresence: true)
    default: return nil
    }
  }

  struct Found {
    var key: Key
    var kind: Kind
    var asksPresence: Bool
  }
}
