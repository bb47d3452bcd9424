import CedianModel
import Foundation

/// The option parser's own sentences in Chinese. What is not known here stays as
/// it is: an English sentence is better than none.
enum UsageWords {
  static func translated(_ message: String, _ language: Language) -> String {
    guard language == .zh else { return message }
    return message.split(separator: "\n", omittingEmptySubsequences: false)
      .map { line(String($0)) }.joined(separator: "\n")
  }

  private static func line(_ line: String) -> String {
    for (start, chinese) in headings where line.hasPrefix(start) {
      return chinese + error(String(line.dropFirst(start.count)))
    }
    if let quoted = inner(line, "  See '", "' for more information.") {
      return "  详细说明：\(quoted)"
    }
    if let quoted = inner(line, "  See '", "' for detailed help.") { return "  详细说明：\(quoted)" }
    if let last = descriptions.first(where: { line.hasSuffix($0.0) }) {
      return String(line.dropLast(last.0.count)) + last.1
    }
    return line.replacing(" (default: ", with: "（默认：").replacing("<subcommand>", with: "<子命令>")
  }

  private static let headings = [
    ("Error: ", "错误: "), ("Usage: ", "用法: "), ("USAGE: ", "用法: "), ("OVERVIEW: ", ""),
    ("ARGUMENTS:", "参数:"), ("OPTIONS:", "选项:"), ("SUBCOMMANDS:", "子命令:"), ("Help: ", "说明: "),
  ]

  private static let descriptions = [
    ("Show help information.", "显示帮助"), ("Show the version.", "显示版本"),
    ("Show subcommand help information.", "显示子命令的帮助"),
  ]

  /// The sentence after `Error: `.
  private static func error(_ text: String) -> String {
    if let option = inner(text, "Unknown option '", "'") { return "没有 \(option) 这个选项" }
    if let (option, near) = two(text, "Unknown option '", "'. Did you mean '", "'?") {
      return "没有 \(option) 这个选项，是不是想写 \(near)？"
    }
    if let option = inner(text, "Missing value for '", "'") { return "\(option) 后面缺少值" }
    if let argument = inner(text, "Missing expected argument '", "'") { return "缺少 \(argument)" }
    if let argument = inner(text, "Unexpected argument '", "'") { return "多出了「\(argument)」" }
    if let count = text.split(separator: " ").first, Int(count) != nil,
      let range = text.range(of: " unexpected arguments: ")
    {
      return "多出了 \(count) 个参数：\(text[range.upperBound...])"
    }
    if let (value, option) = two(text, "The value '", "' is invalid for '", "'") {
      return "\(option) 不能是「\(value)」"
    }
    if let (value, rest) = two(text, "The value '", "' is invalid for '", ".") {
      let parts = rest.components(separatedBy: "'. Please provide one of ")
      guard parts.count == 2 else { return text }
      let choices = parts[1].replacing(" and ", with: "、").replacing(" or ", with: "、")
        .replacing(", ", with: "、").replacing("'", with: "")
      return "\(parts[0]) 不能是「\(value)」，可用的值：\(choices)"
    }
    return text.replacing("<subcommand>", with: "<子命令>")
  }

  private static func inner(_ text: String, _ start: String, _ end: String) -> String? {
    guard text.hasPrefix(start), text.hasSuffix(end), text.count >= start.count + end.count else {
      return nil
    }
    let middle = String(text.dropFirst(start.count).dropLast(end.count))
    return middle.contains("'. ") || middle.contains("' is invalid") ? nil : middle
  }

  private static func two(
    _ text: String, _ start: String, _ middle: String, _ end: String
  ) -> (String, String)? {
    guard text.hasPrefix(start), text.hasSuffix(end) else { return nil }
    let rest = text.dropFirst(start.count).dropLast(end.count)
    guard let cut = rest.range(of: middle) else { return nil }
    let second = String(rest[cut.upperBound...])
    guard end != "'" || !second.contains("'. Please") else { return nil }
    return (String(rest[..<cut.lowerBound]), second)
  }
}
