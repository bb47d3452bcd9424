import CedianModel

/// What front matter says, without places and styles.
indirect enum Meaning: Equatable {
  case text(String)
  case list([Meaning])
  case fields([Field])

  struct Field: Equatable {
    var key: String
    var value: Meaning
  }

  init(_ node: Node) {
    switch node.content {
    // Nothing, `~` and an empty text are one to every field.
    case .scalar(let text, _): self = .text(node.isEmpty ? "" : text)
    case .sequence(let items): self = .list(items.map { Meaning($0) })
    case .mapping(let entries): self.init(entries)
    }
  }

  init(_ entries: [Node.Entry]) {
    self = .fields(entries.map { Field(key: $0.key.value, value: Meaning($0.value)) })
  }
}

extension Node {
  /// The value once `rewrites` are made; `written` tells what stands at a place.
  func rewritten(by rewrites: [SourceRange: ValueRewrite], written: (SourceRange) -> String) -> Node
  {
    if rewrites.isEmpty { return self }
    var result = self
    switch content {
    case .scalar(_, let style):
      switch rewrites[range]?.content {
      case .text(let text): result.content = .scalar(text, style)
      case .items(let items):
        result.content = .sequence(items.map { Node(.scalar($0, .plain), range) })
      case .verbatim, nil: break
      }
    case .sequence(let items):
      result.content = .sequence(
        items.flatMap { item -> [Node] in
          let new = item.rewritten(by: rewrites, written: written)
          if case .items? = rewrites[item.range]?.content, case .sequence(let parts) = new.content {
            return parts
          }
          return [new]
        })
    case .mapping(let entries):
      var new: [Entry] = []
      var whole: SourceRange?
      for entry in entries {
        // The pieces of a value that is put together again.
        if let whole, entry.isBare, entry.key.range.end <= whole.end { continue }
        let joined = rewrites.values.first {
          $0.content == .verbatim && $0.range.start == entry.value.range.start
        }
        whole = joined?.range
        var value = entry.value.rewritten(by: rewrites, written: written)
        if let joined { value.content = .scalar(written(joined.range), .doubleQuoted) }
        new.append(Entry(key: entry.key, value: value))
      }
      result.content = .mapping(new)
    }
    return result
  }
}
