/// `channel-review`: a period's review speaks of every channel in use.
enum ChannelReview {
  static let id = "channel-review"

  static let rule = Rule(
    RuleDescription(
      id, .warning, of: [.review],
      LocalizedText(
        zh: "月度和季度复盘覆盖所有在用渠道", en: "a review speaks of every channel in use"),
      detail: LocalizedText(
        zh: "看每份复盘的结论、问题、调整和正文：在用渠道（停用的不算）的名称、编号或别名一次也没有出现就报告。渠道的简称写在渠道文件的「别名」里。",
        en: """
          Looks at the conclusion, problems, adjustments and text of every review: a channel in use \
          whose title, id and aliases do not occur is reported. Short names go into its `aliases`.
          """),
      failing: "# 2026-10 复盘的正文没有提到邮件",
      passing: "邮件打开率20.9%，几乎贴着21%的目标。")
  ) { context, run in
    let active = context.handbook.channels.filter(\.isActive)
    for review in context.reviews where review.info.hasReadableFrontMatter {
      run.examine(.review)
      var words = Array((review.conclusion ?? "").utf8)
      for problem in review.problems {
        words += Array("\n\(problem.what)\n\(problem.cause ?? "")".utf8)
      }
      for adjustment in review.adjustments { words += Array("\n\(adjustment.what)".utf8) }
      let silent = active.filter { channel in
        !channel.names.contains { name in
          contains(words, name) || contains(review.info.body.html, escaped(name))
        }
      }
      guard !silent.isEmpty else { continue }
      let names = listed(silent.map { LocalizedText(zh: $0.info.title, en: $0.info.id.value) })
      run.report(
        context.finding(
          id, at: review.info.closing, in: review.info.path,
          LocalizedText(
            zh: "这份复盘没有提到\(names.zh)", en: "this review does not speak of \(names.en)"),
          fix: Diagnostic.Fix(
            message: LocalizedText(
              zh: "在正文里交代它的表现，没有活动也要写一句；渠道另有叫法的，写进渠道文件的「别名」",
              en: "say how it did, even without an activity; other names go into its 'aliases'"))))
    }
  }

  /// As it stands in HTML.
  private static func escaped(_ name: String) -> String {
    guard name.utf8.contains(where: { $0 == 0x26 || $0 == 0x3C || $0 == 0x3E || $0 == 0x22 })
    else { return name }
    return name.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
  }

  /// Whether `name` occurs; an id of ASCII letters only as a whole word.
  private static func contains(_ text: [UInt8], _ name: String) -> Bool {
    let word = Array(name.utf8)
    guard let first = word.first, text.count >= word.count else { return false }
    let isASCII = word.allSatisfy { $0 < 0x80 }
    var at = 0
    while at + word.count <= text.count {
      guard let next = text[at...].firstIndex(of: first), next + word.count <= text.count else {
        return false
      }
      let end = next + word.count
      if text[next..<end].elementsEqual(word) {
        let isWhole =
          !isASCII
          || !(next > 0 && isLetter(text[next - 1])) && !(end < text.count && isLetter(text[end]))
        if isWhole { return true }
      }
      at = next + 1
    }
    return false
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || byte == 0x5F || byte == 0x2D
  }
}
