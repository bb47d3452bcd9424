/// Bare addresses: `www.`, `http://`, `https://`, `ftp://` and e-mail, as GFM
/// has them, but ending where Chinese prose goes on.
extension Annotator {
  /// At `:`, `w` or `@`. Marks the address that begins or lies around `i`, if
  /// there is one, and returns where to go on.
  mutating func bareLink(at i: Int, byte: UInt8) -> Int {
    switch byte {
    case 0x3A: return schemeLink(colon: i)
    case 0x40: return mailLink(at: i)
    default:
      guard i + 4 < end, isWWW(at: i), mayBegin(at: i) else { return i + 1 }
      return webLink(from: i, host: i, needsDot: true)
    }
  }

  private func isWWW(at i: Int) -> Bool {
    bytes[i] | 0x20 == 0x77 && bytes[i + 1] | 0x20 == 0x77 && bytes[i + 2] | 0x20 == 0x77
      && bytes[i + 3] == 0x2E
  }

  private func mayBegin(at i: Int) -> Bool {
    guard i > flushed || i > start else { return true }
    guard i > start else { return true }
    let c = bytes[i - 1]
    return
      !(isASCIIAlphanumeric(c) || c == 0x2F || c == 0x2D || c == 0x2E || c == 0x3A
      || c == 0x3D || c == 0x22 || c == 0x27 || c == 0x40)
  }

  private mutating func schemeLink(colon i: Int) -> Int {
    guard i + 3 < end, bytes[i + 1] == 0x2F, bytes[i + 2] == 0x2F else { return i + 1 }
    for length in [5, 4, 3] where i - length >= flushed {
      let from = i - length
      var matches = true
      for (k, c) in schemes[5 - length].enumerated() where bytes[from + k] | 0x20 != c {
        matches = false
        break
      }
      if matches {
        guard mayBegin(at: from) else { return i + 3 }
        return webLink(from: from, host: i + 3, needsDot: false)
      }
    }
    return i + 1
  }

  private mutating func webLink(from: Int, host: Int, needsDot: Bool) -> Int {
    let hostEnd = scanHost(from: host)
    guard isValidHost(host..<hostEnd, needsDot: needsDot) else { return max(hostEnd, host) }
    var k = hostEnd
    if k < end, bytes[k] == 0x2F || bytes[k] == 0x3F || bytes[k] == 0x23 || bytes[k] == 0x3A {
      k = scanPath(from: k)
    }
    let stop = trimEnd(from: host, to: k)
    guard stop > host else { return k }
    mark(from: from, to: stop)
    return stop
  }

  /// ASCII host names; international ones where the name begins so.
  private func scanHost(from: Int) -> Int {
    var k = from
    let international = k < end && bytes[k] >= 0x80
    while k < end {
      let c = bytes[k]
      if isASCIIAlphanumeric(c) || c == 0x2D || c == 0x2E {
        k += 1
      } else if c == 0x5F {
        // Two of them are a delimiter run of the text around.
        if k + 1 < end, bytes[k + 1] == 0x5F { break }
        k += 1
      } else if c >= 0x80, international {
        let (value, length) = decodeScalar(bytes, at: k, end: end)
        if isUnicodeSpace(value) || isPunctuation(value) || value == 0xFFFD { break }
        k += length
      } else {
        break
      }
    }
    return k
  }

  private func isValidHost(_ host: Range<Int>, needsDot: Bool) -> Bool {
    guard !host.isEmpty, bytes[host.lowerBound] != 0x2E else { return false }
    // Trailing dots end a sentence.
    var last = host.upperBound
    while last > host.lowerBound, bytes[last - 1] == 0x2E { last -= 1 }
    var dots = 0
    // Of the label before and of this one.
    var underscores = (false, false)
    for k in host.lowerBound..<last {
      if bytes[k] == 0x2E {
        dots += 1
        underscores = (underscores.1, false)
      } else if bytes[k] == 0x5F {
        underscores.1 = true
      }
    }
    if underscores.0 || underscores.1 { return false }
    return dots > 0 || !needsDot
  }

  private func scanPath(from: Int) -> Int {
    var k = from
    while k < end {
      let c = bytes[k]
      if c < 0x80 {
        if pathStops[Int(c)] { break }
        if c == 0x2A || c == 0x7E, k + 1 < end, bytes[k + 1] == c { break }
        k += 1
      } else {
        let (value, length) = decodeScalar(bytes, at: k, end: end)
        if isUnicodeSpace(value) || isPunctuation(value) || value == 0xFFFD { break }
        if value >= 0xFDD0 && value <= 0xFDEF { break }
        k += length
      }
    }
    return k
  }

  /// Leaves out the punctuation of the sentence around: GFM's rules.
  private func trimEnd(from: Int, to: Int) -> Int {
    var stop = to
    var open = 0
    var close = 0
    for k in from..<to {
      if bytes[k] == 0x28 { open += 1 }
      if bytes[k] == 0x29 { close += 1 }
    }
    while stop > from {
      switch bytes[stop - 1] {
      case 0x3F, 0x21, 0x2E, 0x2C, 0x3A, 0x2A, 0x5F, 0x7E, 0x27: stop -= 1
      case 0x29:
        guard close > open else { return stop }
        close -= 1
        stop -= 1
      case 0x3B:
        var k = stop - 2
        while k > from, isASCIIAlphanumeric(bytes[k]) { k -= 1 }
        if k < stop - 2, bytes[k] == 0x26 { stop = k } else { stop -= 1 }
      default: return stop
      }
    }
    return stop
  }

  private mutating func mailLink(at i: Int) -> Int {
    var from = i
    while from > flushed, from > start, isMailLocal(bytes[from - 1]) { from -= 1 }
    guard from < i else { return i + 1 }
    var k = i + 1
    var lastDot = -1
    while k < end {
      let c = bytes[k]
      if c == 0x2E {
        if k == i + 1 || bytes[k - 1] == 0x2E { break }
        lastDot = k
      } else if !(isASCIIAlphanumeric(c) || c == 0x2D || c == 0x5F) {
        break
      }
      k += 1
    }
    if lastDot > 0, lastDot == k - 1 {
      k -= 1
      lastDot = k - 1
      while lastDot > i, bytes[lastDot] != 0x2E { lastDot -= 1 }
      if lastDot == i { lastDot = -1 }
    }
    guard lastDot > 0, bytes[k - 1] != 0x2D, bytes[k - 1] != 0x5F, k < end ? bytes[k] != 0x40 : true
    else { return i + 1 }
    mark(from: from, to: k)
    return k
  }

  private func isMailLocal(_ c: UInt8) -> Bool {
    isASCIIAlphanumeric(c) || c == 0x2E || c == 0x2D || c == 0x5F || c == 0x2B
  }

  /// Marks the address and keeps libcmark from reading delimiters in it.
  private mutating func mark(from: Int, to: Int) {
    insert(.linkStart, at: from)
    for k in from..<to {
      if bytes[k] == 0x5F {
        insert(.letter, at: k)
        insert(.letter, at: k + 1)
      } else if bytes[k] == 0x2A {
        insert(.escape, at: k)
      }
    }
    insert(.linkEnd, at: to)
  }
}

private let schemes: [[UInt8]] = [Array("https".utf8), Array("http".utf8), Array("ftp".utf8)]

/// ASCII that ends an address: space, control, what Markdown or HTML reads.
private let pathStops: [Bool] = {
  var table = [Bool](repeating: false, count: 128)
  for c in 0...0x20 { table[c] = true }
  for c in "<>`[]\\|\"\u{7F}".utf8 { table[Int(c)] = true }
  return table
}()
