import CedianSite
import Synchronization
import Testing

@testable import cedian

/// A disk that stops for ever at its n-th change: what a power cut or `kill -9`
/// leaves behind, since no clean-up runs after it either.
private struct StoppingDisk: Sendable {
  let disk: Disk

  init(after limit: Int, refusing place: Int? = nil, _ code: Int32 = 28) {
    let counter = Counter()
    disk = Disk { _, _ in
      let number = counter.next()
      if number >= limit { return 5 }
      return number == place ? code : nil
    }
  }
}

private final class Counter: Sendable {
  private let count = Mutex(0)
  var value: Int { count.withLock { $0 } }
  func next() -> Int {
    count.withLock {
      $0 += 1
      return $0 - 1
    }
  }
}

/// Two versions of a site in which every kind of change happens. A page's text
/// names the pages it links to.
private let old = [
  "index.html": "old > a/index.html b/index.html gone/index.html",
  "a/index.html": "old a > index.html", "b/index.html": "same",
  "gone/index.html": "old gone > a/index.html", "gone/more/index.html": "old more",
  "becomes": "a file", "turns/x.html": "a folder", "turns/y/z.html": "a folder",
]
private let new = [
  "index.html": "new > a/index.html b/index.html fresh/index.html becomes/index.html",
  "a/index.html": "new a > fresh/index.html", "b/index.html": "same",
  "fresh/index.html": "new > fresh/2/index.html", "fresh/2/index.html": "new > index.html",
  "becomes/index.html": "a folder now", "turns": "a file now",
]
private let third = ["index.html": "third", "a/index.html": "third a", "turns/x.html": "again"]

@Suite struct CrashTests {
  /// How many changes publishing `new` over `old` makes.
  private static let steps: Int = {
    guard let folder = try? TemporaryFolder(inMemory: true) else { return 0 }
    let counter = Counter()
    _ = try? publish(output(old), to: folder.at("out"), patience: 0)
    let disk = Disk { _, _ in
      _ = counter.next()
      return nil
    }
    _ = try? publish(output(new), to: folder.at("out"), disk: disk, patience: 0)
    return counter.value
  }()

  /// The old site, then the new one on a disk that stops.
  private func crashed(
    _ limit: Int, refusing place: Int? = nil, _ code: Int32 = 28
  ) throws -> TemporaryFolder {
    let folder = try TemporaryFolder(inMemory: true)
    _ = try publish(output(old), to: folder.at("out"), patience: 0)
    let stopping = StoppingDisk(after: limit, refusing: place, code)
    _ = try? publish(output(new), to: folder.at("out"), disk: stopping.disk, patience: 0)
    return folder
  }

  /// Whole files only, and no link that leads nowhere from any page a reader can
  /// come to.
  private func expectUsable(_ site: [String: String], _ step: Int) {
    for (path, text) in site {
      #expect(text == old[path] || text == new[path], "\(path) after \(step)")
    }
    var seen: Set<String> = []
    var next = ["index.html"]
    while let path = next.popLast() {
      guard seen.insert(path).inserted else { continue }
      guard let text = site[path] else {
        Issue.record("\(path) is linked to and not there after \(step) changes")
        continue
      }
      let links = text.split(separator: ">").dropFirst().first ?? ""
      next += links.split(separator: " ").map(String.init)
    }
  }

  @Test func thereIsSomethingToStop() {
    #expect(Self.steps > 40)
  }

  @Test func whereverItStopsEveryPageAReaderReachesIsWhole() throws {
    for step in 0...Self.steps {
      let folder = try crashed(step)
      expectUsable(folder.files(below: "out"), step)
    }
  }

