import CedianSite
import CedianTestSupport
import Foundation
import Synchronization
import Testing

@testable import cedian

/// What people and other builds do to an output folder while a site is made for it.
@Suite struct MeanwhileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private var site: [String: String] { folder.files(below: "out") }

  /// What stops a publication of `files` when `change` comes between the comparison and
  /// the publishing.
  private func foreign(
    _ files: [String: String], _ change: () throws -> Void
  ) throws -> [PublishPlan.Foreign]? {
    let publisher = try Publisher(to: folder.at("out"))
    let staged = output(files).map(publisher.intake.take)
    try change()
    do {
      _ = try publisher.publish(staged)
      return []
    } catch PublishProblem.foreign(let found, in: _) {
      return found
    }
  }

  @Test func whatSomeonePutsThereOrEditsIsKept() throws {
    let old = ["404.html": "e", "index.html": "i", "a/index.html": "a"]
    try publish(output(old), to: folder.at("out"))
    let new = ["404.html": "e", "index.html": "I", "a/index.html": "A", "a/b": "b", "n/x": "n"]
    let found = try foreign(new) {
      try folder.write("mine", to: "out/a/b")
      try folder.write("mine", to: "out/n/notes.txt")
      try folder.write("edited", to: "out/index.html")
      try folder.write("edited", to: "out/404.html")
    }
    #expect(
      found == [
        .init(path: "404.html", why: .edited), .init(path: "a/b", why: .notOurs),
        .init(path: "index.html", why: .edited), .init(path: "n", why: .notOurs),
      ])
    #expect(
      site == [
        "404.html": "edited", "index.html": "edited", "a/index.html": "a", "a/b": "mine",
        "n/notes.txt": "mine",
      ])
    #expect(FileSystem.entry(folder.at("out/.cedian/staging")) == .absent)
  }

  @Test func whatIsMovedAwayIsMissed() throws {
    try publish(output(["a": "a", "b": "b"]), to: folder.at("out"))
    let found = try foreign(["a": "a", "b": "B"]) { try folder.remove("out/a") }
    #expect(found == [.init(path: "a", why: .gone)])
    let all = try foreign(["a": "a", "b": "B"]) { try folder.remove("out") }
    #expect(all == [.init(path: ".cedian", why: .gone)])
    #expect(try publish(output(["a": "a"]), to: folder.at("out")).added == 1)
  }

  @Test func aFolderThatBecameALinkIsNotFollowedThoughItsFilesLookTheSame() throws {
    let old = ["b": "b", "plans/index.html": "p", "plans/old/index.html": "o"]
    try publish(output(old), to: folder.at("out"))
    // The second time every look is trusted.
    try publish(output(old), to: folder.at("out"))
    try FileManager.default.moveItem(atPath: folder.at("out/plans"), toPath: folder.at("far"))
    try folder.link("out/plans", to: folder.at("far"))
    let blocking = [PublishPlan.Foreign(path: "plans", why: .blocking)]
    #expect(try foreign(old) {} == blocking)
    #expect(try foreign(old.merging(["plans/new": "n"]) { $1 }) {} == blocking)
    try publish(output(["b": "b"]), to: folder.at("out"))
    #expect(folder.files(below: "far") == ["index.html": "p", "old/index.html": "o"])
  }

  @Test func aFolderThatBecomesALinkMeanwhileIsNotFollowed() throws {
    let old = ["b": "b", "plans/index.html": "p"]
    try publish(output(old), to: folder.at("out"))
    let found = try foreign(["b": "b", "plans/index.html": "new"]) {
      try FileManager.default.moveItem(atPath: folder.at("out/plans"), toPath: folder.at("far"))
      try folder.link("out/plans", to: folder.at("far"))
    }
    #expect(found == [.init(path: "plans/index.html", why: .link)])
    #expect(folder.files(below: "far") == ["index.html": "p"])
  }

  @Test func aFolderThatBecameALinkAfterACrashIsNotFollowed() throws {
    let old = ["a": "a", "plans/index.html": "p", "plans/x.html": "x"]
    let new = ["a": "A", "plans/index.html": "P", "plans/x.html": "X"]
    try publish(output(old), to: folder.at("out"))
    // Stopped when the journal is written and the first files are in place.
    let renames = Mutex(0)
    let disk = Disk { operation, _ in
      guard operation == .rename || operation == .remove else { return nil }
      return renames.withLock {
        $0 += 1
        return $0 > 5 ? 5 : nil
      }
    }
    _ = try? publish(output(new), to: folder.at("out"), disk: disk)
    #expect(FileSystem.entry(folder.at("out/.cedian/staging")) == .folder)
    try FileManager.default.moveItem(atPath: folder.at("out/plans"), toPath: folder.at("far"))
    try folder.link("out/plans", to: folder.at("far"))
    let before = folder.files(below: "far")
    #expect(throws: PublishProblem.self) { try publish(output(new), to: folder.at("out")) }
    #expect(folder.files(below: "far") == before)
  }

  @Test func anEmptyFolderWhereAFileHasToBeIsNamed() throws {
    try FileManager.default.createDirectory(
      atPath: folder.at("out/a"), withIntermediateDirectories: true)
    #expect(try foreign(["a": "a"]) {} == [.init(path: "a", why: .folder)])
  }

  @Test func aSiteThatAnotherBuildHasPublishedSinceIsMadeAgain() throws {
    let site = try TemporaryFolder.site()
    #expect(try cedian("build", in: site).status == 0)
    let own = site.files(below: "output")
    let record = try #require(site.read("output/.cedian/inputs"))
    // Another build, stopped before it wrote what its site was made of.
    try publish(output(own.merging(["secret.html": "draft"]) { $1 }), to: site.at("output"))
    try site.write(record, to: "output/.cedian/inputs")
    #expect(try cedian("build", in: site).status == 0)
    #expect(site.files(below: "output") == own)
  }

  @Test func aBuildThatWaitedReadsAgain() throws {
    let site = try TemporaryFolder.site()
    #expect(try cedian("build", in: site).status == 0)
    guard
      let lock = try OutputLock(
        at: site.at("output/.cedian/lock"), patience: 0, waiting: {})
    else {
      Issue.record("the lock of nobody could not be had")
      return
    }
    let path = "content/activities/2026/case.md"
    let text = try #require(site.read(path))
    try site.write(text.replacing("双11主会场", with: "第一稿"), to: path)
    let streams = try TemporaryFolder()
    let process = try started(cedianBinary, ["build"], in: site, [:], streams)
    Thread.sleep(forTimeInterval: 1.5)
    try site.write(text.replacing("双11主会场", with: "第二稿"), to: path)
    _ = consume lock
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    let pages = site.files(below: "output").values
    #expect(pages.contains { $0.contains("第二稿") })
    #expect(!pages.contains { $0.contains("第一稿") })
  }
}
