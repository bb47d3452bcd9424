import CedianModel

/// `not-utf8`: a file in another encoding.
enum NotUTF8 {
  static let id = "not-utf8"

  /// `encoding` is what the file looks like; nil where nothing does.
  static func diagnostic(
    _ encoding: String?, byte: Int, at position: SourcePosition, path: String
  ) -> Diagnostic {
    let range = SourceRange(
      position, SourcePosition(line: Int(position.line), column: Int(position.column) + 1))
    guard let encoding else {
      return Diagnostic(
        id: id, severity: .error, location: SourceLocation(path: path, range: range),
        message: LocalizedText(
          zh: "文件不是 UTF-8 编码（第 \(byte + 1) 个字节起）",
          en: "the file is not UTF-8 (from byte \(byte + 1) on)"),
        fix: Diagnostic.Fix(
          message: LocalizedText(
            zh: "在编辑器里另存为 UTF-8 编码", en: "save it as UTF-8 in your editor")))
    }
    return Diagnostic(
      id: id, severity: .error, location: SourceLocation(path: path, range: range),
      message: LocalizedText(
        zh: "文件不是 UTF-8 编码（第 \(byte + 1) 个字节起），看起来是 \(encoding)",
        en: "the file is not UTF-8 (from byte \(byte + 1) on); it looks like \(encoding)"),
      fix: Diagnostic.Fix(
        message: LocalizedText(zh: "转换编码", en: "convert it"),
        example: command(from: encoding, path: path)))
  }

  /// Through a second file: iconv onto its own input would empty it.
  private static func command(from encoding: String, path: String) -> String {
    if path == "-" { return "iconv -f \(encoding) -t UTF-8" }
    let old = shellQuoted(path)
    let new = shellQuoted(path + ".utf8")
    return "iconv -f \(encoding) -t UTF-8 \(old) > \(new) && mv \(new) \(old)"
  }
}
