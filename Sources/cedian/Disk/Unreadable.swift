import CedianModel

/// `unreadable`: a file of the site that cannot be read. An error, because a
/// site that lacks a file without a word is a wrong site.
enum Unreadable {
  static func refused(_ problem: DiskProblem) -> Diagnostic {
    diagnostic(
      problem.path, problem.message,
      fix: LocalizedText(
        zh: "确认文件存在，且当前用户可以读取", en: "see that it exists and that you may read it"))
  }

  static func special(_ path: String) -> Diagnostic {
    diagnostic(
      path, LocalizedText(zh: "不是普通文件，无法读取", en: "this is not a regular file and cannot be read"),
      fix: LocalizedText(zh: "移走它", en: "move it away"))
  }

  static func brokenLink(_ path: String) -> Diagnostic {
    diagnostic(
      path,
      LocalizedText(zh: "符号链接指向的文件不存在", en: "the symbolic link leads nowhere"),
      fix: LocalizedText(zh: "改正或删去这个链接", en: "mend or remove the link"))
  }

  static func foreignLink(_ path: String) -> Diagnostic {
    diagnostic(
      path,
      LocalizedText(
        zh: "符号链接指向站点之外，或指向文件夹，没有读取",
        en: "the symbolic link leads out of the site or to a folder, so it is not followed"),
      fix: LocalizedText(zh: "把文件本身放进来", en: "put the file itself there"))
  }

  static func tooDeep(_ path: String) -> Diagnostic {
    diagnostic(
      path,
      LocalizedText(zh: "文件夹层数太多，最多 64 层", en: "folders are nested too deeply; 64 is the most"),
      fix: LocalizedText(zh: "把它移到上层文件夹", en: "move it to a folder further up"))
  }

  static func tooLarge(_ path: String, limit: Int) -> Diagnostic {
    diagnostic(
      path,
      LocalizedText(
        zh: "文件太大，没有读取：文档最多 \(limit / 1_000_000) MB",
        en: "the file is too large and is not read: a document has at most \(limit / 1_000_000) MB"),
      fix: LocalizedText(
        zh: "确认它是一份文档；附件换用别的扩展名，长文拆成几份",
        en: "see that it is a document; give attachments another suffix, split long texts"))
  }

  static func controlInName(_ path: String) -> Diagnostic {
    diagnostic(
      path,
      LocalizedText(
        zh: "文件名里有控制字符，没有读取", en: "the name holds control characters, so it is not read"),
      fix: LocalizedText(zh: "给文件改名", en: "rename the file"))
  }

  static func nameNotUTF8(in folder: String) -> Diagnostic {
    diagnostic(
      folder,
      LocalizedText(
        zh: "文件夹里有一个名称不是 UTF-8 的文件，没有读取",
        en: "a file in this folder has a name that is not UTF-8, so it is not read"),
      fix: LocalizedText(
        zh: "给文件改名，例如用 convmv", en: "rename the file, for instance with convmv"))
  }

  private static func diagnostic(
    _ path: String, _ message: LocalizedText, fix: LocalizedText
  ) -> Diagnostic {
    Diagnostic(
      id: "unreadable", severity: .error,
      location: SourceLocation(path: path, range: SourceRange(.start, .start)), message: message,
      fix: Diagnostic.Fix(message: fix))
  }
}
