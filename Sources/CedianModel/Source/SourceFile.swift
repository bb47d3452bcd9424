/// A file as the pipeline sees it: a path and its bytes, whether they came from
/// disk or from a git revision.
public struct SourceFile: Sendable, Hashable {
  /// Relative to the site's root, with `/` between components:
  /// `content/plans/2026-11.md`.
  public var path: String
  public var bytes: [UInt8]

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// For tests and small texts.
  public init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }
}
