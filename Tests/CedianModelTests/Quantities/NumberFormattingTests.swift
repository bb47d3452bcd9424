import CedianModel
import Testing

struct NumberFormattingTests {
  func decimal(_ text: String) throws -> Decimal { try #require(Decimal(plain: text.utf8)) }

  @Test(arguments: [
    ("1200000", "120.00万", "120.00万元", "1.20M"), ("120000000", "1.20亿", "1.20亿元", "120.00M"),
    ("6124000", "612.40万", "612.40万元", "6.12M"), ("9800", "9,800.00", "9,800.00元", "9.80K"),
    ("9999.99", "9,999.99", "9,999.99元", "10.00K"), ("9999.995", "1.00万", "1.00万元", "10.00K"),
    ("99999999", "1.00亿", "1.00亿元", "100.00M"), ("99994999", "9,999.50万", "9,999.50万元", "99.99M"),
    ("-1000000", "−100.00万", "−100.00万元", "−1.00M"), ("0", "0.00", "0.00元", "0.00"),
    ("-0.004", "0.00", "0.00元", "0.00"), ("-0.005", "−0.01", "−0.01元", "−0.01"),
    ("12345678900000", "123,456.79亿", "123,456.79亿元", "12,345.68B"),
  ])
  func moneyIsShownInItsScale(text: String, zh: String, sentence: String, en: String) throws {
    let value = try decimal(text)
    #expect(NumberFormat.money(value, in: .zh) == zh)
    #expect(NumberFormat.money(value, in: .zh, style: .sentence) == sentence)
    #expect(NumberFormat.money(value, in: .en) == en)
  }

  /// Data files print numbers by a way of their own; it prints what the others do.
  @Test(arguments: [
    "0", "-0.00", "5", "120", "-0.05", "0.000000000001", "1.250", "-1234.5600",
    "100000000000000000", "999999999999999999", "0.1408833333330",
  ])
  func dataPrintsEveryDigitOnce(text: String) throws {
    let value = try decimal(text)
    for exponent in [-30, -18, -3, 0, 4, 18, 30] {
      let scaled = value * Decimal(sign: .plus, exponent: exponent, significand: 1)
      // Seven times the longest has more digits than a machine's number.
      for number in [scaled, scaled * 7] {
        let data = JSONValue.number(number).encoded()
        #expect(String(decoding: data, as: UTF8.self) == NumberFormat.plain(number) + "\n")
      }
    }
    #expect(NumberFormat.plain(Decimal(sign: .plus, exponent: 4, significand: 12)) == "120000")
    let written = JSONValue.number(Decimal(sign: .minus, exponent: 4, significand: 12)).encoded()
    #expect(String(decoding: written, as: UTF8.self) == "-120000\n")
  }

  @Test func otherFormsOfMoney() throws {
    #expect(NumberFormat.money(try decimal("3.2"), in: .zh, style: .perUnit) == "3.20")
    #expect(
      NumberFormat.money(try decimal("1234567.895"), in: .zh, style: .exact) == "1,234,567.895")
    #expect(NumberFormat.money(try decimal("1200000"), in: .en, style: .sentence) == "¥1.20M")
    #expect(NumberFormat.money(try decimal("-1200000"), in: .en, style: .sentence) == "−¥1.20M")
    #expect(NumberFormat.money(try decimal("124000"), in: .zh, sign: .always) == "+12.40万")
    #expect(NumberFormat.money(try decimal("0.001"), in: .zh, sign: .always) == "0.00")
  }

  @Test(arguments: [
    ("8.45", "8.5%"), ("8.44", "8.4%"), ("-8.45", "−8.5%"), ("-0.04", "0.0%"), ("99.95", "100.0%"),
    ("1234.5", "1,234.5%"), ("0", "0.0%"),
  ])
  func percentHasOneDecimalHalfUp(text: String, expected: String) throws {
    #expect(NumberFormat.percent(try decimal(text)) == expected)
    #expect(NumberFormat.percent(fraction: try decimal(text) / 100) == expected)
  }

  @Test(arguments: [
    ("0.9996", "99.9%"), ("0.9994", "99.9%"), ("1", "100.0%"), ("1.021", "102.1%"), ("0", "0.0%"),
    ("-0.5", "−50.0%"), ("0.99999999", "99.9%"),
  ])
  func nothingBelowTheTargetPrintsAsAHundredPercent(text: String, expected: String) throws {
    #expect(NumberFormat.attainment(try decimal(text)) == expected)
  }

  @Test(arguments: [
    ("0.7999999", "79.9%"), ("0.7995", "79.9%"), ("0.79949", "79.9%"), ("0.8", "80.0%"),
    ("0.80046", "80.0%"), ("0.99999", "99.9%"), ("1", "100.0%"), ("-0.5", "−50.0%"),
  ])
  func nothingBelowAThresholdPrintsAsHavingReachedIt(text: String, expected: String) throws {
    let limits = [try decimal("1"), try decimal("0.8")]
    #expect(NumberFormat.attainment(try decimal(text), staysBelow: limits) == expected)
  }

  @Test func countsDifferencesAndMachineNumbers() throws {
    #expect(NumberFormat.count(try decimal("24000")) == "24,000")
    #expect(NumberFormat.count(try decimal("999.5")) == "1,000")
    #expect(NumberFormat.count(try decimal("-820"), sign: .always) == "−820")
    #expect(NumberFormat.count(0, sign: .always) == "0")
    #expect(NumberFormat.percentagePoints(try decimal("-4.75"), in: .zh) == "−4.8 个百分点")
    #expect(NumberFormat.percentagePoints(try decimal("0.8"), in: .en) == "+0.8 pp")
    #expect(NumberFormat.decimal(try decimal("4.125"), places: 2) == "4.13")
    #expect(NumberFormat.plain(try decimal("1234567.5")) == "1234567.5")
    #expect(NumberFormat.plain(try decimal("-0.05")) == "-0.05")
  }
}
