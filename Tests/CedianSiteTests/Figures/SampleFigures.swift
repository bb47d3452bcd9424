import CedianModel
import Foundation

@testable import CedianSite

/// One figure of each kind with data as a report has them: the golden files are
/// drawn from these, and so is the page that people look at.
enum SampleFigures {
  static func number(_ text: String) -> FigureNumber? {
    Decimal(
      plain: text.replacing("−", with: "-").replacing("+", with: "")
        .replacing(",", with: "").utf8.prefix { "-.0123456789".utf8.contains($0) }
    ).map { FigureNumber($0, text) }
  }

  static func span(_ from: String, _ to: String) -> TimeSpan? {
    Day(iso: "2026-" + from).flatMap { start in
      Day(iso: "2026-" + to).map { TimeSpan(start: start, end: $0) }
    }
  }

  static var all: [(name: String, html: [UInt8])] {
    [
      ("sparkline", sparkline.svg(id: "sparkline", in: .zh)),
      ("bullet", bullet.svg(id: "bullet", in: .zh)),
      ("bullet-lower", lowerBullet.svg(id: "bullet-lower", in: .zh)),
      ("columns", columns.svg(id: "columns", in: .zh)),
      ("columns-long", longColumns.svg(id: "columns-long", in: .zh)),
      ("waterfall", waterfall.svg(id: "waterfall", in: .zh)),
      ("waterfall-cost", costs.svg(id: "waterfall-cost", in: .zh)),
      ("gantt", gantt.svg(id: "gantt", in: .zh)),
      ("calendar", calendar.svg(id: "calendar", in: .zh)),
      ("heat", heat.svg(id: "heat", in: .zh)),
      ("tree", tree.svg(id: "tree", in: .zh)),
      ("waterfall-en", waterfall.svg(id: "waterfall-en", in: .en)),
    ]
  }

  static let sparkline = SparklineFigure(
    title: "成交总额，近 13 个月（万元）",
    points: [
      "400.0", "420.0", "390.0", "450.0", "", "", "480.0", "500.0", "530.0", "520.0", "540.0",
      "566.0", "612.4",
    ].enumerated().map {
      .init(
        label: $0.offset < 3 ? "2025年\($0.offset + 10)月" : "2026年\($0.offset - 2)月",
        number: number($0.element))
    })

  static let bullet = BulletFigure(
    title: "成交总额（万元）", actual: number("512.4"), target: number("600.0"))
  static let lowerBullet = BulletFigure(
    title: "点击成本（元）", actual: number("1.95"), target: number("1.80"),
    polarity: .lowerIsBetter)

  static let columns = ColumnsFigure(
    title: "成交总额：按月，与计划和上年同期（万元）",
    columns: zip(
      1...12,
      [
        ("380.2", "400.0", "310.5"), ("412.0", "400.0", "298.0"), ("398.5", "420.0", "340.1"),
        ("455.1", "430.0", "361.0"), ("472.3", "450.0", "388.8"), ("440.0", "460.0", "402.4"),
        ("481.9", "470.0", "410.0"), ("", "480.0", "405.2"), ("530.6", "500.0", "433.3"),
        ("612.4", "600.0", "503.6"), ("", "900.0", "702.0"), ("", "520.0", "480.0"),
      ]
    ).map { month, values in
      .init(
        label: "\(month)月", period: "2026年\(month)月", actual: number(values.0),
        plan: number(values.1), previous: number(values.2),
        forecast: month == 11 ? number("860.0") : month == 12 ? number("500.0") : nil)
    }, previousName: "上年同期")

  static let longColumns = ColumnsFigure(
    title: "净利润：40 个月（万元）",
    columns: (0..<40).map { index in
      let value = (index * 37 % 23) * 4 - 24
      return .init(
        label: "\(index % 12 + 1)月", group: "\(2023 + index / 12)年",
        actual: index == 17 ? nil : number("\(value)".replacing("-", with: "−")))
    })

