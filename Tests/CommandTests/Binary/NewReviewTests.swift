import CedianTestSupport
import Foundation
import Testing

@testable import cedian

@Suite("cedian new review")
struct NewReviewTests {
  private func copyOfContent() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(
      at: packageRoot.appending(path: "content"), to: URL(filePath: folder.path + "/content"))
    return folder
  }

  private let chinese = ["LANG": "zh_CN.UTF-8"]

  @Test("the draft lists what was missed and is itself free of errors")
  func draft() throws {
    let folder = try copyOfContent()
    try FileManager.default.removeItem(atPath: folder.path + "/content/reviews/2026-10.md")
    let run = try cedian("new", "review", "2026-10", in: folder, environment: chinese)
    #expect(run.status == 0)
    #expect(run.out == "")
    #expect(
      run.err == "已写 ./content/reviews/2026-10.md；改好「待填写」的地方，再用 cedian check 检查\n"
        || run.err == "已写 content/reviews/2026-10.md；改好「待填写」的地方，再用 cedian check 检查\n")
    let text = try #require(folder.read("content/reviews/2026-10.md"))
    #expect(text.hasPrefix("---\nid: 2026-10\n标题: 2026年10月复盘\n负责人: 市场部\n周期: 2026-10\n"))
    #expect(text.contains("    内容: 成交总额341.79万元，达成率79.5%，比目标少88.21万元\n"))
    #expect(text.contains("    内容: \"工作未完成：T2026-10-1 会员日加“老带新”，双方各得一泡秋茶\"\n"))
    #expect(text.contains("| 投诉量 | 130 | 163 | 74.6% | 未达标 |\n"))
    #expect(text.contains("国庆会员日加“老带新”，双方各得一泡秋茶（逾期）"))
    let check = try cedian(
      "check", "--format", "json", "content/reviews/2026-10.md", in: folder, environment: chinese)
    #expect(!check.out.contains("\"severity\" : \"error\""))
    #expect(check.status == 0)
  }

  @Test("a draft that nobody has touched has decided nothing")
  func untouched() throws {
    let folder = try copyOfContent()
    try FileManager.default.removeItem(atPath: folder.path + "/content/reviews/2026-10.md")
    _ = try cedian("new", "review", "2026-10", in: folder, environment: chinese)
    let run = try cedian("report", "2026-10", "--format", "json", in: folder, environment: chinese)
    #expect(run.out.contains("\"outcome\": \"unanswered\""))
    #expect(!run.out.contains("\"outcome\": \"adjusted\""))
    #expect(!run.out.contains("待填写"))
  }

  @Test("a file that is there is never touched")
  func existing() throws {
    let folder = try copyOfContent()
    let before = folder.read("content/reviews/2026-10.md")
    let run = try cedian("new", "review", "2026-10", in: folder, environment: chinese)
    #expect(run.status == 64)
    #expect(run.err == "错误: 已有 content/reviews/2026-10.md，不会改动它；用 --stdout 只看初稿\n")
    #expect(folder.read("content/reviews/2026-10.md") == before)
    // Nor one that only lies where the draft would go.
    try folder.write("---\n周期: 2026-10\n---\n", to: "content/reviews/2026-11.md")
    let other = try cedian("new", "review", "2026-11", in: folder, environment: chinese)
    #expect(other.status == 64)
    #expect(folder.read("content/reviews/2026-11.md") == "---\n周期: 2026-10\n---\n")
  }

  @Test("a period that has not begun has nothing to review")
  func ahead() throws {
    let folder = try copyOfContent()
    let run = try cedian("new", "review", "2026-12", in: folder, environment: chinese)
    #expect(run.status == 64)
    #expect(run.err == "错误: 2026-12 还没有开始，没有可复盘的；可用 --as-of 指定日期\n")
    #expect(folder.read("content/reviews/2026-12.md") == nil)
  }

  @Test("--stdout prints the draft and writes nothing")
  func printed() throws {
    let folder = try copyOfContent()
    let run = try cedian("new", "review", "2026-Q4", "--stdout", in: folder, environment: chinese)
    #expect(run.status == 0)
    #expect(run.out.hasPrefix("---\nid: 2026-Q4\n标题: 2026年第四季度复盘\n"))
    #expect(folder.read("content/reviews/2026-Q4.md") == nil)
  }
}
