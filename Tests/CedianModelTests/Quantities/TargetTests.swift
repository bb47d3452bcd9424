import CedianModel
import Testing

struct TargetTests {
  @Test(
    arguments: [
      ("GMV ≥ 120万", "GMV", .atLeast, "120万", true),
      ("GMV >= 120万", "GMV", .atLeast, "120万", true), ("GMV≥120万", "GMV", .atLeast, "120万", true),
      ("GMV ＞＝ 120万", "GMV", .atLeast, "120万", true), ("投诉量 ≤ 1800", "投诉量", .atMost, "1,800", true),
      ("投诉量 <= 1800 件", "投诉量", .atMost, "1,800件", true),
      ("退订率 < 0.5%", "退订率", .below, "0.5%", true), ("ROAS > 4.5", "ROAS", .above, "4.5", true),
      ("成交总额 = 120万元", "成交总额", .equal, "120万元", true),
      ("成交总额 120万元", "成交总额", .atLeast, "120万元", false),
      ("成交总额：120万元", "成交总额", .atLeast, "120万元", false),
      ("参与人数达到 8,000 人", "参与人数", .atLeast, "8,000人", true),
      ("邮件打开率 20%", "邮件打开率", .atLeast, "20%", false),
      ("邮件打开率不低于20%", "邮件打开率", .atLeast, "20%", true),
      ("点击成本不超过 3.2 元", "点击成本", .atMost, "3.2元", true),
      ("粉丝数增长到 86万", "粉丝数", .atLeast, "86万", true),
      ("投诉量降至 1800", "投诉量", .atMost, "1,800", true),
      ("参与人数 8,000 人以上", "参与人数", .atLeast, "8,000人", true),
      ("投诉量 100 件以内", "投诉量", .atMost, "100件", true),
      ("触达人数 5万", "触达人数", .atLeast, "5万", false),
      ("行为转化率 3%", "行为转化率", .atLeast, "3%", false),
      ("转化率为 3%", "转化率", .equal, "3%", true),
      ("7日留存率 30%", "7日留存率", .atLeast, "30%", false),
      ("双11成交额 ≥ 500万", "双11成交额", .atLeast, "500万", true),
      ("双11成交额 500万", "双11成交额", .atLeast, "500万", false),
      ("同比增长率 ≥ 20%", "同比增长率", .atLeast, "20%", true),
      ("GMV ≥ １２０万", "GMV", .atLeast, "120万", true),
      ("净推荐值 ≥ -5", "净推荐值", .atLeast, "-5", true),
    ] as [(String, String, Target.Comparator, String, Bool)])
  func aLineGivesMetricComparatorAndValue(
    text: String, metric: String, comparator: Target.Comparator, value: String, written: Bool
  ) throws {
    let target = try parseTarget(text).get()
    #expect(target.metricName == metric)
    #expect(target.comparator == comparator)
    #expect(NumberFormat.written(target.quantity) == value)
    #expect(target.hasComparator == written)
    let scalars = Array(text.unicodeScalars)
    #expect(String(String.UnicodeScalarView(scalars[target.metricRange])) == metric)
  }

  @Test(arguments: [
    ("提升品牌影响力", "「提升品牌影响力」不可衡量：没有指标，也没有数值"),
    ("≥ 120万", "「≥ 120万」不可衡量：没有写明指标"), (">=500万", "「>=500万」不可衡量：没有写明指标"),
    ("120万", "「120万」不可衡量：没有写明指标"), ("GMV ≥", "「GMV ≥」不可衡量：没有数值"),
    ("GMV ≥ 很多", "「GMV ≥ 很多」不可衡量：没有数值"),
    ("GMV 增长 20%", "「GMV 增长 20%」只写了变化的幅度，没有写明要达到的数值"),
    ("转化率提升20%", "「转化率提升20%」只写了变化的幅度，没有写明要达到的数值"),
    ("GMV ≥ 120万~150万", "「120万~150万」里不止一个数值"), ("GMV ≥ 12,00", "「12,00」的千位分隔不是三位一组"),
    ("GMV ≥ 30美元", "「30美元」的单位是美元，金额只用人民币"), ("做好双11大促", "「做好双11大促」不可衡量：没有数值"),
    ("", "「」不可衡量：没有指标，也没有数值"),
  ])
  func whatCannotBeMeasuredSaysWhatIsLacking(text: String, message: String) {
    guard case .failure(let problem) = parseTarget(text) else {
      Issue.record("accepted: \(parseTarget(text))")
      return
    }
    #expect(problem.message.zh == message)
    #expect(!problem.message.en.isEmpty)
  }

  @Test func theNumberOfferedIsTheOneThatWasMeant() {
    guard case .failure(let problem) = parseTarget("成交总额 ≥ .5亿"),
      case .badQuantity(let number) = problem.kind
    else {
      Issue.record("accepted: \(parseTarget("成交总额 ≥ .5亿"))")
      return
    }
    #expect(number.suggestion == "0.5亿")
  }

  @Test func anyTextIsReadOrRefusedWithoutATrap() {
    var state: UInt64 = 11
    let pieces = [
      "GMV", "120", "万", "亿", "元", "%", "≥", ">", "=", "<", "-", "¥", ",", ".", "达到", "为", "以上",
      "k",
      " ", "０", "，", "百", "个百分点", "/", "99999999999999999999", "e", "增长", "约", "+", "第",
    ]
    for _ in 0..<8_000 {
      var text = ""
      for _ in 0..<Int(state >> 60) + 1 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int(state >> 33) % pieces.count]
      }
      let count = text.unicodeScalars.count
      if case .success(let target) = parseTarget(text) {
        #expect(!target.metricName.isEmpty && target.quantityRange.upperBound <= count, "\(text)")
      }
      if case .success(let quantity) = parseQuantity(text) {
        #expect(parseQuantity(NumberFormat.written(quantity)) == .success(quantity), "\(text)")
      }
      _ = quantities(in: text)
    }
  }
}
