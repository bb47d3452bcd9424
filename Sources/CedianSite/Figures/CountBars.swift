/// A count as an outlined bar and a part of it as a solid one, on the scale of
/// the longest bar of the column. Widths are per cent, so a narrow column gets a
/// narrow drawing. The numbers stand beside it, so it says nothing of its own.
struct CountBars: Sendable {
  var whole: Int
  var part: Int
  var longest: Int

  var svg: EscapedHTML {
    guard longest > 0, whole > 0 else { return .empty }
    var svg = "<svg class=\"bars\" width=\"100%\" height=\"14\" aria-hidden=\"true\">"
    svg += "<rect class=\"plan\" x=\"0\" y=\"3\" width=\"\(percent(whole))\" height=\"8\"/>"
    if part > 0 {
      svg += "<rect class=\"deviates\" x=\"0\" y=\"3\" width=\"\(percent(part))\" height=\"8\"/>"
    }
    return EscapedHTML(trusted: svg + "</svg>")
  }

  private func percent(_ count: Int) -> String {
    let tenths = min(1000, count * 1000 / longest)
    return tenths % 10 == 0 ? "\(tenths / 10)%" : "\(tenths / 10).\(tenths % 10)%"
  }
}
