import CedianModel

/// `misnamed-file`: a file that is probably meant as a document, a results table
/// or the settings, and is taken for an attachment because of its name.
enum MisnamedFile {
  /// A document in a folder whose name is nearly that of a kind, or says it in
  /// Chinese: it would be published as a page, and no rule would look at it.
  static func folder(_ path: String) -> Diagnostic? {
    let parts = path.split(separator: "/")
    guard parts.count > 2 else { return nil }
    let folder = String(parts[1])
    let kinds = DocumentKind.allCases.filter { $0 != .page }
    guard folder != "pages", folder != "results", !kinds.contains(where: { $0.folder == folder })
    else { return nil }
    let meant =
      kinds.first { [$0.label.zh, $0.rawValue].contains(folder.lowercased()) }
      ?? kinds.first { $0.folder == folder.lowercased() }
      ?? nearest(to: folder, among: kinds.map(\.folder)).flatMap { name in
        kinds.first { $0.folder == name }
      }
    guard let meant else { return nil }
    let place = "content/\(meant.folder)/" + parts.dropFirst(2).joined(separator: "/")
    return Diagnostic(
      id: "misnamed-file", severity: .error,
      location: SourceLocation(path: path, range: SourceRange(.start, .start)),
      message: LocalizedText(
        zh: "文件夹「\(folder)」不是文档的文件夹，里面的\(meant.label.zh)只会当作普通页面，不受检查",
        en:
          "'\(folder)' is no folder of documents: what is in it is a plain page that no rule checks"
      ),
      fix: Diagnostic.Fix(
        message: LocalizedText(
          zh: "移到 content/\(meant.folder)/；确实是页面的，放进 content/pages/",
          en: "move it to content/\(meant.folder)/, or a page to content/pages/"),
        example: "mv \(path) \(place)"))
  }

  /// A table in a folder whose name is nearly `results`, or says it in Chinese: none
  /// of its rows would count.
  private static func results(_ path: String) -> Diagnostic? {
    let parts = path.split(separator: "/")
    guard parts.count > 2, parts[1] != "results", path.lowercased().hasSuffix(".csv") else {
      return nil
    }
    let folder = String(parts[1])
    guard ["结果", "数据", "result"].contains(folder) || nearest(to: folder, among: ["results"]) != nil
    else { return nil }
    return Diagnostic(
      id: "misnamed-file", severity: .error,
      location: SourceLocation(path: path, range: SourceRange(.start, .start)),
      message: LocalizedText(
        zh: "文件夹「\(folder)」不是结果表的文件夹，这个表不会被读取，只当作附件发布",
        en: "'\(folder)' is no folder of results: this table is not read, only published as it is"),
      fix: Diagnostic.Fix(
        message: LocalizedText(zh: "移到 content/results/", en: "move it to content/results/"),
        example:
          "mv \(path) content/results/\(parts.dropFirst(2).joined(separator: "/"))"))
  }

  static func check(_ path: String) -> Diagnostic? {
    if let misplaced = results(path) { return misplaced }
    guard let name = path.split(separator: "/").last else { return nil }
    let lowered = name.lowercased()
    let right: String
    switch lowered {
    case "site.yaml", "site.yml": right = "site.yml"
    case "metrics.yaml", "metrics.yml": right = "metrics.yml"
    case _ where lowered.hasSuffix(".markdown"): right = String(name.dropLast(9)) + ".md"
    case _ where lowered.hasSuffix(".md"): right = String(name.dropLast(3)) + ".md"
    case _ where lowered.hasSuffix(".csv") && path.hasPrefix("content/results/"):
      right = String(name.dropLast(4)) + ".csv"
    default: return nil
    }
    let isSettings = right.hasSuffix(".yml")
    let place = isSettings ? "content/" + right : path.dropLast(name.count) + right
    return Diagnostic(
      id: "misnamed-file", severity: .warning,
      location: SourceLocation(path: path, range: SourceRange(.start, .start)),
      message: LocalizedText(
        zh: "这个文件名不会被读取，只当作附件发布",
        en: "a file of this name is not read, only published as an attachment"),
      fix: Diagnostic.Fix(
        message: LocalizedText(zh: "改名", en: "rename it"), example: "mv \(path) \(place)"))
  }
}
