import CedianModel
import Foundation
import Testing

struct QuantityTests {
  @Test(
    arguments: [
      ("120万", "1200000", .none, 4), ("1.2亿", "120000000", .none, 7),
      ("1,200,000", "1200000", .none, 0), ("8.5%", "8.5", .percent, -1),
      ("¥3.2", "3.2", .yuan, -1), ("￥3.20", "3.2", .yuan, -2), ("3.2 元", "3.2", .yuan, -1),
      ("12k", "12000", .none, 3), ("12w", "120000", .none, 4), ("40万元", "400000", .yuan, 4),
      ("40 万 元", "400000", .yuan, 4), ("3千万元", "30000000", .yuan, 7),
      ("1.5万亿", "1500000000000", .none, 11), ("8,000 人", "8000", .count, 0),
      ("5万人次", "50000", .count, 4), ("１２０万", "1200000", .none, 4),
      ("８．５％", "8.5", .percent, -1), ("１，２００ 单", "1200", .count, 0),
      ("-3.5%", "-3.5", .percent, -1), ("−20万元", "-200000", .yuan, 4), ("+5", "5", .none, 0),
      ("-¥3.2", "-3.2", .yuan, -1), ("¥-3.2", "-3.2", .yuan, -1), ("0", "0", .none, 0),
      ("-0", "0", .none, 0), ("5‰", "0.5", .percent, -1), ("2 个百分点", "2", .percentagePoint, 0),
      ("1.5pp", "1.5", .percentagePoint, -1), ("4.5倍", "4.5", .ratio, -1), ("7天", "7", .days, 0),
      ("3 个工作日", "3", .days, 0), ("30秒", "30", .seconds, 0), ("4.8分", "4.8", .score, -1),
      ("86万粉", "860000", .count, 4), ("3.2 元/次", "3.2", .yuan, -1), ("120 单/天", "120", .count, 0),
      ("  1800  ", "1800", .none, 0), ("人民币 40万", "400000", .yuan, 4),
      ("3000 UV", "3000", .count, 0),
      ("999999999999999999", "999999999999999999", .none, 0),
    ] as [(String, String, QuantityUnit, Int)])
  func aQuantityIsReadExactly(
    text: String, value: String, unit: QuantityUnit, lastDigit: Int
  ) throws {
    let quantity = try parseQuantity(text).get()
    #expect(NumberFormat.plain(quantity.value) == value)
    #expect(quantity.unit == unit)
    #expect(quantity.lastDigit == lastDigit)
    #expect(try parseQuantity(NumberFormat.written(quantity)).get() == quantity)
  }

