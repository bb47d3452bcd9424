import CedianTestSupport
import Testing

@testable import CedianSite

struct ViewSchemaTests {
  /// Every view there is, reached from the pages and fragments.
  private var schemas: [ViewSchema] {
    var found: [String: ViewSchema] = [:]
    var waiting =
      PageTemplate.allCases.flatMap(\.scopes) + FragmentTemplate.allCases.flatMap(\.scopes)
    while let schema = waiting.popLast() {
      guard found.updateValue(schema, forKey: schema.name) == nil else { continue }
      for key in schema.keys {
        switch key.kind {
        case .list(let inner), .view(let inner): waiting.append(inner)
        default: break
        }
      }
    }
    return found.values.sorted { $0.name < $1.name }
  }

  @Test("no key is declared twice in a view, and every key says what it is")
  func keys() {
    for schema in schemas {
      #expect(Set(schema.keys.map(\.name)).count == schema.keys.count, "\(schema.name)")
      #expect(schema.keys.allSatisfy { !$0.note.isEmpty }, "\(schema.name)")
    }
  }

  @Test("a page's own keys do not hide the frame's")
  func frame() {
    let frame = Set(PageFrameView.keys.schema.keys.map(\.name))
    for page in PageTemplate.allCases {
      #expect(frame.isDisjoint(with: page.content.keys.map(\.name)), "\(page.name)")
    }
  }

  @Test("every property of a view is stored and declared under its own name")
  func values() throws {
    let scope = SiteFixture.scope()
    let handbook = scope.handbook
    let activity = try #require(handbook.activities.first)
    let views: [any View] = [
      scope.homePage(), scope.activityPage(activity), scope.activityIndex(rows: .empty),
      scope.planPage(handbook.plans[0]), scope.planIndex(),
      scope.channelPage(handbook.channels[0]), scope.goalSheetPage(handbook.goalSheets[0]),
      scope.evaluationPage(handbook.evaluations[0]), scope.reviewPage(handbook.reviews[0]),
      scope.policyPage(handbook.chapters[0]) { _ in [] }, scope.policyIndex(),
      scope.departmentPage(handbook.site.departments[0]), scope.departmentIndex(),
      scope.compliancePage(), scope.findingPage(1), scope.rulesPage(), scope.overviewIndex(),
      scope.responsibilities(), scope.coverage(), scope.fragment(section: .plans),
      ActivityRowsView(activities: [scope.activityRow(activity)]),
    ]
    let overviews: [any View] = Overview.allCases
      .flatMap { overviewJobs($0, scope.context) }.map { $0.view(scope) }
    var seen = 0
    func check(_ view: any View) {
      seen += 1
      let keys = type(of: view).schemaKeys
      let children = Mirror(reflecting: view).children
      #expect(Set(children.compactMap(\.label)) == Set(keys.map(\.name)))
      for child in children {
        if let inner = child.value as? any View { check(inner) }
        (child.value as? [any View])?.forEach(check)
      }
    }
    (views + overviews).forEach(check)
    #expect(seen > 60)
  }

  @Test("docs/templates.md lists every page, variable and label as they are")
  func documentation() throws {
    try expectGolden(templateReference(), at: "docs/templates.md")
  }

  @Test("every label has words in both languages")
  func labels() {
    for label in Label.allCases {
      #expect(!label.text.zh.isEmpty && !label.text.en.isEmpty, "\(label.rawValue)")
      #expect(label.text.zh.unicodeScalars.contains { $0.value >= 0x4E00 }, "\(label.rawValue)")
      #expect(label.text.en.unicodeScalars.allSatisfy { $0.value < 0x2E80 }, "\(label.rawValue)")
    }
  }
}

extension View {
  fileprivate static var schemaKeys: [ViewSchema.Key] { keys.schema.keys }
}
