import Foundation

/// A folder of a test's own, gone when the test is.
final class TemporaryFolder: Sendable {
  let path: String

  /// `inMemory` where the machine has such a folder: for hundreds of publications,
  /// each of which waits for the disk.
  init(inMemory: Bool = false) throws {
    let memory = "/dev/shm"
    let isThere = inMemory && FileManager.default.isWritableFile(atPath: memory)
    let above = isThere ? URL(filePath: memory) : FileManager.default.temporaryDirectory
    let folder = above.appending(path: "cedian-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.resolvingSymlinksInPath().path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func at(_ relative: String) -> String { relative.isEmpty ? path : path + "/" + relative }

  func write(_ text: String, to relative: String) throws {
    try write(Array(text.utf8), to: relative)
  }

  func write(_ bytes: [UInt8], to relative: String) throws {
    let url = URL(filePath: at(relative))
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  func link(_ relative: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: at(relative), withDestinationPath: target)
  }

  func read(_ relative: String) -> String? {
    (try? Data(contentsOf: URL(filePath: at(relative)))).map { String(decoding: $0, as: UTF8.self) }
  }

  func remove(_ relative: String) throws {
    try FileManager.default.removeItem(atPath: at(relative))
  }

  /// Every file below `folder` with its text; what is in `.cedian` left out.
  func files(below folder: String = "") -> [String: String] {
    var found: [String: String] = [:]
    let walk = FileManager.default.enumerator(atPath: at(folder))
    while let next = walk?.nextObject() as? String {
      if next == ".cedian" || next.hasPrefix(".cedian/") { continue }
      var isFolder: ObjCBool = false
      let full = at(folder.isEmpty ? next : folder + "/" + next)
      _ = FileManager.default.fileExists(atPath: full, isDirectory: &isFolder)
      if !isFolder.boolValue {
        found[next] =
          (try? Data(contentsOf: URL(filePath: full)))
          .map { String(decoding: $0, as: UTF8.self) } ?? "?"
      }
    }
    return found
  }
}