  @Test func whereverItStopsRecoveryLeavesTheOldSiteOrTheNew() throws {
    var outcomes: Set<Bool> = []
    for step in 0...Self.steps {
      let folder = try crashed(step)
      try recoverPublication(in: folder.at("out"))
      let site = folder.files(below: "out")
      #expect(site == old || site == new, "after \(step)")
      outcomes.insert(site == old)
      let names = try FileSystem.list(folder.at("out/.cedian")).compactMap(\.name)
      #expect(
        Set(names).isSubset(of: [
          "lock", "manifest", "manifest.new", "seen", "seen.new", "forward.new",
        ]))
    }
    #expect(outcomes == [true, false])
  }

  @Test func whereverItStopsTheNextBuildCompletesIt() throws {
    for step in 0...Self.steps {
      for next in [new, old, third] {
        let folder = try crashed(step)
        _ = try publish(output(next), to: folder.at("out"), patience: 0)
        #expect(folder.files(below: "out") == next, "after \(step)")
        #expect(FileSystem.entry(folder.at("out/.cedian/staging")) == .absent)
        // What it now believes to be there is there.
        let again = try publish(output(next), to: folder.at("out"), patience: 0)
        #expect(again == Published(unchanged: next.count))
      }
    }
  }

  @Test func whereverAChangeIsRefusedTheLastSiteIsBack() throws {
    for step in 0..<Self.steps {
      let folder = try TemporaryFolder(inMemory: true)
      _ = try publish(output(old), to: folder.at("out"), patience: 0)
      let refusing = StoppingDisk(after: .max, refusing: step)
      var failed = false
      do {
        _ = try publish(output(new), to: folder.at("out"), disk: refusing.disk, patience: 0)
      } catch let problem as DiskProblem {
        failed = true
        // A folder that could not be removed then stands in the way.
        #expect(problem.code == 28 || problem.code == 21)
      }
      let site = folder.files(below: "out")
      #expect(site == new || (failed && site == old), "refused at \(step)")
      _ = try publish(output(new), to: folder.at("out"), patience: 0)
      #expect(folder.files(below: "out") == new)
    }
  }

  @Test func aCrashWhileItIsTakenBackIsFinished() throws {
    for refused in stride(from: 3, to: Self.steps, by: 2) {
      for stop in (refused + 1)...(Self.steps + 30) {
        let folder = try crashed(stop, refusing: refused)
        try recoverPublication(in: folder.at("out"))
        let site = folder.files(below: "out")
        #expect(site == old || site == new, "refused at \(refused), stopped at \(stop)")
        _ = try publish(output(new), to: folder.at("out"), patience: 0)
        #expect(folder.files(below: "out") == new)
      }
    }
  }

  @Test func aCrashDuringRecoveryIsFinished() throws {
    for step in stride(from: 8, to: Self.steps, by: 5) {
      for second in 0..<30 {
        let folder = try crashed(step)
        let stopping = StoppingDisk(after: second)
        _ = try? publish(output(new), to: folder.at("out"), disk: stopping.disk, patience: 0)
        try recoverPublication(in: folder.at("out"))
        let site = folder.files(below: "out")
        #expect(site == old || site == new, "stopped at \(step), then at \(second)")
      }
    }
  }

  @Test func whatSomeoneEditsAfterACrashIsKept() throws {
    for step in 0...Self.steps {
      for path in ["index.html", "gone/index.html", "fresh/index.html"] {
        let folder = try crashed(step)
        guard folder.files(below: "out")[path] != nil else { continue }
        try folder.write("by hand", to: "out/" + path)
        try recoverPublication(in: folder.at("out"))
        #expect(folder.read("out/" + path) == "by hand", "\(path) after \(step)")
      }
    }
  }

  @Test func theFirstBuildMayBeCutOffToo() throws {
    for step in 0..<60 {
      let folder = try TemporaryFolder(inMemory: true)
      let stopping = StoppingDisk(after: step)
      _ = try? publish(output(new), to: folder.at("out"), disk: stopping.disk, patience: 0)
      _ = try publish(output(third), to: folder.at("out"), patience: 0)
      #expect(folder.files(below: "out") == third, "after \(step)")
    }
  }
}
