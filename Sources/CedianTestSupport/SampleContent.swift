import CedianModel
import Foundation

/// The files of the package's own `content/`, in the order of their paths.
public func sampleContent() throws -> [SourceFile] {
  let root = packageRoot.appending(path: "content")
  let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path)
  return try paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.compactMap { path in
    let url = root.appending(path: path)
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder),
      !isFolder.boolValue
    else { return nil }
    return SourceFile(path: "content/" + path, bytes: Array(try Data(contentsOf: url)))
  }
}
