import CedianModel
import Foundation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Every choice, made once: nothing after this sees a flag or the environment.
struct ResolvedOptions: Sendable {
  /// Without a final slash.
  var site: String
  var asOf: Day?
  /// As chosen on the command line; site.yml may say another for the pages.
  var chosenLanguage: Language?
  /// Of messages.
  var language: Language
  var includeDrafts: Bool
  var isStrict: Bool
  var format: ReportFormat
  var palette: Palette
  var width: Int
  var showsProgress: Bool

  init(_ raw: RawOptions) throws(UsageProblem) {
    chosenLanguage = raw.lang
    language = OutputLanguage.resolve(raw.lang)
    includeDrafts = raw.drafts
    isStrict = raw.strict
    format = raw.format
    site = trimmed(raw.site)
    let onTerminal = isatty(2) == 1
    let environment = ProcessInfo.processInfo.environment
    palette = Palette(
      isColoured: onTerminal && (environment["NO_COLOR"] ?? "").isEmpty
        && environment["TERM"] != "dumb")
    width = onTerminal ? max(40, terminalWidth() - 8) : 100
    showsProgress = onTerminal && raw.format == .text
    if let text = raw.asOf {
      guard let day = Day(iso: text) else { throw .badDay(text) }
      asOf = day
    }
    guard FileSystem.folderExists(site) else { throw .noSite(site) }
    guard FileSystem.folderExists(site + "/content") else { throw .noContent(site) }
  }
}

/// What a user got wrong on the command line: exit code 64.
enum UsageProblem: Error, Sendable {
  case badDay(String)
  case noSite(String)
  case noContent(String)
  case noTemplates(String)
  case noFile(String)
  case outputInside(String)
  case badBaseURL(String)

  var message: LocalizedText {
    switch self {
    case .badDay(let text):
      LocalizedText(
        zh: "--as-of 要写成 2026-11-15 这样的日期，「\(printable(text))」不是",
        en: "--as-of takes a day such as 2026-11-15, not '\(printable(text))'")
    case .noSite(let path):
      LocalizedText(
        zh: "没有 \(printable(path)) 这个文件夹；用 --site 指明站点", en: "there is no folder \(printable(path)); name the site with --site")
    case .noContent(let path):
      LocalizedText(
        zh: "\(printable(path)) 里没有 content/；在站点文件夹里运行，或用 --site 指明",
        en: "\(printable(path)) holds no content/; run in the site's folder or name it with --site")
    case .noTemplates(let path):
      LocalizedText(
        zh: "\(printable(path)) 里没有 templates/；从策典的仓库复制一份过来",
        en: "\(printable(path)) holds no templates/; copy them from Cedian's repository")
    case .noFile(let path):
      LocalizedText(
        zh: "没有 \(printable(path)) 这个文件，或无法读取", en: "there is no file \(printable(path)), or it cannot be read")
    case .outputInside(let path):
      LocalizedText(
        zh: "输出文件夹 \(printable(path)) 不能是站点本身，也不能在 content/ 或 templates/ 里",
        en: "the output folder \(printable(path)) must not be the site itself, nor lie in content/ or templates/")
    case .badBaseURL(let text):
      LocalizedText(
        zh: "--base-url 要写成 https://example.com/handbook/ 这样的完整网址，「\(printable(text))」不是",
        en: "--base-url takes an address such as https://example.com/handbook/, not '\(printable(text))'")
    }
  }
}

/// Without slashes at the end, but for the root itself.
func trimmed(_ path: String) -> String {
  var rest = path[...]
  while rest.count > 1, rest.last == "/" { rest = rest.dropLast() }
  return String(rest)
}

private func terminalWidth() -> Int {
  var size = winsize()
  guard ioctl(2, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 108 }
  return min(160, Int(size.ws_col))
}
