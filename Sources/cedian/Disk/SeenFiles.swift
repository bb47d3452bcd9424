import CedianModel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How the files of the manifest looked to the system when they were last known
/// to be as written. A file that looks the same is the same: the system sets its
/// change time, which no program can set back. Only to save reading; without it
/// every file is read and compared.
struct SeenFiles: Sendable {
  static let header = "cedian seen 1"

  /// What the system says of a file.
  struct Look: Sendable, Hashable {
    var size: UInt64
    var modified: UInt64
    var changed: UInt64
    var inode: UInt64

    /// Of times, the nanoseconds.
    init(_ status: stat) {
      size = UInt64(clamping: status.st_size)
      inode = UInt64(status.st_ino)
      #if canImport(Glibc)
        modified = Self.nanoseconds(status.st_mtim)
        changed = Self.nanoseconds(status.st_ctim)
      #else
        modified = Self.nanoseconds(status.st_mtimespec)
        changed = Self.nanoseconds(status.st_ctimespec)
      #endif
    }

    init(size: UInt64, modified: UInt64, changed: UInt64, inode: UInt64) {
      (self.size, self.modified, self.changed, self.inode) = (size, modified, changed, inode)
    }

    static func nanoseconds(_ time: timespec) -> UInt64 {
      UInt64(clamping: time.tv_sec) &* 1_000_000_000 &+ UInt64(clamping: time.tv_nsec)
    }
  }

  /// One for each entry of the manifest, in its order; nil where the file has to
  /// be read.
  var looks: [Look?]

  /// None known.
  init(count: Int) { looks = Array(repeating: nil, count: count) }

  init(looks: [Look?]) { self.looks = looks }

  /// Reads what belongs to exactly this manifest. A file that changed after
  /// `since`, the time that stands in the text, may have changed again within
  /// the same tick of the clock, so its look says nothing.
  init?(bytes: [UInt8], of manifest: [UInt8], count: Int) {
    var lines = LineReader(bytes[...])
    guard lines.next().map({ $0.elementsEqual(Self.header.utf8) }) == true,
      let first = lines.next()
    else { return nil }
    var head = FieldReader(first)
    let hash = ContentHash(manifest)
    guard head.hexadecimal() == hash.high, head.hexadecimal() == hash.low,
      let since = head.decimal()
    else { return nil }
    looks = []
    looks.reserveCapacity(count)
    while let line = lines.next() {
      var fields = FieldReader(line)
      guard let size = fields.decimal(), let modified = fields.decimal(),
        let changed = fields.decimal(), let inode = fields.decimal()
      else { return nil }
      let look = Look(size: size, modified: modified, changed: changed, inode: inode)
      looks.append(changed < since ? look : nil)
    }
    guard looks.count == count else { return nil }
  }

  /// `since` is a time by the disk's own clock, from before the looks were taken.
  func bytes(of manifest: [UInt8], since: UInt64) -> [UInt8] {
    var bytes = Array((Self.header + "\n").utf8)
    bytes.reserveCapacity(looks.count * 60)
    ContentHash(manifest).append(to: &bytes)
    bytes += " \(since)\n".utf8
    for look in looks {
      if let look {
        bytes.append(decimal: look.size)
        bytes.append(0x20)
        bytes.append(decimal: look.modified)
        bytes.append(0x20)
        bytes.append(decimal: look.changed)
        bytes.append(0x20)
        bytes.append(decimal: look.inode)
        bytes.append(0x0A)
      } else {
        bytes += "0 0 \(UInt64.max) 0\n".utf8
      }
    }
    return bytes
  }
}
