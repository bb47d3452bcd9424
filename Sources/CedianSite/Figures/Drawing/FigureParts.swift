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
    html += "<figure class=\"chart \(name)\"><figcaption>".utf8
    EscapedHTML.appendEscaped(title, to: &html)
    // What scrolls must be reachable by keyboard, and then needs a name.
    let scrolls = zip(drawings, FigureFrame.allCases).contains { $0.width > $1.width }
    html += "</figcaption><div class=\"f-sheet\"".utf8
    if scrolls {
      html += " tabindex=\"0\" role=\"group\" aria-label=\"".utf8
      EscapedHTML.appendEscaped(title, to: &html)
      html.append(0x22)
    }
    html.append(0x3E)
    for (index, drawing) in drawings.enumerated() {
      let frame = drawings.count == 1 ? "" : index == 0 ? "f-wide" : "f-narrow"
      let base = index == 0 ? FigureFrame.wide.width : FigureFrame.narrow.width
      let long = drawing.width > base ? " f-long" : ""
      drawing.append(to: &html, name: frame + long, title: title, message: message)
    }
    html += "</div>".utf8
    table.append(to: &html, title: title, language)
    html += "</figure>".utf8
    return html
  }

  /// Letters, digits and hyphens stay, since an id goes into references that know no
  /// escapes; anything else becomes its number, so that no two ids become one.
  static func identifier(_ text: String) -> String {
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

extension Drawing {
  /// The whole element: what it is called, what it says, and its marks.
  func append(to html: inout [UInt8], name: String, title: String, message: String) {
    html += "<svg class=\"\(name)\"".utf8
    if name.hasSuffix("f-long") {
      // Kept at its own width, which a view box alone does not give it.
      html += " width=\"".utf8
      html.append(coordinate: width)
      html += "\" height=\"".utf8
      html.append(coordinate: height)
      html.append(0x22)
    }
    html += " viewBox=\"0 0 ".utf8
    html.append(coordinate: width)
    html.append(0x20)
    html.append(coordinate: height)
    html += "\" role=\"img\" aria-labelledby=\"\(id)-t \(id)-d\"><title id=\"\(id)-t\">".utf8
    EscapedHTML.appendEscaped(title, to: &html)
    html += "</title><desc id=\"\(id)-d\">".utf8
    EscapedHTML.appendEscaped(message, to: &html)
    html += "</desc>".utf8
    if isHatched {
      html += "<defs><pattern id=\"\(id)-hatch\" width=\"5\" height=\"5\" ".utf8
      html += "patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">".utf8
      html += "<rect class=\"f-ground\" width=\"5\" height=\"5\"/>".utf8
      html += "<rect class=\"f-stroke\" width=\"2\" height=\"5\"/></pattern></defs>".utf8
    }
    html += body
    html += "</svg>".utf8
  }
}

extension FigureTable {
  fileprivate func append(to html: inout [UInt8], title: String, _ language: Language) {
    html += "<details class=\"f-data\"><summary>\(language(.data))".utf8
    html += "<span class=\"unseen\">\(language.colon)".utf8
    EscapedHTML.appendEscaped(title, to: &html)
    html += "</span></summary><div class=\"scroll\"><table><thead><tr>".utf8
    for (index, cell) in head.enumerated() {
      html +=
        index >= firstNumber ? "<th scope=\"col\" class=\"n\">".utf8 : "<th scope=\"col\">".utf8
      EscapedHTML.appendEscaped(cell, to: &html)
      html += "</th>".utf8
    }
    html += "</tr></thead><tbody>".utf8
    for row in rows {
      html += "<tr>".utf8
      for (index, cell) in row.enumerated() {
        let tag = index == 0 ? "th" : "td"
        html += "<\(tag)".utf8
        if index == 0 { html += " scope=\"row\"".utf8 }
        if index >= firstNumber { html += " class=\"n\"".utf8 }
        html.append(0x3E)
        EscapedHTML.appendEscaped(cell, to: &html)
        html += "</\(tag)>".utf8
      }
      html += "</tr>".utf8
    }
    html += "</tbody></table></div></details>".utf8
  }
}
