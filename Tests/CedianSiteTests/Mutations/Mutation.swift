import CedianContent
import CedianModel
import CedianSite
import CedianTestSupport
import Foundation
import Testing

/// One change to the sample handbook and the findings that it must bring, no
/// more and no fewer. A finding is written `rule path:line`, the line as text.
struct Mutation: Sendable, CustomTestStringConvertible {
  enum Change: Sendable {
    /// The first occurrence of a text; nil removes the file, "" the text.
    case replace(String, with: String)
    /// The whole line that begins with the text, and the deeper ones beneath it.
    case removeField(String)
    case removeFile
    case write(String)
    case bytes([UInt8])
    case append(String)
  }

  var rule: String
  var path: String
  var changes: [(String, Change)]
  var expected: [String]

  var testDescription: String { "\(rule): \(path)" }

  init(_ rule: String, _ path: String, _ change: Change, _ expected: String...) {
    self.rule = rule
    self.path = path
    changes = [(path, change)]
    self.expected = expected
  }

  init(_ rule: String, _ path: String, _ change: Change, expected: [String]) {
    self.rule = rule
    self.path = path
    changes = [(path, change)]
    self.expected = expected
  }

  init(_ rule: String, _ changes: [(String, Change)], _ expected: String...) {
    self.rule = rule
    path = changes.map(\.0).joined(separator: ", ")
    self.changes = changes
    self.expected = expected
  }
}

/// The sample handbook, read once.
struct Sample: Sendable {
  static let shared = Sample()

  let files: [String: SourceFile]

  static var reviews: [String] {
    shared.files.keys.filter { $0.hasPrefix("content/reviews/") }.sorted()
  }

  private let read: [String: ReadFile]
  let findings: [String]

  private init() {
    var files: [String: SourceFile] = [:]
    let root = packageRoot.path + "/"
    let folder = packageRoot.appending(path: "content")
    for case let url as URL in FileManager.default.enumerator(
      at: folder, includingPropertiesForKeys: nil) ?? FileManager.DirectoryEnumerator()
    {
      guard let bytes = try? Data(contentsOf: url), !url.hasDirectoryPath else { continue }
      let path = url.path.replacing(root, with: "")
      files[path] = SourceFile(path: path, bytes: Array(bytes))
    }
    self.files = files
    var read: [String: ReadFile] = [:]
    for file in files.values { read[file.path] = readFile(file, options: MarkdownOptions()) }
    self.read = read
    findings = Self.findings(files, cached: read)
  }

  /// The findings that `mutation` adds, in reading order.
  func added(by mutation: Mutation) throws -> [String] {
    var files = self.files
    var cached = read
    for (path, change) in mutation.changes {
      files[path] = try changed(files[path], path, change)
      cached[path] = nil
    }
    var known: [String: Int] = [:]
    for finding in findings { known[finding, default: 0] += 1 }
    return Self.findings(files, cached: cached).filter { finding in
      guard let count = known[finding], count > 0 else { return true }
      known[finding] = count - 1
      return false
    }
  }

  private func changed(
    _ file: SourceFile?, _ path: String, _ change: Mutation.Change
  ) throws -> SourceFile? {
    let text = file.map { String(decoding: $0.bytes, as: UTF8.self) }
    switch change {
    case .removeFile: return nil
    case .write(let text): return SourceFile(path: path, text: text)
    case .bytes(let bytes): return SourceFile(path: path, bytes: (file?.bytes ?? []) + bytes)
    case .append(let more): return SourceFile(path: path, text: (text ?? "") + more)
    case .replace(let old, let new):
      guard let text, let range = text.range(of: old) else { throw NotFound(text: old) }
      return SourceFile(path: path, text: text.replacingCharacters(in: range, with: new))
    case .removeField(let start):
      guard let text else { throw NotFound(text: path) }
      var lines = text.components(separatedBy: "\n")
      guard let first = lines.firstIndex(where: { $0.hasPrefix(start) }) else {
        throw NotFound(text: start)
      }
      let depth = lines[first].prefix { $0 == " " }.count
      var end = first + 1
      while end < lines.count, lines[end].prefix(while: { $0 == " " }).count > depth {
        end += 1
      }
      lines.removeSubrange(first..<end)
      return SourceFile(path: path, text: lines.joined(separator: "\n"))
    }
  }

  struct NotFound: Error { var text: String }

  private static func findings(
    _ files: [String: SourceFile], cached: [String: ReadFile]
  ) -> [String] {
    let sources = files.values.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    let handbook = readHandbook(sources) { files, read in
      files.map { cached[$0.path] ?? read($0) }
    }
    let asOf = handbook.handbook.site.asOf ?? Day(ordinal: 20_772)
    let validation = validate(handbook.handbook, asOf: asOf)
    let links = validateLinks(handbook.handbook, contentAssets: handbook.assets)
    return validation.bindings.citing(handbook.diagnostics + validation.diagnostics + links)
      .inReadingOrder().map { finding in
        "\(finding.id) \(finding.location.path):"
          + line(finding.location.range.start, of: files[finding.location.path])
      }
  }

  private static func line(_ position: SourcePosition, of file: SourceFile?) -> String {
    guard let file else { return "" }
    let lines = String(decoding: file.bytes, as: UTF8.self)
      .components(separatedBy: "\n")
    let number = Int(position.line) - 1
    guard lines.indices.contains(number) else { return "" }
    let text = lines[number].drop { $0 == " " || $0 == "-" }
    return text.isEmpty ? lines[number] : String(text)
  }
}
