import CedianSite
import Testing

@testable import cedian

func output(_ files: [String: String]) -> [OutputFile] {
  files.map { OutputFile(path: $0.key, bytes: Array($0.value.utf8)) }
}

/// A site whose files are all there at once.
@discardableResult
func publish(
  _ files: [OutputFile], to root: String, disk: Disk = Disk(), patience: Int = 10
) throws -> Published {
  let publisher = try Publisher(to: root, disk: disk, patience: patience)
  return try publisher.publish(parallelMap(files, publisher.intake.take)).0
}

@Suite struct PublishTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @discardableResult
  private func publishing(_ files: [String: String], disk: Disk = Disk()) throws -> Published {
    try publish(output(files), to: folder.at("out"), disk: disk)
  }

  private func foreign(_ files: [String: String]) -> [PublishPlan.Foreign]? {
    do {
      try publishing(files)
      return []
    } catch PublishProblem.foreign(let found, in: _) {
      return found
    } catch {
      return nil
    }
  }

  private var site: [String: String] { folder.files(below: "out") }

  @Test func theFirstPublicationWritesEverything() throws {
    let files = ["index.html": "a", "a/b/index.html": "b", "empty.txt": "", "图/一.txt": "c"]
    #expect(try publishing(files) == Published(added: 4))
    #expect(site == files)
  }

  @Test func aSecondOneWritesOnlyWhatDiffersAndRemovesWhatIsGone() throws {
    try publishing(["index.html": "a", "b/index.html": "b", "c/d/index.html": "c"])
    let new = ["index.html": "a", "b/index.html": "B", "e/index.html": "e"]
    #expect(
      try publishing(new) == Published(added: 1, replaced: 1, removed: 1, unchanged: 1))
    #expect(site == new)
    #expect(FileSystem.entry(folder.at("out/c")) == .absent)
  }

  @Test func filesThatDoNotChangeAreNotTouched() throws {
    try publishing(["a": "a", "b": "b"])
    let before = FileSystem.status(folder.at("out/a"))?.st_ino
    #expect(try publishing(["a": "a", "b": "B"]) == Published(replaced: 1, unchanged: 1))
    #expect(FileSystem.status(folder.at("out/a"))?.st_ino == before)
  }

  @Test func aFileThatWasRemovedByHandComesBack() throws {
    try publishing(["a/index.html": "a", "b": "b"])
    try folder.remove("out/a")
    #expect(try publishing(["a/index.html": "a", "b": "b"]) == Published(added: 1, unchanged: 1))
    #expect(site == ["a/index.html": "a", "b": "b"])
  }

  @Test func foldersThatSomeoneElseUsesStay() throws {
    try publishing(["a/index.html": "a", "b/index.html": "b"])
    try folder.write("mine", to: "out/a/mine.txt")
    try publishing(["b/index.html": "b"])
    #expect(site == ["a/mine.txt": "mine", "b/index.html": "b"])
  }

  @Test func equalSitesHaveEqualManifests() throws {
    let files = ["b": "2", "a/c": "1", "a.txt": "3", "é": "4"]
    try publishing(["x": "x", "b": "old"])
    try publishing(files)
    _ = try publish(output(files), to: folder.at("other"))
    let manifest = folder.read("out/.cedian/manifest")
    #expect(manifest == folder.read("other/.cedian/manifest"))
    #expect(manifest?.hasPrefix("cedian manifest 4\n") == true)
    let paths = manifest?.split(separator: "\n").dropFirst().map { $0.split(separator: " ")[3] }
    #expect(paths == ["a.txt", "a/c", "b", "é"])
  }

  @Test func aFileThatNoBuildWroteStopsItAndStays() throws {
    try publishing(["index.html": "old", "x": "x"])
    try folder.write("mine", to: "out/about.html")
    #expect(
      foreign(["index.html": "new", "about.html": "new"]) == [
        .init(path: "about.html", why: .notOurs)
      ])
    #expect(site == ["index.html": "old", "x": "x", "about.html": "mine"])
  }

  @Test func aFileEditedByHandIsNeitherOverwrittenNorRemoved() throws {
    try publishing(["a": "a", "b": "b", "c": "c"])
    try folder.write("A", to: "out/a")
    try folder.write("B", to: "out/b")
    let both: [PublishPlan.Foreign] = [
      .init(path: "a", why: .edited), .init(path: "b", why: .edited),
    ]
    #expect(foreign(["a": "new", "c": "c"]) == both)
    #expect(foreign(["a": "a", "c": "c"]) == both)
    #expect(site == ["a": "A", "b": "B", "c": "c"])
  }

  @Test func anEditThatKeepsSizeAndTimeIsSeen() throws {
    try publishing(["a": "aaaa"])
    // The look is trusted only after a build has had the time to take it.
    try publishing(["a": "aaaa"])
    let status = try #require(FileSystem.status(folder.at("out/a")))
    try folder.write("bbbb", to: "out/a")
    setTimes(folder.at("out/a"), like: status)
    #expect(foreign(["a": "aaaa"]) == [.init(path: "a", why: .edited)])
  }

  @Test func aFileWithTheVeryBytesIsTakenOver() throws {
    try folder.write("same", to: "out/a")
    #expect(try publishing(["a": "same"]) == Published(unchanged: 1))
    #expect(try publishing(["a": "new"]) == Published(replaced: 1))
  }

  @Test func strangersInTheFolderAreHarmless() throws {
    try folder.write("", to: "out/.gitkeep")
    try folder.write("x", to: "out/CNAME")
    try publishing(["a": "a"])
    try publishing([:])
    #expect(site == [".gitkeep": "", "CNAME": "x"])
  }

  @Test func linksInTheFolderAreNotWrittenThrough() throws {
    try folder.write("far", to: "far/index.html")
    try publishing(["plans/index.html": "p", "b": "b"])
    try folder.remove("out/plans")
    try folder.link("out/plans", to: folder.at("far"))
    try folder.remove("out/b")
    try folder.link("out/b", to: folder.at("far/index.html"))
    #expect(
      foreign(["plans/index.html": "new", "b": "new"]) == [
        .init(path: "b", why: .link), .init(path: "plans", why: .blocking),
      ])
    #expect(folder.read("far/index.html") == "far")
    // A page that goes away behind a link is not followed there either.
    try folder.remove("out/b")
    try publishing(["b": "b"])
    #expect(folder.read("far/index.html") == "far")
  }

  @Test func theOutputFolderItselfMayBeALink() throws {
    try folder.write("", to: "real/.gitkeep")
    try folder.link("out", to: folder.at("real"))
    try publishing(["a": "a"])
    #expect(folder.read("real/a") == "a")
  }

  @Test func aLinkInPlaceOfTheStateFolderIsRefused() throws {
    try folder.write("x", to: "far/lock")
    try folder.write("", to: "out/.gitkeep")
    try folder.link("out/.cedian", to: folder.at("far"))
    #expect(throws: DiskProblem.self) { try publishing(["a": "a"]) }
    #expect(folder.files(below: "far") == ["lock": "x"])
  }

  @Test func aFolderWhereAFileHasToBeIsNamed() throws {
    try folder.write("x", to: "out/a/mine.txt")
    #expect(foreign(["a": "a"]) == [.init(path: "a", why: .folder)])
  }

  @Test func aFileWhereAFolderHasToBeIsNamed() throws {
    try folder.write("x", to: "out/a")
    #expect(
      foreign(["a/b/index.html": "b", "a/c/index.html": "c"]) == [
        .init(path: "a", why: .blocking)
      ])
  }

  @Test func ourOwnFilesMayBecomeFoldersAndBack() throws {
    let file = ["a": "file", "z": "z"]
    let folders = ["a/b/index.html": "1", "a/c.html": "2", "z": "z"]
    try publishing(file)
    #expect(try publishing(folders) == Published(added: 2, removed: 1, unchanged: 1))
    #expect(site == folders)
    #expect(try publishing(file) == Published(added: 1, removed: 2, unchanged: 1))
    #expect(site == file)
  }

  @Test func aNameThatChangesItsCaseIsWritten() throws {
    try publishing(["About.html": "a"])
    try publishing(["about.html": "a"])
    #expect(site == ["about.html": "a"])
  }

  @Test func aFolderBlindToCaseLosesNothing() throws {
    // Two names for one file, as such a disk would show them.
    try publishing(["About.html": "a"])
    try #require(hardLink(folder.at("out/About.html"), folder.at("out/about.html")))
    try publishing(["about.html": "a"])
    #expect(site == ["about.html": "a"])
  }

  @Test(
    "Files that cannot stand side by side are refused before any is put in place",
    arguments: [
      (["A.html", "a.html"], [PathClash(first: "A.html", second: "a.html")]),
      (["É/x", "é/X"], [PathClash(first: "É/x", second: "é/X")]),
      (["a", "a/index.html"], [PathClash(first: "a", second: "a/index.html")]),
      (["B", "b/c/d"], [PathClash(first: "B", second: "b/c/d")]),
      (["caf\u{E9}", "cafe\u{301}"], [PathClash(first: "cafe\u{301}", second: "caf\u{E9}")]),
    ])
  func clashes(_ paths: [String], _ clashes: [PathClash]) throws {
    let files = paths.map { OutputFile(path: $0, bytes: []) }
    #expect(throws: PublishProblem.clashes(clashes)) {
      try publish(files, to: folder.at("out"))
    }
    #expect(site.isEmpty)
    #expect(FileSystem.entry(folder.at("out/.cedian/staging")) == .absent)
  }

  @Test(
    "What another version left unfinished stays as it is, with the files it keeps",
    arguments: ["forward", "back"])
  func foreignJournal(_ name: String) throws {
    try publishing(["a.html": "a"])
    try folder.write("cedian journal 3\n~ a.html\n\n", to: "out/.cedian/\(name)")
    try folder.write("old", to: "out/.cedian/staging/o1")
    #expect(throws: PublishProblem.manifest(folder.at("out/.cedian/\(name)"))) {
      try publishing(["a.html": "b"])
    }
    #expect(folder.read("out/.cedian/staging/o1") == "old")
    #expect(folder.read("out/.cedian/\(name)") != nil)
    #expect(site == ["a.html": "a"])
  }

  @Test("Clashes of small ASCII names are those that every other name would show, too")
  func clashesOfFoldedNames() {
    let names = ["a", "a/b", "a-b", "a.b", "a/b/c", "a/b-c", "b", "b/a", "b/a/a", "a/c/d/e"]
    // Every set of them, and every name twice.
    for set in 0..<1 << names.count {
      var paths = names.indices.filter { set >> $0 & 1 == 1 }.map { names[$0] }
      if set % 7 == 0, let first = paths.first { paths += [first, first] }
      paths.sort(by: pathPrecedes)
      // A name beyond ASCII takes all of them the long way, and comes last.
      #expect(PathClash.find(in: paths) == PathClash.find(in: paths + ["é"]), "\(paths)")
    }
  }

  @Test(
    "A path that leaves the folder is refused",
    arguments: [
      "../x", "/etc/x", "a/../../x", "", "a//b", "./a", "a/.", ".cedian/manifest", ".cedian",
      "a\nb", "a/", "..",
    ])
  func paths(_ path: String) throws {
    #expect(throws: PublishProblem.paths([path])) {
      try publish([OutputFile(path: path, bytes: [1])], to: folder.at("out"))
    }
    #expect(site.isEmpty)
  }

  @Test(
    "Names that only look odd are written",
    arguments: ["...", "a/...b", ".well-known/x", "a b/c", "..a", "a..b/c", ".cedianx"])
  func oddNames(_ path: String) throws {
    try publishing([path: "x"])
    #expect(site == [path: "x"])
  }

  @Test func aDamagedManifestStopsItAndTouchesNothing() throws {
    try publishing(["a": "a"])
    try folder.write("nonsense", to: "out/.cedian/manifest")
    #expect(throws: PublishProblem.manifest(folder.at("out/.cedian/manifest"))) {
      try publishing(["a": "b"])
    }
    #expect(site == ["a": "a"])
  }

  @Test func aManifestCannotNameFilesOutside() throws {
    try publishing(["a": "a"])
    try folder.write("x", to: "victim")
    let line = "0 0 1 ../victim\n"
    try folder.write("cedian manifest 4\n" + line, to: "out/.cedian/manifest")
    #expect(throws: PublishProblem.self) { try publishing(["a": "a"]) }
    #expect(folder.read("victim") == "x")
  }

  @Test func theMemoryOfLooksMayBeLostOrSpoilt() throws {
    try publishing(["a": "a", "b": "b"])
    for text in [nil, "", "nonsense", "cedian seen 1\n0 0 0\n", "cedian seen 1\n"] {
      if let text {
        try folder.write(text, to: "out/.cedian/seen")
      } else {
        try folder.remove("out/.cedian/seen")
      }
      #expect(try publishing(["a": "a", "b": "b"]) == Published(unchanged: 2))
    }
  }

  @Test func nothingIsLeftInTheStateFolderButWhatIsNeeded() throws {
    try publishing(["a": "a", "b": "b"])
    try publishing(["a": "A", "c": "c"])
    let names = try FileSystem.list(folder.at("out/.cedian")).map(\.name)
    #expect(names == ["lock", "manifest", "seen"])
  }

  @Test func manyFilesAreWrittenAsFewAre() throws {
    var files: [String: String] = [:]
    for number in 0..<300 { files["p\(number % 7)/\(number)/index.html"] = "page \(number)" }
    #expect(try publishing(files) == Published(added: 300))
    for number in 0..<100 { files["p\(number % 7)/\(number)/index.html"] = "new \(number)" }
    #expect(try publishing(files) == Published(replaced: 100, unchanged: 200))
    #expect(site == files)
  }
}
