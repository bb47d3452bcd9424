#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The calls that change the disk. A value, so that a test can have a disk that
/// fills up, refuses or stops for ever at any step it likes.
struct Disk: Sendable {
  /// Asked before each change; a code refuses the change for that reason.
  var refusal: @Sendable (DiskProblem.Operation, String) -> Int32?

  init(
    refusal: @escaping @Sendable (DiskProblem.Operation, String) -> Int32? = { _, _ in nil }
  ) {
    self.refusal = refusal
  }

  private func ask(_ operation: DiskProblem.Operation, _ path: String) throws(DiskProblem) {
    if let code = refusal(operation, path) { throw DiskProblem(operation, path, code) }
  }

  /// Writes a file anew; never through a link. With `sync` it returns when the
  /// bytes are kept. What it returns is how the file looks then, if that is known.
  @discardableResult
  func write(
    _ bytes: [UInt8], to path: String, sync: Bool = false
  ) throws(DiskProblem) -> SeenFiles.Look? {
    try write(bytes, to: path, sync: sync, flags: O_TRUNC)
  }

  /// Writes a file that must not be there yet; nothing is left of one that could
  /// not be written whole.
  func create(_ bytes: [UInt8], at path: String) throws(DiskProblem) {
    do {
      _ = try write(bytes, to: path, sync: true, flags: O_EXCL)
    } catch {
      if error.code != EEXIST { unlink(path) }
      throw error
    }
  }

  private func write(
    _ bytes: [UInt8], to path: String, sync: Bool, flags: Int32
  ) throws(DiskProblem) -> SeenFiles.Look? {
    try ask(.write, path)
    let file = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW | flags, 0o644)
    guard file >= 0 else { throw DiskProblem(.write, path) }
    var failure: Int32 = refusal(.write, path) ?? 0
    bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return }
      var done = 0
      while done < buffer.count, failure == 0 {
        let put = systemWrite(file, base + done, buffer.count - done)
        if put < 0 {
          if errno != EINTR { failure = errno }
        } else {
          done += put
        }
      }
    }
    if failure == 0, sync, fsync(file) != 0 { failure = errno }
    var status = stat()
    let isKnown = fstat(file, &status) == 0
    if close(file) != 0, failure == 0 { failure = errno }
    if failure != 0 { throw DiskProblem(.write, path, failure) }
    return isKnown ? SeenFiles.Look(status) : nil
  }

  /// Makes the folder and those above it.
  func createFolders(_ path: String) throws(DiskProblem) {
    try ask(.create, path)
    if mkdir(path, 0o755) == 0 { return }
    if errno == EEXIST {
      // Made by someone else just now, or a file.
      if FileSystem.folderExists(path) { return }
      throw DiskProblem(.create, path, ENOTDIR)
    }
    guard errno == ENOENT, let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")),
      slash != path.startIndex
    else { throw DiskProblem(.create, path) }
    try createFolders(String(path[..<slash]))
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw DiskProblem(.create, path) }
  }

  func move(_ from: String, to path: String) throws(DiskProblem) {
    try ask(.rename, path)
    guard rename(from, path) == 0 else { throw DiskProblem(.rename, path) }
  }

  /// Gives the file at `path` a second name, so that it outlives being replaced.
  /// On disks that cannot it is moved there. Done once, it stays done.
  func keep(_ path: String, as second: String) throws(DiskProblem) {
    try ask(.rename, path)
    if link(path, second) == 0 || errno == EEXIST { return }
    let code = errno
    if FileSystem.entry(second) == .file { return }
    guard [EPERM, ENOTSUP, EOPNOTSUPP, ENOSYS, EMLINK].contains(code) else {
      throw DiskProblem(.rename, path, code)
    }
    guard rename(path, second) == 0 else { throw DiskProblem(.rename, path) }
  }

  func remove(_ path: String) throws(DiskProblem) {
    try ask(.remove, path)
    guard unlink(path) == 0 || errno == ENOENT else { throw DiskProblem(.remove, path) }
  }

  /// Removes the folder if nothing is in it.
  func removeFolderIfEmpty(_ path: String) -> Bool {
    refusal(.remove, path) == nil && rmdir(path) == 0
  }

  /// Removes a folder with all that is in it; a link is removed, not followed.
  func removeFolder(_ path: String) throws(DiskProblem) {
    guard FileSystem.entry(path) == .folder else { return try remove(path) }
    for (name, entry) in try FileSystem.list(path) {
      guard let name else { continue }
      if entry == .folder {
        try removeFolder(path + "/" + name)
      } else {
        try remove(path + "/" + name)
      }
    }
    try ask(.remove, path)
    guard rmdir(path) == 0 else { throw DiskProblem(.remove, path) }
  }

  /// Waiting for more than these one by one takes longer than waiting for all.
  static let mostFlushes = 32

  /// Waits until the bytes of a file are kept; false where the disk says that they are
  /// not.
  func flush(file path: String) -> Bool {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard file >= 0 else { return false }
    defer { close(file) }
    return fsync(file) == 0
  }

  /// Waits until the lists of these folders are kept; where there are many, until
  /// everything is that was written to their disk.
  func flush(folders: Set<String>, on root: String) {
    guard folders.count <= Self.mostFlushes else { return flushAll(on: root) }
    for folder in folders { opened(folder) { _ = fsync($0) } }
  }

  /// Waits until everything written to the disk of `root` is kept: one wait for
  /// thousands of files.
  func flushAll(on root: String) {
    #if canImport(Glibc)
      // Swift's Glibc module hides `syncfs`, which waits for one disk and not for all.
      typealias SyncFS = @convention(c) (Int32) -> Int32
      guard let symbol = dlsym(dlopen(nil, RTLD_NOW), "syncfs") else { return sync() }
      opened(root) { _ = unsafeBitCast(symbol, to: SyncFS.self)($0) }
    #else
      sync()
    #endif
  }

  private func opened(_ folder: String, _ body: (Int32) -> Void) {
    let file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard file >= 0 else { return }
    body(file)
    close(file)
  }
}

private func systemWrite(_ file: Int32, _ buffer: UnsafeRawPointer, _ count: Int) -> Int {
  write(file, buffer, count)
}
