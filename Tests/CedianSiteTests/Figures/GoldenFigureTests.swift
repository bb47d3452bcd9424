import CedianTestSupport
import Foundation
import Testing

@testable import CedianSite

struct GoldenFigureTests {
  @Test("each figure is drawn as its golden file", arguments: SampleFigures.all.map(\.name))
  func golden(name: String) throws {
    let html = try #require(SampleFigures.all.first { $0.name == name }?.html)
    // A tag a line, so that a difference shows where it is.
    let text = String(decoding: html, as: UTF8.self).replacing("><", with: ">\n<") + "\n"
    try expectGolden(text, at: "Tests/CedianSiteTests/Fixtures/Figures/\(name).html")
    try DrawnFigure(html).expectSound(name)
  }
}
