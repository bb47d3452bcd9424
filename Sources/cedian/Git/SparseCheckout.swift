import CedianModel

/// Why documents may seem to be missing: a sparse checkout leaves them out of the
/// working tree. Nil where all are there, and where git cannot tell.
func sparseNote(of site: String) -> LocalizedText? {
  guard let repository = try? Repository(site: site),
    let answer = try? repository.git.run(["ls-files", "-t", "-z", "--", "content/"]),
    answer.status == 0
  else { return nil }
  let count = answer.out.split(separator: 0).count { $0.starts(with: "S ".utf8) }
  guard count > 0 else { return nil }
  return LocalizedText(
    zh: "这是稀疏检出（sparse checkout），content/ 里有 \(count) 个文件没有检出，"
      + "上面的问题可能由此而来；git sparse-checkout add content 检出它们",
    en: "this is a sparse checkout: \(count) files below content/ are left out, which may explain "
      + "what was found; git sparse-checkout add content brings them")
}
