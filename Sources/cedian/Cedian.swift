import ArgumentParser
import CedianModel
import Foundation

@main
enum Program {
  /// As the parser's own `main`, but its sentences are in the user's language.
  static func main() {
    do {
      var command = try Cedian.parseAsRoot()
      try command.run()
    } catch {
      let code = Cedian.exitCode(for: error)
      let language = OutputLanguage.ofHelp()
      let message = UsageWords.translated(
        Cedian.withoutStranger(Cedian.fullMessage(for: error), language), language)
      guard !message.isEmpty else { Cedian.exit(withError: error) }
      if code == .success {
        try? Console.out(Array((message + "\n").utf8))
      } else {
        Console.error(message + "\n")
      }
      Foundation.exit(code.rawValue)
    }
  }
}

struct Cedian: ParsableCommand {
  static let version = "0.1.0"

  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "cedian",
      abstract: OutputLanguage.help(
        "策典：检查营销计划是否合乎制度，并发布成手册",
        "Cedian: checks marketing plans against the policy and publishes them as a handbook"),
      version: version,
      subcommands: [
        BuildCommand.self, CheckCommand.self, ReportCommand.self, DiffCommand.self, NewCommand.self,
        ExplainCommand.self, RenderCommand.self, GitCommand.self,
      ])
  }
}

extension Cedian {
  /// The parser's message, or what was meant by a first word that is no command: to
  /// the parser it is an argument too many.
  fileprivate static func withoutStranger(_ message: String, _ language: Language) -> String {
    let names = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    guard let word = CommandLine.arguments.dropFirst().first, !word.hasPrefix("-"),
      !names.contains(word), message.hasPrefix("Error: "), let end = message.firstIndex(of: "\n")
    else { return message }
    return "Error: "
      + UsageProblem.noCommand(word, nearest: nearest(to: word, among: names))
      .message[language] + message[end...]
  }
}

extension ParsableCommand {
  /// Runs `body` and turns what it throws into a message and an exit code: 64 for
  /// wrong usage, 74 for what the disk refused, 70 for what is our own fault.
  func exitingCleanly(_ chosen: Language?, _ body: () throws -> ExitCode) throws {
    Console.ignoreBrokenPipes()
    let code: ExitCode
    do {
      code = try body()
    } catch {
      let language = OutputLanguage.resolve(chosen)
      let (message, failure) = explain(error)
      let name = Screen.resolve().palette.severity(.error, Severity.error.name[language])
      Console.error("\(name): \(message[language])\n")
      code = failure
    }
    if code != .success { throw code }
  }
}

private func explain(_ error: any Error) -> (LocalizedText, ExitCode) {
  switch error {
  case let usage as UsageProblem: (usage.message, ExitCode(64))
  case let git as GitProblem: (git.message, ExitCode(git.isUsage ? 64 : 74))
  case let disk as DiskProblem: (disk.message, ExitCode(74))
  case let publish as PublishProblem: (publish.message, ExitCode(74))
  default:
    (
      LocalizedText(
        zh: "策典内部出错，请把这句话报告给我们：\(error)",
        en: "an internal error; please report this: \(error)"),
      ExitCode(70)
    )
  }
}
