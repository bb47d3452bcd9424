import CedianModel
import Foundation

/// The files of a site as they are on the disk, or were in a commit.
struct SiteFiles: Sendable {
  var content: [SourceFile]
  var templates: [SourceFile]
  var hasTemplates: Bool
  /// Files that cannot be read.
  var foundInContent: [Diagnostic]
  var foundInTemplates: [Diagnostic]
  /// Of the commit.
  var date: Date?

  var found: [Diagnostic] { foundInContent + foundInTemplates }

  /// Only `build` needs templates; `check` looks at them where they are.
  /// `replacing` are files that are looked at as if they held other bytes; with a
  /// `revision` the content is what git has there, seen on the day of its commit.
  init(
    _ options: ResolvedOptions, needsTemplates: Bool, replacing: [String: [UInt8]] = [:],
    revision: String? = nil
  ) throws {
    hasTemplates = FileSystem.folderExists(options.site + "/templates")
    guard hasTemplates || !needsTemplates else { throw UsageProblem.noTemplates(options.site) }
    if let revision {
      let repository = try Repository(site: options.site)
      let commit = try repository.commit(revision)
      content = try repository.files(at: commit, below: "content")
      date = try repository.date(of: commit)
      foundInContent = []
    } else {
      (content, foundInContent) = try loadFiles(in: "content", of: options.site)
    }
    if !replacing.isEmpty {
      content = content.map { SourceFile(path: $0.path, bytes: replacing[$0.path] ?? $0.bytes) }
    }
    (templates, foundInTemplates) =
      hasTemplates ? try loadFiles(in: "templates", of: options.site) : ([], [])
  }
}
