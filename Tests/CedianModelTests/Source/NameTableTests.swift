import Testing

@testable import CedianModel

@Suite("Values by name")
struct NameTableTests {
  /// Of every length that is hashed in its own way, alike at both ends.
  private static let names =
    (0..<500).map { "campaign-\($0)-shanghai" } + ["", "a", "ab", "abc", "abcd", "abcdefg"]
    + ["渠道", "双11主会场", "活动策划-\u{65E0}", "ééé"]

  @Test("each name finds its own value, however the table grew", arguments: [0, 10, 5000])
  func finds(room: Int) {
    var table = NameTable<Int>()
    table.reserve(room)
    for (index, name) in Self.names.enumerated() { table[name] = index }
    table.reserve(room * 2)
    for (index, name) in Self.names.enumerated() {
      #expect(table[name] == index)
      #expect(name.withBytes { table[$0] } == index)
    }
    #expect(table.names == Self.names)
    for name in ["campaign-500-shanghai", "b", "渠", "e"] { #expect(table[name] == nil) }
  }

  @Test("a value that is set again takes the place of the first")
  func setsAgain() {
    var table = NameTable<Int>()
    table["a"] = 1
    table["a"] = 2
    #expect(table["a"] == 2)
    #expect(table.names == ["a"])
  }

  @Test("a letter with its accent is the same name as the two apart")
  func composed() {
    var table = NameTable<Int>()
    table["caf\u{E9}"] = 1
    #expect(table["cafe\u{301}"] == 1)
    table["cafe\u{301}"] = 2
    #expect(table["caf\u{E9}"] == 2)
    #expect(table.names.count == 1)
  }
}
