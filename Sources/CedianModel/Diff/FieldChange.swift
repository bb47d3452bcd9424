/// One field before and after.
public struct FieldChange: Sendable {
  /// The field's label, and those of the records it lies in.
  public var labels: [LocalizedText]
  /// The canonical keys along the way; records by what they are known by.
  public var keys: [String]
  public var before: FieldValue?
  public var after: FieldValue?
  public var detail: Detail
  public var importance: Importance
  /// For a result with a metric that says which way is better.
  public var isFavourable: Bool?

  /// What people want to know of it beyond before and after.
  public enum Detail: Sendable, Hashable {
    case none
    case text(TextDiff)
    /// In the unit of both; the fraction of `|before|`, nil where that is 0.
    case number(difference: Decimal, fraction: Decimal?)
    /// Days by which start and end moved.
    case time(start: Int, end: Int, days: Int, daysBefore: Int)
    /// `moved` stands in both, at another place among what both have.
    case list(added: [FieldValue], removed: [FieldValue], moved: [FieldValue])
  }

  /// What matters most comes first.
  public enum Importance: Int, Sendable, Hashable, Comparable, CaseIterable {
    case approval, time, budget, goal, rule, other, wording

    public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }

    public var label: LocalizedText {
      switch self {
      case .approval: LocalizedText(zh: "审批与状态", en: "approval and state")
      case .time: LocalizedText(zh: "时间", en: "time")
      case .budget: LocalizedText(zh: "预算", en: "budget")
      case .goal: LocalizedText(zh: "目标", en: "goals")
      case .rule: LocalizedText(zh: "规则", en: "rules")
      case .other: LocalizedText(zh: "其他字段", en: "other fields")
      case .wording: LocalizedText(zh: "文字", en: "wording")
      }
    }

    static func of(_ key: String) -> Importance {
      switch Key(rawValue: key) {
      case .approval, .status, .state: .approval
      case .time, .actualTime, .when, .period, .due, .by, .on, .effective: .time
      case .budget, .amount, .share: .budget
      case .goal, .goals, .target, .expectedEffect, .baseline, .actual, .results, .quarters,
        .months:
        .goal
      case .rules: .rule
      case .title, .theme, .conclusion, .lessons, .insight, .occasion, .note, .focus, .basis,
        .alignment, .what, .cause, .why:
        .wording
      default: .other
      }
    }
  }
}

/// What changed from one list of fields to another.
func fieldChanges(
  from old: [FieldEntry], to new: [FieldEntry], under labels: [LocalizedText] = [],
  keys: [String] = [], importance: FieldChange.Importance? = nil
) -> [FieldChange] {
  var changes: [FieldChange] = []
  func compare(_ key: String, _ label: LocalizedText, _ a: FieldValue?, _ b: FieldValue?) {
    changes += valueChanges(
      from: a, to: b, labels: labels + [label], keys: keys + [key],
      importance: min(importance ?? .wording, .of(key)))
  }
  for entry in new {
    compare(entry.key, entry.label, old.first { $0.key == entry.key }?.value, entry.value)
  }
  for entry in old where !new.contains(where: { $0.key == entry.key }) {
    compare(entry.key, entry.label, entry.value, nil)
  }
  return changes
}

