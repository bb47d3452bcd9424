import Foundation

/// Runs the `git` program, with nothing that a repository's configuration could
/// make it run besides: no hooks, no pager, no file-system monitor, no prompts,
/// no lazy downloads.
struct GitProgram: Sendable {
  /// The folder in which it runs.
  var folder: String
  /// False only to ask where the user keeps their own hooks.
  var isSafe = true

  struct Answer: Sendable {
    var status: Int32
    var out: [UInt8]
    var error: String
  }

  /// Input and output go through files, so that no pipe can fill up.
  func run(_ arguments: [String], input: [UInt8] = []) throws(GitProblem) -> Answer {
    let streams = FileManager.default.temporaryDirectory
      .appending(path: "cedian-git-\(UUID().uuidString)")
    do {
      try FileManager.default.createDirectory(at: streams, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: streams) }
      let paths = ["in", "out", "err"].map { streams.appending(path: $0) }
      try Data(input).write(to: paths[0])
      for path in paths.dropFirst() { try Data().write(to: path) }
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/env")
      process.arguments = ["git"] + (isSafe ? Self.safety : []) + arguments
      process.currentDirectoryURL = URL(filePath: folder)
      process.environment = Self.environment
      process.standardInput = try FileHandle(forReadingFrom: paths[0])
      process.standardOutput = try FileHandle(forWritingTo: paths[1])
      process.standardError = try FileHandle(forWritingTo: paths[2])
      try process.run()
      process.waitUntilExit()
      // `env` says 127 where there is no such program.
      if process.terminationStatus == 127 { throw GitProblem.noGit }
      return Answer(
        status: process.terminationStatus, out: Array(try Data(contentsOf: paths[1])),
        error: String(decoding: try Data(contentsOf: paths[2]), as: UTF8.self))
    } catch let problem as GitProblem {
      throw problem
    } catch {
      throw GitProblem.failed("\(error.localizedDescription)")
    }
  }

  private static let safety = [
    "--no-pager", "--literal-pathspecs", "-c", "core.fsmonitor=false", "-c",
    "core.hooksPath=/dev/null",
  ]

  private static var environment: [String: String] {
    var environment = ProcessInfo.processInfo.environment
    environment["LC_ALL"] = "C"
    environment["GIT_TERMINAL_PROMPT"] = "0"
    environment["GIT_OPTIONAL_LOCKS"] = "0"
    environment["GIT_NO_LAZY_FETCH"] = "1"
    environment["GIT_NO_REPLACE_OBJECTS"] = "1"
    return environment
  }
}
