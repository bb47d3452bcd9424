/// `budget-allocation` within an annual plan: the channels' shares, and what
/// names no channel.
enum BudgetShares {
  static func check(
    _ plan: Plan, _ budget: Budget, _ ceiling: Severity, _ context: RuleContext
  ) -> [Diagnostic] {
    let total = budget.total
    guard total > 0 else { return [] }
    var found: [Diagnostic] = []
    var byChannel: [Int: Decimal] = [:]
    var rest: Decimal = 0
    for item in budget.items {
      if let index = item.channel.flatMap({ context.directory.channels[$0.value] }) {
        byChannel[index, default: 0] += item.amount.value.value
      } else {
        rest += item.amount.value.value
      }
    }
    guard !byChannel.isEmpty else { return [] }
    for choice in plan.channelPlan {
      guard let share = choice.share, let index = context.directory.channels[choice.channel.value]
      else { continue }
      let planned = (byChannel[index] ?? 0) / total
      let allowed = share.unit == .percent ? share.tolerance / 100 : share.tolerance
      guard abs(planned - share.fraction) > allowed else { continue }
      let name = context.handbook.channels[index].info.title
      // With as many decimals as are written, so that the two never read alike.
      let places = max(1, -share.lastDigit - (share.unit == .percent ? 0 : 2))
      func percent(_ fraction: Decimal) -> String {
        NumberFormat.decimal(fraction, places: places, shift: -2) + "%"
      }
      found.append(
        context.finding(
          BudgetAllocation.id, at: choice.channel.range, in: plan.info.path,
          LocalizedText(
            zh: """
              渠道「\(name)」写的占比是 \(percent(share.fraction))，预算分项里占 \(percent(planned))
              """,
            en: """
              channel '\(name)' is to have \(percent(share.fraction)), its budget items are \
              \(percent(planned))
              """), atMost: ceiling,
          notes: context.note(
            plan.info.presence(of: .budget)?.keyRange, plan.info.path, zh: "预算分项",
            en: "the budget"),
          fix: Diagnostic.Fix(
            message: LocalizedText(zh: "改正占比或预算分项", en: "correct the share or the items"))))
    }
    let limit = context.parameters.share(BudgetAllocation.contingency)
    if rest / total > limit {
      found.append(
        context.finding(
          BudgetAllocation.id, at: plan.info.presence(of: .budget)?.keyRange ?? budget.range.head,
          in: plan.info.path,
          LocalizedText(
            zh: """
              没有指定渠道的预算占 \(NumberFormat.percent(fraction: rest / total))，上限是 \
              \(NumberFormat.percent(fraction: limit))
              """,
            en: """
              \(NumberFormat.percent(fraction: rest / total)) of the budget names no channel, \
              the limit is \(NumberFormat.percent(fraction: limit))
              """), atMost: ceiling,
          fix: Diagnostic.Fix(
            message: LocalizedText(
              zh: "把多出的部分分到渠道，或在绑定里调高 contingency",
              en: "give it to channels, or raise 'contingency' in the binding"))))
    }
    return found
  }
}