private func valueChanges(
  from old: FieldValue?, to new: FieldValue?, labels: [LocalizedText], keys: [String],
  importance: FieldChange.Importance
) -> [FieldChange] {
  guard old != new else { return [] }
  func change(_ detail: FieldChange.Detail) -> [FieldChange] {
    [
      FieldChange(
        labels: labels, keys: keys, before: old, after: new, detail: detail,
        importance: importance)
    ]
  }
  switch (old, new) {
  case (.record(let a)?, .record(let b)?):
    return fieldChanges(from: a, to: b, under: labels, keys: keys, importance: importance)
  case (.records(let a)?, .records(let b)?):
    return recordChanges(from: a, to: b, labels: labels, keys: keys, importance: importance)
  case (.text(let a)?, .text(let b)?): return change(.text(TextDiff(from: a, to: b)))
  case (.quantity(let a)?, .quantity(let b)?):
    let difference = b.value - a.value
    if a.unit != b.unit {
      // `120万` and `120万元`: the metric says what is counted.
      let isMoney = [a.unit, b.unit].allSatisfy { $0 == .none || $0 == .yuan }
      guard isMoney else { return change(.none) }
      if difference == 0 { return [] }
    }
    return change(.number(difference: difference, fraction: quotient(difference, abs(a.value))))
  case (.time(let a)?, .time(let b)?):
    return change(
      .time(
        start: b.start.ordinal - a.start.ordinal, end: b.end.ordinal - a.end.ordinal,
        days: b.dayCount, daysBefore: a.dayCount))
  case (.list(let a)?, .list(let b)?):
    let (removed, keptThen) = split(a, by: b)
    let (added, keptNow) = split(b, by: a)
    return change(
      .list(added: added, removed: removed, moved: movedItems(from: keptThen, to: keptNow)))
  default: return change(.none)
  }
}

/// The items that `others` have not, or not as often, and those that they have.
private func split<Item: Hashable>(_ items: [Item], by others: [Item]) -> ([Item], [Item]) {
  var left = Dictionary(others.map { ($0, 1) }, uniquingKeysWith: +)
  var parts: ([Item], [Item]) = ([], [])
  for item in items {
    if let count = left[item], count > 0 {
      left[item] = count - 1
      parts.1.append(item)
    } else {
      parts.0.append(item)
    }
  }
  return parts
}

/// What must be taken out and put in again to make the one order of the other.
func movedItems<Item: Hashable>(from old: [Item], to new: [Item]) -> [Item] {
  sequenceDiff(old, new).flatMap { kind, run in kind == .added ? run : [] }
}

/// Records by what they are known by; one that lost its name and one that came
/// with half of its fields are the same one, renamed.
private func recordChanges(
  from old: [FieldRecord], to new: [FieldRecord], labels: [LocalizedText], keys: [String],
  importance: FieldChange.Importance
) -> [FieldChange] {
  var changes: [FieldChange] = []
  func compare(_ a: FieldRecord?, _ b: FieldRecord?) {
    let name = b?.identity ?? a?.identity ?? ""
    // One line of words is known by nothing.
    let own = name.isEmpty ? labels : labels + [LocalizedText(zh: name, en: name)]
    let key = name.isEmpty ? keys : keys + [name]
    if let a, let b {
      changes += fieldChanges(
        from: a.entries, to: b.entries, under: own, keys: key, importance: importance)
    } else {
      changes.append(
        FieldChange(
          labels: own, keys: key, before: a.map { .record($0.entries) },
          after: b.map { .record($0.entries) }, detail: .none, importance: importance))
    }
  }
  var left = old
  var unmatched: [FieldRecord] = []
  for record in new {
    if let index = left.firstIndex(where: { $0.identity == record.identity }) {
      compare(left.remove(at: index), record)
    } else {
      unmatched.append(record)
    }
  }
  for record in unmatched {
    let twin = left.firstIndex { candidate in
      let shared = record.entries.count { candidate.entries.contains($0) }
      return shared > 0 && shared * 2 >= max(record.entries.count, candidate.entries.count)
    }
    compare(twin.map { left.remove(at: $0) }, record)
  }
  for record in left { compare(record, nil) }
  // Among what both have, some may stand in another order.
  let (_, then) = split(old.map(\.identity), by: new.map(\.identity))
  let (_, now) = split(new.map(\.identity), by: old.map(\.identity))
  if then != now {
    changes.append(
      FieldChange(
        labels: labels, keys: keys, before: .records(old), after: .records(new),
        detail: .list(
          added: [], removed: [], moved: movedItems(from: then, to: now).map { .text($0) }),
        importance: .wording))
  }
  return changes
}
