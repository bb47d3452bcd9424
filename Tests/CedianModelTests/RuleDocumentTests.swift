import CedianModel
import CedianTestSupport
import Testing

@Suite("The rule catalogue")
struct RuleCatalogueTests {
  @Test("docs/rules.md is what the catalogue says")
  func document() throws {
    try expectGolden(RuleCatalogue.document(), at: "docs/rules.md")
  }

  @Test("ids are unique")
  func unique() {
    let ids = (RuleCatalogue.bindable + RuleCatalogue.structural).map(\.id)
    #expect(Set(ids).count == ids.count)
  }
}
