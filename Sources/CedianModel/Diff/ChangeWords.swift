extension FieldChange {
  /// The field's name with those of the records it lies in: `预算 · 直播 · 金额`.
  public func name(_ language: Language) -> String {
    labels.map { $0[language] }.filter { !$0.isEmpty }.joined(separator: " · ")
  }

  /// The value of a field whose document is new or gone.
  public func onlySide(_ language: Language) -> String {
    (after ?? before)?.words(language) ?? ""
  }

  /// What changed, in one line; a text is told by its parts instead, where the
  /// reader can show them.
  public func words(_ language: Language) -> String {
    let zh = language == .zh
    func side(_ value: FieldValue?) -> String {
      value?.words(language) ?? (zh ? "（无）" : "(none)")
    }
    switch (before, after) {
    case (nil, let value?): return (zh ? "新增：" : "added: ") + value.words(language)
    case (let value?, nil): return (zh ? "删去：" : "removed: ") + value.words(language)
    default: break
    }
    switch detail {
    case .number(let difference, let fraction):
      let share = Self.share(fraction)
      let parts = [amount(difference, language), share].compactMap { $0 }
      return "\(side(before)) → \(side(after))"
        + (zh
          ? "（\(parts.joined(separator: "，"))）" : " (\(parts.joined(separator: ", ")))")
        + Self.judgement(isFavourable, language)
    case .time(let start, let end, let days, let daysBefore):
      return Self.moved(start, end, days, daysBefore, language)
        + (zh ? "：" : ": ") + "\(side(before)) → \(side(after))"
    case .list(let added, let removed, let moved):
      let plus = added.map { "+ " + $0.words(language) }
      let minus = removed.map { "− " + $0.words(language) }
      var parts = minus + plus
      if !moved.isEmpty {
        let names = moved.map { $0.words(language) }.joined(separator: zh ? "、" : ", ")
        parts.append((zh ? "改了次序：" : "moved: ") + names)
      }
      return parts.joined(separator: zh ? "，" : ", ")
    case .text, .none: return "\(side(before)) → \(side(after))"
    }
  }

  static func judgement(_ isFavourable: Bool?, _ language: Language) -> String {
    switch isFavourable {
    case true?: language == .zh ? " ▲ 有利" : " ▲ favourable"
    case false?: language == .zh ? " ▼ 不利" : " ▼ adverse"
    case nil: ""
    }
  }

  /// Nil where rounding would leave nothing of it.
  static func share(_ fraction: Decimal?) -> String? {
    guard let fraction, abs(fraction) >= Decimal(sign: .plus, exponent: -4, significand: 5)
    else { return nil }
    // Rounding must not say that all is gone where something is left.
    let short = Decimal(sign: .plus, exponent: -3, significand: 999)
    let isNearlyAll = fraction > -1 && fraction < -short
    return NumberFormat.percent(fraction: isNearlyAll ? -short : fraction, sign: .always)
  }

  private func amount(_ difference: Decimal, _ language: Language) -> String? {
    guard case .quantity(var quantity)? = after else { return nil }
    quantity.value = abs(difference)
    let sign = difference < 0 ? NumberFormat.minus : "+"
    if quantity.unit == .percent {
      return sign + NumberFormat.plain(quantity.value)
        + (language == .zh ? " 个百分点" : " points")
    }
    return sign + FieldValue.quantity(quantity).words(language)
  }

  /// `延后 3 天，共 11 天不变`.
  static func moved(
    _ start: Int, _ end: Int, _ days: Int, _ daysBefore: Int, _ language: Language
  ) -> String {
    let length: String
    switch language {
    case .zh: length = days == daysBefore ? "共 \(days) 天不变" : "由 \(daysBefore) 天改为 \(days) 天"
    case .en:
      length =
        days == daysBefore ? "\(days) days as before" : "\(daysBefore) to \(days) days"
    }
    func shift(_ days: Int) -> String {
      switch (language, days > 0) {
      case (.zh, true): "延后 \(days) 天"
      case (.zh, false): "提前 \(-days) 天"
      case (.en, true): "\(days) d later"
      case (.en, false): "\(-days) d earlier"
      }
    }
    var parts: [String] = []
    if start == end, start != 0 {
      parts.append(shift(start))
    } else {
      if start != 0 { parts.append((language == .zh ? "开始" : "start ") + shift(start)) }
      if end != 0 { parts.append((language == .zh ? "结束" : "end ") + shift(end)) }
    }
    // A deadline has no length.
    if days == 1, daysBefore == 1 { return parts.joined(separator: language == .zh ? "，" : ", ") }
    return (parts + [length]).joined(separator: language == .zh ? "，" : ", ")
  }
}

