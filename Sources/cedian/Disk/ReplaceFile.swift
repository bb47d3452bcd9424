#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Disk {
  /// Puts new bytes in a file's place in one step, with its permissions: whoever
  /// reads it sees the old text or the new one, and a full disk leaves the old.
  func replace(_ path: String, with bytes: [UInt8]) throws(DiskProblem) {
    guard let target = FileSystem.resolved(path), let status = FileSystem.status(target) else {
      throw DiskProblem(.write, path)
    }
    let slash = target.lastIndex(of: "/").map { target.index(after: $0) } ?? target.startIndex
    let temporary = target[..<slash] + "." + target[slash...] + ".cedian-new"
    do throws(DiskProblem) {
      try write(bytes, to: String(temporary), sync: true)
      guard chmod(String(temporary), status.st_mode & 0o7777) == 0 else {
        throw DiskProblem(.write, path)
      }
      try move(String(temporary), to: target)
    } catch {
      unlink(String(temporary))
      throw error
    }
  }
}
