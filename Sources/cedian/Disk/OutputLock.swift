#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Keeps two builds of one `output/` apart. The system lets go of it when the
/// process ends, however it ends.
struct OutputLock: ~Copyable {
  private let file: Int32

  /// Waits up to `patience` seconds for another build; nil when it goes on.
  init?(at path: String, patience: Int, waiting: () -> Void) throws(DiskProblem) {
    let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
    guard file >= 0 else { throw DiskProblem(.lock, path) }
    var tries = patience * 10
    var told = false
    while flock(file, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR else {
        let code = errno
        close(file)
        throw DiskProblem(.lock, path, code)
      }
      guard tries > 0 else {
        close(file)
        return nil
      }
      if !told {
        waiting()
        told = true
      }
      tries -= 1
      usleep(100_000)
    }
    self.file = file
  }

  /// Whether the file that is locked is still the one at `path`: someone may have
  /// removed the whole folder.
  func isStill(at path: String) -> Bool {
    var own = stat()
    guard fstat(file, &own) == 0, let now = FileSystem.status(path) else { return false }
    return own.st_ino == now.st_ino && own.st_dev == now.st_dev
  }

  deinit { close(file) }
}
