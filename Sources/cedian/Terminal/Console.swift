#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Writes whole texts to stdout and stderr. A reader that has gone away is no
/// error of ours.
enum Console {
  /// For machines, and pages of HTML. A full disk behind it is a disk's problem.
  static func out(_ bytes: [UInt8]) throws(DiskProblem) {
    let code = write(bytes, to: 1)
    if code != 0, code != EPIPE { throw DiskProblem(.write, "stdout", code) }
  }

  /// For people. There is nowhere to tell that it failed.
  static func error(_ text: String) { _ = write(Array(text.utf8), to: 2) }

  /// A closed pipe must give EPIPE, not end the process in the middle of a
  /// publication.
  static func ignoreBrokenPipes() { signal(SIGPIPE, SIG_IGN) }

  /// 0, or why not everything was written.
  private static func write(_ bytes: [UInt8], to file: Int32) -> Int32 {
    bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return 0 }
      var done = 0
      while done < buffer.count {
        let put = systemWrite(file, base + done, buffer.count - done)
        if put >= 0 {
          done += put
        } else if errno == EAGAIN {
          // Someone else made the terminal non-blocking; it will take more soon.
          var wish = pollfd(fd: file, events: Int16(POLLOUT), revents: 0)
          poll(&wish, 1, -1)
        } else if errno != EINTR {
          return errno
        }
      }
      return 0
    }
  }
}

private func systemWrite(_ file: Int32, _ buffer: UnsafeRawPointer, _ count: Int) -> Int {
  write(file, buffer, count)
}
