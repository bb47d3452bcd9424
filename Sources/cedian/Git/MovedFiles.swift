import CedianContent
import CedianModel

/// Where files went that are not at their old paths any more, by those: the same bytes
/// elsewhere, else the same document as `cedian diff` has it. Findings go along.
func movedFiles(from old: [SourceFile], to new: [SourceFile]) -> [String: String] {
  let (before, after) = (Set(old.map(\.path)), Set(new.map(\.path)))
  var gone = old.filter { !after.contains($0.path) }
  var came = new.filter { !before.contains($0.path) }
  guard !gone.isEmpty, !came.isEmpty else { return [:] }
  var moved: [String: String] = [:]
  var twins = Dictionary(grouping: came, by: \.bytes).mapValues { $0.map(\.path) }
  for file in gone {
    guard let path = twins[file.bytes]?.popLast() else { continue }
    moved[file.path] = path
  }
  let taken = Set(moved.values)
  gone.removeAll { moved[$0.path] != nil }
  came.removeAll { taken.contains($0.path) }
  func side(_ files: [SourceFile]) -> DiffSide {
    DiffSide(
      documents: files.filter { isCompared($0.path) }.map { diffDocument($0) },
      handbook: Handbook())
  }
  for document in diff(from: side(gone), to: side(came)).documents {
    if let path = document.oldPath { moved[path] = document.path }
  }
  return moved
}
