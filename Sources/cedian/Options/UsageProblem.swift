import CedianModel

/// What a user got wrong on the command line: exit code 64.
enum UsageProblem: Error, Sendable, Equatable {
  case badDay(String)
  case noSite(String)
  case noContent(String)
  case noTemplates(String)
  case noFile(String)
  case fileOutsideSite(String)
  case outputInside(String)
  case badBaseURL(String)
  case emptyPath(String)
  case needsFix(String)
  /// `--write-baseline` takes all that is there now.
  case partialBaseline(String)
  case badBaseline(String)
  case badPeriod(String)
  /// The content touches only those from the first to the last named.
  case noPeriod(String, covered: ClosedRange<Period>?)
  case nothingClosed(Day)
  case notBegun(String)
  case noPage(String)
  case reviewExists(String)
  case needsTwoFolders
  case settingTaken(String, String)
  case hookTaken(String, String)
  case hooksShared(String)
  case contentElsewhere(String)
  case attributesTaken(String)
  case tooManyRevisions(Int)
  case noRevisionOrFile(String)
  case unknownOption(String)
  case noRule(String, nearest: String?)
  case noCommand(String, nearest: String?)

  /// What is wrong and what to write instead.
  var message: LocalizedText {
    switch self {
    case .badDay(let text):
      LocalizedText(
        zh: "--as-of 要写成 2026-11-15 这样的日期，「\(oneLine(text))」不是",
        en: "--as-of takes a day such as 2026-11-15, not '\(oneLine(text))'")
    case .badPeriod(let text):
      LocalizedText(
        zh: "期间要写成 2026、2026-Q4 或 2026-11，「\(oneLine(text))」不是",
        en: "a period is written 2026, 2026-Q4 or 2026-11, not '\(oneLine(text))'")
    case .noPeriod(let text, let covered):
      LocalizedText(
        zh: "内容里没有 \(oneLine(text)) 的计划、结果或活动"
          + (covered.map { "；有的是 \($0.lowerBound.id) 到 \($0.upperBound.id)" } ?? ""),
        en: "the content holds no plan, result or activity of \(oneLine(text))"
          + (covered.map { "; it reaches from \($0.lowerBound.id) to \($0.upperBound.id)" } ?? ""))
    case .nothingClosed(let day):
      LocalizedText(
        zh: "到 \(day.iso) 还没有结束的月份可以报告；请写明期间，如 cedian report 2026-10",
        en: "no month has closed by \(day.iso); name a period, as in cedian report 2026-10")
    case .noPage(let period):
      LocalizedText(
        zh: "\(period) 没有报告页；html 只用于月、季度和年度",
        en: "\(period) has no page; html is for months, quarters and years")
    case .notBegun(let period):
      LocalizedText(
        zh: "\(period) 还没有开始，没有可复盘的；可用 --as-of 指定日期",
        en: "\(period) has not begun, so there is nothing to review; --as-of names another day")
    case .reviewExists(let path):
      LocalizedText(
        zh: "已有 \(oneLine(path))，不会改动它；用 --stdout 只看初稿",
        en: "\(oneLine(path)) exists and is left as it is; --stdout prints the draft")
    case .settingTaken(let key, let value):
      LocalizedText(
        zh: "git 已有设置 \(key)=\(oneLine(value))，不会改动它",
        en: "git has \(key)=\(oneLine(value)) already, which is left as it is")
    case .hookTaken(let path, let command):
      LocalizedText(
        zh: "已有 \(oneLine(path))，不会改动它；在里面加一行 \(oneLine(command))，或用 --no-hook",
        en:
          "\(oneLine(path)) exists and is left as it is; add \(oneLine(command)) to it, or use --no-hook"
      )
    case .noRevisionOrFile(let name):
      LocalizedText(
        zh: "没有「\(oneLine(name))」这个版本，也没有这个文件；版本写提交、分支或标签，例如 main、HEAD~1，"
          + "已经删去的文件写在 -- 之后",
        en:
          "there is neither a revision nor a file '\(oneLine(name))'; name a commit, branch or tag, "
          + "as in main or HEAD~1, and put files that are gone after --")
    case .contentElsewhere(let path):
      LocalizedText(
        zh: "\(oneLine(path)) 是子模块、另一个仓库或符号链接，这个仓库的 git 看不到其中的文件，没有安装；"
          + "内容和站点在同一个仓库里才能安装",
        en:
          "\(oneLine(path)) is a submodule, another repository or a link, so that git does not see "
          + "its files from here; nothing is installed: content and site must lie in one repository"
      )
    case .attributesTaken(let path):
      LocalizedText(
        zh: "\(oneLine(path)) 不是普通文件（例如是符号链接，git 也不读它），没有安装；换成普通文件再装",
        en: "\(oneLine(path)) is no regular file (git does not read a link either); nothing is "
          + "installed: make it one first")
    case .hooksShared(let folder):
      LocalizedText(
        zh: "core.hooksPath 指向 \(oneLine(folder))，那里的检查对所有仓库都生效，不会改动它；用 --no-hook 只装其余部分",
        en:
          "core.hooksPath is \(oneLine(folder)), whose hooks serve all repositories, and is left as it is; use --no-hook to set up the rest"
      )
    case .needsTwoFolders:
      LocalizedText(zh: "--no-index 要写两个站点文件夹", en: "--no-index takes two site folders")
    case .tooManyRevisions(let count):
      LocalizedText(
        zh: "最多比较两个版本，写了 \(count) 个；文件写在 -- 之后",
        en: "at most two revisions are compared, not \(count); paths go after --")
    case .unknownOption(let option):
      LocalizedText(zh: "没有 \(oneLine(option)) 这个选项", en: "there is no option \(oneLine(option))")
    case .noRule(let id, let nearest):
      LocalizedText(
        zh: "没有「\(oneLine(id))」这条规则"
          + (nearest.map { "，是不是想写 \($0)？" } ?? "；cedian explain 列出全部规则"),
        en: "there is no rule '\(oneLine(id))'"
          + (nearest.map { "; did you mean \($0)?" } ?? "; 'cedian explain' lists them all"))
    case .noCommand(let word, let nearest):
      LocalizedText(
        zh: "没有 \(oneLine(word)) 这个命令" + (nearest.map { "，是不是想写 \($0)？" } ?? ""),
        en: "there is no command '\(oneLine(word))'"
          + (nearest.map { "; did you mean \($0)?" } ?? ""))
    case .badBaseline(let path):
      LocalizedText(
        zh: "\(oneLine(path)) 读不懂；删去它，或用 cedian check --write-baseline 重写",
        en:
          "\(oneLine(path)) cannot be read; remove it, or rewrite it with cedian check --write-baseline"
      )
    case .needsFix(let option):
      LocalizedText(zh: "\(option) 要与 --fix 同用", en: "\(option) goes with --fix")
    case .partialBaseline(let option):
      LocalizedText(
        zh: "--write-baseline 记下的是现在全部的问题，不能与 \(option) 同用",
        en: "--write-baseline takes down all findings there are now; it does not go with \(option)")
    case .emptyPath(let option):
      LocalizedText(zh: "\(option) 后面是空的，要写一个文件夹", en: "\(option) is empty; it takes a folder")
    case .noSite(let path):
      LocalizedText(
        zh: "没有 \(oneLine(path)) 这个文件夹；用 --site 指明站点",
        en: "there is no folder \(oneLine(path)); name the site with --site")
    case .noContent(let path):
      LocalizedText(
        zh: "\(oneLine(path)) 里没有 content/；请在站点文件夹里运行，或用 --site 指明",
        en: "\(oneLine(path)) holds no content/; run in the site's folder or name it with --site")
    case .noTemplates(let path):
      LocalizedText(
        zh: "\(oneLine(path)) 里没有 templates/；从策典的仓库复制一份过来",
        en: "\(oneLine(path)) holds no templates/; copy them from Cedian's repository")
    case .noFile(let path):
      LocalizedText(
        zh: "没有 \(oneLine(path)) 这个文件", en: "there is no file \(oneLine(path))")
    case .fileOutsideSite(let path):
      LocalizedText(
        zh: "\(oneLine(path)) 不在站点里；用 --site 指明它所在的站点",
        en: "\(oneLine(path)) is not in the site; name its site with --site")
    case .outputInside(let path):
      LocalizedText(
        zh: "输出文件夹 \(oneLine(path)) 不能是站点本身或它的上级，也不能在 content/ 或 templates/ 里",
        en: """
          the output folder \(oneLine(path)) must be neither the site nor above it, nor lie in \
          content/ or templates/
          """)
    case .badBaseURL(let text):
      LocalizedText(
        zh: "--base-url 要写成 https://example.com/handbook/ 这样的完整网址，「\(oneLine(text))」不是",
        en: """
          --base-url takes an address such as https://example.com/handbook/, \
          not '\(oneLine(text))'
          """)
    }
  }
}
