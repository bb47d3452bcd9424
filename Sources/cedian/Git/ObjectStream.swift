import CedianModel
import Foundation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The bytes of many objects from one process, each while git reads those behind it.
struct ObjectStream: ~Copyable {
  private let repository: Repository
  /// Above the program, so that it is closed before the program's end is waited for.
  private let said: PipeEnd
  private var reading: GitProgram.Running
  /// What was read ahead, from `at` on.
  private var ahead: [UInt8] = []
  private var at = 0

  init(of objects: [String], in repository: Repository) throws(GitProblem) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw .failed(String(cString: strerror(errno))) }
    // No other program must inherit them.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let said = PipeEnd(number: ends[0])
    let end = PipeEnd(number: ends[1])
    let reading = try repository.git.start(
      ["cat-file", "--batch", "--buffer"],
      input: Array((objects.joined(separator: "\n") + "\n").utf8), to: end.number)
    self.repository = repository
    self.reading = reading
    self.said = said
  }

  /// Closed when it is not needed any more: a program that still has something to say
  /// ends by this.
  private struct PipeEnd: ~Copyable {
    let number: Int32

    deinit { close(number) }
  }

  /// The next one's bytes; objects are asked for as they were named.
  mutating func next(_ object: String) throws(GitProblem) -> [UInt8] {
    // `<object> blob <size>`, the bytes, a line end.
    var end = at
    while end == ahead.count || ahead[end] != 0x0A {
      if end == ahead.count {
        let passed = end - at
        try readMore(1, for: object)
        end = at + passed
      } else {
        end += 1
      }
    }
    let head = ahead[at..<end].split(separator: 0x20)
    guard head.count == 3, let size = Int(String(decoding: head[2], as: UTF8.self)), size >= 0
    else {
      // `<object> missing`, without a word on stderr.
      if try repository.isPartial() { throw .leftAtRemote }
      throw .failed(String(decoding: ahead[at..<end], as: UTF8.self))
    }
    at = end + 1
    if ahead.count - at <= size { try readMore(size + 1 - (ahead.count - at), for: object) }
    defer { at += size + 1 }
    return Array(ahead[at..<at + size])
  }

  /// At least `count` bytes more.
  private mutating func readMore(_ count: Int, for object: String) throws(GitProblem) {
    ahead.removeFirst(at)
    at = 0
    let known = ahead.count
    let wanted = max(count, 1 << 16)
    ahead += [UInt8](repeating: 0, count: wanted)
    var filled = 0
    while filled < count {
      let got = ahead.withUnsafeMutableBytes { [from = said.number] bytes in
        read(from, bytes.baseAddress.map { $0 + known + filled }, wanted - filled)
      }
      if got < 0, errno == EINTR { continue }
      guard got > 0 else {
        let answer = try reading.answer()
        guard answer.status != 0 else { throw .failed(object) }
        let problem = try repository.problem(of: answer)
        throw problem
      }
      filled += got
    }
    ahead.removeLast(wanted - filled)
  }
}
