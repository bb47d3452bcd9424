import CedianModel

/// `misnamed-file`: a file that is probably meant as a document, a results table
/// or the settings, and is taken for an attachment because of its name.
enum MisnamedFile {
  static func check(_ path: String) -> Diagnostic? {
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
