import CedianModel

/// What a problem says, for finding the channels it speaks of. 搜索排名 is a metric
/// and says nothing of the channel 搜索, so metrics' names are taken out.
struct ProblemWords: Sendable {
  private var bytes: [UInt8]

  static func of(_ problems: [ReportedProblem], in handbook: Handbook) -> [ProblemWords] {
    guard !problems.isEmpty else { return [] }
    let metrics = handbook.metrics.flatMap { [$0.name.zh, $0.name.en] + $0.aliases }
      .filter { !$0.isEmpty }.map { Array($0.utf8) }.sorted { $0.count > $1.count }
    return problems.map { entry in
      var words = ProblemWords(
        bytes: Array(handbook.reviews[entry.review].problems[entry.problem].what.utf8))
      for name in metrics { words.remove(name) }
      return words
    }
  }

  func names(_ name: String) -> Bool {
    let name = Array(name.utf8)
    return !name.isEmpty && place(of: name, from: 0) != nil
  }

  private mutating func remove(_ name: [UInt8]) {
    var from = 0
    while let place = place(of: name, from: from) {
      bytes.replaceSubrange(place..<place + name.count, with: [0x20])
      from = place + 1
    }
  }

  private func place(of name: [UInt8], from: Int) -> Int? {
    guard let first = name.first, bytes.count - from >= name.count else { return nil }
    return (from...bytes.count - name.count).first {
      bytes[$0] == first && bytes[$0..<$0 + name.count].elementsEqual(name)
    }
  }
}
