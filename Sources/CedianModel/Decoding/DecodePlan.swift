extension Decoder {
  mutating func plan(_ record: Record, _ info: DocumentInfo) -> Plan {
    Plan(
      info: info, period: period(record, info), focus: value(record, .focus, Self.texts) ?? [],
      basis: basis(record), alignment: value(record, .alignment, Self.text),
      channelPlan: records(record, .channelPlan, as: .channelPlan).compactMap { choice in
        needed(choice, .channel, Self.text).map { channel in
          ChannelPlan(
            channel: channel, why: value(choice, .why, Self.text),
            share: value(choice, .share, Self.quantity))
        }
      },
      activities: references(record, .activities), budget: budget(record),
      staffing: records(record, .staffing, as: .staffing).map { item in
        Staffing(
          who: located(item, .who, Self.text), role: value(item, .role, Self.text),
          headcount: value(item, .headcount, Self.quantity))
      },
      tasks: tasks(record), approval: approval(record))
  }

  /// `period:`, or what the id says: `2026-11` needs no second mention. Without
  /// either no rule would look at the document, so that is an error.
  mutating func period(_ record: Record, _ info: DocumentInfo) -> Field<Period> {
    let written = field(record, .period, Self.period)
    switch written.state {
    case .present, .invalid: return written
    case .missing:
      if let period = Period(info.id.value) {
        return Field(.present(period), key: info.id.range, range: info.id.range)
      }
      if info.hasReadableFrontMatter {
        report(BadTime.noPeriod(info, record.label(.period), at: info.closing))
      }
    case .empty:
      report(BadTime.noPeriod(info, record.label(.period), at: written.key ?? info.closing))
    }
    return written
  }

  mutating func basis(_ record: Record) -> Basis? {
    guard let node = record.content(of: .basis),
      let nested = self.record(node, as: .basis)
    else { return nil }
    return Basis(
      strategy: joined(nested, .strategy), market: joined(nested, .market),
      competitors: joined(nested, .competitors))
  }

  private mutating func joined(_ record: Record, _ key: Key) -> String? {
    value(record, key, Self.texts)?.joined(separator: "；")
  }

  private mutating func tasks(_ record: Record) -> [PlanTask] {
    records(record, .tasks, as: .task).map { task in
      let what = value(task, .what, Self.text)
      let who = located(task, .who, Self.text)
      let expect = value(task, .expect, Self.text)
      return PlanTask(
        id: located(task, .id, Self.text), what: what ?? "",
        when: field(task, .when, Self.span), who: who, expect: expect,
        from: references(task, .from), state: value(task, .state, PlanTask.State.read),
        note: value(task, .note, Self.text),
        unreadable: unread(
          task, what == nil ? .what : nil, who == nil ? .who : nil,
          expect == nil ? .expect : nil),
        range: task.range)
    }
  }
}
