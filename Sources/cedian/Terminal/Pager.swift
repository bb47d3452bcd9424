import Foundation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Long texts on a terminal go through the user's pager, as git's do.
enum Pager {
  static func show(
    _ text: String, on screen: Screen,
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws {
    let lines = text.utf8.reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
    let program = environment["CEDIAN_PAGER"] ?? environment["PAGER"] ?? "less"
    guard screen.isTerminal, lines > height(), !program.isEmpty, program != "cat",
      environment["TERM"] != "dumb"
    else { return try Console.out(Array(text.utf8)) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    // Words of the user's own setting, not a shell's command.
    process.arguments = program.split(separator: " ").map(String.init)
    process.environment = environment.merging(["LESS": "FRX", "LESSCHARSET": "utf-8"]) { a, _ in a }
    let pipe = Pipe()
    process.standardInput = pipe
    do {
      try process.run()
    } catch {
      return try Console.out(Array(text.utf8))
    }
    try? pipe.fileHandleForWriting.write(contentsOf: Data(text.utf8))
    try? pipe.fileHandleForWriting.close()
    process.waitUntilExit()
    // There is no such program: `env` says so.
    if process.terminationStatus == 127 { try Console.out(Array(text.utf8)) }
  }

  private static func height() -> Int {
    var size = winsize()
    guard ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 0 else { return 24 }
    return Int(size.ws_row)
  }
}
