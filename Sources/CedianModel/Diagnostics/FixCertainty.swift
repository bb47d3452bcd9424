/// Whether a fix's edits are made without asking.
public enum FixCertainty: Sendable, Hashable {
  /// Nothing else can have been meant.
  case certain
  /// Certain, unless the text read so gives another finding within this range:
  /// then something else was meant, as a remark by `时间: 2026-11-01 #待定`.
  case ifQuiet(SourceRange)
  /// Certain, if there is something of each of these names: `微信，微博` is two
  /// channels, `以微信为主，兼顾线下` is a sentence.
  case ifKnown([String])
  /// One of several things that may have been meant: shown, never made.
  case offered
}

/// What stands at a place of the front matter, and what belongs there. How that
/// is written depends on the text around it, which only the file's bytes tell.
public struct ValueRewrite: Sendable, Hashable {
  /// The value that is replaced.
  public var range: SourceRange
  public var content: Content

  public enum Content: Sendable, Hashable {
    /// One text.
    case text(String)
    /// Items of a list, where one text stood.
    case items([String])
    /// One text: what is written there, commas included.
    case verbatim
  }

  public init(range: SourceRange, content: Content) {
    self.range = range
    self.content = content
  }
}

extension Diagnostic {
  /// Whether `check --fix` mends it.
  public var isMendable: Bool {
    guard let fix, !fix.edits.isEmpty else { return false }
    return fix.certainty == .certain
  }
}

extension [Diagnostic] {
  /// Decides every fix that depends on what else is found, or on whether there is
  /// something of each of several names.
  public func settlingFixes(knows: ([String]) -> Bool = { _ in true }) -> [Diagnostic] {
    guard contains(where: { $0.fix.map { $0.certainty.isOpen || $0.rewrite != nil } ?? false })
    else { return self }
    // What is mended itself says nothing of what was meant.
    var places: [String: [SourceRange]] = [:]
    for finding in self where finding.fix?.edits.isEmpty ?? true {
      places[finding.location.path, default: []].append(finding.location.range)
    }
    let settled = map { finding in
      guard let certainty = finding.fix?.certainty, certainty.isOpen else { return finding }
      let isCertain =
        switch certainty {
        case .certain: true
        case .offered: false
        case .ifKnown(let items): knows(items)
        case .ifQuiet(let range):
          !(places[finding.location.path] ?? []).contains { range.holds($0) }
        }
      var settled = finding
      settled.fix?.certainty = isCertain ? .certain : .offered
      return settled
    }
    // A value whose quotes or brackets are in doubt is not rewritten.
    var doubtful: [String: [SourceRange]] = [:]
    for finding in settled where finding.fix?.certainty == .offered && finding.fix?.rewrite == nil {
      doubtful[finding.location.path, default: []].append(finding.location.range)
    }
    if doubtful.isEmpty { return settled }
    return settled.map { finding in
      guard let range = finding.fix?.rewrite?.range,
        doubtful[finding.location.path]?.contains(where: { range.holds($0) }) ?? false
      else { return finding }
      var left = finding
      left.fix?.certainty = .offered
      return left
    }
  }
}

extension FixCertainty {
  fileprivate var isOpen: Bool {
    switch self {
    case .certain, .offered: false
    case .ifQuiet, .ifKnown: true
    }
  }
}

extension SourceRange {
  fileprivate func holds(_ other: SourceRange) -> Bool {
    start <= other.start && other.end <= end
  }
}

extension Directory {
  /// Whether a list of channels, metrics, goals, activities or problems can hold
  /// each of `names`.
  public func knows(_ names: [String]) -> Bool {
    names.allSatisfy { name in
      channels[name] != nil || metric(named: name) != nil || goals[name] != nil
        || activities[name] != nil || problems[name] != nil
    }
  }
}
