/// The steps of a publication, on disk before the first of them is made, so that
/// the next build can finish or take back what a crash has cut off.
struct Journal: Sendable, Equatable {
  static let header = "cedian journal 4"

  /// One file's change, or the arrival of a folder.
  enum Step: Sendable, Equatable {
    /// A file where none was.
    case add(String)
    /// A folder where none was, with every file that the manifest has below it: as
    /// in a first build, where ten thousand files are put in place by one renaming.
    case addFolder(String)
    /// A file in place of an older one of ours.
    case replace(String)
    case remove(String)

    var path: String {
      switch self {
      case .add(let path), .addFolder(let path), .replace(let path), .remove(let path): path
      }
    }
  }

  /// In the order in which they are made.
  var steps: [Step]
  /// Of the site when all steps are made.
  var manifest: Manifest

  init(steps: [Step], manifest: Manifest) {
    self.steps = steps
    self.manifest = manifest
  }

  /// The manifest's files below a folder.
  func files(below folder: String) -> [Manifest.Entry] {
    let start = folder + "/"
    return manifest.entries.filter { $0.path.utf8.starts(with: start.utf8) }
  }

  /// Nil for a text that is no whole journal.
  init?(bytes: [UInt8]) {
    var lines = LineReader(bytes[...])
    guard lines.next().map({ $0.elementsEqual(Self.header.utf8) }) == true else { return nil }
    steps = []
    while let line = lines.next(), !line.isEmpty {
      let path = String(decoding: line.dropFirst(2), as: UTF8.self)
      guard Manifest.isInside(path) else { return nil }
      switch line.first {
      case UInt8(ascii: "+"): steps.append(.add(path))
      case UInt8(ascii: "*"): steps.append(.addFolder(path))
      case UInt8(ascii: "~"): steps.append(.replace(path))
      case UInt8(ascii: "-"): steps.append(.remove(path))
      default: return nil
      }
    }
    guard let manifest = Manifest(bytes: lines.remainder) else { return nil }
    self.manifest = manifest
  }

  var bytes: [UInt8] {
    var bytes = Array((Self.header + "\n").utf8)
    for step in steps {
      switch step {
      case .add(let path): bytes += "+ \(path)\n".utf8
      case .addFolder(let path): bytes += "* \(path)\n".utf8
      case .replace(let path): bytes += "~ \(path)\n".utf8
      case .remove(let path): bytes += "- \(path)\n".utf8
      }
    }
    bytes.append(0x0A)
    return bytes + manifest.bytes
  }
}
