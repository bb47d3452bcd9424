import CedianTestSupport
import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What a run of the built program came to.
struct Run: Sendable, Equatable {
  var status: Int32
  var out: String
  var err: String
}

private final class Place {}

/// The program that was built beside these tests.
let cedianBinary: URL = {
  #if os(macOS)
    Bundle(for: Place.self).bundleURL.deletingLastPathComponent().appending(path: "cedian")
  #else
    Bundle.main.bundleURL.appending(path: "cedian")
  #endif
}()

/// Runs `cedian` as a user does, in `folder`, with nothing in the environment but
/// what is given. Output goes to files, so that no pipe can fill up.
func cedian(
  _ arguments: String..., in folder: TemporaryFolder, environment: [String: String] = [:],
  input: String = ""
) throws -> Run {
  try run(cedianBinary, arguments, in: folder, environment: environment, input: input)
}

func run(
  _ program: URL, _ arguments: [String], in folder: TemporaryFolder,
  environment: [String: String] = [:], input: String = ""
) throws -> Run {
  let streams = try TemporaryFolder()
  try streams.write(input, to: "in")
  let process = try started(program, arguments, in: folder, environment, streams)
  process.waitUntilExit()
  let signal: Int32 = process.terminationReason == .uncaughtSignal ? 128 : 0
  return Run(
    status: signal + process.terminationStatus, out: streams.read("out") ?? "",
    err: streams.read("err") ?? "")
}

/// Starts it and does not wait.
func started(
  _ program: URL, _ arguments: [String], in folder: TemporaryFolder,
  _ environment: [String: String] = [:], _ streams: TemporaryFolder
) throws -> Process {
  let process = Process()
  process.executableURL = program
  process.arguments = arguments
  process.currentDirectoryURL = URL(filePath: folder.path)
  process.environment = ["PATH": "/usr/bin:/bin:/usr/sbin:/sbin"].merging(environment) { $1 }
  if streams.read("in") == nil { try streams.write("", to: "in") }
  process.standardInput = try FileHandle(forReadingFrom: URL(filePath: streams.at("in")))
  for name in ["out", "err"] { try streams.write("", to: name) }
  process.standardOutput = try FileHandle(forWritingTo: URL(filePath: streams.at("out")))
  process.standardError = try FileHandle(forWritingTo: URL(filePath: streams.at("err")))
  try process.run()
  return process
}

extension TemporaryFolder {
  /// A small site in order, with the real templates.
  static func site(
    _ files: [String: String] = [:], inMemory: Bool = false
  ) throws -> TemporaryFolder {
    let folder = try TemporaryFolder(inMemory: inMemory)
    let order = SmallSite.activity(SmallSite.sixFields)
    for (path, text) in SmallSite(order.merging(files) { $1 }).files {
      try folder.write(text, to: path)
    }
    try FileManager.default.copyItem(
      at: packageRoot.appending(path: "templates"), to: URL(filePath: folder.at("templates")))
    return folder
  }
}

/// Runs a line of shell in which `$CEDIAN` is the program.
func runShell(
  _ line: String, in folder: TemporaryFolder, environment: [String: String] = [:]
) throws -> Run {
  try run(
    URL(filePath: "/bin/sh"), ["-c", line], in: folder,
    environment: ["CEDIAN": cedianBinary.path].merging(environment) { $1 })
}

/// A line for git, written as a shell takes it, by an author whom no machine knows.
///
/// - Parameter time: when it is committed; now by default.
@discardableResult
func gitLine(
  _ line: String, in folder: TemporaryFolder, at time: String? = nil, by name: String = "t",
  fails: Bool = false
) throws -> Run {
  let run = try runShell(
    "git -c user.name='\(name)' -c user.email=t@example.com -c init.defaultBranch=main "
      + "-c protocol.file.allow=always \(line)", in: folder,
    environment: time.map { ["GIT_COMMITTER_DATE": $0] } ?? [:])
  #expect((run.status == 0) != fails, "\(line): \(run.err)")
  return run
}
