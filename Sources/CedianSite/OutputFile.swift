/// A file of the finished site, not yet written.
public struct OutputFile: Sendable, Hashable {
  /// Relative to the output folder, with `/` between components:
  /// `activities/2026-11-double-eleven/index.html`.
  public var path: String
  public var bytes: [UInt8]

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
