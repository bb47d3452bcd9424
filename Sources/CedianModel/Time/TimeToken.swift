/// A written time cut into what its grammar is made of.
struct TimeToken {
  var kind: Kind
  /// In Unicode scalars from the text's start.
  var range: Range<Int>
  /// Whether a space, or the text's edge, stands before it.
  var isSpaced: Bool

  enum Kind: Equatable {
    /// A run of digits; `value` is only exact up to nine of them.
    case number(value: Int, digits: Int)
    case year, month, day, hour, minute, second
    /// 半 after an hour.
    case halfHour
    case half(Int)
    case quarter
    case ordinal
    case letterQ, letterH, letterT
    /// `-`: inside a date or between two.
    case hyphen
    case slash, dot, colon
    /// `~`, `—`, 至, 到: only between two dates.
    case to
    case open, close
    case word(Word)
  }

  enum Word: Equatable {
    /// 起, 以后: nothing after it.
    case onwards
    /// 前, 截至: nothing before it.
    case until
    /// 上旬 is 1, 中旬 2, 下旬 3.
    case tenDays(Int)
    case other
  }

  static func tokens(of text: String) -> [TimeToken] {
    var lexer = TimeLexer(scalars: halfWidthScalars(text))
    return lexer.run()
  }
}

private struct TimeLexer {
  let scalars: [Unicode.Scalar]
  var index = 0
  var tokens: [TimeToken] = []

  mutating func run() -> [TimeToken] {
    tokens.reserveCapacity(12)
    var isSpaced = true
    while index < scalars.count {
      let start = index
      guard !scalars[start].isWhitespace else {
        index += 1
        isSpaced = true
        continue
      }
      let kind = next()
      index = max(index, start + 1)
      append(TimeToken(kind: kind, range: start..<index, isSpaced: isSpaced))
      isSpaced = false
    }
    return tokens
  }

  /// Neighbouring scalars that mean nothing make one word.
  private mutating func append(_ token: TimeToken) {
    if token.kind == .word(.other), !token.isSpaced, let last = tokens.last,
      last.kind == .word(.other)
    {
      tokens[tokens.count - 1].range = last.range.lowerBound..<token.range.upperBound
    } else if token.kind == .to, let last = tokens.last, !token.isSpaced,
      last.kind == .to || last.kind == .hyphen
    {
      // ——, --
      tokens[tokens.count - 1].kind = .to
      tokens[tokens.count - 1].range = last.range.lowerBound..<token.range.upperBound
    } else {
      tokens.append(token)
    }
  }

  private mutating func next() -> TimeToken.Kind {
    let scalar = scalars[index]
    switch scalar {
    case "0"..."9": return number()
    case "年": return .year
    case "月": return .month
    case "日", "号", "號": return .day
    case "时", "時", "点", "點": return .hour
    case "分": return .minute
    case "秒": return .second
    case "半": return tokens.last?.kind == .hour ? .halfHour : .word(.other)
    case "第": return .ordinal
    case "季":
      index += matches("季度") ? 2 : 1
      return .quarter
    case "一", "二", "三", "四": return hanNumber(scalar)
    case "上", "下", "中": return part(scalar)
    case "-", "\u{2010}", "\u{2011}", "\u{2212}":
      return tokens.last?.kind == .hyphen && index > 0 && scalars[index - 1] == scalar
        ? .to : .hyphen
    case "/": return .slash
    case ".": return .dot
    case ":": return .colon
    case "~", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2015}", "\u{301C}", "\u{223C}", "\u{2E3A}",
      "至", "到":
      return range()
    case "(", "[", "【", "〔": return .open
    case ")", "]", "】", "〕": return .close
    case "Q", "q", "H", "h", "T", "t", "a"..."z", "A"..."Z": return letters()
    default: return word(scalar)
    }
  }

  private mutating func number() -> TimeToken.Kind {
    let start = index
    var value = 0
    while index < scalars.count, (0x30...0x39).contains(scalars[index].value) {
      if index - start < 9 { value = value * 10 + Int(scalars[index].value - 0x30) }
      index += 1
    }
    return .number(value: value, digits: index - start)
  }

  /// Han numerals count only in 第四季度 and 四季度: 双十一 is a name.
  private func hanNumber(_ scalar: Unicode.Scalar) -> TimeToken.Kind {
    guard index + 1 < scalars.count, scalars[index + 1] == "季" else { return .word(.other) }
    let value =
      switch scalar {
      case "一": 1
      case "二": 2
      case "三": 3
      default: 4
      }
    return .number(value: value, digits: 1)
  }

  private mutating func part(_ scalar: Unicode.Scalar) -> TimeToken.Kind {
    if scalar != "中", matches("上半年") || matches("下半年") {
      index += 3
      return .half(scalar == "上" ? 1 : 2)
    }
    guard index + 1 < scalars.count, scalars[index + 1] == "旬" else { return .word(.other) }
    index += 2
    return .word(.tenDays(scalar == "上" ? 1 : scalar == "中" ? 2 : 3))
  }

  private mutating func range() -> TimeToken.Kind {
    if matches("至今") || matches("到今") {
      index += 2
      return .word(.onwards)
    }
    return .to
  }

  private mutating func letters() -> TimeToken.Kind {
    let start = index
    while index < scalars.count, scalars[index].isASCIILetter {
      index += 1
    }
    var word = String.UnicodeScalarView()
    word.append(contentsOf: scalars[start..<min(index, start + 10)])
    switch String(word).lowercased() {
    case "q": return .letterQ
    case "h": return .letterH
    case "t": return .letterT
    case "to": return .to
    case "since", "onwards", "now", "present", "today": return .word(.onwards)
    case "until", "till", "before", "by": return .word(.until)
    default: return .word(.other)
    }
  }

  private mutating func word(_ scalar: Unicode.Scalar) -> TimeToken.Kind {
    for (word, meaning) in Self.words where scalars[index] == word.unicodeScalars.first {
      guard matches(word) else { continue }
      index += word.unicodeScalars.count
      return .word(meaning)
    }
    return .word(.other)
  }

  private static let words: [(String, TimeToken.Word)] = [
    ("以来", .onwards), ("以后", .onwards), ("之后", .onwards), ("后", .onwards), ("起", .onwards),
    ("开始", .onwards), ("…", .onwards), ("以前", .until), ("之前", .until), ("前", .until),
    ("止", .until), ("截至", .until), ("截止", .until),
  ]

  private func matches(_ text: String) -> Bool {
    var position = index
    for scalar in text.unicodeScalars {
      guard position < scalars.count, scalars[position] == scalar else { return false }
      position += 1
    }
    return true
  }
}
