/// A list of objects, each written member by member.
public struct JSONObjects: Sendable {
  let count: Int
  /// Writes the members of one.
  let members: @Sendable (_ index: Int, inout JSONMembers, inout [UInt8]) -> Void

  func append(to bytes: inout [UInt8], depth: Int) {
    bytes.append(UInt8(ascii: "["))
    let start = bytes.count
    for index in 0..<count {
      // Grown as it fills, a list of megabytes would be copied again and again.
      if index == 16 { bytes.reserveCapacity(start + (bytes.count - start) / 14 * count) }
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      JSONValue.newLine(depth + 1, to: &bytes)
      bytes.append(UInt8(ascii: "{"))
      var object = JSONMembers(depth: depth + 1)
      members(index, &object, &bytes)
      if object.isNested { JSONValue.newLine(depth + 1, to: &bytes) }
      bytes.append(UInt8(ascii: "}"))
    }
    if count > 0 { JSONValue.newLine(depth, to: &bytes) }
    bytes.append(UInt8(ascii: "]"))
  }
}

/// The members of an object while they are written: on one line, or on a line each
/// where one of them holds objects. It does not keep the bytes, which must have one
/// owner, else each object would copy all that stand before it.
struct JSONMembers {
  /// How deep the object lies.
  let depth: Int
  /// Set before the first member.
  var isNested = false
  private var isFirst = true

  init(depth: Int, isNested: Bool = false) {
    self.depth = depth
    self.isNested = isNested
  }

  /// Members that were written before, for an object as deep as this and as nested.
  mutating func add(written members: ArraySlice<UInt8>, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: members)
    isFirst = false
  }

  /// `name` comes as it stands between two members, `, "id": `, so that most members
  /// begin with one append: each asks anew whether the array has room.
  private mutating func name(_ name: StaticString, to bytes: inout [UInt8]) {
    name.withUTF8Buffer { name in
      if !isNested, !isFirst { return bytes.append(contentsOf: name) }
      if isNested {
        if !isFirst { bytes.append(UInt8(ascii: ",")) }
        JSONValue.newLine(depth + 1, to: &bytes)
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: name.dropFirst(2)))
    }
    isFirst = false
  }

  mutating func add(_ name: StaticString, _ text: String?, to bytes: inout [UInt8]) {
    self.name(name, to: &bytes)
    guard let text else { return bytes.append(literal: "null") }
    JSONValue.appendString(text, to: &bytes)
  }

  mutating func add(_ name: StaticString, _ number: Decimal?, to bytes: inout [UInt8]) {
    self.name(name, to: &bytes)
    guard let number else { return bytes.append(literal: "null") }
    bytes.append(plain: number)
  }

  mutating func add(_ name: StaticString, _ flag: Bool, to bytes: inout [UInt8]) {
    self.name(name, to: &bytes)
    bytes.append(literal: flag ? "true" : "false")
  }

  mutating func add(_ name: StaticString, _ span: TimeSpan?, to bytes: inout [UInt8]) {
    self.name(name, to: &bytes)
    guard let span else { return bytes.append(literal: "null") }
    bytes.append(0x22)
    span.appendISO(to: &bytes)
    bytes.append(0x22)
  }

  mutating func add(_ name: StaticString, _ number: Int, to bytes: inout [UInt8]) {
    self.name(name, to: &bytes)
    bytes.append(decimal: number)
  }

  /// A list of texts on one line.
  mutating func add(_ name: StaticString, texts: [String], to bytes: inout [UInt8]) {
    self.name(name, to: &bytes)
    bytes.append(UInt8(ascii: "["))
    for (index, text) in texts.enumerated() {
      if index > 0 { bytes.append(literal: ", ") }
      JSONValue.appendString(text, to: &bytes)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  /// The ids of periods on one line.
  mutating func add(_ name: StaticString, _ periods: [Period], to bytes: inout [UInt8]) {
    self.name(name, to: &bytes)
    bytes.append(UInt8(ascii: "["))
    for (index, period) in periods.enumerated() {
      bytes.append(literal: index > 0 ? "\", \"" : "\"")
      period.appendID(to: &bytes)
    }
    bytes.append(literal: periods.isEmpty ? "]" : "\"]")
  }

  /// An object on one line, written whole.
  mutating func add(
    _ name: StaticString, to bytes: inout [UInt8], object: (inout [UInt8]) -> Void
  ) {
    self.name(name, to: &bytes)
    object(&bytes)
  }

  mutating func add(_ name: StaticString, _ objects: JSONObjects, to bytes: inout [UInt8]) {
    self.name(name, to: &bytes)
    objects.append(to: &bytes, depth: depth + 1)
  }
}
