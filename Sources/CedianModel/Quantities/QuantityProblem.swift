/// Why a text is not a quantity, as facts; `message` puts them into words.
public struct QuantityProblem: Error, Sendable, Hashable {
  public var kind: Kind
  /// The text as written.
  public var text: String
  /// The nearest form that is accepted; nil where nothing in the text says.
  public var suggestion: String?
  /// The part at fault, in Unicode scalars from the text's start; nil for all of it.
  public var range: Range<Int>?

  public enum Kind: Sendable, Hashable {
    case noNumber
    /// `1,20,000`
    case badGrouping
    /// `1e3`
    case scientific
    /// `30美元`
    case foreignCurrency(String)
    case unknownUnit(String)
    /// `120万~150万`
    case manyNumbers
    /// Words before the number: `约 120万`.
    case leadingWords(String)
    /// `120万以上`
    case notExact(String)
    /// More than 18 digits.
    case tooLong
  }

  public init(
    _ kind: Kind, text: String, suggestion: String? = nil, range: Range<Int>? = nil
  ) {
    self.kind = kind
    self.text = text
    self.suggestion = suggestion
    self.range = range
  }

  /// What is wrong, without how to mend it.
  public var message: LocalizedText {
    switch kind {
    case .noNumber: LocalizedText(zh: "「\(text)」里没有数值", en: "'\(text)' holds no number")
    case .badGrouping:
      LocalizedText(
        zh: "「\(text)」的千位分隔不是三位一组", en: "the digits of '\(text)' are not grouped by three")
    case .scientific:
      LocalizedText(
        zh: "「\(text)」是科学记数法，这里不用", en: "'\(text)' is in scientific notation, which is not read")
    case .foreignCurrency(let currency):
      LocalizedText(
        zh: "「\(text)」的单位是\(currency)，金额只用人民币",
        en: "'\(text)' is in \(currency); money is in yuan only")
    case .unknownUnit(let unit):
      LocalizedText(
        zh: "「\(text)」里的「\(unit)」不是认识的单位", en: "'\(unit)' in '\(text)' is not a known unit")
    case .manyNumbers:
      LocalizedText(zh: "「\(text)」里不止一个数值", en: "'\(text)' holds more than one number")
    case .leadingWords(let words):
      LocalizedText(
        zh: "「\(text)」的数值前面有「\(words)」", en: "'\(words)' stands before the number in '\(text)'")
    case .notExact(let words):
      LocalizedText(
        zh: "「\(text)」带有「\(words)」，不是一个确定的数值",
        en: "'\(text)' says '\(words)': that is not one exact number")
    case .tooLong:
      LocalizedText(
        zh: "「\(text)」的数字超过 18 位", en: "'\(text)' has more than 18 digits")
    }
  }

  /// How to mend it, in one sentence; says `suggestion` where there is one.
  public var advice: LocalizedText {
    guard let suggestion else {
      return LocalizedText(
        zh: "写成一个数值，可带单位，例如 120万、1,200,000、8.5%、3.2 元",
        en: "write one number, with a unit if it has one, as in 120万, 1,200,000, 8.5%, 3.2 元")
    }
    return LocalizedText(zh: "写成 \(suggestion)", en: "write \(suggestion)")
  }
}
