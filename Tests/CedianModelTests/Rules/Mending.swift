import CedianModel
import Foundation

/// Does what a finding's advice says, with the lines that it offers.
struct Mending {
  let finding: Diagnostic

  init(_ finding: Diagnostic) { self.finding = finding }

  /// The files as an obedient author would leave them; nil where the advice
  /// leaves something to decide.
  func applied(to files: [String: String]) -> [String: String]? {
    guard let fix = finding.fix, let example = fix.example,
      let text = files[finding.location.path]
    else { return nil }
    var files = files
    let advice = fix.message.zh
    if advice.hasPrefix("写一份 ") {
      let path = advice.dropFirst(4).prefix { $0 != "，" }
      files[String(path)] = example.replacing("……", with: "1") + "\n"
      return files
    }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let line = Int(finding.location.range.start.line) - 1
    let column = Int(finding.location.range.start.column) - 1
    guard lines.indices.contains(line) else { return nil }
    // A field that stands there empty is filled in, not written again; and words
    // alone give way to fields.
    let names = example.split(separator: "\n").compactMap { $0.split(separator: ":").first }
      .map { $0.trimmingCharacters(in: .whitespaces) }
    let record = lines[line...].prefix(5)
    if names.contains(where: { name in record.contains { $0.contains(name + ":") } }) {
      return nil
    }
    if advice.hasPrefix("在这一行之前加上") {
      lines.insert(example, at: line)
    } else if advice.hasPrefix("在冒号后填写") {
      lines[line] = example
    } else if advice.hasPrefix("在这项") || advice.hasPrefix("给它编号")
      || advice.hasPrefix("写上部门或岗位")
    {
      if let end = lines[line].lastIndex(of: "}") {
        let entries = example.replacing("\n", with: ", ")
        lines[line].replaceSubrange(end...end, with: ", \(entries)}")
      } else if example.contains("{") {
        return nil
      } else {
        let dash = lines[line].range(of: "- ")
        let indent = String(
          repeating: " ",
          count: dash.map { lines[line].distance(from: lines[line].startIndex, to: $0.upperBound) }
            ?? column)
        lines.insert(
          contentsOf: example.split(separator: "\n").map { indent + $0 }, at: line + 1)
      }
    } else if advice.hasPrefix("在它下面补上") {
      lines.insert(example, at: line + 1)
    } else {
      return nil
    }
    files[finding.location.path] = lines.joined(separator: "\n")
    return files
  }
}
