import CedianTestSupport
import Foundation
import Testing

@testable import cedian

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Two versions of a site that share some pages and differ in others.
private func versions() throws -> (old: TemporaryFolder, new: TemporaryFolder) {
  func files(_ range: Range<Int>, _ title: String) -> [String: String] {
    var files: [String: String] = [:]
    for number in range {
      let text = SmallSite.sixFields.replacing("双11主会场", with: "\(title) \(number)")
      files["content/activities/2026/a\(number).md"] = "---\n\(text)\n---\n\n正文\n"
    }
    return files
  }
  return (
    try TemporaryFolder.site(files(0..<40, "旧"), inMemory: true),
    try TemporaryFolder.site(files(20..<60, "新"), inMemory: true)
  )
}

/// The pages of a site as a build that nothing disturbs makes them.
private func built(_ site: TemporaryFolder) throws -> [String: String] {
  #expect(try cedian("build", in: site).status == 0)
  return site.files(below: "output")
}

@Suite(.serialized) struct FaultTests {
  @Test func aBuildKilledInTheMiddleLeavesWholePagesAndTheNextOneCompletes() throws {
    let (old, new) = try versions()
    let shared = try TemporaryFolder(inMemory: true)
    let output = shared.at("out")
    let build = ["build", "--output", output]
    let sites = try [old, new].map(built)
    #expect(try run(cedianBinary, build, in: old).status == 0)
    for round in 0..<24 {
      let streams = try TemporaryFolder(inMemory: true)
      let process = try started(
        cedianBinary, build, in: round % 2 == 0 ? new : old, [:], streams)
      // Wait until it has begun to write, then a little longer each time: from the
      // first page that is taken in to the last step.
      while process.isRunning, FileSystem.entry(output + "/.cedian/staging") == .absent {}
      usleep(UInt32(round) * 1000)
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      let site = shared.files(below: "out")
      for (path, text) in site {
        #expect(text == sites[0][path] || text == sites[1][path], "\(path) in round \(round)")
      }
      #expect(site["index.html"] != nil)
      // A build that publishes nothing puts things right as well.
      try recoverPublication(in: output, patience: 10)
      let recovered = shared.files(below: "out")
      #expect(recovered == sites[0] || recovered == sites[1], "round \(round)")
      #expect(try run(cedianBinary, build, in: round % 3 == 0 ? old : new).status == 0)
      #expect(shared.files(below: "out") == sites[round % 3 == 0 ? 0 : 1])
    }
  }

  @Test func twoBuildsAtOnceLeaveOneOfTheirSites() throws {
    let (old, new) = try versions()
    let shared = try TemporaryFolder(inMemory: true)
    let build = ["build", "--output", shared.at("out")]
    let sites = try [old, new].map(built)
    for _ in 0..<4 {
      let streams = try [TemporaryFolder(inMemory: true), TemporaryFolder(inMemory: true)]
      let processes = try [
        started(cedianBinary, build, in: old, [:], streams[0]),
        started(cedianBinary, build, in: new, [:], streams[1]),
      ]
      for process in processes { process.waitUntilExit() }
      #expect(processes.map(\.terminationStatus) == [0, 0])
      let site = shared.files(below: "out")
      #expect(sites.contains(site))
    }
  }

  #if os(Linux)
    /// A small disk in a name space of its own, so that nothing of it outlives the
    /// test; nil where the machine allows no such thing.
    private static func onSmallDisk(_ options: String, _ script: String, _ folder: TemporaryFolder)
      throws -> Run
    {
      try FileManager.default.createDirectory(
        atPath: folder.at("disk"), withIntermediateDirectories: true)
      let inside = "mount -t tmpfs -o \(options) none disk || exit 99; \(script)"
      return try run(
        URL(filePath: "/usr/bin/unshare"),
        (isRoot ? ["-m"] : ["-rm"]) + ["/bin/sh", "-c", inside], in: folder,
        environment: ["CEDIAN": cedianBinary.path])
    }

    private static let hasSmallDisks: Bool = {
      guard FileSystem.entry("/usr/bin/unshare") != .absent,
        let folder = try? TemporaryFolder()
      else { return false }
      return (try? onSmallDisk("size=64k", "exit 0", folder).status) == 0
    }()

