import CedianModel
import Testing

/// A site, a period, and the three sentences that its report begins with.
struct SummaryCase: Sendable, CustomTestStringConvertible {
  var name: String
  var period: String
  var site: ReportSite
  var zh: [String]
  var en: [String]

  var testDescription: String { name }
}

@Suite("Three sentences say what the numbers say")
struct SummaryTests {
  private static func goals(_ lines: String...) -> [Int: [String]] { [2026: lines] }
  private static let gmv =
    "{id: G1, 指标: gmv, 目标值: 900, 季度: {Q1: 180}, 月份: {1月: 50, 2月: 50, 3月: 80}}"
  private static let nothing = ("没有待决事项。", "Nothing waits for a decision.")
  /// a: sales, paid, leads; b: sales, paid.
  private static func gaps(_ count: Int) -> (String, String) {
    ("需要决定或督办：\(count)项数据没有填报。", "To decide or follow up: \(count) values are not reported.")
  }

  /// A closed month behind its goals, of which nothing is written.
  private static func unwritten(_ count: Int) -> (String, String) {
    (
      "需要决定或督办：复盘还没有写；\(count)项数据没有填报。",
      "To decide or follow up: the review is not written; \(count) values are not reported."
    )
  }

  static let cases: [SummaryCase] = [
    SummaryCase(
      name: "neither goals nor results", period: "2026-01", site: ReportSite(),
      zh: ["没有目标，也没有结果数据。", "本期没有目标。", nothing.0],
      en: [
        "There are neither goals nor results.", "There are no goals for this period.", nothing.1,
      ]),
    SummaryCase(
      // 60 ÷ 50
      name: "reached", period: "2026-01",
      site: ReportSite(rows: ["2026-01,all,gmv,60"], goals: goals(gmv)),
      zh: ["1项目标中1项达标；成交总额60.00元，完成目标的120.0%。", "没有落后的目标；余量最小的是成交总额，达成率120.0%。", gaps(5).0],
      en: [
        "Of 1 goal 1 reached; GMV ¥60.00, 120.0% of its goal.",
        "No goal is behind; the narrowest is GMV at 120.0%.", gaps(5).1,
      ]),
    SummaryCase(
      name: "reached, and one of which nothing is known", period: "2026-01",
      site: ReportSite(
        rows: ["2026-01,all,gmv,60"],
        goals: goals(gmv, "{id: G2, 指标: profit, 目标值: 90, 月份: {1月: 5}}")),
      zh: [
        "2项目标中1项达标、1项无数据；成交总额60.00元，完成目标的120.0%。",
        "能判断的目标都没有落后；余量最小的是成交总额，达成率120.0%。", gaps(5).0,
      ],
      en: [
        "Of 2 goals 1 reached, 1 no data; GMV ¥60.00, 120.0% of its goal.",
        "No goal that can be judged is behind; the narrowest is GMV at 120.0%.", gaps(5).1,
      ]),
    SummaryCase(
      // 10 + 25 = 35 of 50; a year before 30 + 20 = 50; a: −20
      name: "missed, and a channel that explains it", period: "2026-01",
      site: ReportSite(
        rows: [
          "2025-01,a,sales,30", "2025-01,b,sales,20", "2026-01,a,sales,10", "2026-01,b,sales,25",
        ], goals: goals("{id: G1, 指标: sales, 目标值: 900, 月份: {1月: 50}}")),
      zh: [
        "1项目标中1项未达标；销量35，完成目标的70.0%。",
        "落后最多的是销量，比目标少15，达成率70.0%；比上年同期减少15，变动最大的是渠道a，减少20。",
        unwritten(3).0,
      ],
      en: [
        "Of 1 goal 1 missed; Sales 35, 70.0% of its goal.",
        """
        Furthest behind is Sales, 15 short of its goal, attainment 70.0%; it is down 15 on the \
        year before, mostly 渠道a, down 20.
        """, unwritten(3).1,
      ]),
    SummaryCase(
      // 2 − 55 ÷ 50
      name: "too many of what should be few", period: "2026-01",
      site: ReportSite(
        rows: ["2026-01,all,complaints,55"],
        goals: goals("{id: G1, 指标: complaints, 目标值: 900, 月份: {1月: 50}}")),
      zh: ["1项目标中1项预警；投诉55，达成率90.0%。", "落后最多的是投诉，比目标多5，达成率90.0%。", unwritten(5).0],
      en: [
        "Of 1 goal 1 at risk; Complaints 55, attainment 90.0%.",
        "Furthest behind is Complaints, 5 above its goal, attainment 90.0%.", unwritten(5).1,
      ]),
    SummaryCase(
      // 31 January is the only day after the 30th.
      name: "under way, a day before the end", period: "2026-01",
      site: ReportSite(goals: goals(gmv), asOf: "2026-01-30"),
      zh: ["截至1月30日，没有结果数据；目标：成交总额50.00元。", "本期还有1天，结束后才能判断是否达标。", nothing.0],
      en: [
        "As of 30 Jan 2026, there are no results; goals: GMV ¥50.00.",
        "1 day is left; whether goals are reached is judged after it.", nothing.1,
      ]),
    SummaryCase(
      name: "ahead", period: "2026-02",
      site: ReportSite(goals: goals(gmv), asOf: "2026-01-30"),
      zh: ["还没有开始；没有结果数据；目标：成交总额50.00元。", "目标见下表。", nothing.0],
      en: [
        "Not begun yet; there are no results; goals: GMV ¥50.00.", "The goals are below.",
        nothing.1,
      ]),
    SummaryCase(
      // A goal of 0 has no size to be behind by; here another is behind.
      name: "a goal of 0, missed by little, beside one at 40 %", period: "2026-01",
      site: ReportSite(
        rows: ["2026-01,all,gmv,20", "2026-01,all,profit,-0.01"],
        goals: goals(gmv, "{id: G2, 指标: profit, 目标值: 0, 月份: {1月: 0}}")),
      zh: [
        "2项目标中2项未达标；成交总额20.00元，完成目标的40.0%。", "落后最多的是成交总额，比目标少30.00元，达成率40.0%。",
        unwritten(5).0,
      ],
      en: [
        "Of 2 goals 2 missed; GMV ¥20.00, 40.0% of its goal.",
        "Furthest behind is GMV, ¥30.00 short of its goal, attainment 40.0%.", unwritten(5).1,
      ]),
    SummaryCase(
      name: "a goal of 0, missed, beside one at risk", period: "2026-01",
      site: ReportSite(
        rows: ["2026-01,all,gmv,49", "2026-01,all,profit,-2"],
        goals: goals(gmv, "{id: G2, 指标: profit, 目标值: 0, 月份: {1月: 0}}")),
      zh: [
        "2项目标中1项预警、1项未达标；成交总额49.00元，完成目标的98.0%。", "落后最多的是利润，比目标少2.00元。",
        unwritten(5).0,
      ],
      en: [
        "Of 2 goals 1 at risk, 1 missed; GMV ¥49.00, 98.0% of its goal.",
        "Furthest behind is Profit, ¥2.00 short of its goal.", unwritten(5).1,
      ]),
    SummaryCase(
      name: "a goal below 0, just reached, beside one at 120 %", period: "2026-01",
      site: ReportSite(
        rows: ["2026-01,all,gmv,60", "2026-01,all,profit,-100"],
        goals: goals(gmv, "{id: G2, 指标: profit, 目标值: -100, 月份: {1月: -100}}")),
      zh: ["2项目标中2项达标；成交总额60.00元，完成目标的120.0%。", "没有落后的目标。", gaps(5).0],
      en: [
        "Of 2 goals 2 reached; GMV ¥60.00, 120.0% of its goal.", "No goal is behind.", gaps(5).1,
      ]
    ),
    SummaryCase(
      name: "a goal below 0, reached", period: "2026-01",
      site: ReportSite(
        rows: ["2026-01,all,profit,-50"],
        goals: goals("{id: G2, 指标: profit, 目标值: -100, 月份: {1月: -100}}")),
      zh: ["1项目标中1项达标；利润−50.00元。", "没有落后的目标。", gaps(5).0],
      en: ["Of 1 goal 1 reached; Profit −¥50.00.", "No goal is behind.", gaps(5).1]),
    SummaryCase(
      name: "a goal of 0, missed, beside one that is reached", period: "2026-01",
      site: ReportSite(
        rows: ["2026-01,all,gmv,60", "2026-01,all,profit,-2"],
        goals: goals(gmv, "{id: G2, 指标: profit, 目标值: 0, 月份: {1月: 0}}")),
      zh: [
        "2项目标中1项达标、1项未达标；成交总额60.00元，完成目标的120.0%。", "落后最多的是利润，比目标少2.00元。", unwritten(5).0,
      ],
      en: [
        "Of 2 goals 1 reached, 1 missed; GMV ¥60.00, 120.0% of its goal.",
        "Furthest behind is Profit, ¥2.00 short of its goal.", unwritten(5).1,
      ]),
    SummaryCase(
      // 50 + 20 = 70 of 50 + 50 = 100
      name: "an open quarter", period: "2026-Q1",
      site: ReportSite(
        rows: ["2026-01,all,gmv,50", "2026-02,all,gmv,20"], goals: goals(gmv), asOf: "2026-03-31"),
      zh: [
        "截至3月31日（2/3个月已结束），1项目标中1项未达标；成交总额70.00元，完成目标的70.0%（2/3个月）。",
        "落后最多的是成交总额，比目标少30.00元，达成率70.0%。", gaps(10).0,
      ],
      en: [
        """
        As of 31 Mar 2026 (2 of 3 months closed), of 1 goal 1 missed; GMV ¥70.00, 70.0% of its \
        goal (2 of 3 months).
        """, "Furthest behind is GMV, ¥30.00 short of its goal, attainment 70.0%.", gaps(10).1,
      ]),
    SummaryCase(
      // (60 − 50) ÷ 50
      name: "results without goals", period: "2026-01",
      site: ReportSite(rows: ["2025-01,all,gmv,50", "2026-01,all,gmv,60"]),
      zh: ["没有目标可比；成交总额60.00元，同比+20.0%。", "本期没有目标。", gaps(5).0],
      en: [
        "There is no goal to compare with; GMV ¥60.00, +20.0% on the year before.",
        "There are no goals for this period.", gaps(5).1,
      ]),
    SummaryCase(
      name: "a closed month of which nothing was reported", period: "2026-01",
      site: ReportSite(goals: goals(gmv)),
      zh: [
        "没有结果数据；目标：成交总额50.00元。", "没有填报可与目标相比的结果。", "需要决定或督办：5项数据没有填报。",
      ],
      en: [
        "There are no results; goals: GMV ¥50.00.",
        "No results have been reported that a goal could be judged by.",
        "To decide or follow up: 5 values are not reported.",
      ]),
    SummaryCase(
      // 150 − 120; T1 and T2 are late; four matters at most, so the gaps are only counted.
      name: "what waits, the weightiest first", period: "2026-01",
      site: ReportSite(
        rows: ["2026-01,all,spend,150"],
        files: [
          "plans/2026-01.md": """
          ---
          period: 2026-01
          预算: [{项目: x, 金额: 120}]
          工作安排:
            - {id: T1, 内容: x, 时间: 2026-01-01/2026-01-20, 谁: 甲}
            - {id: T2, 内容: y, 时间: 2026-01-01/2026-01-20, 谁: 乙}
            - {id: T3, 内容: z, 时间: 2026-01-01/2026-01-20, 谁: 丙, 进展: 已完成}
          ---

          """,
          "activities/2026/live.md":
            "---\nid: live\n主题: 直播\n时间: 2026-01-10/2026-01-12\n状态: 已完成\n---\n",
        ]),
      zh: [
        "没有目标可比；花费150.00元。", "本期没有目标。",
        "需要决定或督办：复盘还没有写；花费超出预算30.00元；2项工作逾期未完成（乙、甲）；1场活动结束后没有评估；另有1项。",
      ],
      en: [
        "There is no goal to compare with; Spend ¥150.00.", "There are no goals for this period.",
        """
        To decide or follow up: the review is not written; spending is ¥30.00 over the budget; \
        2 tasks are late (乙, 甲); 1 activity has no evaluation; and 1 more.
        """,
      ]),
    SummaryCase(
      name: "a problem without an answer", period: "2026-01",
      site: ReportSite(
        files: ["reviews/2026-01.md": "---\nperiod: 2026-01\n问题: [{id: P1, 内容: z}]\n---\n"]),
      zh: ["没有目标，也没有结果数据。", "本期没有目标。", "需要决定或督办：复盘的1个问题中1个没有调整措施。"],
      en: [
        "There are neither goals nor results.", "There are no goals for this period.",
        "To decide or follow up: the review's problem has no answer.",
      ]),
    SummaryCase(
      name: "one problem of two without an answer", period: "2026-01",
      site: ReportSite(
        files: [
          "reviews/2026-01.md": """
          ---
          period: 2026-01
          问题: [{id: P1, 内容: z}, {id: P2, 内容: y}]
          调整: [{针对: P2, 内容: 改}]
          ---

          """
        ]),
      zh: ["没有目标，也没有结果数据。", "本期没有目标。", "需要决定或督办：复盘的2个问题中1个没有调整措施。"],
      en: [
        "There are neither goals nor results.", "There are no goals for this period.",
        "To decide or follow up: 1 of the review's 2 problems has no answer.",
      ]),
    SummaryCase(
      name: "a channel missing from the only goal", period: "2026-01",
      site: ReportSite(
        rows: ["2026-01,a,sales,30"],
        goals: goals("{id: G1, 指标: sales, 目标值: 900, 月份: {1月: 50}}")),
      zh: ["数据不全，不与目标相比；销量30（缺渠道b）。", "没有填报可与目标相比的结果。", gaps(4).0],
      en: [
        "Not all is reported, so no goal is judged; Sales 30 (without 渠道b).",
        "No results have been reported that a goal could be judged by.", gaps(4).1,
      ]),
    SummaryCase(
      name: "and from the first goal, which is not passed over", period: "2026-01",
      site: ReportSite(
        rows: ["2026-01,a,sales,30", "2026-01,all,gmv,60"],
        goals: goals("{id: G1, 指标: sales, 目标值: 900, 月份: {1月: 50}}", gmv)),
      zh: [
        "2项目标中1项达标、1项不可比；销量30（缺渠道b）。", "能判断的目标都没有落后；余量最小的是成交总额，达成率120.0%。",
        gaps(4).0,
      ],
      en: [
        "Of 2 goals 1 reached, 1 not comparable; Sales 30 (without 渠道b).",
        "No goal that can be judged is behind; the narrowest is GMV at 120.0%.", gaps(4).1,
      ]),
    SummaryCase(
      // 50 ÷ 20 = 2.5 of 3; a: 10 ÷ 10, b: 40 ÷ 10
      name: "a rate, and the channel whose own is lowest", period: "2026-01",
      site: ReportSite(
        rows: ["2026-01,a,gmv,10", "2026-01,a,spend,10", "2026-01,b,gmv,40", "2026-01,b,spend,10"],
        goals: goals("{id: G1, 指标: roas, 目标值: 3, 月份: {1月: 3}}")),
      zh: [
        "1项目标中1项预警；投产比2.50，完成目标的83.3%。",
        "落后最多的是投产比，比目标低0.50，达成率83.3%；各渠道中最低的是渠道a，1.00。", unwritten(5).0,
      ],
      en: [
        "Of 1 goal 1 at risk; ROAS 2.50, 83.3% of its goal.",
        """
        Furthest behind is ROAS, 0.50 short of its goal, attainment 83.3%; the lowest of the \
        channels is 渠道a at 1.00.
        """, unwritten(5).1,
      ]),
    SummaryCase(
      // 2999 ÷ 1000 of 3: 0.001 short, and not 0.00
      name: "a miss too small for two decimals", period: "2026-01",
      site: ReportSite(
        rows: ["2026-01,all,gmv,2999", "2026-01,all,spend,1000"],
        goals: goals("{id: G1, 指标: roas, 目标值: 3, 月份: {1月: 3}}")),
      zh: ["1项目标中1项预警；投产比3.00，完成目标的99.9%。", "落后最多的是投产比，比目标低0.001，达成率99.9%。", unwritten(5).0],
      en: [
        "Of 1 goal 1 at risk; ROAS 3.00, 99.9% of its goal.",
        "Furthest behind is ROAS, 0.001 short of its goal, attainment 99.9%.", unwritten(5).1,
      ]),
    SummaryCase(
      // 400 ÷ 900; a year has no review of its own to wait for.
      // Twelve months of what a (3) and b (2) owe
      name: "a year behind, of which no problem is recorded", period: "2026",
      site: ReportSite(
        rows: ["2026,all,gmv,400"], goals: goals("{id: G1, 指标: gmv, 目标值: 900}")),
      zh: [
        "1项目标中1项未达标；成交总额400.00元，完成目标的44.4%。", "落后最多的是成交总额，比目标少500.00元，达成率44.4%。",
        "需要决定或督办：1项目标没有达到，还没有记为问题；60项数据没有填报。",
      ],
      en: [
        "Of 1 goal 1 missed; GMV ¥400.00, 44.4% of its goal.",
        "Furthest behind is GMV, ¥500.00 short of its goal, attainment 44.4%.",
        """
        To decide or follow up: 1 goal is not reached and no problem is recorded; 60 values are \
        not reported.
        """,
      ]),
  ]

  @Test("each situation in both languages", arguments: cases)
  func says(summaryCase: SummaryCase) throws {
    let source = try summaryCase.site.source()
    let report = source.report(try #require(Period(summaryCase.period)))
    let sentences = source.summary(report).sentences
    #expect(sentences.map(\.zh) == summaryCase.zh)
    #expect(sentences.map(\.en) == summaryCase.en)
  }
}
