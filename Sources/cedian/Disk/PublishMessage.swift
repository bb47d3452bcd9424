import CedianModel

extension PublishProblem {
  /// What stopped the publication and what helps.
  var message: LocalizedText {
    switch self {
    case .locked(let root):
      let shown = printable(root)
      return LocalizedText(
        zh: "另一次生成正在写 \(shown)，请等它结束后再试",
        en: "another build is writing \(shown); try again when it has ended")
    case .manifest(let path):
      let shown = printable(path)
      return LocalizedText(
        zh: "\(shown) 已损坏，或出自别的版本，无法判断哪些文件是策典写的；请删去整个输出文件夹后重新生成",
        en: """
          \(shown) is damaged or by another version, so nobody knows which files cedian wrote; \
          remove the whole output folder and build again
          """)
    case .foreign(let files, let root): return Self.listed(files, in: root)
    case .clashes(let clashes):
      let zh = clashes.map { "  \(printable($0.first)) 和 \(printable($0.second))" }
      let en = clashes.map { "  \(printable($0.first)) and \(printable($0.second))" }
      return LocalizedText(
        zh: "没有发布：有些页面或附件的网址相同，或只差大小写，不能并存\n" + zh.joined(separator: "\n")
          + "\n请给其中一个改名",
        en:
          "not published: some pages or attachments have the same address, or differ in case only\n"
          + en.joined(separator: "\n") + "\nrename one of each")
    case .paths(let paths):
      let list = paths.map { "  " + printable($0) }.joined(separator: "\n")
      return LocalizedText(
        zh: "没有发布：这些文件会写到输出文件夹之外，或名称不能使用\n\(list)\n请改名",
        en:
          "not published: these would leave the output folder or cannot be names\n\(list)\nrename them"
      )
    }
  }

  /// Every file that is in the way, so that one clean-up is enough.
  private static func listed(_ files: [PublishPlan.Foreign], in root: String) -> LocalizedText {
    let zh = files.map { "  \(printable(root + "/" + $0.path))（\($0.why.words.zh)）" }
    let en = files.map { "  \(printable(root + "/" + $0.path)) (\($0.why.words.en))" }
    let count = files.count
    return LocalizedText(
      zh: "没有发布：输出文件夹里有 \(count) 处不归策典所有，不能覆盖或删除\n" + zh.joined(separator: "\n")
        + "\n请移走或删去，或用 --output 换一个文件夹；手工改动请写回 content/ 或 templates/",
      en: "not published: cedian does not own \(count) "
        + (count == 1 ? "item" : "items")
        + " in the output folder and will neither overwrite nor remove them\n"
        + en.joined(separator: "\n")
        + "\nmove or remove them, or choose another folder with --output; "
        + "edits by hand belong in content/ or templates/")
  }
}

extension PublishPlan.Foreign.Why {
  var words: LocalizedText {
    switch self {
    case .notOurs: LocalizedText(zh: "不是策典写的", en: "not written by cedian")
    case .edited: LocalizedText(zh: "生成后被改过", en: "changed since it was written")
    case .link: LocalizedText(zh: "是符号链接", en: "a symbolic link")
    case .folder:
      LocalizedText(zh: "是文件夹，这里要放文件", en: "a folder where a file has to be")
    case .blocking:
      LocalizedText(zh: "不是文件夹，这里要放文件夹", en: "no folder, where one has to be")
    case .hidden: LocalizedText(zh: "无法查看", en: "cannot be looked at")
    case .gone:
      LocalizedText(zh: "生成期间被移走", en: "moved away while the site was made")
    }
  }
}