    @Test(.enabled(if: hasSmallDisks, "this machine lets nobody mount a small disk"))
    func aFullDiskKeepsTheLastSite() throws {
      let (old, new) = try versions()
      try new.write([UInt8](repeating: 7, count: 8 << 20), to: "content/pages/large.bin")
      let folder = try TemporaryFolder()
      let result = try Self.onSmallDisk(
        "size=6m",
        """
        "$CEDIAN" build --site \(old.path) --output disk/out 2>/dev/null || exit 98
        cp -r disk/out before
        "$CEDIAN" build --site \(new.path) --output disk/out
        echo "status $?"
        cp -r disk/out after
        "$CEDIAN" build --site \(old.path) --output disk/out 2>/dev/null
        echo "status $?"
        """, folder)
      #expect(result.out == "status 74\nstatus 0\n")
      #expect(result.err.hasPrefix("错误: 无法写入 disk/out/"))
      #expect(result.err.hasSuffix("：磁盘已满，请腾出空间后再试\n"))
      #expect(!folder.files(below: "before").isEmpty)
      #expect(folder.files(below: "before") == folder.files(below: "after"))
      #expect(FileSystem.entry(folder.at("after/.cedian/staging")) == .absent)
    }

    @Test(.enabled(if: hasSmallDisks, "this machine lets nobody mount a small disk"))
    func aDiskWithNoRoomForMoreFilesGivesTheOldSiteOrTheNew() throws {
      let (old, new) = try versions()
      let sites = try [old, new].map(built)
      // Files and folders of the site, and what .cedian keeps.
      let folders = Set(sites[0].keys.map { URL(filePath: "/" + $0).deletingLastPathComponent() })
      let count = sites[0].count + folders.count + 8
      var outcomes: Set<String> = []
      for spare in [0, 30, 48, 56, 60, 64, 300] {
        let folder = try TemporaryFolder()
        let result = try Self.onSmallDisk(
          "size=64m,nr_inodes=\(count + spare)",
          """
          "$CEDIAN" build --site \(old.path) --output disk/out 2>/dev/null || exit 98
          "$CEDIAN" build --site \(new.path) --output disk/out
          echo "status $?"
          cp -r disk/out after
          """, folder)
        let after = folder.files(below: "after")
        outcomes.insert(result.out)
        if result.out == "status 0\n" {
          #expect(after == sites[1], "with \(spare) to spare")
        } else {
          #expect(after == sites[0], "with \(spare) to spare")
          #expect(result.err.hasSuffix("：磁盘已满，请腾出空间后再试\n"))
        }
      }
      #expect(outcomes == ["status 74\n", "status 0\n"])
    }

    private static let canBeSomeoneElse =
      isRoot && FileSystem.entry("/usr/bin/setpriv") != .absent

    @Test(.enabled(if: !isRoot || canBeSomeoneElse, "root may write everywhere"))
    func aFolderThatMayNotBeWrittenKeepsTheLastSite() throws {
      let (old, new) = try versions()
      let shared = try TemporaryFolder()
      setMode(shared.path, 0o777)
      for site in [old, new] { setMode(site.path, 0o755) }
      let program = shared.at("cedian")
      try FileManager.default.copyItem(atPath: cedianBinary.path, toPath: program)
      func build(_ site: TemporaryFolder) throws -> Run {
        let prefix = isRoot ? "setpriv --reuid 65534 --regid 65534 --clear-groups " : ""
        return try runShell(
          prefix + "\(program) build --site \(site.path) --output out", in: shared)
      }
      #expect(try build(old).status == 0)
      let before = shared.files(below: "out")
      setMode(shared.at("out/activities"), 0o555)
      let refused = try build(new)
      #expect(refused.status == 74)
      #expect(refused.err.hasPrefix("错误: 无法"))
      #expect(refused.err.hasSuffix("：没有权限，请检查文件夹的所有者和权限\n"))
      #expect(shared.files(below: "out") == before)
      setMode(shared.at("out/activities"), 0o755)
      #expect(try build(new).status == 0)
    }

    @Test(.enabled(if: !isRoot || canBeSomeoneElse, "root may read everything"))
    func aFileThatMayNotBeReadIsReportedAndTheOthersAreChecked() throws {
      let site = try TemporaryFolder.site([
        "content/activities/2026/other.md": "---\n主题：x\n---\n"
      ])
      setMode(site.path, 0o755)
      setMode(site.at("content/activities/2026/case.md"), 0)
      let shared = try TemporaryFolder()
      setMode(shared.path, 0o755)
      try FileManager.default.copyItem(
        atPath: cedianBinary.path, toPath: shared.at("cedian"))
      let prefix = isRoot ? "setpriv --reuid 65534 --regid 65534 --clear-groups " : ""
      let result = try runShell("\(prefix)\(shared.at("cedian")) check", in: site)
      #expect(result.status == 1)
      #expect(
        result.err.hasPrefix(
          """
          错误[unreadable]: 无法读取 content/activities/2026/case.md：没有权限，请检查文件夹的所有者和权限
            ┌─ content/activities/2026/case.md:1:1
            = 改法：确认文件存在，且当前用户可以读取
          """))
      #expect(result.err.contains("错误[full-width-colon]"))
    }
  #endif
}
