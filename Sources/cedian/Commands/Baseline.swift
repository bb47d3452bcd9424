import CedianModel
import Foundation

/// Findings that a site has put up with for the time being, in a file that is
/// committed beside the content: `.cedian-baseline.json`. It makes adoption
/// possible where old documents abound: only what is new counts.
struct Baseline: Sendable {
  static let name = ".cedian-baseline.json"

  private var counts: [FindingKey: Int] = [:]

  /// Nil where the site has none.
  init?(site: String) throws {
    let path = site + "/" + Self.name
    guard FileSystem.entry(path) == .file else { return nil }
    let data = Data(try FileSystem.read(path))
    guard let file = try? JSONDecoder().decode(File.self, from: data), file.version == 1 else {
      throw UsageProblem.badBaseline(path)
    }
    for entry in file.findings {
      let key = FindingKey(rule: entry.rule, path: entry.path, words: entry.message)
      counts[key, default: 0] += entry.count
    }
  }

  /// `moved` gives the paths that files have by now: what was found in one of them
  /// went along with it.
  init(_ diagnostics: [Diagnostic], moved: [String: String] = [:]) {
    for diagnostic in diagnostics {
      var key = diagnostic.key
      key.path = moved[key.path] ?? key.path
      counts[key, default: 0] += 1
    }
  }

  /// What is not known, how many are, and how many known ones are gone.
  func separate(
    _ diagnostics: [Diagnostic]
  ) -> (open: [Diagnostic], known: Int, gone: Int) {
    var left = counts
    let open = diagnostics.filter { diagnostic in
      guard let count = left[diagnostic.key], count > 0 else { return true }
      left[diagnostic.key] = count - 1
      return false
    }
    return (open, diagnostics.count - open.count, left.values.reduce(0, +))
  }

  /// Sorted, one finding a few lines, no line numbers: made to be read in a diff.
  func write(to site: String) throws {
    let entries = counts.sorted { a, b in
      (a.key.path, a.key.rule, a.key.words) < (b.key.path, b.key.rule, b.key.words)
    }.map { key, count in
      Entry(count: count, message: key.words, path: key.path, rule: key.rule)
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let bytes = Array(try encoder.encode(File(findings: entries))) + [0x0A]
    let path = site + "/" + Self.name
    if FileSystem.entry(path) == .file {
      try Disk().replace(path, holding: FileSystem.read(path), with: bytes)
    } else {
      try Disk().write(bytes, to: path, sync: true)
    }
  }

  var count: Int { counts.values.reduce(0, +) }

  private struct File: Codable {
    var findings: [Entry]
    var version = 1
  }

  private struct Entry: Codable {
    var count: Int
    var message: String
    var path: String
    var rule: String
  }
}

/// Which findings count: not those of the baseline, and with `--since` only those
/// that an earlier revision did not have.
struct OpenFindings: Sendable {
  var findings: [Diagnostic]
  /// Left out because the baseline knows them, or the revision had them.
  var known = 0
  /// Of the baseline, and found no more.
  var gone = 0

  init(_ check: SiteCheck, _ options: ResolvedOptions, since revision: String? = nil) throws {
    findings = check.diagnostics
    if options.usesBaseline, let baseline = try Baseline(site: options.site) {
      let parts = baseline.separate(findings)
      (findings, known, gone) = (parts.open, parts.known, parts.gone)
    }
    if let revision {
      let (found, moved) = try check.diagnostics(at: revision, options)
      let earlier = Baseline(found, moved: moved)
      let parts = earlier.separate(findings)
      findings = parts.open
      known += parts.known
    }
  }

  /// What was left out, for people; nil where nothing was.
  func sentence(_ language: Language, since revision: String?) -> String? {
    var parts: [LocalizedText] = []
    if known > 0 {
      parts.append(
        revision == nil
          ? LocalizedText(
            zh: "另有 \(known) 项已记入 \(Baseline.name)，不再报告",
            en: "\(known) more are known to \(Baseline.name)")
          : LocalizedText(
            zh: "另有 \(known) 项在此之前已经存在", en: "\(known) more were there before"))
    }
    if gone > 0 {
      parts.append(
        LocalizedText(
          zh: "\(Baseline.name) 里有 \(gone) 项已经解决，可用 cedian check --write-baseline 更新",
          en: "\(gone) of \(Baseline.name) are gone; cedian check --write-baseline updates it"))
    }
    guard !parts.isEmpty else { return nil }
    return parts.map { $0[language] }.joined(separator: language == .zh ? "；" : "; ")
  }
}
