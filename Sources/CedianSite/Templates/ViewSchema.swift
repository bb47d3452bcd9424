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

  /// Where `name` stands among the keys and what it means, `name?` of a list
  /// included: whether that list holds anything.
  func lookUp(_ name: String) -> Found? {
    if let index = keys.firstIndex(where: { $0.name == name }) {
      return Found(index: index, kind: keys[index].kind, asksPresence: false)
    }
    guard name.utf8.last == UInt8(ascii: "?"),
      let index = keys.firstIndex(where: { $0.name == name.dropLast() })
    else { return nil }
    switch keys[index].kind {
    case .list, .texts: return Found(index: index, kind: .flag, asksPresence: true)
    default: return nil
    }
  }

  struct Found {
    var index: Int
    var kind: Kind
    var asksPresence: Bool
  }
}
