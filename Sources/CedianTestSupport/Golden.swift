import Foundation
import Testing

/// Compares `text` with the committed file at `path`, relative to the package.
/// With `CEDIAN_RECORD=1` it writes the file instead, and fails: nobody records
/// by accident.
public func expectGolden(
  _ text: String, at path: String, sourceLocation: Testing.SourceLocation = #_sourceLocation
) throws {
  let url = packageRoot.appending(path: path)
  if ProcessInfo.processInfo.environment["CEDIAN_RECORD"] == "1" {
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
    Issue.record(
      "recorded \(path); run again without CEDIAN_RECORD", sourceLocation: sourceLocation)
    return
  }
  let golden = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
  guard golden != text else { return }
  let (old, new) = (
    golden.split(separator: "\n", omittingEmptySubsequences: false),
    text.split(separator: "\n", omittingEmptySubsequences: false)
  )
  let line = zip(old, new).enumerated().first { $0.element.0 != $0.element.1 }
  Issue.record(
    """
    \(path) differs from line \((line?.offset ?? min(old.count, new.count)) + 1):
    - \(line.map { String($0.element.0) } ?? "(\(old.count) lines)")
    + \(line.map { String($0.element.1) } ?? "(\(new.count) lines)")
    record with CEDIAN_RECORD=1
    """, sourceLocation: sourceLocation)
}

/// The package's folder.
public let packageRoot = URL(filePath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