extension ResultChange {
  /// `341.79万元 → 350.00万元（+8.21万元，+2.4%）`, with ▲ or ▼ for better or worse.
  public func words(_ metrics: [Metric], _ language: Language) -> String {
    let zh = language == .zh
    let metric = metric.map { metrics[$0] }
    func rounded(_ value: Decimal?) -> String? { value.flatMap { metric?.words($0, in: language) } }
    // Rounding must not hide the difference, and a rate has few digits anyway.
    let isExact =
      metric == nil || metric?.unit == .percent
      || (before != nil && before != after && rounded(before) == rounded(after))
    func shown(_ value: Decimal?) -> String {
      guard let value else { return zh ? "（无）" : "(none)" }
      return (isExact ? nil : rounded(value)) ?? exact(value, metric, language)
    }
    return (before == after ? shown(after) : "\(shown(before)) → \(shown(after))")
      + differenceWords(metric, isExact: isExact, language) + remarkWords(language)
  }

  /// `（+8.21万元，+2.4%） ▲ 有利`.
  private func differenceWords(
    _ metric: Metric?, isExact: Bool, _ language: Language
  ) -> String {
    let zh = language == .zh
    guard let difference, difference != 0, let before else { return "" }
    let points = metric?.unit == .percent
    let amount =
      isExact
      ? (difference < 0 ? NumberFormat.minus : "+")
        + (points
          ? NumberFormat.exact(abs(difference)) + (zh ? " 个百分点" : " points")
          : exact(abs(difference), metric, language))
      : metric?.difference(difference, in: language)
    let share = FieldChange.share(quotient(difference, abs(before)))
    let parts = [amount, share].compactMap { $0 }.joined(separator: language == .zh ? "，" : ", ")
    let text = language == .zh ? "（\(parts)）" : " (\(parts))"
    return text + FieldChange.judgement(isFavourable, language)
  }

  private func exact(_ value: Decimal, _ metric: Metric?, _ language: Language) -> String {
    let zh = language == .zh
    let number = NumberFormat.exact(value)
    return switch metric?.unit {
    case .percent: number + "%"
    case .yuan: zh ? number + " 元" : "¥" + number
    case .days: number + (zh ? " 天" : " days")
    case .score: number + (zh ? " 分" : "")
    case .count, .ratio, nil: number
    }
  }

  /// `；备注：平台未出数 → 已补报`.
  private func remarkWords(_ language: Language) -> String {
    let zh = language == .zh
    return remarks.map { remark in
      func side(_ text: String?) -> String { text ?? (zh ? "（无）" : "(none)") }
      return (zh ? "；" : "; ") + remark.label[language] + (zh ? "：" : ": ")
        + "\(side(remark.before)) → \(side(remark.after))"
    }.joined()
  }

  /// `2026-10 电商平台 成交总额`.
  public func place(_ language: Language) -> String {
    ([period.id, channel[language]] + [activity].compactMap { $0 } + [name[language]])
      .joined(separator: " ")
  }
}

extension HandbookDiff {
  /// `改动 3 份文档：新增 1，修改 2；结果数据 4 格`.
  public func headline(_ language: Language) -> String {
    let zh = language == .zh
    if isEmpty { return zh ? "没有改动" : "nothing changed" }
    let order: [DocumentChange.Status] = [.added, .removed, .moved, .modified]
    let counts = order.compactMap { status -> String? in
      let count = documents.count { $0.status == status }
      return count == 0 ? nil : "\(status.label[language]) \(count)"
    }
    var parts: [String] = []
    if !documents.isEmpty {
      parts.append(
        zh
          ? "改动 \(documents.count) 份文档：\(counts.joined(separator: "，"))"
          : "\(documents.count) \(documents.count == 1 ? "document" : "documents"): "
            + counts.joined(separator: ", "))
    }
    if !results.isEmpty {
      parts.append(
        zh
          ? "结果数据 \(results.count) 格"
          : "\(results.count) \(results.count == 1 ? "result cell" : "result cells")")
    }
    return parts.joined(separator: zh ? "；" : "; ")
  }
}
