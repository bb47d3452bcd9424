import CedianModel

/// What lies below the content and is not looked at, and why.
struct Outside: Sendable {
  /// Repositories of their own, known to this one.
  var submodules: [String] = []
  /// Their files are kept elsewhere, so that nothing here says when they changed.
  var links: [String] = []
  /// Repositories that git does not know of.
  var repositories: [String] = []
  /// Names that are not UTF-8, as far as they can be shown.
  var names: [String] = []
  /// What the system refuses to read.
  var unreadable: [String] = []

  /// For who runs a command: with what to do.
  var note: LocalizedText? { words(withAdvice: true) }

  /// For who reads a page.
  var pageNote: LocalizedText? { words(withAdvice: false) }

  private func words(withAdvice: Bool) -> LocalizedText? {
    func advice(_ folder: String) -> LocalizedText {
      let command = "git -C \(shellQuoted(oneLine(folder))) diff"
      return withAdvice
        ? LocalizedText(zh: "；可以运行 \(command)", en: "; run \(command) there")
        : LocalizedText(zh: "", en: "")
    }
    let parts = [
      submodules.first.map { first in
        LocalizedText(
          zh: "子模块 \(Self.list(submodules, .zh)) 是另一个仓库，其中的改动没有看",
          en: "submodule \(Self.list(submodules, .en)): a repository of its own, not looked at")
          + advice(first)
      },
      links.isEmpty
        ? nil
        : LocalizedText(
          zh: "符号链接 \(Self.list(links, .zh)) 之后的文件没有看，git 只记得链接本身",
          en: "what links lead to is not looked at, git keeps only the links: "
            + Self.list(links, .en)),
      repositories.first.map { first in
        LocalizedText(
          zh: "\(Self.list(repositories, .zh)) 是另一个 git 仓库，没有看",
          en: "\(Self.list(repositories, .en)): another git repository, not looked at")
          + advice(first)
      },
      names.isEmpty
        ? nil
        : LocalizedText(
          zh: "文件名不是 UTF-8，没有看：\(Self.list(names, .zh))",
          en: "names that are not UTF-8, not looked at: \(Self.list(names, .en))"),
      unreadable.isEmpty
        ? nil
        : LocalizedText(
          zh: "读不了，没有看：\(Self.list(unreadable, .zh))",
          en: "cannot be read, not looked at: \(Self.list(unreadable, .en))"),
    ].compactMap { $0 }
    guard !parts.isEmpty else { return nil }
    return LocalizedText(
      zh: parts.map(\.zh).joined(separator: "；"), en: parts.map(\.en).joined(separator: "; "))
  }

  mutating func formUnion(_ other: Outside) {
    func joined(_ a: [String], _ b: [String]) -> [String] { a + b.filter { !a.contains($0) } }
    submodules = joined(submodules, other.submodules)
    links = joined(links, other.links)
    repositories = joined(repositories, other.repositories)
    names = joined(names, other.names)
    unreadable = joined(unreadable, other.unreadable)
  }

  /// The first three, and how many they are.
  private static func list(_ paths: [String], _ language: Language) -> String {
    let shown = paths.prefix(3).map(oneLine).joined(separator: language == .zh ? "、" : ", ")
    guard paths.count > 3 else { return shown }
    return shown + (language == .zh ? "等 \(paths.count) 处" : " and \(paths.count - 3) more")
  }
}
