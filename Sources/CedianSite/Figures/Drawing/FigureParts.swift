import CedianModel

/// The widths a figure is drawn for. Both drawings stand in the page and the
/// stylesheet shows the one that the figure's container has room for, so that a
/// phone gets a narrow drawing instead of a shrunk one.
enum FigureFrame: String, Sendable, CaseIterable {
  case wide, narrow

  var width: Double { self == .wide ? 640 : 328 }
  var isNarrow: Bool { self == .narrow }

  /// The drawing's own part of the page-wide id.
  func id(_ id: String) -> String { "\(id)-\(self == .wide ? "w" : "n")" }
}

/// The numbers of a figure, for those who read rather than see.
struct FigureTable: Sendable {
  var head: [String]
  var rows: [[String]]
  /// Columns from this one on hold numbers.
  var firstNumber = 1
}

/// What every figure consists of: its title, its drawings, each with a text
/// alternative, and its data.
struct FigureParts: Sendable {
  /// The class of the whole.
  var name: String
  var id: String
  var title: String
  /// What the figure shows, in a sentence.
  var message: String
  var drawings: [Drawing]
  var table: FigureTable
  var language: Language

  func html() -> [UInt8] {
    var html: [UInt8] = []
    html.reserveCapacity(drawings.reduce(2048) { $0 + $1.body.count + 512 })
    html.append(literal: "<figure class=\"chart ")
    html.append(text: name)
    html.append(literal: "\"><figcaption>")
    EscapedHTML.appendEscaped(title, to: &html)
    // What scrolls must be reachable by keyboard, and then needs a name.
    let scrolls = zip(drawings, FigureFrame.allCases).contains { $0.width > $1.width }
    html.append(literal: "</figcaption><div class=\"f-sheet\"")
    if scrolls {
      html.append(literal: " tabindex=\"0\" role=\"group\" aria-label=\"")
      EscapedHTML.appendEscaped(title, to: &html)
      html.append(0x22)
    }
    html.append(0x3E)
    for (index, drawing) in drawings.enumerated() {
      let frame = drawings.count == 1 ? "" : index == 0 ? "f-wide" : "f-narrow"
      let base = index == 0 ? FigureFrame.wide.width : FigureFrame.narrow.width
      drawing.append(
        to: &html, name: frame, isLong: drawing.width > base, title: title, message: message)
    }
    html.append(literal: "</div>")
    table.append(to: &html, title: title, language)
    html.append(literal: "</figure>")
    return html
  }

  /// Letters, digits and hyphens stay, since an id goes into references that know no
  /// escapes; anything else becomes its number, so that no two ids become one.
  static func identifier(_ text: String) -> String {
    if text.utf8.allSatisfy(\.isIdentifier) { return "f\(text)" }
    var id = "f"
    for scalar in text.unicodeScalars {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "-": id.unicodeScalars.append(scalar)
      default: id += "_\(String(scalar.value, radix: 16))_"
      }
    }
    return id
  }
}

extension UInt8 {
  fileprivate var isIdentifier: Bool {
    switch self {
    case 0x61...0x7A, 0x41...0x5A, 0x30...0x39, 0x2D: true
    default: false
    }
  }
}

extension Drawing {
  /// Alone, for a cell of a table that holds the data already.
  func inline(name: String, title: String, message: String) -> [UInt8] {
    var html: [UInt8] = []
    html.reserveCapacity(body.count + message.utf8.count + 384)
    append(to: &html, name: name, title: title, message: message)
    return html
  }

  /// The whole element: what it is called, what it says, and its marks.
  func append(
    to html: inout [UInt8], name: String, isLong: Bool = false, title: String, message: String
  ) {
    html.append(literal: "<svg class=\"")
    html.append(text: name)
    if isLong {
      // Kept at its own width, which a view box alone does not give it.
      html.append(literal: " f-long\" width=\"")
      html.append(coordinate: width)
      html.append(literal: "\" height=\"")
      html.append(coordinate: height)
    }
    html.append(literal: "\" viewBox=\"0 0 ")
    html.append(coordinate: width)
    html.append(0x20)
    html.append(coordinate: height)
    html.append(literal: "\" role=\"img\" aria-labelledby=\"")
    html.append(text: id)
    html.append(literal: "-t ")
    html.append(text: id)
    html.append(literal: "-d\"><title id=\"")
    html.append(text: id)
    html.append(literal: "-t\">")
    EscapedHTML.appendEscaped(title, to: &html)
    html.append(literal: "</title><desc id=\"")
    html.append(text: id)
    html.append(literal: "-d\">")
    EscapedHTML.appendEscaped(message, to: &html)
    html.append(literal: "</desc>")
    if isHatched {
      html.append(literal: "<defs><pattern id=\"")
      html.append(text: id)
      html.append(literal: "-hatch\" width=\"5\" height=\"5\" ")
      html.append(literal: "patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">")
      html.append(literal: "<rect class=\"f-ground\" width=\"5\" height=\"5\"/>")
      html.append(literal: "<rect class=\"f-stroke\" width=\"2\" height=\"5\"/></pattern></defs>")
    }
    html += body
    html.append(literal: "</svg>")
  }
}

extension FigureTable {
  fileprivate func append(to html: inout [UInt8], title: String, _ language: Language) {
    html.append(literal: "<details class=\"f-data\"><summary>")
    html.append(text: language(.data))
    html.append(literal: "<span class=\"unseen\">")
    html.append(text: language.colon)
    EscapedHTML.appendEscaped(title, to: &html)
    html.append(literal: "</span></summary><div class=\"scroll\"><table><thead><tr>")
    for (index, cell) in head.enumerated() {
      html.append(
        literal: index >= firstNumber ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">")
      EscapedHTML.appendEscaped(cell, to: &html)
      html.append(literal: "</th>")
    }
    html.append(literal: "</tr></thead><tbody>")
    for row in rows {
      html.append(literal: "<tr>")
      for (index, cell) in row.enumerated() {
        let isNumber = index >= firstNumber
        html.append(
          literal: index == 0
            ? isNumber ? "<th scope=\"row\" class=\"n\">" : "<th scope=\"row\">"
            : isNumber ? "<td class=\"n\">" : "<td>")
        EscapedHTML.appendEscaped(cell, to: &html)
        html.append(literal: index == 0 ? "</th>" : "</td>")
      }
      html.append(literal: "</tr>")
    }
    html.append(literal: "</tbody></table></div></details>")
  }
}
