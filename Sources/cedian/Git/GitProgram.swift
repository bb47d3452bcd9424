import Foundation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Runs the `git` program, with nothing that a repository's configuration could
/// make it run besides: no hooks, no pager, no file-system monitor, no prompts,
/// no lazy downloads.
struct GitProgram: Sendable {
  /// The folder in which it runs.
  var folder: String
  /// False only to ask where the user keeps their own hooks.
  var isSafe = true
  /// Settings that hold for its runs alone.
  var settings: [(key: String, value: String)] = []

  struct Answer: Sendable {
    var status: Int32
    var out: [UInt8]
    var error: String

    /// Why it did not do what it was asked for.
    var problem: GitProblem {
      error.contains("promisor remote") || error.contains("lazy fetching disabled")
        ? .leftAtRemote : .failed(error)
    }
  }

  func run(_ arguments: [String], input: [UInt8] = []) throws(GitProblem) -> Answer {
    var running = try start(arguments, input: input)
    return try running.answer()
  }

  /// The program at work: several that ask nothing of each other are started together.
  struct Running: ~Copyable {
    fileprivate let given: NamelessFile
    fileprivate let out: NamelessFile
    fileprivate let error: NamelessFile
    fileprivate let child: pid_t
    private var isOver = false

    fileprivate init(
      child: pid_t, given: consuming NamelessFile, out: consuming NamelessFile,
      error: consuming NamelessFile
    ) {
      self.child = child
      self.given = given
      self.out = out
      self.error = error
    }

    deinit {
      if !isOver { _ = try? GitProgram.wait(for: child) }
    }

    /// What it said, once it has ended.
    mutating func answer() throws(GitProblem) -> Answer {
      guard !isOver else { throw .failed("git") }
      isOver = true
      let status = try GitProgram.wait(for: child)
      return Answer(
        status: status, out: try out.bytes(),
        error: String(decoding: try error.bytes(), as: UTF8.self))
    }
  }

  /// Input and output go through files, so that no pipe can fill up, but where somebody
  /// reads from `pipe` what it says.
  func start(
    _ arguments: [String], input: [UInt8] = [], to pipe: Int32? = nil
  ) throws(GitProblem) -> Running {
    let given = try NamelessFile(holding: input)
    let out = try NamelessFile()
    let error = try NamelessFile()
    let child = try spawn(
      ["git", "-C", folder] + (isSafe ? Self.safety : []) + arguments,
      streams: [given.descriptor, pipe ?? out.descriptor, error.descriptor])
    return Running(child: child, given: given, out: out, error: error)
  }

  /// Starts a program of the user's PATH. Foundation's own way takes some 50 ms to
  /// notice that a program has ended, several times what git needs.
  private func spawn(
    _ words: [String], streams: [Int32]
  ) throws(GitProblem) -> pid_t {
    #if canImport(Glibc)
      var actions = posix_spawn_file_actions_t()
    #else
      var actions: posix_spawn_file_actions_t?
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (number, descriptor) in streams.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(number))
    }
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    var variables: [UnsafeMutablePointer<CChar>?] =
      environment.sorted { $0.key < $1.key }.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for pointer in arguments + variables { free(pointer) } }
    var child: pid_t = 0
    let code = posix_spawnp(&child, words[0], &actions, nil, &arguments, &variables)
    guard code == 0 else {
      throw code == ENOENT ? .noGit : .failed(String(cString: strerror(code)))
    }
    return child
  }

  private static func wait(for child: pid_t) throws(GitProblem) -> Int32 {
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 {
      if errno != EINTR { throw .failed(String(cString: strerror(errno))) }
    }
    // Ended by itself, or by a signal.
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
  }

  private static let safety = [
    "--no-pager", "--literal-pathspecs", "-c", "core.fsmonitor=false", "-c",
    "core.hooksPath=/dev/null",
    // Names start from the repository's top, whatever the user likes to see. Told so,
    // because older versions have no --no-relative.
    "-c", "diff.relative=false",
  ]

  /// Asked for once: every run needs it.
  private static let inherited = ProcessInfo.processInfo.environment

  private var environment: [String: String] {
    var environment = Self.inherited
    // In a hook git may name the repository without its working tree, which is then
    // the folder that the hook runs in, not the one that `-C` goes to.
    if let repository = environment["GIT_DIR"], environment["GIT_WORK_TREE"] == nil {
      let here = FileManager.default.currentDirectoryPath
      environment["GIT_WORK_TREE"] = here
      if !repository.hasPrefix("/") { environment["GIT_DIR"] = here + "/" + repository }
    }
    let known = environment["GIT_CONFIG_COUNT"].flatMap { Int($0) } ?? 0
    if !settings.isEmpty {
      environment["GIT_CONFIG_COUNT"] = "\(known + settings.count)"
      for (index, setting) in settings.enumerated() {
        environment["GIT_CONFIG_KEY_\(known + index)"] = setting.key
        environment["GIT_CONFIG_VALUE_\(known + index)"] = setting.value
      }
    }
    environment["LC_ALL"] = "C"
    environment["GIT_TERMINAL_PROMPT"] = "0"
    environment["GIT_OPTIONAL_LOCKS"] = "0"
    environment["GIT_NO_LAZY_FETCH"] = "1"
    environment["GIT_NO_REPLACE_OBJECTS"] = "1"
    return environment
  }
}
