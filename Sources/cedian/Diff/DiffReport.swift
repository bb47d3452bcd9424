import CedianModel

/// A rule that changed, or a finding that came or went.
struct PolicyLine: Sendable {
  enum Tone: String, Sendable {
    case bad, warning, good, plain
  }

  var mark: String
  var text: String
  var tone: Tone
}

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

  /// What changed; where only the findings did, that.
  var headline: String {
    diff.isEmpty && !effect.isEmpty
      ? say("字段和文字没有改动，检查结果有变化", "no field or text changed, but the findings did")
      : diff.headline(language)
  }

  func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  func name(_ document: DocumentChange) -> String {
    "\(document.kindLabel[language])\(say("「", " '"))\(document.title)\(say("」", "'"))"
  }

  func heading(_ section: SectionChange) -> String {
    guard !section.heading.isEmpty else { return say("正文", "text") }
    var text = say("正文「\(section.heading)」", "text '\(section.heading)'")
    if let old = section.oldHeading {
      text += say("（原为「\(old)」）", " (was '\(old)')")
    }
    if section.isMoved { text += say("：改了次序", ": moved") }
    return text
  }

  /// Rule changes, then what is new, then what is mended, a line each.
  var policyLines: [PolicyLine] {
    var lines: [PolicyLine] = []
    for rule in effect.rules {
      let failing =
        rule.failing == 0 || !isWhole
        ? "" : say("；现有 \(rule.failing) 份文档不满足", "; \(rule.failing) documents fail it now")
      lines.append(
        PolicyLine(
          mark: "◆",
          text: say("条款 ", "clause ") + "\(rule.clause) \(rule.rule)\(say("：", ": "))"
            + "\(rule.change[language])\(failing)", tone: rule.failing > 0 ? .bad : .plain))
    }
    for finding in effect.found {
      let tone: PolicyLine.Tone = finding.severity == .error ? .bad : .warning
      lines.append(PolicyLine(mark: "+", text: line(finding), tone: tone))
    }
    for finding in effect.mended {
      lines.append(PolicyLine(mark: "−", text: line(finding), tone: .good))
    }
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
        "内容较多，只检查了改动的文档本身，没有判断要看全部文档的规则（引用、预算归集、评估与复盘是否齐全等）；加 --whole 检查全部",
        "the content is large: only the changed documents themselves were judged, not what takes "
          + "all documents (references, budget totals, missing reviews); --whole judges all")
  }
}
