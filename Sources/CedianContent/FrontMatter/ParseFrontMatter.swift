import CedianModel

/// Reads a file's front matter: its entries with their places, as far as they
/// can be read with every mistake mended in mind, and everything found. Nil
/// where nothing trustworthy could be read, or there is none.
public func parseFrontMatter(
  _ file: SourceFile
) -> (frontMatter: FrontMatter?, split: SourceSplit, [Diagnostic]) {
  var split = splitFrontMatter(file.bytes)
  let encoding = validateEncoding(file)
  guard encoding.isEmpty else {
    split.frontMatter = nil
    split.body = file.bytes.count..<file.bytes.count
    return (nil, split, encoding)
  }
  if let conflict = MergeConflict.check(file) {
    // Both sides stand there: whatever else were said would be about neither.
    return (nil, split, [conflict])
  }
  guard let range = split.frontMatter else { return (nil, split, []) }
  let opening = SourceLocation(path: file.path, range: split.opening)
  guard range.count <= YAMLLimits.frontMatterBytes else {
    let found = FrontMatterSyntax.tooLarge(limit: YAMLLimits.frontMatterBytes, at: opening)
    return (nil, split, [found])
  }
  var (node, found) = readBlock(
    of: file, range, firstLine: Int(split.opening.start.line) + 1)
  for range in split.nearFences.reversed() {
    found.insert(
      NearFence.diagnostic(
        at: SourceLocation(path: file.path, range: range),
        isOpening: range.start == split.opening.start), at: 0)
  }
  // A closing line that is nearly one has been named.
  if !split.isClosed, !split.nearFences.contains(split.closing) {
    found.insert(FrontMatterSyntax.unclosed(at: opening), at: 0)
  }
  let hasErrors = !found.isEmpty
  switch node?.content {
  case .mapping(let entries)?:
    let frontMatter = FrontMatter(entries: entries, opening: split.opening, closing: split.closing)
    return (frontMatter, split, found)
  case nil where !hasErrors:
    return (FrontMatter(entries: [], opening: split.opening, closing: split.closing), split, [])
  case nil: return (nil, split, found)
  default:
    if let node, !node.isEmpty, !hasErrors {
      found.append(
        FrontMatterSyntax.noMapping(at: SourceLocation(path: file.path, range: node.range)))
    }
    return (nil, split, found)
  }
}

/// Reads a whole file of YAML, such as `site.yml`, with the same checks. Nil for
/// an empty file and for one that cannot be read.
public func parseYAML(_ file: SourceFile) -> (Node?, [Diagnostic]) {
  let encoding = validateEncoding(file)
  guard encoding.isEmpty else { return (nil, encoding) }
  if let conflict = MergeConflict.check(file) { return (nil, [conflict]) }
  let start = file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  guard file.bytes.count - start <= YAMLLimits.fileBytes else {
    let place = SourceLocation(path: file.path, range: SourceRange(.start, .start))
    return (nil, [FrontMatterSyntax.tooLarge(limit: YAMLLimits.fileBytes, at: place)])
  }
  return readBlock(of: file, start..<file.bytes.count, firstLine: 1)
}

/// How many lines that libyaml refuses are rewritten before giving up.
private let attempts = 8

/// Reads plain fields at once. Of all else the lines are scanned, what was found is
/// repaired, and the rest is read.
private func readBlock(
  of file: SourceFile, _ range: Range<Int>, firstLine: Int
) -> (Node?, [Diagnostic]) {
  let simple = SimpleYAML.read(file.bytes, range, firstLine: firstLine)
  if let simple, !simple.isDoubtful { return (simple.node, []) }
  let block = YAMLBlock(path: file.path, bytes: file.bytes, range: range, firstLine: firstLine)
  guard !block.lines.isEmpty else { return (nil, []) }
  var scanner = LineScanner(block)
  scanner.run()
  if let simple, scanner.diagnostics.isEmpty, scanner.repairs.all.isEmpty {
    return (simple.node, [])
  }
  return read(block, &scanner)
}

/// Reads what is repaired; where libyaml still stops, its line is reported,
/// neutralised, and the reading begins anew.
private func read(_ block: YAMLBlock, _ scanner: inout LineScanner) -> (Node?, [Diagnostic]) {
  var found = scanner.diagnostics
  for attempt in 0...attempts {
    let reading = readYAML(scanner.repairs.apply(to: block), of: block)
    guard let error = reading.error else {
      found += reading.diagnostics
      for index in found.indices {
        let line = Int(found[index].location.range.start.line) - block.firstLine
        found[index].spoilsLine = scanner.repairs.rewritten.contains(line)
      }
      return (reading.node, ordered(found))
    }
    let place = blamed(error, block)
    // What follows from a mistake that has been reported is no news.
    let isKnown = found.contains {
      Int($0.location.range.start.line) == block.firstLine + place.line
    }
    if !isKnown {
      found.append(
        YAMLProblem.diagnostic(
          error, at: SourceLocation(path: block.path, range: place.range)))
    }
    guard attempt < attempts, neutralise(place.line, block, &scanner) else { break }
  }
  return (nil, ordered(found))
}

private func ordered(_ found: [Diagnostic]) -> [Diagnostic] {
  found.count > 1 ? found.inReadingOrder() : found
}

/// The line at fault and the place to show: libyaml often stops a line later.
private func blamed(_ error: YAMLError, _ block: YAMLBlock) -> (line: Int, range: SourceRange) {
  let startsInContext = YAMLProblem.isBlamedOnContext(error)
  var line = startsInContext ? error.contextLine : error.line
  line = min(max(line, 0), max(block.lines.count - 1, 0))
  let bytes = block.lines[line]
  let margin = Margin(block, bytes)
  var end = bytes.upperBound
  while end > margin.end, block.bytes[end - 1] == 0x20 { end -= 1 }
  return (line, block.sourceRange(margin.end..<max(end, margin.end), line: line))
}

/// Quotes the line's value, and if that has been tried, blanks the line. False
/// where there is nothing left to change.
private func neutralise(_ line: Int, _ block: YAMLBlock, _ scanner: inout LineScanner) -> Bool {
  let range = block.lines[line]
  let margin = Margin(block, range)
  guard margin.end < range.upperBound else { return false }
  scanner.line = line
  if !scanner.repairs.rewritten.contains(line),
    let key = scanner.key(
      from: margin.end, to: range.upperBound, column: margin.width, isItem: false, true)
  {
    var start = key.colon.upperBound
    while start < range.upperBound, scanner.isBlank(block.bytes[start]) { start += 1 }
    let value = scanner.trimmed(start..<range.upperBound)
    if !value.isEmpty {
      scanner.repairs.rewrite(value, line: line, LineScanner.quoted(block.text(value)))
      return true
    }
  }
  guard !scanner.repairs.blanks(range, line: line) else { return false }
  scanner.repairs.rewrite(range, line: line, "")
  return true
}
