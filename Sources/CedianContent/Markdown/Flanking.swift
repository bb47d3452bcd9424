/// Whether a delimiter run can open and close.
struct Flanking: Equatable {
  var opens: Bool
  var closes: Bool
}

/// What to write beside a delimiter run so that libcmark, which knows only
/// CommonMark's flanking, decides as the CJK-friendly amendment does.
struct FlankingMarks: Equatable {
  var before: Sentinel?
  var after: Sentinel?

  static let none = FlankingMarks()
}

/// The flanking of a run of `*` or `~` (or `_` with `underscore`) by the
/// CJK-friendly amendment, §6.2.
func cjkFlanking(before b: Neighbour, after a: Neighbour, underscore: Bool) -> Flanking {
  let left =
    !a.isSpace && (!a.isNonCJKPunctuation || b.isSpace || b.isNonCJKPunctuation || b.isCJK)
  let right =
    !b.isSpace && (!b.isNonCJKPunctuation || a.isSpace || a.isNonCJKPunctuation || a.isCJK)
  guard underscore else { return Flanking(opens: left, closes: right) }
  return Flanking(
    opens: left && (!right || b.isPunctuationSequence),
    closes: right && (!left || a.isPunctuation))
}

/// The same by CommonMark 0.30, as libcmark decides it.
private func plainFlanking(before b: Neighbour, after a: Neighbour, underscore: Bool) -> Flanking {
  let left = !a.isSpace && (!a.isPunctuation || b.isSpace || b.isPunctuation)
  let right = !b.isSpace && (!b.isPunctuation || a.isSpace || a.isPunctuation)
  guard underscore else { return Flanking(opens: left, closes: right) }
  return Flanking(
    opens: left && (!right || b.isPunctuation), closes: right && (!left || a.isPunctuation))
}

/// The fewest marks that bring libcmark's decision to the amendment's.
func flankingMarks(before b: Neighbour, after a: Neighbour, underscore: Bool) -> FlankingMarks {
  let wanted = cjkFlanking(before: b, after: a, underscore: underscore)
  if plainFlanking(before: b, after: a, underscore: underscore) == wanted { return .none }
  let letter = Neighbour()
  let punctuation = Neighbour(isPunctuation: true)
  for marks in [
    FlankingMarks(before: .letter), FlankingMarks(after: .letter),
    FlankingMarks(before: .letter, after: .letter), FlankingMarks(before: .punctuation),
    FlankingMarks(before: .punctuation, after: .letter),
  ] {
    let before = marks.before == nil ? b : marks.before == .letter ? letter : punctuation
    let after = marks.after == nil ? a : letter
    if plainFlanking(before: before, after: after, underscore: underscore) == wanted {
      return marks
    }
  }
  return .none
}
