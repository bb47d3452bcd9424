import CedianModel

/// A section of a report as lines of words: for the terminal and for Markdown.
struct ReportTable: Sendable {
  var title: LocalizedText
  var columns: [Column]
  var rows: [[Cell]]
  /// A sentence under the table, or all there is without one.
  var note: LocalizedText?

  struct Column: Sendable {
    var title: LocalizedText
    var isNumber = false

    init(_ zh: String, _ en: String, isNumber: Bool = false) {
      title = LocalizedText(zh: zh, en: en)
      self.isNumber = isNumber
    }
  }

  struct Cell: Sendable {
    var text: LocalizedText
    var tone: Tone = .plain

    init(_ text: String, _ tone: Tone = .plain) {
      self.text = LocalizedText(zh: text, en: text)
      self.tone = tone
    }

    init(_ text: LocalizedText, _ tone: Tone = .plain) {
      self.text = text
      self.tone = tone
    }
  }

  enum Tone: Sendable { case plain, faint, good, bad, warn }
}
