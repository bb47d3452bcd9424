/// A JSON document whose numbers are exact decimals and whose members keep their
/// order: the same value gives the same bytes.
public enum JSONValue: Sendable {
  case null
  case bool(Bool)
  case number(Decimal)
  case string(String)
  case array([JSONValue])
  case object([(String, JSONValue)])
  /// A long list that writes itself: a tree of ten thousand activities takes longer
  /// to make than their bytes.
  case objects(JSONObjects)

  public static func integer(_ number: Int) -> JSONValue { .number(Decimal(number)) }

  /// Null for nil.
  public static func optional(_ value: Decimal?) -> JSONValue {
    value.map { .number($0) } ?? .null
  }

  public static func optional(_ value: String?) -> JSONValue {
    value.map { .string($0) } ?? .null
  }

  /// UTF-8, indented by two spaces, with a final line end. What holds no objects
  /// stands on one line.
  public func encoded() -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(262_144)
    append(to: &bytes, depth: 0)
    bytes.append(0x0A)
    return bytes
  }

  private func append(to bytes: inout [UInt8], depth: Int) {
    switch self {
    case .null: bytes.append(literal: "null")
    case .bool(let flag): bytes.append(literal: flag ? "true" : "false")
    case .objects(let objects): objects.append(to: &bytes, depth: depth)
    case .number(let number): bytes.append(plain: number)
    case .string(let text): Self.appendString(text, to: &bytes)
    case .array(let items):
      guard items.contains(where: \.isNested) else { return appendLine(items, to: &bytes) }
      bytes.append(UInt8(ascii: "["))
      for (index, item) in items.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        Self.newLine(depth + 1, to: &bytes)
        item.append(to: &bytes, depth: depth + 1)
      }
      Self.newLine(depth, to: &bytes)
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      guard members.contains(where: { $0.1.isNested }) else {
        return appendLine(members, to: &bytes)
      }
      bytes.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        Self.newLine(depth + 1, to: &bytes)
        Self.appendString(member.0, to: &bytes)
        bytes.append(literal: ": ")
        member.1.append(to: &bytes, depth: depth + 1)
      }
      Self.newLine(depth, to: &bytes)
      bytes.append(UInt8(ascii: "}"))
    }
  }

  private var isNested: Bool {
    switch self {
    case .object: true
    case .objects(let objects): objects.count > 0
    case .array(let items): items.contains(where: \.isNested)
    case .null, .bool, .number, .string: false
    }
  }

  private func appendLine(_ items: [JSONValue], to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "["))
    for (index, item) in items.enumerated() {
      if index > 0 { bytes.append(literal: ", ") }
      item.append(to: &bytes, depth: 0)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  private func appendLine(_ members: [(String, JSONValue)], to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "{"))
    for (index, member) in members.enumerated() {
      if index > 0 { bytes.append(literal: ", ") }
      Self.appendString(member.0, to: &bytes)
      bytes.append(literal: ": ")
      member.1.append(to: &bytes, depth: 0)
    }
    bytes.append(UInt8(ascii: "}"))
  }

  static func newLine(_ depth: Int, to bytes: inout [UInt8]) {
    // Nearly always one append: little lies deeper than this.
    let indent: StaticString =
      switch depth {
      case 0: "\n"
      case 1: "\n  "
      case 2: "\n    "
      case 3: "\n      "
      case 4: "\n        "
      default: "\n          "
      }
    bytes.append(literal: indent)
    for _ in 5..<max(depth, 5) { bytes.append(literal: "  ") }
  }

  /// Control characters are escaped, C1 controls and delete too: a terminal that
  /// shows the text would obey them.
  static func appendString(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    let isPlain = text.withBytes { own in
      // C1 controls begin with C2, as some letters do; those take the long way.
      // Without a way out of the loop, many bytes are looked at together.
      var found: UInt8 = 0
      for byte in own {
        found |= byte < 0x20 ? 1 : 0
        found |= byte == 0x22 || byte == 0x5C || byte == 0x7F || byte == 0xC2 ? 1 : 0
      }
      let isPlain = found == 0
      if isPlain { bytes.append(contentsOf: own) }
      return isPlain
    }
    if isPlain {
      bytes.append(UInt8(ascii: "\""))
      return
    }
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22: bytes += "\\\"".utf8
      case 0x5C: bytes += "\\\\".utf8
      case 0x0A: bytes += "\\n".utf8
      case 0..<0x20, 0x7F..<0xA0:
        bytes += "\\u00".utf8
        bytes += (scalar.value < 16 ? "0" : "").utf8
        bytes += String(scalar.value, radix: 16).utf8
      default: bytes += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
