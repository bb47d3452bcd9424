import ArgumentParser
import CedianModel
import Foundation

extension Language: ExpressibleByArgument {}

/// The language of what people read: `--lang`, then the locale, then Chinese.
enum OutputLanguage {
  static func resolve(
    _ chosen: Language?, environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> Language {
    if let chosen { return chosen }
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let locale = environment[name], !locale.isEmpty else { continue }
      // The first one set decides, as for every program; C says nothing of a language.
      return locale.hasPrefix("en") ? .en : .zh
    }
    return .zh
  }

  /// For the help, which is written before any option is read.
  static func ofHelp(
    arguments: [String] = CommandLine.arguments,
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> Language {
    for (index, argument) in arguments.enumerated() {
      let value: String? =
        if argument.hasPrefix("--lang=") {
          String(argument.dropFirst(7))
        } else if argument == "--lang", index + 1 < arguments.count {
          arguments[index + 1]
        } else { nil }
      if let value { return resolve(Language(rawValue: value), environment: environment) }
    }
    return resolve(nil, environment: environment)
  }

  /// Asked for by every option, and the environment takes long to read.
  private static let helpLanguage = ofHelp()

  static func help(_ zh: String, _ en: String) -> String {
    LocalizedText(zh: zh, en: en)[helpLanguage]
  }

  /// With the word that stands for the value.
  static func help(_ zh: String, _ en: String, _ value: String) -> ArgumentHelp {
    ArgumentHelp(help(zh, en), valueName: value)
  }

  static func help(_ zh: String, _ en: String) -> ArgumentHelp {
    ArgumentHelp(help(zh, en) as String)
  }
}
