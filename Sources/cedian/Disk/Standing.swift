import CedianSite

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How a path of `output/` stands to what earlier builds wrote there.
enum Standing: Sendable, Hashable {
  case absent
  /// A file as one of our builds wrote it, with these bytes.
  case ours(ContentHash, SeenFiles.Look)
  /// A file that no build wrote, or that was changed since.
  case foreign(PublishPlan.Foreign.Why, ContentHash?, SeenFiles.Look?)
  case folder
  /// A part of the path, named here, is no folder.
  case behind(String)

  /// `entry` is what the manifest says of the path, `look` how its file looked
  /// when it was as the manifest says: one that still looks so is not read.
  init(of path: String, in root: String, entry: Manifest.Entry?, look: SeenFiles.Look?) {
    let full = root + "/" + path
    guard let status = FileSystem.status(full) else {
      let isAbsent = [ENOENT, ENOTDIR].contains(errno)
      self =
        Self.obstacle(before: path, in: root).map { .behind($0) }
        ?? (isAbsent ? .absent : .foreign(.hidden, nil, nil))
      return
    }
    // First of all: what lies behind a link may look like ours and stand elsewhere.
    if let obstacle = Self.obstacle(before: path, in: root) {
      self = .behind(obstacle)
      return
    }
    let now = SeenFiles.Look(status)
    if let entry, let look, look == now, FileSystem.Entry(status.st_mode) == .file {
      self = .ours(entry.hash, now)
      return
    }
    switch FileSystem.Entry(status.st_mode) {
    case .file:
      guard let bytes = try? FileSystem.read(full) else {
        self = .foreign(entry == nil ? .notOurs : .edited, nil, nil)
        return
      }
      let hash = ContentHash(bytes)
      if hash == entry?.hash {
        self = .ours(hash, now)
      } else {
        self = .foreign(entry == nil ? .notOurs : .edited, hash, now)
      }
    case .folder: self = .folder
    case .link: self = .foreign(.link, nil, nil)
    case .other: self = .foreign(.notOurs, nil, nil)
    case .absent: self = .absent
    }
  }

  /// The first part of the path that is there and is no folder. A link counts:
  /// behind it lies someone else's folder.
  static func obstacle(before path: String, in root: String) -> String? {
    var from = path.utf8.startIndex
    while let slash = path.utf8[from...].firstIndex(of: UInt8(ascii: "/")) {
      let part = String(path[..<slash])
      switch FileSystem.entry(root + "/" + part) {
      case .folder: from = path.utf8.index(after: slash)
      case .absent: return nil
      case .file, .link, .other: return part
      }
    }
    return nil
  }
}
