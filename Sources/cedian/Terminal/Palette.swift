import CedianModel

/// Colours of people's output; without them on a pipe or when NO_COLOR is set.
struct Palette: Sendable {
  var isColoured: Bool

  static let plain = Palette(isColoured: false)

  func bold(_ text: String) -> String { wrap(text, "1") }
  func faint(_ text: String) -> String { wrap(text, "2") }
  func good(_ text: String) -> String { wrap(text, "32") }
  func bad(_ text: String) -> String { wrap(text, "31") }
  /// What was put in.
  func fresh(_ text: String) -> String { wrap(text, "1;32") }
  func frame(_ text: String) -> String { wrap(text, "1;34") }

  func severity(_ severity: Severity, _ text: String) -> String {
    switch severity {
    case .error: wrap(text, "1;31")
    case .warning: wrap(text, "1;33")
    case .note: wrap(text, "1;36")
    }
  }

  private func wrap(_ text: String, _ code: String) -> String {
    isColoured && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
