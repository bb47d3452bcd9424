import Foundation
import Testing

@testable import CedianModel

private typealias Reference = Foundation.Decimal

/// Foundation's decimals work another way and must come to the same.
@Suite("exact decimals") struct DecimalTests {
  private struct Draw {
    var state: UInt64

    mutating func next(_ bound: UInt64) -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) % bound
    }

    /// Both types' value of the same text: few and many digits, decimals, zeros.
    mutating func number() throws -> (Decimal, Reference) {
      let length = Int(next(17)) + 1
      var text = next(3) == 0 ? "-" : ""
      for place in 0..<length { text += String(next(place == 0 ? 9 : 10) + (place == 0 ? 1 : 0)) }
      switch next(4) {
      case 0: text = next(8) == 0 ? "0" : text
      case 1: text += "000"
      case 2: text += "." + String(next(1_000_000))
      default: break
      }
      let digits = String(text.prefix(18))
      let usable = digits.hasSuffix(".") ? String(digits.dropLast()) : digits
      return (
        try #require(Decimal(plain: usable.utf8)), try #require(Reference(string: usable))
      )
    }
  }

  @Test func arithmeticAgreesWithFoundation() throws {
    var draw = Draw(state: 7)
    for round in 0..<5000 {
      let (a, x) = try draw.number()
      let (b, y) = try draw.number()
      #expect((a + b).description == (x + y).description, "\(round): \(x) + \(y)")
      #expect((a - b).description == (x - y).description, "\(round): \(x) - \(y)")
      #expect((a * b).description == (x * y).description, "\(round): \(x) * \(y)")
      #expect((a < b) == (x < y), "\(round): \(x) < \(y)")
      #expect((a == b) == (x == y), "\(round): \(x) == \(y)")
      #expect(abs(a).description == abs(x).description)
      #expect(a.doubleValue == Double("\(x)"), "\(round): \(x)")
      if b != 0 {
        // Foundation rounds its last digits, and has fewer of them.
        let (own, theirs) = ((a / b).description, (x / y).description)
        let common = max(1, min(own.count, theirs.count) - 2)
        #expect(own.prefix(common) == theirs.prefix(common), "\(round): \(x) / \(y)")
      }
    }
  }

  @Test(
    "cut after some decimals",
    arguments: [
      ("2.5", 0, "2"), ("-2.5", 0, "-2"), ("2.449", 1, "2.4"), ("0.05", 1, "0"),
      ("-0.05", 1, "0"), ("99.95", 1, "99.9"), ("120", 2, "120"), ("0.000000000001", 6, "0"),
      ("-0.4", 0, "0"),
    ])
  func cut(text: String, places: Int, cut: String) throws {
    #expect(try #require(Decimal(plain: text.utf8)).truncated(to: places).description == cut)
  }

  @Test func equalValuesAreOne() {
    let forms = [
      Decimal(12), Decimal(sign: .plus, exponent: -2, significand: 1200),
      Decimal(120) / 10, Decimal(sign: .plus, exponent: 1, significand: 12) * Decimal(1) / 10,
    ]
    #expect(Set(forms).count == 1)
    #expect(forms.allSatisfy { $0 == 12 && $0.description == "12" })
    #expect(Decimal(sign: .minus, exponent: 3, significand: 0) == 0)
    #expect(Decimal(sign: .minus, exponent: 3, significand: 0).description == "0")
  }

  @Test func manyDigitsLoseTheLastOnesOnly() {
    let large = Decimal(sign: .plus, exponent: 30, significand: 7)
    let small = Decimal(sign: .plus, exponent: -30, significand: 3)
    #expect(large + small == large)
    #expect(small + large == large)
    #expect(large - small < large + 1)
    #expect(small < large && -large < small && -large < -small)
    let long = Decimal(999_999_999_999_999_999)
    #expect((long * long * long).description.hasPrefix("99999999999999999"))
    #expect((long * long * long).description.count == 54)
  }

  @Test func divisionByZeroIsNoNumber() {
    #expect((Decimal(1) / 0).isNaN)
    #expect((Decimal(1) / 0 + 1).isNaN)
    #expect((Decimal.nan * 2).isNaN)
    #expect(!(Decimal.nan == 0))
    #expect(Decimal.nan.description == "NaN")
    #expect(Decimal.nan < 0 && !(Decimal(0) < .nan))
  }

  @Test func thirdsHaveAsManyDigitsAsThereIsRoomFor() {
    #expect((Decimal(1) / 3).description == "0." + String(repeating: "3", count: 38))
    #expect((Decimal(-2) / 3).description == "-0." + String(repeating: "6", count: 38))
    #expect((Decimal(1) / 8).description == "0.125")
    // A divisor of 38 digits leaves no room to bring a digit down.
    let divisor = Decimal(1) / 3
    let six = Decimal(2) / divisor
    #expect(abs(six - 6) < Decimal(sign: .plus, exponent: -30, significand: 1))
  }
}