  @Test(
    arguments: [
      ("", "「」里没有数值", nil), ("很多", "「很多」里没有数值", nil), ("万", "「万」里没有数值", nil),
      ("12,00", "「12,00」的千位分隔不是三位一组", nil), ("1,2万", "「1,2万」的千位分隔不是三位一组", nil),
      ("1,20,000", "「1,20,000」的千位分隔不是三位一组", "120000"),
      ("1,2000,000", "「1,2000,000」的千位分隔不是三位一组", "12000000"),
      ("1200,000", "「1200,000」的千位分隔不是三位一组", "1200000"),
      ("1e3", "「1e3」是科学记数法，这里不用", nil),
      ("30美元", "「30美元」的单位是美元，金额只用人民币", nil), ("$30", "「$30」的单位是$，金额只用人民币", nil),
      ("30牛顿", "「30牛顿」里的「牛顿」不是认识的单位", nil), ("12M", "「12M」里的「M」不是认识的单位", nil),
      ("120万~150万", "「120万~150万」里不止一个数值", nil), ("1亿2000万", "「1亿2000万」里不止一个数值", nil),
      ("1.2.3", "「1.2.3」里不止一个数值", nil), ("2026-11-01", "「2026-11-01」里不止一个数值", nil),
      ("约 120万", "「约 120万」的数值前面有「约」", "120万"),
      (".5万", "「.5万」的数值前面有「.」", "0.5万"), ("约 .5万", "「约 .5万」的数值前面有「约.」", "0.5万"),
      ("负5万", "「负5万」的数值前面有「负」", "-5万"), ("- 5万", "「- 5万」的数值前面有「-」", "-5万"),
      ("百分之8.5", "「百分之8.5」的数值前面有「百分之」", "8.5%"),
      ("负百分之3", "「负百分之3」的数值前面有「负百分之」", "-3%"),
      ("百分之5万", "「百分之5万」的数值前面有「百分之」", nil), ("三.5万", "「三.5万」的数值前面有「三.」", nil),
      ("一百20万", "「一百20万」的数值前面有「一百」", nil), ("亏损5万", "「亏损5万」的数值前面有「亏损」", nil),
      ("120万以上", "「120万以上」带有「以上」，不是一个确定的数值", "120万"),
      ("1000000000000000000", "「1000000000000000000」的数字超过 18 位", nil),
    ] as [(String, String, String?)])
  func whatIsNoQuantitySaysWhy(text: String, message: String, suggestion: String?) {
    guard case .failure(let problem) = parseQuantity(text) else {
      Issue.record("accepted: \(text)")
      return
    }
    #expect(problem.message.zh == message)
    #expect(problem.suggestion == suggestion)
    #expect(!problem.message.en.isEmpty)
  }

  @Test(
    arguments: [
      ("预计带动成交总额 120万元，参与 8,000 人。", ["1200000 CNY", "8000 count"]),
      ("打开率提升到20%，退订率低于0.5%", ["20 percent", "0.5 percent"]),
      ("２０％的老客复购", ["20 percent"]), ("新增粉丝2万", ["20000 "]),
      ("30分钟内售罄，评分4.8分", ["30 minutes", "4.8 score"]),
      ("客单价¥89，ROI 达 3.5倍", ["89 CNY", "3.5 ratio"]),
      ("2026年11月11日完成，第3次大促，双11当天", []), ("提升品牌影响力", []), ("成交 .5亿元", []), ("Q4 完成 618 复盘", []),
      ("", []),
    ] as [(String, [String])])
  func aSentenceGivesItsNumbersWithUnitsAndNoDates(text: String, expected: [String]) {
    let found = quantities(in: text).map {
      "\(NumberFormat.plain($0.value)) \($0.unit.rawValue)"
    }
    #expect(found == expected)
  }

  @Test func howANumberIsWrittenDoesNotCountForEquality() throws {
    let (a, b) = (try parseQuantity("120万").get(), try parseQuantity("1,200,000").get())
    #expect(a == b && a.hashValue == b.hashValue)
    #expect(a.tolerance == 5000)
    #expect(try parseQuantity("100%").get().fraction == 1)
    #expect(try parseQuantity("100%").get() != parseQuantity("100").get())
  }

  @Test func fullWidthDigitsHaveAnAsciiForm() {
    #expect(halfWidthDigits(in: "１２０万，参与８，０００人") == "120万，参与8,000人")
    #expect(halfWidthDigits(in: "８．５％") == "8.5%")
    #expect(halfWidthDigits(in: "120万，ok") == nil)
  }

  @Test(
    arguments: [
      ("120", "120"), ("-0.05", "-0.05"), ("0", "0"), ("-0", "0"), ("007", "7"), ("1.50", "1.5"),
      ("", nil), ("-", nil), ("1.", nil), (".5", nil), ("1,000", nil), ("1e3", nil), (" 1", nil),
      ("+1", nil), ("1234567890123456789", nil), ("--1", nil), ("1-", nil),
    ] as [(String, String?)])
  func machineDecimalsArePlain(text: String, expected: String?) {
    #expect(Decimal(plain: text.utf8).map(NumberFormat.plain) == expected)
  }
}
