import Foundation

/// Checks a document against a JSON Schema of draft 4 to 2020-12, as far as the
/// schemas in these tests go; a keyword that is not known is a failure, so that
/// nothing is passed over in silence.
struct JSONSchema {
  let root: [String: Any]

  init(_ data: Data) throws {
    root = try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
  }

  /// What is wrong, each with the place in the document.
  func problems(in document: Data) throws -> [String] {
    check(
      try JSONSerialization.jsonObject(with: document, options: .fragmentsAllowed), root, "$")
  }

  private static let ignored: Set<String> = [
    "$schema", "$id", "id", "title", "description", "default", "definitions", "$defs", "format",
    "examples", "$comment",
  ]

  private func check(_ value: Any, _ schema: [String: Any], _ at: String) -> [String] {
    var found: [String] = []
    for (keyword, rule) in schema where !Self.ignored.contains(keyword) {
      found += check(value, keyword, rule, schema, at)
    }
    return found
  }

  private func check(
    _ value: Any, _ keyword: String, _ rule: Any, _ schema: [String: Any], _ at: String
  ) -> [String] {
    switch keyword {
    case "$ref":
      guard let target = resolve(rule as? String ?? "") else { return ["\(at): unknown \(rule)"] }
      return check(value, target, at)
    case "type":
      let types = rule as? [String] ?? [rule as? String ?? ""]
      return types.contains { isA(value, $0) } ? [] : ["\(at): not a \(types)"]
    case "enum":
      let choices = rule as? [NSObject] ?? []
      return choices.contains { $0.isEqual(value) } ? [] : ["\(at): none of the choices"]
    case "const": return (rule as? NSObject)?.isEqual(value) == true ? [] : ["\(at): not \(rule)"]
    case "properties", "additionalProperties", "required":
      return object(value, keyword, rule, schema, at)
    case "items", "minItems", "uniqueItems": return array(value, keyword, rule, at)
    case "minimum", "maximum":
      guard let number = value as? NSNumber, let limit = rule as? NSNumber else { return [] }
      let order = number.compare(limit)
      let isOff = keyword == "minimum" ? order == .orderedAscending : order == .orderedDescending
      return isOff ? ["\(at): beyond \(limit)"] : []
    case "pattern":
      guard let text = value as? String, let pattern = rule as? String else { return [] }
      return text.range(of: pattern, options: .regularExpression) == nil
        ? ["\(at): does not match \(pattern)"] : []
    case "anyOf", "oneOf", "allOf":
      let results = (rule as? [[String: Any]] ?? []).map { check(value, $0, at) }
      let passing = results.count { $0.isEmpty }
      let holds =
        keyword == "anyOf"
        ? passing > 0 : keyword == "oneOf" ? passing == 1 : passing == results.count
      return holds ? [] : ["\(at): \(keyword)"] + results.flatMap { $0 }.prefix(3)
    default: return ["\(at): keyword \(keyword) is not known"]
    }
  }

  private func object(
    _ value: Any, _ keyword: String, _ rule: Any, _ schema: [String: Any], _ at: String
  ) -> [String] {
    guard let object = value as? [String: Any] else { return [] }
    let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
    switch keyword {
    case "required":
      return (rule as? [String] ?? []).filter { object[$0] == nil }.map { "\(at): lacks \($0)" }
    case "properties":
      return object.flatMap { key, item in
        properties[key].map { check(item, $0, "\(at).\(key)") } ?? []
      }
    default:
      let others = object.filter { properties[$0.key] == nil }
      if let allowed = rule as? Bool {
        return allowed ? [] : others.map { "\(at): has \($0.key)" }
      }
      return others.flatMap { check($0.value, rule as? [String: Any] ?? [:], "\(at).\($0.key)") }
    }
  }

  private func array(_ value: Any, _ keyword: String, _ rule: Any, _ at: String) -> [String] {
    guard let items = value as? [Any] else { return [] }
    switch keyword {
    case "minItems": return items.count < (rule as? Int ?? 0) ? ["\(at): too few"] : []
    case "uniqueItems":
      let known = NSMutableSet(array: items)
      return rule as? Bool == true && known.count < items.count ? ["\(at): not unique"] : []
    default:
      return items.enumerated().flatMap {
        check($0.element, rule as? [String: Any] ?? [:], "\(at)[\($0.offset)]")
      }
    }
  }

  private func resolve(_ reference: String) -> [String: Any]? {
    var place: Any = root
    for part in reference.split(separator: "/").dropFirst() {
      guard let next = (place as? [String: Any])?[String(part)] else { return nil }
      place = next
    }
    return reference.hasPrefix("#") ? place as? [String: Any] : nil
  }

  private func isA(_ value: Any, _ type: String) -> Bool {
    switch type {
    case "object": return value is [String: Any]
    case "array": return value is [Any]
    case "string": return value is String
    case "null": return value is NSNull
    case "boolean": return (value as? NSNumber).map(isBoolean) ?? false
    case "integer":
      guard let number = value as? NSNumber, !isBoolean(number) else { return false }
      return number.doubleValue == number.doubleValue.rounded()
    case "number": return (value as? NSNumber).map { !isBoolean($0) } ?? false
    default: return false
    }
  }

  private func isBoolean(_ number: NSNumber) -> Bool {
    String(cString: number.objCType) == "c" || String(cString: number.objCType) == "B"
  }
}
