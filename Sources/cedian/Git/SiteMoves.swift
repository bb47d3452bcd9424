import CedianModel

extension Repository {
  /// Where the site's folder lay before it was moved, newest first, each with a final
  /// slash or empty for the repository's top. A folder that holds content today is
  /// another site's.
  func formerPrefixes(below folder: String) throws(GitProblem) -> [String] {
    var found: [String] = []
    var at = (prefix: prefix, commit: "HEAD")
    for _ in 0..<8 {
      guard let former = try former(at.prefix, folder, before: at.commit),
        former.prefix != prefix, !found.contains(former.prefix),
        !former.prefix.contains("\n")
      else { break }
      let today = try git.run(
        ["ls-tree", "--full-tree", "HEAD", "--", former.prefix + folder + "/"])
      guard today.status == 0, today.out.isEmpty else { break }
      found.append(former.prefix)
      at = (former.prefix, former.commit + "^")
    }
    return found
  }

  /// The folder from which the commit that brought `site.yml` had moved it.
  private func former(
    _ prefix: String, _ folder: String, before commit: String
  ) throws(GitProblem) -> (prefix: String, commit: String)? {
    let settings = folder + "/site.yml"
    let added = try git.run([
      "log", "-1", "--diff-filter=A", "--no-renames", "--no-show-signature", "--format=%H", commit,
      "--", fromSite(prefix + settings),
    ])
    let arrival = String(decoding: added.out, as: UTF8.self).trimmingNewline
    guard added.status == 0, !arrival.isEmpty else { return nil }
    // Without paths, which would hide where the file came from.
    let moved = try git.run([
      "diff-tree", "-r", "-z", "--raw", "--no-commit-id", "--find-renames=50%", "--diff-filter=R",
      "--no-ext-diff", arrival,
    ])
    guard moved.status == 0 else { return nil }
    let words = moved.out.split(separator: 0)
    for index in stride(from: 0, to: words.count - 2, by: 3) {
      guard words[index + 2].elementsEqual((prefix + settings).utf8) else { continue }
      let old = String(decoding: words[index + 1], as: UTF8.self)
      guard old == settings || old.hasSuffix("/" + settings) else { return nil }
      return (String(old.dropLast(settings.count)), arrival)
    }
    return nil
  }

  /// A path from the repository's top as git takes it in the site's folder.
  func fromSite(_ path: String) -> String {
    String(repeating: "../", count: prefix.split(separator: "/").count) + path
  }
}
