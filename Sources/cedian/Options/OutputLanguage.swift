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
  static var ofHelp: Language {
    let arguments = CommandLine.arguments
    for (index, argument) in arguments.enumerated() {
      if argument.hasPrefix("--lang=") { return Language(rawValue: String(argument.dropFirst(7))) ?? .zh }
      if argument == "--lang", index + 1 < arguments.count {
        return Language(rawValue: arguments[index + 1]) ?? .zh
      }
    }
    return resolve(nil)
  }

  static func help(_ zh: String, _ en: String) -> String {
    LocalizedText(zh: zh, en: en)[ofHelp]
  }
}
