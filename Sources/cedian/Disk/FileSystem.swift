#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What the system refused, with its reason.
struct DiskProblem: Error, Sendable {
  var operation: Operation
  var path: String
  var code: Int32

  enum Operation: Sendable { case read, write, create, rename, remove, list, lock }

  init(_ operation: Operation, _ path: String, _ code: Int32 = errno) {
    self.operation = operation
    self.path = path
    self.code = code
  }
}

/// Thin calls to the system, by path: the hot path opens tens of thousands of files.
enum FileSystem {
  enum Entry: Sendable, Hashable { case file, folder, link, other, absent }

  /// What is at `path`, a link itself and not its target.
  static func entry(_ path: String) -> Entry {
    var status = stat()
    guard lstat(path, &status) == 0 else { return .absent }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    case S_IFLNK: return .link
    default: return .other
    }
  }

  /// The path without links, nil when it leads nowhere.
  static func resolved(_ path: String) -> String? {
    guard let pointer = realpath(path, nil) else { return nil }
    defer { free(pointer) }
    return String(cString: pointer)
  }

  static func read(_ path: String) throws(DiskProblem) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw DiskProblem(.read, path) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw DiskProblem(.read, path) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw DiskProblem(.read, path, EISDIR) }
    let size = Int(status.st_size)
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = 0
      while count < size {
        let got = systemRead(file, buffer.baseAddress.map { $0 + count }, size - count)
        if got < 0, errno == EINTR { continue }
        if got < 0 { failure = errno }
        if got <= 0 { break }
        count += got
      }
    }
    if failure != 0 { throw DiskProblem(.read, path, failure) }
    return bytes
  }

  static func write(_ bytes: [UInt8], to path: String, sync: Bool = false) throws(DiskProblem) {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw DiskProblem(.write, path) }
    var failure: Int32 = 0
    bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count {
        let put = systemWrite(file, buffer.baseAddress.map { $0 + done }, buffer.count - done)
        if put < 0, errno == EINTR { continue }
        if put < 0 {
          failure = errno
          break
        }
        done += put
      }
    }
    if failure == 0, sync, fsync(file) != 0 { failure = errno }
    if close(file) != 0, failure == 0 { failure = errno }
    if failure != 0 { throw DiskProblem(.write, path, failure) }
  }

  /// Makes the folder and those above it.
  static func createFolders(_ path: String) throws(DiskProblem) {
    if mkdir(path, 0o755) == 0 || errno == EEXIST {
      if folderExists(path) { return }
      throw DiskProblem(.create, path, ENOTDIR)
    }
    guard errno == ENOENT, let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")),
      slash != path.startIndex
    else { throw DiskProblem(.create, path) }
    try createFolders(String(path[..<slash]))
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw DiskProblem(.create, path) }
  }

  /// Whether `path` is a folder, also through a link.
  static func folderExists(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  static func move(_ from: String, to path: String) throws(DiskProblem) {
    guard rename(from, path) == 0 else { throw DiskProblem(.rename, path) }
  }

  static func remove(_ path: String) throws(DiskProblem) {
    guard unlink(path) == 0 || errno == ENOENT else { throw DiskProblem(.remove, path) }
  }

  /// Removes the folder if nothing is in it.
  static func removeFolderIfEmpty(_ path: String) -> Bool { rmdir(path) == 0 }

  /// Removes a folder of plain files.
  static func removeFolder(_ path: String) throws(DiskProblem) {
    guard entry(path) == .folder else { return }
    for name in try list(path) { try remove(path + "/" + name.name) }
    guard rmdir(path) == 0 else { throw DiskProblem(.remove, path) }
  }

  /// A folder's entries in the order of their bytes, hidden ones included.
  static func list(_ path: String) throws(DiskProblem) -> [(name: String, entry: Entry)] {
    guard let folder = opendir(path) else { throw DiskProblem(.list, path) }
    defer { closedir(folder) }
    var found: [(name: String, entry: Entry)] = []
    while let next = readdir(folder) {
      let kind = next.pointee.d_type
      let name = withUnsafePointer(to: &next.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 1) { String(cString: $0) }
      }
      if name == "." || name == ".." { continue }
      switch Int32(kind) {
      case Int32(DT_REG): found.append((name, .file))
      case Int32(DT_DIR): found.append((name, .folder))
      case Int32(DT_LNK): found.append((name, .link))
      default: found.append((name, entry(path + "/" + name)))
      }
    }
    return found.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// Asks the disk to keep everything written so far below `path`.
  static func flush(_ path: String) {
    #if canImport(Glibc)
      let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      guard folder >= 0 else { return }
      defer { close(folder) }
      // Swift's Glibc module hides `syncfs`, which flushes one file system and
      // not all of them.
      guard let symbol = dlsym(dlopen(nil, RTLD_NOW), "syncfs") else { return sync() }
      typealias SyncFS = @convention(c) (Int32) -> Int32
      _ = unsafeBitCast(symbol, to: SyncFS.self)(folder)
    #else
      sync()
    #endif
  }
}

private func systemRead(_ file: Int32, _ buffer: UnsafeMutablePointer<UInt8>?, _ count: Int) -> Int {
  guard let buffer else { return 0 }
  return read(file, buffer, count)
}

private func systemWrite(_ file: Int32, _ buffer: UnsafeRawPointer?, _ count: Int) -> Int {
  guard let buffer else { return 0 }
  return write(file, buffer, count)
}
