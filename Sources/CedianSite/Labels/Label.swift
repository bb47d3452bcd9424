import CedianModel

/// The words of templates and views in every language: a template writes
/// `{{label.budget}}`. The raw value is the name that templates use.
enum Label: String, Sendable, Hashable, CaseIterable {
  case skip, menu, sections, contents, onThisPage, breadcrumb, neighbours, previous, next, home,
    siteMap
  case notFound, notFoundAdvice, all, showAll, words, noneMatch, yes, no, policy, channels, goals
  case plans, activities, evaluations, reviews, departments, otherPages, channel, goal, plan
  case activity, review, department, task, duty, problem, adjustment, metric, clause, rule, risk
  case item, sixFields, theme, time, audience, format, expectedEffect, missing, supports, insight
  case occasion, approval, approvedBy, approvedOn, division, risks, likelihood, impact, response
  case complianceChecks, incidents, what, handled, schedule, planned, actual, warmUp
  case differsFromPlan, timelineKey, baseline, target, attainment, goalAgainstResult, reached
  case atRisk, missed, noData, budget, amount, share, total, unitYuan, unitDays, unitHours
  case unitMinutes, unitSeconds, unitScore, unitPercentagePoint, activityUnit, clauseUnit
  case problemUnit, owner, who, when, by, due, date, state, progress, expect, origin, note, name
  case id, why, role, roles, headcount, month, months, quarter, updated, asOf, severity, focus
  case tasks, channelPlan, staffing, basis, strategy, market, competitors, alignment
  case targetOfPeriod, wholeYear, quarterTarget, smartSpecific, smartMeasurable, smartAchievable
  case smartRelevant, smartTimeBound, duties, accounts, platform, consent, metrics, definition
  case polarity, higherIsBetter, lowerIsBetter, aggregatesBySum, aggregatesByLast
  case neverAggregates, calendarThisQuarter, tasksThisMonth, allActivities, conclusion, lessons
  case problemsAndAnswers, cause, version, inForce, proposal, proposalNotice, rulesOfChapter
  case requirement, compliance, compliant, openTasks, channelDuties, activityDuties, adjustments
  case documentsOwned, activitiesThisMonth, noActivitiesThisMonth, attention, nothingLate
  case findings, nothingFound, goalsThisMonth, planThisMonth, latestReview, late, awaitsApproval
  case awaitsEvaluation
  case overviews, rules, compliancePages, responsibilityMatrix, approvalLedger, riskMatrix
  case channelActivityMatrix, goalActivityMap, decompositionTree, closedLoop, coverageGrid
  case responsibilityQuestion, approvalQuestion, riskQuestion, channelActivityQuestion
  case goalActivityQuestion, decompositionQuestion, closedLoopQuestion, coverageQuestion
  case complianceRate, checksUnit, clausesKept, allKept, notKept, openFindings, overdue
  case nothingOverdue, longest, itemUnit, clauseByKind, matrixNote, otherFiles, byDepartment
  case byOwner, noOwner, byMonth, monthNote, documents, withFindings, earlier, later, errors
  case warnings, notes, allFindings, structureChecks, howToMend, otherPagesOfList, unboundClauses
  case unboundClausesNote, unboundRules, nothingUnbound, nothingExamined, allDocuments, looksAt
  case boundRules, structuralRules, structuralNote, parameter, meaning, standard, inForceNow
  case onlyLate, failsAs, passesAs, level, inCharge, clauses, obligations, onlyNewest, dutyByDuty
  case kind, starts, leadTime, startedUnapproved, undated, unratedRisks, riskRegister
  case riskNote, ofAll, onChannel, channelCount, promised, ofTarget, noActivity, withoutGoal
  case period, partsTogether, difference, partsAgree, placesDisagree, agrees, withinRounding
  case lacks, sharesSummary, outcome, unanswered, unplanned, underWay, carriedOut, droppedOutcome
  case isThere, isLacking, notYetDue, resultTables, coverageNote, waitingEvaluation, endedOn
  case daysSince
  case daysOverdue, noMonth, notRecorded, complianceSection, document
  case reports, metricIndex, activityCalendar, unitCount, unitRatio, noChannel
  case keyMetrics, otherMetrics, variance, previousChange, yearChange, trendOfYear, comparable
  case metricsNote, pointNote, byPart, wholePeriod, varianceByChannel, activityTimes, monthCalendar
  case channelScorecards, ranking, result, spent, evaluation, execution, taskState, ownersOfTasks
  case budgetAndSpend, outcomeOfProblems, problemsAndAdjustments, nextTasks, competition
  case reviewCoverage, missingReviews, nextBaseline, policyChecks, dataSources, dataSource,
    notReported
  case reasonGiven, through, dataReported, reviewConclusion, actualTimes, goalOfPeriod
  case unit, usedBy, reportedBy, formula, history, latestValues, dataFor, decompositionCheck
  case spendByChannel, allChannels, noFindings, recentChanges, changeHistory, planChanges
  case betterMark, worseMark, incomparable, latestReports

  /// By the names that templates write.
  static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })
}
