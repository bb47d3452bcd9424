import CedianModel

/// What git could not do: exit code 74, or 64 where a name was wrong.
enum GitProblem: Error, Sendable, Equatable {
  case noGit
  case noRepository(String)
  case noRevision(String, isShallow: Bool)
  case noMergeBase(String, String)
  /// The branch has no first commit.
  case noCommit
  /// Somebody else's, so that git will not read it: the folder to name as safe.
  case foreignOwner(String)
  /// Left at the remote by a partial clone.
  case leftAtRemote
  case failed(String)

  /// Whether the user named something that does not exist.
  var isUsage: Bool {
    switch self {
    case .noRepository, .noRevision, .noMergeBase, .noCommit: true
    case .noGit, .foreignOwner, .leftAtRemote, .failed: false
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
          + (isShallow
            ? "；这是浅克隆，先运行 git fetch --unshallow" : "，要写提交、分支或标签，例如 main、HEAD~1"),
        en: "there is no revision '\(oneLine(name))'"
          + (isShallow
            ? "; this is a shallow clone, run git fetch --unshallow first"
            : "; name a commit, branch or tag, as in main or HEAD~1"))
    case .noMergeBase(let a, let b):
      LocalizedText(
        zh: "\(oneLine(a)) 与 \(oneLine(b)) 没有共同的祖先",
        en: "\(oneLine(a)) and \(oneLine(b)) have no common ancestor")
    case .noCommit:
      LocalizedText(
        zh: "这个分支还没有提交，没有过去的版本可比；先用 git commit 提交一次",
        en: "this branch has no commit yet, so there is no revision to compare with; "
          + "make one with git commit")
    case .foreignOwner(let folder):
      LocalizedText(
        zh: "git 仓库属于另一个用户，git 不读它；确认可信后运行 git config --global --add safe.directory "
          + shellQuoted(oneLine(folder)),
        en: "git does not read this repository, because it belongs to another user; if you trust "
          + "it, run git config --global --add safe.directory " + shellQuoted(oneLine(folder)))
    case .leftAtRemote:
      LocalizedText(
        zh: "这是部分克隆，旧版本的内容不在这里，策典也不去下载；先运行 git fetch --refetch --no-filter",
        en: "this is a partial clone: earlier contents are not here, and cedian downloads nothing; "
          + "run git fetch --refetch --no-filter first")
    case .failed(let words):
      LocalizedText(zh: "git 出错：\(oneLine(words))", en: "git failed: \(oneLine(words))")
    }
  }

  /// Why pages have no history.
  var withoutHistory: LocalizedText {
    switch self {
    case .noRepository:
      LocalizedText(zh: "不在 git 仓库里，没有修改历史", en: "not in a git repository, so there is no history")
    case .noCommit:
      LocalizedText(
        zh: "git 仓库还没有提交，没有修改历史", en: "nothing is committed yet, so there is no history")
    case .leftAtRemote:
      LocalizedText(
        zh: "部分克隆，以前的提交改了什么不在这里，没有修改历史",
        en: "a partial clone: what earlier commits changed is not here, so there is no history")
    default:
      LocalizedText(zh: "没有修改历史：\(message.zh)", en: "no history: \(message.en)")
    }
  }

  /// What git itself says of a repository that it cannot look at.
  init(_ error: String, in folder: String) {
    if error.contains("dubious ownership") || error.contains("unsafe repository") {
      let named = error.split(separator: "\n").lazy
        .compactMap { line in
          line.range(of: "safe.directory ").map { String(line[$0.upperBound...]) }
        }.first
      // As git quotes it for the shell.
      self = .foreignOwner(named.map { $0.replacing("'", with: "") } ?? folder)
    } else if error.contains("not a git repository") {
      self = .noRepository(folder)
    } else {
      self = .failed(error)
    }
  }
}
