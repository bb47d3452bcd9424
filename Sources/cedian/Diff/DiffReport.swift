import CedianModel

/// A comparison ready to be shown: the change, what it does to the policy, and
/// what its words need.
struct DiffReport: Sendable {
  var diff: HandbookDiff
  var effect: PolicyEffect
  var metrics: [Metric]
  /// `HEAD~1`, `工作区`.
  var from: String
  var to: String
  /// False where only what changed was judged.
  var isWhole: Bool
  var language: Language

  func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  func name(_ document: DocumentChange) -> String {
    "\(document.kind.label[language])\(say("「", " '"))\(document.title)\(say("」", "'"))"
  }

  func heading(_ section: SectionChange) -> String {
    section.heading.isEmpty
      ? say("正文", "text") : say("正文「\(section.heading)」", "text '\(section.heading)'")
  }

  /// Rule changes, then what is new, then what is mended, a line each.
  var policyLines: [(mark: String, text: String, isBad: Bool)] {
    var lines: [(String, String, Bool)] = []
    for rule in effect.rules {
      let failing =
        rule.failing == 0
        ? "" : say("；现有 \(rule.failing) 份文档不满足", "; \(rule.failing) documents fail it now")
      lines.append(
        (
          "◆",
          say("条款 ", "clause ") + "\(rule.clause) \(rule.rule)\(say("：", ": "))"
            + "\(rule.change[language])\(failing)", rule.failing > 0
        ))
    }
    for finding in effect.found { lines.append(("+", line(finding), true)) }
    for finding in effect.mended { lines.append(("−", line(finding), false)) }
    return lines
  }

  private func line(_ finding: Diagnostic) -> String {
    let clause = finding.clause.map { say("（条款 ", " (clause ") + $0.number + say("）", ")") } ?? ""
    let place = "\(finding.location.path):\(finding.location.range.start.line)"
    return "\(finding.severity.name[language])\(say("：", ": "))\(finding.message[language])"
      + "\(clause) \(place)"
  }

  var limitNote: String? {
    isWhole
      ? nil
      : say(
        "内容较多，只按改动的文档检查；cedian check --since 检查全部",
        "the content is large, so only what changed was judged; cedian check --since judges all")
  }
}
