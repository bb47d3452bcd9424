import CedianModel

/// What git could not do: exit code 74, or 64 where a name was wrong.
enum GitProblem: Error, Sendable, Equatable {
  case noGit
  case noRepository(String)
  case noRevision(String, isShallow: Bool)
  case noMergeBase(String, String)
  case failed(String)

  /// Whether the user named something that does not exist.
  var isUsage: Bool {
    switch self {
    case .noRepository, .noRevision, .noMergeBase: true
    case .noGit, .failed: false
    }
  }

  var message: LocalizedText {
    switch self {
    case .noGit:
      LocalizedText(
        zh: "找不到 git 程序，请先安装，例如 apt install git",
        en: "there is no git program; install it, as in apt install git")
    case .noRepository(let folder):
      LocalizedText(
        zh: "\(oneLine(folder)) 不在 git 仓库里，没有过去的版本可比",
        en: "\(oneLine(folder)) is not in a git repository, so there is no revision to compare with"
      )
    case .noRevision(let name, let isShallow):
      LocalizedText(
        zh: "没有「\(oneLine(name))」这个版本"
          + (isShallow ? "；这是浅克隆，先运行 git fetch --unshallow" : "，要写提交、分支或标签，例如 main、HEAD~1"),
        en: "there is no revision '\(oneLine(name))'"
          + (isShallow
            ? "; this is a shallow clone, run git fetch --unshallow first"
            : "; name a commit, branch or tag, as in main or HEAD~1"))
    case .noMergeBase(let a, let b):
      LocalizedText(
        zh: "\(oneLine(a)) 与 \(oneLine(b)) 没有共同的祖先",
        en: "\(oneLine(a)) and \(oneLine(b)) have no common ancestor")
    case .failed(let words):
      LocalizedText(zh: "git 出错：\(oneLine(words))", en: "git failed: \(oneLine(words))")
    }
  }
}
