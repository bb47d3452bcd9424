import CedianModel
import Testing

@Suite("The sample handbook with one mistake")
struct MutationTests {
  @Test("brings exactly the finding of its rule", arguments: Mutation.all)
  func exactly(mutation: Mutation) throws {
    let added = try Sample.shared.added(by: mutation)
    let isAsExpected =
      added.count == mutation.expected.count
      && zip(added, mutation.expected).allSatisfy { $0.hasPrefix($1) }
    #expect(isAsExpected, "\(added.joined(separator: "\n"))")
    #expect(mutation.expected.contains { $0.hasPrefix(mutation.rule + " ") })
  }

  @Test("there is a mutation for every rule that content can break")
  func complete() {
    // Found on the disk or in templates, which the content cannot break.
    let elsewhere: Set<String> = [
      "unreadable", "template-syntax", "template-variable", "template-partial",
    ]
    let all = Set((RuleCatalogue.bindable + RuleCatalogue.structural).map(\.id))
    #expect(all.subtracting(elsewhere).subtracting(Mutation.all.map(\.rule)) == [])
  }
}

extension Mutation {
  static var all: [Mutation] { general + planning + channels + activities + structure }
}
