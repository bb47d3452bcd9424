import CedianModel

/// `merge-conflict`: a file in which git's marks of a conflict were left.
enum MergeConflict {
  static let id = "merge-conflict"

  /// One finding for the first conflict of a file, nil where there is none.
  static func check(_ file: SourceFile) -> Diagnostic? {
    guard let (offset, line) = start(in: file.bytes) else { return nil }
    let rest = file.bytes[offset...]
    let end = rest.firstIndex(of: 0x0A) ?? file.bytes.count
    let words = String(decoding: file.bytes[offset..<end], as: UTF8.self)
    let length = words.unicodeScalars.count(where: { $0 != "\r" })
    return Diagnostic(
      id: id, severity: .error,
      location: SourceLocation(
        path: file.path, range: SourceRange(line: line, column: 1, length: length)),
      message: LocalizedText(
        zh: "合并冲突没有解决：git 的冲突标记还在文件里",
        en: "a merge conflict is not resolved: git's marks are still in the file"),
      fix: Diagnostic.Fix(
        message: LocalizedText(
          zh: "在 <<<<<<< 和 >>>>>>> 之间选定内容，删去三行标记",
          en: "choose between <<<<<<< and >>>>>>>, and remove the three marks")))
  }

  /// A line that begins with `<<<<<<< `, with a `>>>>>>> ` line after it.
  private static func start(in bytes: [UInt8]) -> (offset: Int, line: Int)? {
    guard let first = find("<<<<<<< ", in: bytes, from: 0),
      find(">>>>>>> ", in: bytes, from: first) != nil
    else { return nil }
    return (first, bytes[..<first].count(where: { $0 == 0x0A }) + 1)
  }

  private static func find(_ mark: StaticString, in bytes: [UInt8], from start: Int) -> Int? {
    let length = mark.utf8CodeUnitCount
    let wanted = UnsafeBufferPointer(start: mark.utf8Start, count: length)
    return bytes.withUnsafeBufferPointer { bytes in
      var at = start
      // Few files hold the first byte of a mark anywhere.
      while let found = bytes.firstIndex(of: wanted[0], from: at) {
        guard found + length <= bytes.count else { return nil }
        let beginsLine = found == start || bytes[found - 1] == 0x0A
        if beginsLine, bytes[found..<found + length].elementsEqual(wanted) { return found }
        at = found + 1
      }
      return nil
    }
  }
}
