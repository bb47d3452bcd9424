import CedianModel

extension PublishProblem {
  /// What stopped the publication and what helps.
  var message: LocalizedText {
    switch self {
    case .disk(let problem): return problem.message
    case .locked(let root):
      let shown = printable(root)
      return LocalizedText(
        zh: "另一次生成正在写 \(shown)，请等它结束后再试",
        en: "another build is writing \(shown); try again when it has ended")
    case .foreign(let files):
      let shown = files.prefix(20)
      let more = files.count - shown.count
      let zh = shown.map { "  \(printable($0.path))（\($0.why.words.zh)）" }
      let en = shown.map { "  \(printable($0.path)) (\($0.why.words.en))" }
      return LocalizedText(
        zh: "输出文件夹里有 \(files.count) 个文件不能动，没有发布：\n" + zh.joined(separator: "\n")
          + (more > 0 ? "\n  ……另有 \(more) 个" : "") + "\n请把它们移走或删去，或用 --output 换一个文件夹",
        en: "not published: \(files.count) file(s) in the output folder are not ours to touch:\n"
          + en.joined(separator: "\n") + (more > 0 ? "\n  … and \(more) more" : "")
          + "\nmove or remove them, or choose another folder with --output")
    }
  }
}

extension PublishPlan.Foreign.Why {
  var words: LocalizedText {
    switch self {
    case .notOurs: LocalizedText(zh: "不是策典写的", en: "not written by cedian")
    case .edited: LocalizedText(zh: "生成后被改过", en: "changed since it was written")
    case .blocked: LocalizedText(zh: "这里需要一个文件夹", en: "a folder has to be here")
    }
  }
}