  static let waterfall = WaterfallFigure(
    title: "成交总额：目标到实际，按渠道（万元）", start: ("目标", number("600.0")),
    steps: [
      .init(label: "官网", difference: number("+6.2")),
      .init(label: "搜索推广", difference: number("−9.8")),
      .init(label: "社交媒体", difference: number("+18.5")),
      .init(label: "邮件", difference: number("−11.3")),
      .init(label: "电商平台旗舰店与分销", difference: number("+8.8")),
      .init(label: "线下", difference: nil),
    ], end: ("实际", number("612.4")))

  static let costs = WaterfallFigure(
    title: "广告花费：预算到实际（万元）", start: ("预算", number("80.0")),
    steps: [
      .init(label: "搜索推广", difference: number("+31.5")),
      .init(label: "社交媒体", difference: number("−20.1")),
      .init(label: "邮件", difference: number("0.0")),
    ], end: ("实际", number("86.9")), polarity: .lowerIsBetter)

  static let gantt = GanttFigure(
    title: "活动：计划与实际时间", range: span("10-01", "10-31") ?? TimeSpan(Day(ordinal: 20_727)),
    rows: [
      .init(
        label: "国庆会员日", warmUp: span("09-26", "10-01"), plan: span("10-02", "10-08"),
        actual: span("10-02", "10-08").map { .over($0) }),
      .init(
        label: "秋季上新直播周（含达人合作）", warmUp: span("10-06", "10-10"),
        plan: span("10-11", "10-16"), actual: span("10-12", "10-18").map { .over($0) }),
      .init(
        label: "老客户召回邮件", warmUp: span("10-13", "10-15"), plan: span("10-16", "10-24"),
        actual: span("10-16", "10-22").map { .over($0) }),
      .init(label: "双11 蓄水", warmUp: span("10-19", "10-25"), plan: span("10-26", "11-11")),
      .init(label: "品牌调研"),
      .init(label: "× 已取消 · 快闪店", plan: span("10-23", "10-29"), isCancelled: true),
    ], today: Day(iso: "2026-10-27"))

  static let calendar = CalendarFigure(
    title: "2026年10月活动日历", year: 2026, month: 10,
    entries: [
      ("国庆会员日", span("09-28", "10-08"), .actual), ("秋季上新直播周", span("10-11", "10-18"), .actual),
      ("秋季上新预热", span("10-06", "10-10"), .warmUp),
      ("老客户召回邮件", span("10-16", "10-22"), .actual), ("双11 蓄水", span("10-26", "11-11"), .planned),
      ("双11 预热短视频", span("10-20", "10-31"), .warmUp), ("用户访谈", span("10-14", "10-14"), .planned),
    ].compactMap { label, span, kind in
      span.map { CalendarFigure.Entry(label: label, span: $0, kind: kind) }
    }, today: Day(iso: "2026-10-27"))

  static let heat = HeatGridFigure(
    title: "2026 年：每个月的计划、总结与数据是否齐全", columns: (1...12).map { "\($0)月" },
    rows: [("月度计划", 11), ("月度总结", 9), ("活动评估", 8), ("渠道数据", 10)].map { name, last in
      .init(
        label: name,
        cells: (1...12).map { month in
          if month > last { return .init(state: .wait) }
          if name == "活动评估", month == 2 { return nil }
          if name == "渠道数据", month % 4 == 0 { return .init(state: .part, label: "3/4") }
          return .init(state: name == "月度总结" && month == 5 ? .lack : .full)
        })
    })

  static let tree = TreeFigure(
    title: "成交总额：年度目标的分解（万元）",
    root: .init(
      label: "2026 年", number: number("6,000"), difference: number("−20"),
      parts: [
        .init(
          label: "第一季度", number: number("1,220"), difference: number("0"),
          parts: [
            .init(label: "1 月", number: number("400")), .init(label: "2 月", number: number("400")),
            .init(label: "3 月", number: number("420")),
          ]),
        .init(label: "第二季度", number: number("1,340"), difference: number("0")),
        .init(
          label: "第三季度", number: number("1,450"), difference: number("+50"),
          parts: [
            .init(label: "7 月", number: number("470")), .init(label: "8 月", number: number("480")),
            .init(label: "9 月", number: number("550")),
          ]),
        .init(label: "第四季度", number: number("1,970")),
      ]))
}
