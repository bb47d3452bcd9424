import CedianModel

/// A piece of a template with its place in the file.
struct TemplateToken: Sendable, Hashable {
  enum Content: Sendable, Hashable {
    case text([UInt8])
    case variable
    case section
    case invertedSection
    case close
    case partial
    /// `{{<layout}}`: a partial whose blocks are filled in here.
    case parent
    /// `{{$block}}`
    case block
  }

  var content: Content
  /// Empty for text.
  var name: String
  /// The name's place; of text, its first character's.
  var range: SourceRange
}
