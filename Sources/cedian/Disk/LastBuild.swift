import CedianModel
import CedianSite
import Foundation

/// What the last build was made of: one of the same makes the same site, so there
/// is nothing to make. Kept in `output/.cedian/inputs`, written after the site
/// stands and removed before it is touched; without it everything is made anew.
struct LastBuild: Sendable {
  private static let header = "cedian inputs 2"

  let root: String
  let record: Record?

  struct Record: Sendable, Equatable {
    var inputs: ContentHash
    /// Of the manifest that the build wrote: another build may have published since.
    var manifest: ContentHash
    var asOf: Day
    /// The time zone whose today it was; empty where the day is given.
    var timeZone: String
    /// Whether the build said nothing but that it was done.
    var isSilent: Bool
    /// What the done line said of the history.
    var note: LocalizedText?

    /// Whether the same choices mean the same day.
    var isOfToday: Bool { timeZone.isEmpty || asOf == today(in: timeZone) }
  }

  init(in root: String) {
    self.root = root
    let bytes = try? FileSystem.read(Self.path(in: root))
    record = bytes.flatMap { Self.read(String(decoding: $0, as: UTF8.self)) }
  }

  private static func path(in root: String) -> String { root + "/.cedian/inputs" }

  /// What tells one publication in a folder from the next.
  static func publication(in root: String) -> SeenFiles.Look? {
    FileSystem.status(root + "/.cedian/manifest").map { SeenFiles.Look($0) }
  }

  /// The files of the last site, if all of them still stand as they were written
  /// and no publication was cut off.
  func standing() -> Manifest? {
    guard record != nil, let state = try? StateFolder(in: root, disk: Disk()),
      FileSystem.entry(state.forward) == .absent, FileSystem.entry(state.back) == .absent,
      FileSystem.entry(state.staging) == .absent,
      let manifest = try? state.readManifest(), !manifest.entries.isEmpty,
      ContentHash(manifest.bytes) == record?.manifest
    else { return nil }
    let seen = state.readSeen(of: manifest)
    let stand = parallelMap(manifest.entries.indices) { index in
      let entry = manifest.entries[index]
      guard
        case .ours(let hash, _) = Standing(
          of: entry.path, in: root, entry: entry, look: seen.looks[index])
      else { return false }
      return hash == entry.hash
    }
    return stand.allSatisfy(\.self) ? manifest : nil
  }

  /// From here on the output is not what the record says.
  func forget() { try? Disk().remove(Self.path(in: root)) }

  /// It is no fault if this fails.
  func remember(_ record: Record) {
    var bytes: [UInt8] = []
    record.inputs.append(to: &bytes)
    bytes.append(0x20)
    record.manifest.append(to: &bytes)
    let text = """
      \(Self.header)
      \(String(decoding: bytes, as: UTF8.self))
      \(record.asOf.iso)
      \(record.timeZone)
      \(record.isSilent ? "silent" : "")
      \(record.note?.zh ?? "")
      \(record.note?.en ?? "")

      """
    let path = Self.path(in: root)
    let disk = Disk()
    if (try? disk.write(Array(text.utf8), to: path + ".new")) == nil
      || (try? disk.move(path + ".new", to: path)) == nil
    {
      try? disk.remove(path + ".new")
    }
  }

  private static func read(_ text: String) -> Record? {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count == 8, lines[0] == header, let day = Day(iso: String(lines[2])) else {
      return nil
    }
    var fields = FieldReader(Array(lines[1].utf8)[...])
    guard let high = fields.hexadecimal(), let low = fields.hexadecimal(),
      let manifestHigh = fields.hexadecimal(), let manifestLow = fields.hexadecimal()
    else { return nil }
    return Record(
      inputs: ContentHash(high: high, low: low),
      manifest: ContentHash(high: manifestHigh, low: manifestLow), asOf: day,
      timeZone: String(lines[3]),
      isSilent: lines[4] == "silent",
      note: lines[5].isEmpty ? nil : LocalizedText(zh: String(lines[5]), en: String(lines[6])))
  }
}

extension ContentHash {
  /// Of everything that a site is made of: the files, the choices, where git
  /// stands, and the program itself. Nil where one of them is not known.
  init?(of files: SiteFiles, _ options: ResolvedOptions, baseURL: String?) {
    guard files.found.isEmpty, let program = Bundle.main.executablePath,
      let look = FileSystem.status(program).map({ SeenFiles.Look($0) })
    else { return nil }
    let all = files.content + files.templates
    let hashes = parallelMap(all) { ContentHash($0.bytes) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(all.count * 96)
    for index in all.indices {
      hashes[index].append(to: &bytes)
      bytes.append(0x20)
      bytes.append(text: all[index].path)
      bytes.append(0x0A)
    }
    let choices: [String] = [
      "\(look.size) \(look.modified)", options.asOf?.iso ?? "",
      options.chosenLanguage?.rawValue ?? "",
      "\(options.includeDrafts)", "\(options.isStrict)", baseURL ?? "",
      "\(options.usesBaseline)", Self.stateOfHistory(at: options.site),
    ]
    bytes += choices.joined(separator: "\n").utf8
    if let baseline = try? FileSystem.read(options.site + "/" + Baseline.name) { bytes += baseline }
    self.init(bytes)
  }

  /// What the history that pages show depends on, besides the content.
  private static func stateOfHistory(at site: String) -> String {
    do {
      let repository = try Repository(site: site)
      let head = try repository.commit("HEAD")
      let boundary = try repository.shallowBoundary()
      // What a partial clone left out comes in packs, under the same HEAD.
      let packs =
        try repository.isPartial()
        ? try FileManager.default
          .contentsOfDirectory(atPath: repository.path(ofGit: "objects/pack")).sorted() : []
      return ([head] + boundary.sorted() + packs).joined(separator: " ")
    } catch {
      // Pages may say why there is no history: no git, no repository, no commit.
      return "\(error)"
    }
  }
}
