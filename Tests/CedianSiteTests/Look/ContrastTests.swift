import CedianTestSupport
import Foundation
import Testing

/// The stylesheet's tokens, read from the file that is published.
struct ContrastTests {
  private typealias Palette = [String: String]

  private struct Tokens {
    var light: Palette
    var dark: Palette
    var lightDark: [String: (light: String, dark: String)]
  }

  private func tokens() throws -> Tokens {
    let css = try String(
      contentsOf: packageRoot.appending(path: "templates/assets/site.css"), encoding: .utf8)
    let blocks = css.split(separator: ":root {", omittingEmptySubsequences: false).dropFirst()
      .map { String($0.prefix { $0 != "}" }) }
    func palette(_ block: String) -> Palette {
      var found: Palette = [:]
      for match in block.matches(of: /--([a-z0-9-]+): (#[0-9a-f]{6});/) {
        found[String(match.1)] = String(match.2)
      }
      return found
    }
    var both: [String: (light: String, dark: String)] = [:]
    for match in css.matches(
      of: /--([a-z0-9-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/)
    {
      both[String(match.1)] = (String(match.2), String(match.3))
    }
    try #require(blocks.count >= 3)
    return Tokens(light: palette(blocks[0]), dark: palette(blocks[1]), lightDark: both)
  }

  @Test("the palette reads the same with and without light-dark()")
  func fallbacks() throws {
    let tokens = try tokens()
    #expect(tokens.light.count > 12)
    #expect(Set(tokens.light.keys) == Set(tokens.dark.keys))
    #expect(Set(tokens.light.keys) == Set(tokens.lightDark.keys))
    for (name, pair) in tokens.lightDark {
      #expect(tokens.light[name] == pair.light, "\(name)")
      #expect(tokens.dark[name] == pair.dark, "\(name)")
    }
  }

  @Test(
    "text has a contrast of 4.5 on every ground, in both themes",
    arguments: ["ink", "ink-2", "ink-3", "accent", "good", "warn", "bad", "none"])
  func text(token: String) throws {
    let tokens = try tokens()
    for palette in [tokens.light, tokens.dark] {
      for ground in ["paper", "card", "tint"] {
        let ratio = contrast(try #require(palette[token]), try #require(palette[ground]))
        #expect(ratio >= 4.5, "\(token) on \(ground): \(ratio)")
      }
    }
  }

  @Test(
    "edges of controls and marks of figures have a contrast of 3",
    arguments: ["edge", "actual", "before", "seal", "warn"])
  func marks(token: String) throws {
    let tokens = try tokens()
    for palette in [tokens.light, tokens.dark] {
      let ratio = contrast(try #require(palette[token]), try #require(palette["card"]))
      #expect(ratio >= 3, "\(token): \(ratio)")
    }
  }

  @Test("the measure itself is right")
  func measure() {
    #expect(abs(contrast("#000000", "#ffffff") - 21) < 0.01)
    #expect(abs(contrast("#777777", "#ffffff") - 4.48) < 0.01)
  }
}

/// The contrast ratio of WCAG 2, from 1 to 21.
private func contrast(_ a: String, _ b: String) -> Double {
  let (first, second) = (luminance(a), luminance(b))
  return (max(first, second) + 0.05) / (min(first, second) + 0.05)
}

private func luminance(_ colour: String) -> Double {
  let number = Int(colour.dropFirst(), radix: 16) ?? 0
  func channel(_ shift: Int) -> Double {
    let value = Double(number >> shift & 0xFF) / 255
    return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
  }
  return 0.2126 * channel(16) + 0.7152 * channel(8) + 0.0722 * channel(0)
}
