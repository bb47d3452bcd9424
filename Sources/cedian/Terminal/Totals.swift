import CedianModel

/// How many findings of each severity, in how many files.
struct Totals: Sendable, Hashable {
  var errors = 0
  var warnings = 0
  var notes = 0
  var files = 0

  init(_ diagnostics: [Diagnostic]) {
    var paths: Set<String> = []
    for diagnostic in diagnostics {
      paths.insert(diagnostic.location.path)
      switch diagnostic.severity {
      case .error: errors += 1
      case .warning: warnings += 1
      case .note: notes += 1
      }
    }
    files = paths.count
  }

  /// Whether they stop publication.
  func block(strict: Bool) -> Bool { errors > 0 || (strict && warnings > 0) }

  func sentence(_ language: Language, _ palette: Palette) -> String {
    var parts: [String] = []
    func part(_ count: Int, _ severity: Severity, _ zh: String, _ en: String) {
      guard count > 0 else { return }
      let text = language == .zh ? "\(count) \(zh)" : "\(count) \(en)\(count == 1 ? "" : "s")"
      parts.append(palette.severity(severity, text))
    }
    part(errors, .error, "个错误", "error")
    part(warnings, .warning, "个警告", "warning")
    part(notes, .note, "条提示", "note")
    switch language {
    case .zh:
      return parts.isEmpty
        ? palette.good("没有发现问题") : parts.joined(separator: "，") + "，涉及 \(files) 个文件"
    case .en:
      return parts.isEmpty
        ? palette.good("no problems found")
        : parts.joined(separator: ", ") + " in \(files) file\(files == 1 ? "" : "s")"
    }
  }
}
