import ArgumentParser
import CedianModel

@main
struct Cedian: ParsableCommand {
  static let version = "0.1.0"

  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "cedian",
      abstract: OutputLanguage.help(
        "策典：检查营销计划是否合乎制度，并发布成手册",
        "Cedian: checks marketing plans against the policy and publishes them as a handbook"),
      version: version,
      subcommands: [BuildCommand.self, CheckCommand.self, RenderCommand.self])
  }
}

extension ParsableCommand {
  /// Runs `body` and turns what it throws into a message and an exit code.
  func exitingCleanly(
    _ language: Language, _ palette: Palette, _ body: () throws -> ExitCode
  ) throws {
    Console.ignoreBrokenPipes()
    do {
      let code = try body()
      if code != .success { throw code }
    } catch let code as ExitCode {
      throw code
    } catch {
      let (message, code) = explain(error)
      let name = palette.severity(.error, Severity.error.name[language])
      Console.error("\(name): \(message[language])\n")
      throw code
    }
  }
}

private func explain(_ error: any Error) -> (LocalizedText, ExitCode) {
  switch error {
  case let usage as UsageProblem: (usage.message, ExitCode(64))
  case let disk as DiskProblem: (disk.message, ExitCode(74))
  case let publish as PublishProblem: (publish.message, ExitCode(74))
  default:
    (
      LocalizedText(
        zh: "程序内部出错，请报告给策典：\(error)", en: "an internal error, please report it: \(error)"),
      ExitCode(70)
    )
  }
}
