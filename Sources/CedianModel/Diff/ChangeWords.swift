import Foundation

extension FieldChange {
  /// The field's name with those of the records it lies in: `预算 · 直播 · 金额`.
  public func name(_ language: Language) -> String {
    labels.map { $0[language] }.filter { !$0.isEmpty }.joined(separator: " · ")
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
      let share = fraction.map { NumberFormat.percent(fraction: $0, sign: .always) }
      let parts = [amount(difference), share].compactMap { $0 }
      return "\(side(before)) → \(side(after))"
        + (zh
          ? "（\(parts.joined(separator: "，"))）" : " (\(parts.joined(separator: ", ")))")
    case .time(let start, let end, let days, let daysBefore):
      return Self.moved(start, end, days, daysBefore, language)
        + (zh ? "：" : ": ") + "\(side(before)) → \(side(after))"
    case .list(let added, let removed, let isReordered):
      if isReordered { return zh ? "只改了次序" : "only the order changed" }
      let plus = added.map { "+ " + $0.words(language) }
      let minus = removed.map { "− " + $0.words(language) }
      return (minus + plus).joined(separator: zh ? "，" : ", ")
    case .text, .none: return "\(side(before)) → \(side(after))"
    }
  }

  private func amount(_ difference: Decimal) -> String? {
    guard case .quantity(var quantity)? = after else { return nil }
    quantity.value = abs(difference)
    let sign = difference < 0 ? NumberFormat.minus : "+"
    if quantity.unit == .percent {
      return sign + NumberFormat.plain(quantity.value) + " 个百分点"
    }
    return sign + NumberFormat.written(quantity)
  }

  /// `延后 3 天，共 11 天不变`.
  static func moved(
    _ start: Int, _ end: Int, _ days: Int, _ daysBefore: Int, _ language: Language
  ) -> String {
    let length: String
    switch language {
    case .zh: length = days == daysBefore ? "共 \(days) 天不变" : "由 \(daysBefore) 天改为 \(days) 天"
    case .en:
      length = days == daysBefore ? "\(days) days as before" : "\(daysBefore) to \(days) days"
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
    return (parts + [length]).joined(separator: language == .zh ? "，" : ", ")
  }
}

extension ResultChange {
  /// `341.79万元 → 350.00万元（+8.21万元，+2.4%）`, with ▲ or ▼ for better or worse.
  public func words(_ metrics: [Metric], _ language: Language) -> String {
    func shown(_ value: Decimal?) -> String {
      guard let value else { return language == .zh ? "（无）" : "(none)" }
      return metric.map { metrics[$0].words(value)[language] } ?? NumberFormat.exact(value)
    }
    var text = "\(shown(before)) → \(shown(after))"
    guard let difference, let before else { return text }
    let amount =
      metric.map { metrics[$0].difference(difference, in: language) }
      ?? NumberFormat.exact(difference)
    let share = quotient(difference, abs(before)).map {
      NumberFormat.percent(fraction: $0, sign: .always)
    }
    let parts = [amount, share].compactMap { $0 }.joined(separator: language == .zh ? "，" : ", ")
    text += language == .zh ? "（\(parts)）" : " (\(parts))"
    switch isFavourable {
    case true?: return text + (language == .zh ? " ▲ 有利" : " ▲ favourable")
    case false?: return text + (language == .zh ? " ▼ 不利" : " ▼ adverse")
    case nil: return text
    }
  }

  /// `2026-10 电商平台 成交总额`.
  public var place: String {
    ([period.id, channel] + [activity].compactMap { $0 } + [name]).joined(separator: " ")
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
          : "\(documents.count) documents changed: \(counts.joined(separator: ", "))")
    }
    if !results.isEmpty {
      parts.append(zh ? "结果数据 \(results.count) 格" : "\(results.count) result cells")
    }
    return parts.joined(separator: zh ? "；" : "; ")
  }
}
