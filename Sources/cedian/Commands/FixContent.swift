import CedianContent
import CedianModel

/// What `check --fix` has done, or would do.
struct FixResult: Sendable {
  var files: [(path: String, old: [UInt8], new: [UInt8], fixed: [Diagnostic])]

  var count: Int { files.reduce(0) { $0 + $1.fixed.count } }

  /// Mends the site's documents and settings that `isWanted`; writes nothing yet.
  init(
    _ options: ResolvedOptions, sortsKeys: Bool, isWanted: @escaping @Sendable (String) -> Bool
  ) throws {
    let (files, _) = try loadFiles(in: "content", of: options.site)
    let candidates = files.filter { file in
      (file.path.hasSuffix(".md") || file.path.hasSuffix(".yml")) && isWanted(file.path)
    }
    let fixed = parallelMap(candidates) { fixFile($0, sortsKeys: sortsKeys) }
    self.files = zip(candidates, fixed).compactMap { file, fixed in
      fixed.bytes == file.bytes
        ? nil : (path: file.path, old: file.bytes, new: fixed.bytes, fixed: fixed.fixed)
    }
  }

  func write(to site: String) throws {
    for file in files { try Disk().replace(site + "/" + file.path, with: file.new) }
  }

  func diff(_ screen: Screen) -> String {
    files.map { unifiedDiff($0.path, $0.old, $0.new, screen) }.joined()
  }

  /// A line for each file, then the sum.
  func sentence(_ language: Language, _ palette: Palette, isDry: Bool) -> String {
    let verb =
      isDry ? LocalizedText(zh: "可修正", en: "can mend") : LocalizedText(zh: "已修正", en: "mended")
    guard count > 0 else {
      return LocalizedText(zh: "没有可以自动修正的问题", en: "nothing can be mended automatically")[language]
        + "\n"
    }
    var text = ""
    for file in files {
      let rules = file.fixed.map(\.id)
      let names = rules.enumerated().filter { rules.firstIndex(of: $0.element) == $0.offset }
        .map { id in
          let times = rules.count { $0 == id.element }
          return times == 1 ? id.element : "\(id.element) ×\(times)"
        }
      text += palette.good("✓ ") + "\(oneLine(file.path))：" + names.joined(separator: "、") + "\n"
    }
    switch language {
    case .zh: text += "\(verb.zh) \(files.count) 个文件里的 \(count) 处\n"
    case .en:
      text = text.replacing("：", with: ": ").replacing("、", with: ", ")
      text += "\(verb.en) \(count) place\(count == 1 ? "" : "s") in \(files.count) "
      text += "file\(files.count == 1 ? "" : "s")\n"
    }
    return text
  }
}
