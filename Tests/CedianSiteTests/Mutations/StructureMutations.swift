private let live = "content/activities/2026/2026-10-autumn-live.md"
private let site = "content/site.yml"
private let policy = "content/policy/02-goals-and-planning.md"
private let results = "content/results/2026/2026-10.csv"

extension Mutation {
  static let structure: [Mutation] = [
    Mutation(
      "not-utf8", "content/pages/contacts.md", .bytes([0xB0, 0xA1]),
      "not-utf8 content/pages/contacts.md:"),
    Mutation(
      "no-front-matter", "content/plans/2027.md", .write("# 计划\n"),
      "no-front-matter content/plans/2027.md:# 计划"),
    Mutation(
      "misnamed-file", "content/plans/2027.markdown", .write("# 计划\n"),
      "misnamed-file content/plans/2027.markdown:# 计划"),
    Mutation(
      "merge-conflict", live, .append("<<<<<<< a\n=======\n>>>>>>> b\n"),
      "merge-conflict \(live):<<<<<<< a"),
    Mutation(
      "front-matter-syntax", live, .replace("主题: 秋天", with: "主题: @秋天"),
      "front-matter-syntax \(live):主题: @秋天"),
    Mutation(
      "full-width-colon", live, .replace("支撑目标: G1", with: "支撑目标：G1"),
      "full-width-colon \(live):支撑目标：G1"),
    Mutation(
      "tab-indent", live, .replace("  - 日期: 2026-10-12", with: "\t- 日期: 2026-10-12"),
      "tab-indent \(live):\t- 日期: 2026-10-12"),
    Mutation(
      "duplicate-key", live, .replace("支撑目标: G1", with: "支撑目标: G1\n支撑目标: G2"),
      "duplicate-key \(live):支撑目标: G2"),
    Mutation(
      "alias-refused", live, .replace("支撑目标: G1", with: "支撑目标: &a G1"),
      "alias-refused \(live):支撑目标: &a G1"),
    Mutation(
      "hash-comment", live, .replace("主题: 秋天", with: "主题: #秋天"),
      "hash-comment \(live):主题: #秋天的第一泡，由喝过的人选出来"),
    Mutation(
      "unknown-key", live, .replace("节日热点: ", with: "节日: "), "unknown-key \(live):节日: 寒露，秋茶上市"),
    Mutation(
      "both-languages", live, .replace("支撑目标: G1", with: "支撑目标: G1\nsupports: G1"),
      "both-languages \(live):supports: G1"),
    Mutation(
      "wrong-type", live, .replace("渠道: [social, ecommerce]", with: "渠道: social、ecommerce"),
      "wrong-type \(live):渠道: social、ecommerce"),
    Mutation(
      "bad-time", live, .replace("时间: 2026-10-12/2026-10-18", with: "时间: 10.12-10.18"),
      "bad-time \(live):时间: 10.12-10.18"),
    Mutation(
      "bad-number", live, .replace("金额: 1.2万", with: "金额: 十几万"),
      "bad-number \(live):{项目: 直播间搭建与达人连线, 渠道: "),
    Mutation(
      "not-measurable", live, .replace("目标值: 55万, 期限: 2026-10-18}", with: "期限: 2026-10-18}"),
      "not-measurable \(live):{指标: 成交总额, 期限: 2026-1"),
    Mutation(
      "unwritten", "content/reviews/2026-10.md",
      .replace("内容: 成交341.79万元，", with: "内容: 待填写\n    备注: 成交341.79万元，"),
      "unwritten content/reviews/2026-10.md:内容: 待填写",
      "unknown-key content/reviews/2026-10.md:备注: 成交341.79万元，达成79.5%，前十个月累计由盈转亏77.84万元"),
    Mutation(
      "bad-result-row", results, .append("2026-13,all,,uv,1,,\n"),
      "bad-result-row \(results):2026-13,all,,uv,1,,"),
    Mutation(
      "duplicate-result", results, .append("2026-10,all,,uv,1,,\n"),
      "duplicate-result \(results):2026-10,all,,uv,1,,"),
    Mutation(
      "duplicate-id", "content/pages/more.md", .write("---\nid: contacts\n---\n"),
      "duplicate-id content/pages/more.md:id: contacts"),
    Mutation("missing-settings", site, .removeFile, "missing-settings \(site):"),
    Mutation(
      "unit-mismatch", live, .replace("目标值: 55万, 期限", with: "目标值: 55%, 期限"),
      "unit-mismatch \(live):{指标: 成交总额, 目标值: 55%,"),
    Mutation(
      "unknown-reference", live, .replace("支撑目标: G1", with: "支撑目标: G9"),
      "unknown-reference \(live):支撑目标: G9"),
    Mutation(
      "unknown-clause", policy, .replace("clause: \"2.5\"", with: "clause: \"2.99\""),
      "unknown-clause \(policy):clause: \"2.99\""),
    Mutation(
      "unknown-rule", policy, .replace("rule: plan-parent", with: "rule: plan-parents"),
      "unknown-rule \(policy):rule: plan-parents"),
    Mutation(
      "bad-parameter", policy, .replace("within_days: 31", with: "within_days: 一个月"),
      "bad-parameter \(policy):parameters: {within_days:"),
    Mutation(
      "broken-link", live, .append("\n见[计划](../../plans/2026-13.md)。\n"),
      "broken-link \(live):见[计划](../../plans/2026-13."),
    Mutation(
      "broken-anchor", live, .append("\n见[计划](../../plans/2026-11.md#没有)。\n"),
      "broken-anchor \(live):见[计划](../../plans/2026-11."),
    Mutation(
      "permalink-clash", "content/pages/more.md", .write("---\nid: Contacts\n---\n"),
      "permalink-clash content/pages/more.md:id: Contacts"),
    Mutation(
      "raw-html", live, .append("\n<b>重要</b>\n"), "raw-html \(live):<b>重要</b>",
      "raw-html \(live):<b>重要</b>"),
    Mutation(
      "unsafe-url", live, .append("\n[点](javascript:a)\n"), "unsafe-url \(live):[点](javascript:a)"),
    Mutation(
      "undefined-footnote", live, .append("\n见说明[^9]。\n"), "undefined-footnote \(live):见说明[^9]。"),
    Mutation(
      "unknown-callout", live, .append("\n> [!WARN]\n> 小心。\n"), "unknown-callout \(live):> [!WARN]"),
  ]
}
