import Testing

@testable import cedian

@Suite struct DiskTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func oneBuildWaitsAndThenGivesUp() throws {
    try folder.write("", to: "out/.cedian/lock")
    let path = folder.at("out/.cedian/lock")
    var waits = 0
    guard let first = try OutputLock(at: path, patience: 0, waiting: {}) else {
      Issue.record("the lock of nobody could not be had")
      return
    }
    let second = try OutputLock(at: path, patience: 1) { waits += 1 }
    let isRefused = second == nil
    #expect(isRefused)
    #expect(waits == 1)
    #expect(throws: PublishProblem.locked(folder.at("out"))) {
      try publish(output(["a": "a"]), to: folder.at("out"), patience: 0)
    }
    #expect(folder.files(below: "out").isEmpty)
    _ = consume first
    #expect(try publish(output(["a": "a"]), to: folder.at("out")).added == 1)
  }

  @Test(
    "A folder that cannot be written is named with the reason",
    arguments: [
      ("file/out", "路径中有一段是文件，不是文件夹", "a part of the path is a file, not a folder"),
      ("file", "路径中有一段是文件，不是文件夹", "a part of the path is a file, not a folder"),
    ])
  func unwritable(_ output: String, _ zh: String, _ en: String) throws {
    try folder.write("x", to: "file")
    let problem = #expect(throws: DiskProblem.self) {
      try publish([], to: folder.at(output), patience: 0)
    }
    #expect(problem?.message.zh == "无法建立文件夹 \(folder.at(output))：\(zh)")
    #expect(problem?.message.en == "cannot make the folder \(folder.at(output)): \(en)")
    #expect(folder.read("file") == "x")
  }

  @Test(.enabled(if: !isRoot, "root may write everywhere"))
  func aFolderWithoutPermissionLeavesTheLastSite() throws {
    _ = try publish(output(["a/x": "a", "b/x": "b"]), to: folder.at("out"), patience: 0)
    setMode(folder.at("out/b"), 0o555)
    defer { setMode(folder.at("out/b"), 0o755) }
    #expect(throws: DiskProblem.self) {
      try publish(output(["a/x": "A", "b/x": "B"]), to: folder.at("out"), patience: 0)
    }
    #expect(folder.files(below: "out") == ["a/x": "a", "b/x": "b"])
  }

  #if os(Linux)
    /// Where nobody may write, not even root.
    @Test func aPlaceThatRefusesFoldersIsNamed() {
      let problem = #expect(throws: DiskProblem.self) {
        try publish([], to: "/proc/cedian/out", patience: 0)
      }
      #expect(problem?.path == "/proc/cedian" || problem?.path == "/proc/cedian/out")
      #expect(problem?.operation == .create)
    }
  #endif

  @Test(
    "A path is resolved as far as it exists",
    arguments: [
      ("here", "here"), ("here/not/yet", "here/not/yet"), ("link/not", "here/not"),
      ("not/../here", "here"), ("not/./yet/", "not/yet"), ("here/../../x", "../x"),
    ])
  func ahead(_ path: String, _ resolved: String) throws {
    try folder.write("", to: "here/file")
    try folder.link("link", to: "here")
    let above = folder.path.split(separator: "/").dropLast().joined(separator: "/")
    let expected = resolved.hasPrefix("../") ? "/\(above)/x" : folder.at(resolved)
    #expect(FileSystem.resolvedAhead(folder.at(path)) == expected)
  }
}

@Suite struct ContentHashTests {
  @Test func textsThatAreNearlyTheSameHaveOtherHashes() {
    var seen: Set<ContentHash> = []
    var lows: Set<UInt64> = []
    var highs: Set<UInt64> = []
    var count = 0
    func see(_ bytes: [UInt8]) {
      let hash = ContentHash(bytes)
      seen.insert(hash)
      lows.insert(hash.low)
      highs.insert(hash.high)
      count += 1
    }
    // Zeros of every length, and every single bit and pair of bits set.
    for length in 0...40 { see([UInt8](repeating: 0, count: length)) }
    for first in 0..<320 {
      for second in first..<320 {
        var bytes = [UInt8](repeating: 0, count: 40)
        bytes[first / 8] |= 1 << UInt8(first % 8)
        bytes[second / 8] |= 1 << UInt8(second % 8)
        see(bytes)
      }
    }
    for number in 0..<20_000 { see(Array("<p>\(number)</p>".utf8)) }
    #expect(seen.count == count)
    #expect(lows.count == count)
    #expect(highs.count == count)
  }

  @Test func oneBitChangesAboutHalfOfTheHash() {
    var changed = 0
    let base = Array("一份计划，一个活动，一条制度".utf8)
    let hash = ContentHash(base)
    for bit in 0..<(base.count * 8) {
      var bytes = base
      bytes[bit / 8] ^= 1 << UInt8(bit % 8)
      let other = ContentHash(bytes)
      changed += (hash.high ^ other.high).nonzeroBitCount
      changed += (hash.low ^ other.low).nonzeroBitCount
    }
    let share = Double(changed) / Double(base.count * 8 * 128)
    #expect((0.45...0.55).contains(share))
  }

  @Test func theSameBytesHaveTheSameHashOnEverySystem() {
    var bytes: [UInt8] = []
    ContentHash(Array("cedian".utf8)).append(to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == "e871a74fbc576d7d 7f368d35e472cbe9")
  }
}

@Suite struct ParallelMapTests {
  @Test(arguments: [0, 1, 8, 9, 64, 1000, 4097])
  func resultsComeInTheOrderOfTheItems(_ count: Int) {
    #expect(parallelMap(Array(0..<count)) { $0 * 2 } == (0..<count).map { $0 * 2 })
    #expect(parallelMap(5..<(5 + count)) { $0 } == Array(5..<(5 + count)))
  }
}
