import CedianModel
import Testing

@testable import cedian

@Suite struct LoadTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func loaded() throws -> (paths: [String], found: [Diagnostic]) {
    let (files, found) = try loadFiles(in: "content", of: folder.path)
    return (files.map(\.path), found)
  }

  @Test func everyFileIsReadInTheOrderOfItsPathsBytes() throws {
    for path in ["b.md", "a/z.md", "a.md", "A.md", "a-b.md", "图/一.png", "a/b/c.csv"] {
      try folder.write(path, to: "content/" + path)
    }
    let (files, found) = try loadFiles(in: "content", of: folder.path)
    #expect(found.isEmpty)
    #expect(
      files.map(\.path) == [
        "content/A.md", "content/a-b.md", "content/a.md", "content/a/b/c.csv", "content/a/z.md",
        "content/b.md", "content/图/一.png",
      ])
    #expect(files.allSatisfy { $0.bytes == Array($0.path.dropFirst(8).utf8) })
  }

  @Test func hiddenFilesAndEditorsLeftoversArePassedOver() throws {
    for path in [".git/x", ".DS_Store", "a.md~", ".a.md.swp", "#a.md#", "a.md", "#1.md"] {
      try folder.write("", to: "content/" + path)
    }
    #expect(try loaded() == (["content/#1.md", "content/a.md"], []))
  }

  @Test func bytesComeAsTheyAre() throws {
    let bytes: [UInt8] = [0xEF, 0xBB, 0xBF, 0x00, 0x0D, 0x0A, 0xFF]
    try folder.write(bytes, to: "content/a.md")
    try folder.write([UInt8](), to: "content/empty.md")
    try folder.write([UInt8](repeating: 7, count: 300_000), to: "content/large.png")
    let (files, _) = try loadFiles(in: "content", of: folder.path)
    #expect(files.map(\.bytes.count) == [7, 0, 300_000])
    #expect(files[0].bytes == bytes)
  }

  @Test func aLinkToAFileInTheSiteIsRead() throws {
    try folder.write("x", to: "content/a.md")
    try folder.link("content/b.md", to: "a.md")
    #expect(try loaded() == (["content/a.md", "content/b.md"], []))
  }

  @Test(
    "A link that leads elsewhere is an error at its path and is not read",
    arguments: [
      ("/etc/passwd", "符号链接指向站点之外，或指向文件夹，没有读取"),
      ("../../", "符号链接指向站点之外，或指向文件夹，没有读取"),
      (".", "符号链接指向站点之外，或指向文件夹，没有读取"),
      ("nowhere.md", "符号链接指向的文件不存在"),
      ("b.md", "符号链接指向的文件不存在"),
    ])
  func links(_ target: String, _ message: String) throws {
    try folder.write("x", to: "content/a.md")
    try folder.link("content/b.md", to: target)
    let (paths, found) = try loaded()
    #expect(paths == ["content/a.md"])
    #expect(found.map(\.location.path) == ["content/b.md"])
    #expect(found.map(\.message.zh) == [message])
    #expect(found.map(\.id) == ["unreadable"])
    #expect(found.map(\.severity) == [.error])
  }

  @Test func aPipeIsAnErrorAndIsNotWaitedFor() throws {
    try folder.write("x", to: "content/a.md")
    try #require(makePipe(folder.at("content/pipe.md")))
    let (paths, found) = try loaded()
    #expect(paths == ["content/a.md"])
    #expect(found.map(\.location.path) == ["content/pipe.md"])
  }

  @Test(.enabled(if: !isRoot, "root may read everything"))
  func aFileThatMayNotBeReadIsAnErrorAndTheOthersLoad() throws {
    try folder.write("x", to: "content/a.md")
    try folder.write("x", to: "content/b.md")
    setMode(folder.at("content/b.md"), 0)
    let (paths, found) = try loaded()
    #expect(paths == ["content/a.md"])
    #expect(found.map(\.message.zh) == ["无法读取 content/b.md：没有权限，请检查文件夹的所有者和权限"])
  }

  @Test func aFileTooLargeForMemoryIsAnErrorAndTheOthersLoad() throws {
    try folder.write("x", to: "content/a.md")
    // A file of holes: large without taking room.
    try folder.write("", to: "content/huge.bin")
    try #require(grow(folder.at("content/huge.bin"), to: 1 << 40))
    let (paths, found) = try loaded()
    #expect(paths == ["content/a.md"])
    #expect(
      found.map(\.message.en) == [
        "cannot read content/huge.bin: it is too large; 512 MB is the most"
      ])
  }

  @Test func namesThatCannotBePathsAreErrors() throws {
    try folder.write("x", to: "content/a.md")
    try folder.write("x", to: "content/evil\n.md")
    let (paths, found) = try loaded()
    #expect(paths == ["content/a.md"])
    #expect(found.map(\.location.path) == ["content/evil\n.md"])
  }

  @Test func aNameThatIsNotUTF8IsAnErrorAtItsFolder() throws {
    try folder.write("x", to: "content/a/a.md")
    // Some disks refuse such names themselves.
    guard makeFile(in: folder.at("content/a"), named: [0xC4, 0xE3, 0x2E, 0x6D, 0x64]) else {
      return
    }
    let (paths, found) = try loaded()
    #expect(paths == ["content/a/a.md"])
    #expect(found.map(\.location.path) == ["content/a"])
  }

  @Test func foldersNestedTooDeeplyAreAnError() throws {
    let deep = "content/" + Array(repeating: "d", count: 80).joined(separator: "/")
    try folder.write("x", to: deep + "/a.md")
    try folder.write("x", to: "content/b.md")
    let (paths, found) = try loaded()
    #expect(paths == ["content/b.md"])
    #expect(found.count == 1)
  }

  @Test func aFolderThatIsNotThereIsADiskProblem() {
    #expect(throws: DiskProblem(.list, folder.at("content"), 2)) {
      try loadFiles(in: "content", of: folder.path)
    }
  }
}
