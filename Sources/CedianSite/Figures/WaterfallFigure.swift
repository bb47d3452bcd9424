import CedianModel

/// From one total to another by the differences between them, a row each: which
/// channel explains how much of the variance, for better or worse.
struct WaterfallFigure: Sendable {
  struct Step: Sendable {
    var label: String
    /// The signed difference; nil where it is not known.
    var difference: FigureNumber?
  }

  var title: String
  var message: String?
  /// Lighter: the total of an earlier period.
  var start: (label: String, number: FigureNumber?)
  var steps: [Step]
  /// Solid.
  var end: (label: String, number: FigureNumber?)
  var polarity: FigurePolarity = .higherIsBetter

  func svg(id: String, in language: Language) -> [UInt8] {
    let id = FigureParts.identifier(id)
    let rows =
      [[start.label, start.number.text, ""]]
      + steps.map { [$0.label, $0.difference.text, word(effect($0), language)] }
      + [[end.label, end.number.text, ""]]
    return FigureParts(
      name: "f-waterfall", id: id, title: title, message: message(language),
      drawings: FigureFrame.allCases.map {
        WaterfallDrawing(figure: self, frame: $0, language: language).drawing($0.id(id))
      },
      table: FigureTable(
        head: [language(.item), language(.difference), language(.effect)], rows: rows),
      language: language
    ).html()
  }

  func effect(_ step: Step) -> FigureEffect {
    polarity.effect(of: step.difference.shown?.value ?? 0)
  }

  /// What the steps leave unexplained; nil where a total or a step is missing.
  var rest: Decimal? {
    guard let a = start.number.shown?.value, let b = end.number.shown?.value else { return nil }
    var sum = a
    for step in steps {
      guard let difference = step.difference.shown else { return nil }
      sum += difference.value
    }
    return b - sum
  }

  private func word(_ effect: FigureEffect, _ language: Language) -> String {
    effect.word.map { "\(effect.glyph) \(language($0))" } ?? ""
  }

  private func message(_ language: Language) -> String {
    if let message { return message }
    let totals =
      "\(start.label) \(start.number.text)" + language.comma + "\(end.label) \(end.number.text)"
    func most(_ effect: FigureEffect) -> Step? {
      steps.filter { self.effect($0) == effect }.max {
        ($0.difference?.value ?? 0).magnitude < ($1.difference?.value ?? 0).magnitude
      }
    }
    let helped = most(.favourable).map {
      (language == .zh ? "；有利最多的是 " : "; most favourable: ")
        + "\($0.label) \($0.difference.text)"
    }
    let hurt = most(.adverse).map {
      (language == .zh ? "；不利最多的是 " : "; most adverse: ") + "\($0.label) \($0.difference.text)"
    }
    return totals + (helped ?? "") + (hurt ?? "") + language.stop
  }
}
