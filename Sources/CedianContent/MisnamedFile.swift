import CedianModel

/// `misnamed-file`: a file that is probably meant as a document, a results table
/// or the settings, and is taken for an attachment because of its name.
enum MisnamedFile {
  /// A document in a folder whose name is nearly that of a kind, or says it in
  /// Chinese: it would be published as a page, and no rule would look at it.
  static func folder(_ path: String) -> Diagnostic? {
    guard let (folder, meant) = meantKind(path) else { return nil }
    return finding(
      path, .error,
      LocalizedText(
        zh: "文件夹「\(folder)」不是文档的文件夹，里面的\(meant.label.zh)只会当作普通页面，不受检查",
        en:
          "'\(folder)' is no folder of documents: what is in it is a plain page that no rule checks"
      ),
      LocalizedText(
        zh: "移到 content/\(meant.folder)/；确实是页面的，放进 content/pages/",
        en: "move it to content/\(meant.folder)/, or a page to content/pages/"))
  }

  static func check(_ path: String) -> Diagnostic? {
    if let folder = resultsFolder(path) {
      return finding(
        path, .error,
        LocalizedText(
          zh: "文件夹「\(folder)」不是结果表的文件夹，这个表不会被读取，只当作附件发布",
          en: "'\(folder)' is no folder of results: this table is not read, only published as it is"
        ),
        LocalizedText(zh: "移到 content/results/", en: "move it to content/results/"))
    }
    guard rightName(path) != nil else { return nil }
    return finding(
      path, .warning,
      LocalizedText(
        zh: "这个文件名不会被读取，只当作附件发布",
        en: "a file of this name is not read, only published as an attachment"),
      LocalizedText(zh: "改名", en: "rename it"))
  }

  /// The finding as it stands where nothing is in the way of the move that it advises,
  /// which would otherwise overwrite a good file. `taken` are the paths that are there, and
  /// those that other moves will make.
  static func sparing(_ finding: Diagnostic, _ taken: inout Set<String>) -> Diagnostic {
    let path = finding.location.path
    guard finding.id == id, let place = place(of: path), !taken.insert(place).inserted else {
      return finding
    }
    var finding = finding
    finding.fix = Diagnostic.Fix(
      message: LocalizedText(
        zh: "\(place) 已经有一个文件，不能直接移过去：比较两个文件，把要留的内容并入它，再删去这一个",
        en:
          "there is a file for \(place) already: compare the two, merge what is to stay into it, then remove this one"
      ),
      example: "diff \(shellQuoted(path)) \(shellQuoted(place))")
    return finding
  }

  private static let id = "misnamed-file"

  private static func finding(
    _ path: String, _ severity: Severity, _ message: LocalizedText, _ fix: LocalizedText
  ) -> Diagnostic {
    Diagnostic(
      id: id, severity: severity,
      location: SourceLocation(path: path, range: SourceRange(.start, .start)), message: message,
      fix: Diagnostic.Fix(
        message: fix,
        example: place(of: path).map { "mv \(shellQuoted(path)) \(shellQuoted($0))" }))
  }

  /// Where the file was probably meant to be.
  private static func place(of path: String) -> String? {
    let inFolder = path.split(separator: "/").dropFirst(2).joined(separator: "/")
    if resultsFolder(path) != nil { return "content/results/" + inFolder }
    if let right = rightName(path) {
      let folder = path.prefix(through: path.lastIndex(of: "/") ?? path.startIndex)
      return right.hasSuffix(".yml") ? "content/" + right : folder + right
    }
    return meantKind(path).map { "content/\($0.kind.folder)/" + inFolder }
  }

  private static func meantKind(_ path: String) -> (folder: String, kind: DocumentKind)? {
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
    return meant.map { (folder, $0) }
  }

  /// The folder of a table whose name is nearly `results`, or says it in Chinese: none
  /// of its rows would count.
  private static func resultsFolder(_ path: String) -> String? {
    let parts = path.split(separator: "/")
    guard parts.count > 2, parts[1] != "results", path.lowercased().hasSuffix(".csv") else {
      return nil
    }
    let folder = String(parts[1])
    return ["结果", "数据", "result"].contains(folder) || nearest(to: folder, among: ["results"]) != nil
      ? folder : nil
  }

  /// The name that would be read.
  private static func rightName(_ path: String) -> String? {
    guard let name = path.split(separator: "/").last else { return nil }
    let lowered = name.lowercased()
    switch lowered {
    case "site.yaml", "site.yml": return "site.yml"
    case "metrics.yaml", "metrics.yml": return "metrics.yml"
    case _ where lowered.hasSuffix(".markdown"): return name.dropLast(9) + ".md"
    // A name that is right already is read, and never asked about.
    case _ where lowered.hasSuffix(".md") && !name.hasSuffix(".md"): return name.dropLast(3) + ".md"
    case _ where lowered.hasSuffix(".csv") && path.hasPrefix("content/results/"):
      return name.dropLast(4) + ".csv"
    default: return nil
    }
  }
}
