import Foundation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file without a name that a program reads from or writes to: no pipe can fill up,
/// and nothing is left behind however the program ends.
struct NamelessFile: ~Copyable {
  let descriptor: Int32

  init(holding bytes: [UInt8] = []) throws(GitProblem) { descriptor = try Self.opened(bytes) }

  deinit { close(descriptor) }

  private static func opened(_ bytes: [UInt8]) throws(GitProblem) -> Int32 {
    let path = FileManager.default.temporaryDirectory
      .appending(path: "cedian-git-\(UUID().uuidString)").path(percentEncoded: false)
    // Another thread's program must not inherit it.
    let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .failed("\(path): \(String(cString: strerror(errno)))") }
    unlink(path)
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes {
        pwrite(descriptor, $0.baseAddress, $0.count, off_t(written))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        let reason = String(cString: strerror(errno))
        close(descriptor)
        throw .failed(reason)
      }
      written += count
    }
    return descriptor
  }

  /// All that was written to it.
  func bytes() throws(GitProblem) -> [UInt8] {
    let size = Int(lseek(descriptor, 0, SEEK_END))
    guard size > 0 else { return [] }
    let read = [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
      while filled < size {
        let count = pread(
          descriptor, buffer.baseAddress.map { $0 + filled }, size - filled, off_t(filled))
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { break }
        filled += count
      }
    }
    guard read.count == size else { throw .failed(String(cString: strerror(errno))) }
    return read
  }
}
