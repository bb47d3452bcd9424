import Testing

@testable import cedian

@Suite struct SeenFilesTests {
  private let manifest = Manifest([
    .init(path: "a", size: 1, hash: ContentHash([1])),
    .init(path: "b", size: 2, hash: ContentHash([2])),
  ])
  private let look = SeenFiles.Look(size: 1, modified: 2, changed: 3, inode: 4)

  @Test func looksComeBackAsTheyWereWritten() {
    let bytes = SeenFiles(looks: [look, nil]).bytes(of: manifest.bytes, since: 9)
    let read = SeenFiles(bytes: bytes, of: manifest.bytes, count: 2)
    #expect(read?.looks == [look, nil])
  }

  @Test func aFileChangedInTheVeryTickOfLookingIsReadAgain() {
    for (since, expected) in [(3, nil), (2, nil), (4, look)] as [(UInt64, SeenFiles.Look?)] {
      let bytes = SeenFiles(looks: [look]).bytes(of: manifest.bytes, since: since)
      #expect(SeenFiles(bytes: bytes, of: manifest.bytes, count: 1)?.looks == [expected])
    }
  }

  @Test func looksOfAnotherManifestSayNothing() {
    let bytes = SeenFiles(looks: [look, look]).bytes(of: manifest.bytes, since: 9)
    let other = Manifest([.init(path: "a", size: 1, hash: ContentHash([1]))])
    #expect(SeenFiles(bytes: bytes, of: other.bytes, count: 1) == nil)
    #expect(SeenFiles(bytes: bytes, of: manifest.bytes, count: 3) == nil)
    for cut in 0..<(bytes.count - 20) {
      #expect(SeenFiles(bytes: Array(bytes[..<cut]), of: manifest.bytes, count: 2) == nil)
    }
  }

  @Test func untouchedFilesAreNotRead() throws {
    let folder = try TemporaryFolder()
    let files = output(["a": "aa", "b": "bb"])
    _ = try publish(files, to: folder.at("out"))
    let state = try StateFolder(in: folder.at("out"), disk: Disk())
    let last = try #require(try state.readManifest())
    // Waits until the looks are older than the clock's tick.
    for _ in 0..<100 {
      _ = try publish(files, to: folder.at("out"))
      if state.readSeen(of: last).looks.allSatisfy({ $0 != nil }) { break }
    }
    let seen = state.readSeen(of: last)
    #expect(seen.looks.allSatisfy { $0 != nil })
    // A look of the very same file with a manifest that says something else: were
    // the file read, it would be found to differ.
    let entry = Manifest.Entry(path: "a", size: 2, hash: ContentHash([9]))
    let standing = Standing(of: "a", in: folder.at("out"), entry: entry, look: seen.looks[0])
    #expect(standing == seen.looks[0].map { .ours(ContentHash([9]), $0) })
  }
}

@Suite struct ManifestTests {
  private let manifest = Manifest([
    .init(path: "b c/é.html", size: 0, hash: ContentHash([])),
    .init(path: "a", size: 12, hash: ContentHash([1])),
  ])

  @Test func itComesBackAsItWasWritten() {
    #expect(manifest.entries.map(\.path) == ["a", "b c/é.html"])
    #expect(Manifest(bytes: manifest.bytes[...]) == manifest)
    #expect(Manifest(bytes: Manifest().bytes[...]) == Manifest())
  }

  @Test func nothingThatIsCutOffOrOutOfOrderIsTakenForOne() {
    let bytes = manifest.bytes
    let whole = Set(bytes.indices.filter { bytes[$0] == 0x0A }.map { $0 + 1 })
    for cut in bytes.indices where !whole.contains(cut) {
      #expect(Manifest(bytes: bytes[..<cut]) == nil, "\(cut)")
    }
    for text in [
      "cedian manifest 1\n", "cedian manifest 4\n1 2 3 b\n1 2 3 a\n",
      "cedian manifest 4\n1 2 3 a\n1 2 3 a\n", "cedian manifest 4\n1 2 3 ../a\n",
      "cedian manifest 4\n1 2 3 /a\n", "cedian manifest 4\n1 2 a\n", "cedian manifest 4\n\n",
      "cedian manifest 4\n1 2 99999999999999999999999 a\n", "cedian manifest 4\ng 2 3 a\n",
      "cedian manifest 4\n1 2 ff a\n",
    ] {
      #expect(Manifest(bytes: Array(text.utf8)[...]) == nil, "\(text)")
    }
  }

  @Test func aJournalComesBackAsItWasWritten() {
    let journal = Journal(
      steps: [.remove("x"), .add("a"), .replace("b c/é.html"), .remove("y/z")],
      manifest: manifest)
    #expect(Journal(bytes: journal.bytes) == journal)
    for cut in 0..<(journal.bytes.count - manifest.bytes.count) {
      #expect(Journal(bytes: Array(journal.bytes[..<cut])) == nil)
    }
  }
}
