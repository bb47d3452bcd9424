#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Writes whole texts to stdout and stderr. A reader that has gone away is no
/// error of ours.
enum Console {
  static func out(_ bytes: [UInt8]) { write(bytes, to: 1) }
  static func out(_ text: String) { write(Array(text.utf8), to: 1) }
  static func error(_ text: String) { write(Array(text.utf8), to: 2) }

  /// A closed pipe must give EPIPE, not end the process in the middle of a
  /// publication.
  static func ignoreBrokenPipes() { signal(SIGPIPE, SIG_IGN) }

  private static func write(_ bytes: [UInt8], to file: Int32) {
    bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return }
      var done = 0
      while done < buffer.count {
        let put = systemWrite(file, base + done, buffer.count - done)
        if put < 0, errno == EINTR { continue }
        if put <= 0 { return }
        done += put
      }
    }
  }
}

private func systemWrite(_ file: Int32, _ buffer: UnsafeRawPointer, _ count: Int) -> Int {
  write(file, buffer, count)
}
