/// The canonical name of every key that front matter and the configuration
/// files know. A file may write the English name or an accepted Chinese one.
public enum Key: String, Sendable, Hashable, CaseIterable {
  // Every document
  case kind, id, title, owner, tags, updated, draft
  // Activities
  case theme, goal, time, audience, format
  case expectedEffect = "expected_effect"
  case channels, promotion, budget, duties, risks, approval, status, supports
  case insight, occasion, compliance
  case actualTime = "actual_time"
  case incidents
  // Plans and goals
  case period, basis, alignment, activities, staffing, tasks, focus, goals
  case channelPlan = "channel_plan"
  // Evaluations and reviews
  case activity, results, conclusion, lessons, problems, adjustments
  // Channels
  case metrics, accounts, stores, consent
  // Policy chapters
  case chapter, version, effective, rules
  // Nested records
  case metric, target, baseline, by, channel, phase, item, amount, who, task
  case risk, likelihood, impact, response, on, what, handled, why, share, role
  case headcount, when, expect, from, state, strategy, market, competitors
  case quarters, months, due, actual, note, cause, severity
  case `for`
  case `in`
  case platform, name, clause, rule, fields, parameters
  // site.yml and metrics.yml
  case organisation, language, departments, roles, thresholds, reached
  case history
  case timeZone = "time_zone"
  case fiscalYearStart = "fiscal_year_start"
  case asOf = "as_of"
  case atRisk = "at_risk"
  case unit, polarity, aggregation, numerator, denominator, aliases, zh, en
}
