extension Decoder {
  mutating func activity(_ record: Record, _ info: DocumentInfo) -> Activity {
    Activity(
      info: info,
      theme: field(record, .theme, Self.text),
      goals: field(record, .goal, Self.targets),
      time: field(record, .time, Self.span),
      audience: field(record, .audience, Self.texts),
      format: field(record, .format, Self.texts),
      expectedEffect: field(record, .expectedEffect, Self.expectedEffect),
      channels: references(record, .channels),
      promotion: promotions(record),
      budget: budget(record),
      duties: duties(record),
      risks: risks(record),
      approval: approval(record),
      status: field(record, .status, ActivityStatus.read),
      supports: references(record, .supports),
      insight: value(record, .insight, Self.text),
      occasion: value(record, .occasion, Self.text),
      compliance: compliance(record),
      actualTime: value(record, .actualTime, Self.span),
      incidents: incidents(record))
  }

  private mutating func promotions(_ record: Record) -> [Promotion] {
    guard let node = record.content(of: .promotion) else { return [] }
    let label = record.schema.field(.promotion)
    let items: [Node]
    switch node.content {
    case .sequence(let nodes): items = nodes
    case .scalar, .mapping: items = [node]
    }
    var promotions: [Promotion] = []
    promotions.reserveCapacity(items.count)
    for item in items {
      if case .scalar = item.content {
        promotions += (Self.reference(&self, item, label) ?? []).map { Promotion(channel: $0) }
        continue
      }
      guard let nested = self.record(item, as: .promotion),
        let channel = needed(nested, .channel, Self.text)
      else { continue }
      promotions.append(
        Promotion(
          channel: channel, phase: value(nested, .phase, Promotion.Phase.read),
          time: value(nested, .time, Self.span)))
    }
    return promotions
  }

  mutating func budget(_ record: Record) -> Budget? {
    guard let node = record.content(of: .budget) else { return nil }
    if case .scalar = node.content {
      guard let amount = located(record, .budget, Self.money) else {
        return Budget(items: [], isUnreadable: true, range: node.range)
      }
      return Budget(items: [Budget.Item(amount: amount)], range: node.range)
    }
    var stated: Located<Quantity>?
    var isUnreadable = false
    let items = records(record, .budget, as: .budgetItem).compactMap { item -> Budget.Item? in
      if item[.amount] == nil, holdsField(item, .channel) {
        isUnreadable = true
        return nil
      }
      guard let amount = needed(item, .amount, Self.money) else {
        isUnreadable = isUnreadable || item.entries.contains { !$0.value.isEmpty }
        return nil
      }
      let name = value(item, .item, Self.text)
      if let name, Budget.isNameOfTotal(name) {
        stated = amount
        return nil
      }
      return Budget.Item(
        item: name, channel: located(item, .channel, Self.text), amount: amount)
    }
    return Budget(items: items, stated: stated, isUnreadable: isUnreadable, range: node.range)
  }

  /// Says where another field hides in a value, its colon forgotten.
  private mutating func holdsField(_ record: Record, _ key: Key) -> Bool {
    guard let node = record.content(of: key), case .scalar(let text, .plain) = node.content,
      let finding = WrongType.fieldInValue(
        text, of: record.label(key), in: record.schema, at: node.range, path: path)
    else { return false }
    report(finding)
    return true
  }

  mutating func duties(_ record: Record) -> [Duty] {
    records(record, .duties, as: .duty).map { duty in
      let who = located(duty, .who, Self.text)
      let task = value(duty, .task, Self.text)
      let by = value(duty, .by, Self.deadline)
      return Duty(
        who: who, task: task ?? "", by: by,
        unreadable: unread(
          duty, who == nil ? .who : nil, task == nil ? .task : nil, by == nil ? .by : nil),
        range: duty.range)
    }
  }

  private mutating func risks(_ record: Record) -> [Risk] {
    guard let node = record.content(of: .risks) else { return [] }
    if case .scalar(let text, _) = node.content {
      return [Risk(risk: text, isWords: true, range: node.range)]
    }
    return records(record, .risks, as: .risk).map { risk in
      let likelihood = value(risk, .likelihood, Level.read)
      let impact = value(risk, .impact, Level.read)
      let name = value(risk, .risk, Self.text)
      let response = value(risk, .response, Self.text)
      return Risk(
        risk: name ?? "", likelihood: likelihood, impact: impact, response: response,
        unreadable: unread(
          risk, likelihood == nil ? .likelihood : nil, impact == nil ? .impact : nil,
          name == nil ? .risk : nil, response == nil ? .response : nil),
        range: risk.range)
    }
  }

  mutating func approval(_ record: Record) -> Approval? {
    guard let node = record.content(of: .approval) else { return nil }
    if case .scalar = node.content {
      let status = located(record, .approval, Approval.Status.read)
      return Approval(
        status: status, unreadable: status == nil ? [.status] : [], range: node.range)
    }
    guard let nested = self.record(node, as: .approval) else { return nil }
    let on = located(nested, .on, Self.day)
    let status = located(nested, .status, Approval.Status.read)
    let by = located(nested, .by, Self.text)
    return Approval(
      status: status, by: by, on: on,
      unreadable: unread(
        nested, status == nil ? .status : nil, by == nil ? .by : nil, on == nil ? .on : nil),
      range: node.range)
  }

  private mutating func compliance(_ record: Record) -> [ComplianceItem] {
    records(record, .compliance, as: .compliance).map { item in
      let on = value(item, .on, Self.day)
      let name = value(item, .item, Self.text)
      let by = located(item, .by, Self.text)
      return ComplianceItem(
        item: name ?? "", by: by, on: on,
        unreadable: unread(
          item, name == nil ? .item : nil, by == nil ? .by : nil, on == nil ? .on : nil),
        range: item.range)
    }
  }

  private mutating func incidents(_ record: Record) -> [Incident] {
    records(record, .incidents, as: .incident).map { incident in
      Incident(
        on: value(incident, .on, Self.day), what: value(incident, .what, Self.text) ?? "",
        handled: value(incident, .handled, Self.text))
    }
  }
}
