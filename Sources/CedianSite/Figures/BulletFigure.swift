import CedianModel

/// An actual value as a bar against its target as a line, before bands of what
/// counts as reached, at risk and missed.
struct BulletFigure: Sendable {
  var title: String
  var message: String?
  var actual: FigureNumber?
  var target: FigureNumber?
  var polarity: FigurePolarity = .higherIsBetter
  /// Attainment from which a number is at risk and reached, as fractions.
  var thresholds = (
    atRisk: Decimal(sign: .plus, exponent: -1, significand: 8), reached: Decimal(1)
  )

  func svg(id: String, in language: Language) -> [UInt8] {
    let id = FigureParts.identifier(id)
    return FigureParts(
      name: "f-bullet", id: id, title: title, message: message(language),
      drawings: FigureFrame.allCases.map { labelled($0, $0.id(id), language) },
      table: FigureTable(
        head: [language(.item), language(.actual), language(.target)],
        rows: [[title, actual.text, target.text]]),
      language: language
    ).html()
  }

  /// The bars alone, for a card that says the numbers already.
  func inline(id: String, in language: Language) -> [UInt8] {
    var drawing = Drawing(width: 200, height: 26, id: FigureParts.identifier(id))
    bars(in: &drawing, x: (0, 200), y: 2, height: 22)
    return drawing.inline(name: "f-bar", title: title, message: message(language))
  }

  private func labelled(_ frame: FigureFrame, _ id: String, _ language: Language) -> Drawing {
    var drawing = Drawing(width: frame.width, height: 66, id: id)
    let range = (start: 0.0, end: frame.width)
    let scale = bars(in: &drawing, x: range, y: 21, height: 24)
    let value = actual.shown.map { "\(language(.actual)) \($0.label)" } ?? language(.missing)
    drawing.text(
      value, x: scale(actual.shown?.size ?? 0), y: 15, anchor: actual.shown == nil ? .start : .end,
      style: actual.shown == nil ? .quiet : .strong, keepsInside: true)
    let goal = target.shown.map { "\(language(.target)) \($0.label)" } ?? language(.noTarget)
    drawing.text(
      goal, x: scale(target.shown?.size ?? 0), y: 60,
      anchor: target.shown == nil ? .start : .middle, style: .quiet, keepsInside: true)
    return drawing
  }

  @discardableResult
  private func bars(
    in drawing: inout Drawing, x: (start: Double, end: Double), y: Double, height: Double
  ) -> FigureScale {
    let (a, t) = (actual.shown?.size, target.shown?.size)
    let high = max(a ?? 0, t ?? 0, 0) * 1.1
    let low = min(a ?? 0, t ?? 0, 0) * 1.1
    let scale = FigureScale(domain: (low, high > low ? high : low + 1), range: x)
    let zero = scale(0)
    for band in bands where scale(band.end) > scale(band.start) {
      drawing.rect(
        band.name, x: scale(band.start), y: y,
        width: scale(band.end) - scale(band.start), height: height)
    }
    if let a {
      let end = scale(a)
      // A value that is there but tiny must not look like one that is missing.
      let length = a == 0 ? 0 : max(abs(end - zero), 1)
      drawing.rect(
        "f-actual", x: a < 0 ? zero - length : zero, y: y + height / 2 - 4.5, width: length,
        height: 9)
    }
    drawing.line("f-axis", zero, y, zero, y + height)
    if let t {
      let at = min(max(scale(t) - 1.5, x.start), x.end - 3)
      drawing.rect("f-target", x: at, y: y - 2, width: 3, height: height + 4)
    }
    return scale
  }

  /// From the axis' start to its end; none where attainment is not defined.
  private var bands: [(name: String, start: Double, end: Double)] {
    let low = min(actual.shown?.size ?? 0, target.shown?.size ?? 0, 0) * 1.1
    let high = max(actual.shown?.size ?? 0, target.shown?.size ?? 0, 0) * 1.1
    guard let target = target.shown, target.value > 0, polarity != .neutral else {
      return [("f-band", low, high > low ? high : low + 1)]
    }
    let (risk, reached) = (
      FigureNumber.size(target.value * thresholds.atRisk),
      FigureNumber.size(target.value * thresholds.reached)
    )
    if polarity == .higherIsBetter {
      return [
        ("f-band f-missed", low, risk), ("f-band f-risk", risk, reached),
        ("f-band", reached, high),
      ]
    }
    // Attainment is 2 − A ÷ T, so its limits lie at T × (2 − limit).
    let limits = (2 * target.size - reached, 2 * target.size - risk)
    return [
      ("f-band", low, min(limits.0, high)), ("f-band f-risk", limits.0, min(limits.1, high)),
      ("f-band f-missed", limits.1, high),
    ]
  }

  private func message(_ language: Language) -> String {
    if let message { return message }
    let value = actual.shown.map { "\(language(.actual)) \($0.label)" } ?? language(.missing)
    let goal = target.shown.map { "\(language(.target)) \($0.label)" } ?? language(.noTarget)
    return value + language.comma + goal + status(language) + language.stop
  }

  private func status(_ language: Language) -> String {
    guard let a = actual.shown?.value, let t = target.shown?.value, t > 0, polarity != .neutral
    else { return "" }
    let attainment = polarity == .higherIsBetter ? a / t : 2 - a / t
    let word: FigureWord =
      attainment >= thresholds.reached
      ? .reached : attainment >= thresholds.atRisk ? .atRisk : .missed
    return language.comma + language(word)
  }
}
