import Foundation
import Testing

@testable import CedianSite

/// A figure's HTML read back: enough of XML for what figures write, and strict
/// about it, so that a figure that is not well formed fails its test.
struct DrawnFigure {
  struct Element {
    var name: String
    var attributes: [String: String]
    /// The element's own text, without its title's.
    var text = ""
    var title: String?
    var children: [Element] = []

    var classes: Set<String> {
      Set((attributes["class"] ?? "").split(separator: " ").map(String.init))
    }

    func number(_ name: String) -> Double { attributes[name].flatMap(Double.init) ?? 0 }

    /// This element and all below it.
    var all: [Element] { [self] + children.flatMap(\.all) }
  }

  struct Box {
    var x0, y0, x1, y1: Double
    var text: String
  }

  var root: Element

  init(_ html: [UInt8]) throws {
    var rest = Substring(String(decoding: html, as: UTF8.self))
    var stack = [Element(name: "", attributes: [:])]
    while let open = rest.firstIndex(of: "<") {
      stack[stack.count - 1].text += Self.unescaped(rest[..<open])
      rest = rest[rest.index(after: open)...]
      let close = try #require(rest.firstIndex(of: ">"), "an open tag")
      let tag = rest[..<close]
      rest = rest[rest.index(after: close)...]
      if tag.hasPrefix("/") {
        let done = stack.removeLast()
        try #require(
          !stack.isEmpty && done.name == tag.dropFirst(),
          "</\(tag.dropFirst())> closes \(done.name)")
        if done.name == "title" { stack[stack.count - 1].title = done.text }
        stack[stack.count - 1].children.append(done)
      } else {
        let isEmpty = tag.hasSuffix("/")
        let element = Self.element(isEmpty ? tag.dropLast() : tag)
        if isEmpty {
          stack[stack.count - 1].children.append(element)
        } else {
          stack.append(element)
        }
      }
    }
    try #require(stack.count == 1, "unclosed \(stack.map(\.name))")
    root = stack[0]
  }

  private static func element(_ tag: Substring) -> Element {
    let name = tag.prefix { $0 != " " }
    var attributes: [String: String] = [:]
    let parts = tag.dropFirst(name.count).split(separator: "\"", omittingEmptySubsequences: false)
    for (key, value) in zip(parts, parts.dropFirst()).enumerated().filter({ $0.offset % 2 == 0 })
      .map(\.element)
    {
      attributes[key.filter { $0 != " " && $0 != "=" }] = unescaped(value)
    }
    return Element(name: String(name), attributes: attributes)
  }

  private static func unescaped(_ text: Substring) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return String(text) }
    return String(text).replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&quot;", with: "\"").replacing("&#39;", with: "'").replacing("&amp;", with: "&")
  }

  var drawings: [Element] { root.all.filter { $0.name == "svg" } }
  var wide: Element { drawings[0] }

  func marks(_ name: String, in drawing: Element? = nil) -> [Element] {
    (drawing ?? wide).all.filter { $0.classes.contains(name) && $0.name != "text" }
  }

  func texts(in drawing: Element? = nil) -> [String] {
    (drawing ?? wide).all.filter { $0.name == "text" }.map(\.text)
  }

  var rows: [[String]] {
    root.all.filter { $0.name == "tr" }.map { row in row.children.map(\.text) }
  }

  /// Hundredths of an em of Noto Sans CJK in its heavier weight, as measured in a
  /// browser: not the table that the figures reckon with.
  private static func advance(_ scalar: UInt32) -> Int {
    let ascii = [
      23, 37, 57, 59, 59, 96, 74, 32, 38, 38, 51, 59, 32, 37, 32, 39, 59, 59, 59, 59, 59, 59, 59,
      59, 59, 59, 32, 32, 59, 59, 59, 51, 101, 64, 68, 66, 71, 61, 58, 72, 76, 33, 57, 69, 58, 85,
      75, 77, 67, 77, 68, 62, 62, 75, 62, 91, 63, 58, 61, 38, 39, 38, 59, 57, 63, 59, 64, 53, 64,
      58, 37, 60, 64, 30, 31, 60, 31, 96, 64, 63, 64, 64, 44, 49, 42, 64, 58, 86, 56, 57, 51, 38,
      30, 38, 59,
    ]
    return switch scalar {
    case 0x20..<0x7F: ascii[Int(scalar) - 0x20]
    case 0x200B...0x200F, 0xFE00...0xFE0F: 0
    case 0x2212, 0x2013: 59
    default: 100
    }
  }

  /// The boxes of all texts.
  func boxes(in drawing: Element) -> [Box] {
    drawing.all.filter { $0.name == "text" }.map { element in
      let size = element.classes.contains("f-small") ? 11.0 : 12
      let ems = element.text.unicodeScalars.reduce(0) { $0 + Self.advance($1.value) }
      let (x, y, width) = (element.number("x"), element.number("y"), Double(ems) * size / 100)
      let anchor = element.attributes["text-anchor"] ?? "start"
      let start = x - (anchor == "start" ? 0 : anchor == "end" ? width : width / 2)
      return Box(
        x0: start, y0: y - size * 0.88, x1: start + width, y1: y + size * 0.16,
        text: element.text)
    }
  }

  /// What no figure may ever do.
  func expectSound(_ what: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let elements = root.all
    let ids = elements.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count, "\(what): ids repeat", sourceLocation: sourceLocation)
    #expect(!elements.contains { $0.attributes["style"] != nil || $0.name == "script" })
    for drawing in drawings {
      let frame = (drawing.attributes["viewBox"] ?? "").split(separator: " ").compactMap {
        Double($0)
      }
      guard frame.count == 4 else {
        Issue.record("\(what): no viewBox", sourceLocation: sourceLocation)
        continue
      }
      let named = (drawing.attributes["aria-labelledby"] ?? "").split(separator: " ").map {
        String($0)
      }
      let said = drawing.children.filter { named.contains($0.attributes["id"] ?? "") }
      #expect(
        said.count == 2 && said.allSatisfy { !$0.text.isEmpty }, "\(what): title and desc",
        sourceLocation: sourceLocation)
      checkNumbers(drawing, frame, what, sourceLocation)
      let boxes = boxes(in: drawing)
      for (index, box) in boxes.enumerated() {
        if box.x0 < -0.1 || box.y0 < 0 || box.x1 > frame[2] + 0.1 || box.y1 > frame[3] {
          Issue.record("\(what): \(box) leaves \(frame)", sourceLocation: sourceLocation)
        }
        for other in boxes[..<index]
        where box.x0 < other.x1 && other.x0 < box.x1 && box.y0 < other.y1 && other.y0 < box.y1 {
          Issue.record("\(what): \(box) on \(other)", sourceLocation: sourceLocation)
        }
      }
    }
  }

  private func checkNumbers(
    _ drawing: Element, _ frame: [Double], _ what: String, _ sourceLocation: SourceLocation
  ) {
    let numeric = ["x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "width", "height", "points"]
    for element in drawing.all where element.name != "svg" && element.name != "pattern" {
      for name in numeric {
        guard let text = element.attributes[name] else { continue }
        let numbers = text.split { $0 == " " || $0 == "," }.map { Double($0) }
        let isSound = numbers.allSatisfy { number in
          guard let number, number.isFinite else { return false }
          return number >= -0.05 && number <= max(frame[2], frame[3]) + 0.05
        }
        if !isSound || text.split(separator: " ").contains("-0") {
          Issue.record("\(what): \(name)=\(text)", sourceLocation: sourceLocation)
        }
      }
      if element.name == "rect" {
        let right = element.number("x") + element.number("width")
        let bottom = element.number("y") + element.number("height")
        if right > frame[2] + 0.15 || bottom > frame[3] + 0.15 {
          Issue.record(
            "\(what): \(element.attributes) leaves \(frame)", sourceLocation: sourceLocation)
        }
      }
    }
  }
}
