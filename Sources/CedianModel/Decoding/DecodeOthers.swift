extension Decoder {
  mutating func channel(_ record: Record, _ info: DocumentInfo) -> Channel {
    let status = value(record, .status, Self.text)
    return Channel(
      info: info, duties: duties(record), aliases: names(record, .aliases),
      isActive: status != "停用" && status != "inactive",
      metrics: references(record, .metrics),
      accounts: accounts(record, .accounts), stores: accounts(record, .stores),
      consent: value(record, .consent, Self.text))
  }

  private mutating func accounts(_ record: Record, _ key: Key) -> [Channel.Account] {
    records(record, key, as: .account).map { account in
      let owner = located(account, .owner, Self.text)
      return Channel.Account(
        platform: value(account, .platform, Self.text) ?? "",
        name: value(account, .name, Self.text), owner: owner,
        unreadable: unread(account, owner == nil ? .owner : nil), range: account.range)
    }
  }

  mutating func evaluation(_ record: Record, _ info: DocumentInfo) -> Evaluation {
    Evaluation(
      info: info, activity: located(record, .activity, Self.text) ?? info.id,
      results: records(record, .results, as: .evaluationResult).compactMap { result in
        needed(result, .metric, Self.text).map { metric in
          let actual = located(result, .actual, Self.quantity)
          return Evaluation.Result(
            metric: metric, actual: actual,
            isUnreadable: isUnread(result, .actual, actual),
            note: value(result, .note, Self.text))
        }
      },
      conclusion: value(record, .conclusion, Self.text),
      lessons: value(record, .lessons, Self.texts) ?? [])
  }

  mutating func review(_ record: Record, _ info: DocumentInfo) -> Review {
    Review(
      info: info, period: period(record, info),
      conclusion: value(record, .conclusion, Self.prose),
      problems: records(record, .problems, as: .problem).map { problem in
        let id = located(problem, .id, Self.text)
        return Problem(
          id: id, what: value(problem, .what, Self.prose) ?? "",
          cause: value(problem, .cause, Self.prose),
          severity: value(problem, .severity, Level.read),
          unreadable: unread(problem, id == nil ? .id : nil), range: problem.range)
      },
      adjustments: records(record, .adjustments, as: .adjustment).map { adjustment in
        let plan = located(adjustment, .in, Self.text)
        let who = located(adjustment, .who, Self.text)
        return Adjustment(
          problem: located(adjustment, .for, Self.text),
          what: value(adjustment, .what, Self.prose) ?? "", plan: plan, who: who,
          unreadable: unread(adjustment, plan == nil ? .in : nil, who == nil ? .who : nil),
          range: adjustment.range)
      })
  }

  mutating func policyChapter(_ record: Record, _ info: DocumentInfo) -> PolicyChapter {
    let status = value(record, .status, Self.text)
    return PolicyChapter(
      info: info, number: value(record, .chapter, Self.integer),
      version: value(record, .version, Self.text), effective: value(record, .effective, Self.day),
      isProposal: status == "draft" || status == "草案" || status == "草稿",
      bindings: records(record, .rules, as: .binding).compactMap { binding($0) })
  }

  private mutating func binding(_ record: Record) -> RuleBinding? {
    guard let clause = located(record, .clause, Self.text),
      let rule = located(record, .rule, Self.text)
    else {
      report(
        WrongType.expected(
          "条款与规则各一", "a clause and a rule", field: record.schema.name, at: record.range,
          path: path, example: "- clause: \"4.1\"\n  rule: required-fields"))
      return nil
    }
    var kindsAreRead = true
    let kinds = list(record, .for) { decoder, node, label -> Located<DocumentKind>? in
      let kind = DocumentKind.read(&decoder, node, label).map { Located($0, node.range) }
      kindsAreRead = kindsAreRead && kind != nil
      return kind
    }
    return RuleBinding(
      clause: clause, rule: rule, kinds: kinds, kindsAreRead: kindsAreRead,
      fields: list(record, .fields) { decoder, node, label in
        decoder.fieldName(node, label, kinds.map(\.value))
      },
      severity: located(record, .severity, Severity.read),
      parameters: parameters(record[.parameters]?.value), range: record.range)
  }

  /// A field of any kind of document, by either of its names.
  private mutating func fieldName(
    _ node: Node, _ label: FieldLabel, _ kinds: [DocumentKind]
  ) -> Located<Key>? {
    guard let written = Self.text(&self, node, label) else { return nil }
    // 「目标」 is one field of an activity and another of the annual goals. The
    // activity's names come first where nothing is said: policies ask for its fields.
    let ordered = (kinds + [.activity] + DocumentKind.allCases).map { RecordSchema.document($0) }
    for schema in ordered {
      if let key = schema.key(named: written) { return Located(key, node.range) }
    }
    let names = ordered.flatMap(\.names)
    report(
      UnknownKey.notAField(
        written, guess: nearest(to: written, among: names),
        at: node.range, path: path))
    return nil
  }
}
