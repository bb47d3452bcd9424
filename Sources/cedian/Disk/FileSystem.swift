#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What the system refused, with its reason.
struct DiskProblem: Error, Sendable, Hashable {
  var operation: Operation
  var path: String
  var code: Int32

  enum Operation: Sendable, Hashable { case read, write, create, rename, remove, list, lock }

  init(_ operation: Operation, _ path: String, _ code: Int32 = errno) {
    self.operation = operation
    self.path = path
    self.code = code
  }

  /// Whether there is nothing at the path.
  var isAbsence: Bool { code == ENOENT }
}

/// Thin calls to the system that look and read and change nothing. Foundation's
/// own are several times slower, and a site has tens of thousands of files.
enum FileSystem {
  enum Entry: Sendable, Hashable { case file, folder, link, other, absent }

  /// No file of a site is larger: it is held in memory as a whole.
  static let largestFile = 512 << 20

  /// What is at `path`, a link itself and not its target.
  static func entry(_ path: String) -> Entry {
    guard let status = status(path) else { return .absent }
    return Entry(status.st_mode)
  }

  /// What the system knows of `path`, a link itself and not its target; nil when
  /// nothing is there.
  static func status(_ path: String) -> stat? {
    var status = stat()
    return lstat(path, &status) == 0 ? status : nil
  }

  /// Whether `path` is a folder, also through a link.
  static func folderExists(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The path without links, nil when it leads nowhere.
  static func resolved(_ path: String) -> String? {
    guard let pointer = realpath(path, nil) else { return nil }
    defer { free(pointer) }
    return String(cString: pointer)
  }

  /// The path without links as far as it exists, with the rest as written.
  static func resolvedAhead(_ path: String) -> String {
    if let resolved = resolved(path) { return resolved }
    let parts = path.split(separator: "/")
    guard let name = parts.last else { return "/" }
    let above = parts.dropLast().joined(separator: "/")
    let parent = path.hasPrefix("/") ? "/" + above : (above.isEmpty ? "." : above)
    let folder = resolvedAhead(parent)
    switch name {
    case ".": return folder
    case "..":
      return "/" + folder.split(separator: "/").dropLast().joined(separator: "/")
    default: return folder == "/" ? "/\(name)" : "\(folder)/\(name)"
    }
  }

  /// The bytes of a regular file; nothing else is opened, so that a pipe in the
  /// site cannot make a build wait for ever.
  static func read(_ path: String) throws(DiskProblem) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { throw DiskProblem(.read, path) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw DiskProblem(.read, path) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw DiskProblem(.read, path, EISDIR) }
    return try readToEnd(file, expecting: Int(status.st_size), path)
  }

  /// The bytes of a file, a pipe or a terminal, as given on the command line.
  static func readStream(_ path: String) throws(DiskProblem) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw DiskProblem(.read, path) }
    defer { close(file) }
    return try readToEnd(file, expecting: 0, path)
  }

  static func readStandardInput() throws(DiskProblem) -> [UInt8] {
    try readToEnd(0, expecting: 0, "-")
  }

  /// Reads on past `size` where a file has grown or does not know its size.
  private static func readToEnd(
    _ file: Int32, expecting size: Int, _ path: String
  ) throws(DiskProblem) -> [UInt8] {
    guard size <= largestFile else { throw DiskProblem(.read, path, EFBIG) }
    var failure: Int32 = 0
    var atEnd = false
    func filled(_ capacity: Int) -> [UInt8] {
      [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
        while count < capacity, !atEnd, failure == 0 {
          let got = systemRead(file, buffer.baseAddress.map { $0 + count }, capacity - count)
          if got < 0 {
            if errno != EINTR { failure = errno }
          } else if got == 0 {
            atEnd = true
          } else {
            count += got
          }
        }
      }
    }
    // One byte more than expected tells the end without another allocation.
    var bytes = filled(size + 1)
    while !atEnd, failure == 0 {
      guard bytes.count <= largestFile else { throw DiskProblem(.read, path, EFBIG) }
      bytes += filled(max(1 << 16, bytes.count))
    }
    if failure != 0 { throw DiskProblem(.read, path, failure) }
    return bytes
  }

  /// A folder's entries in the order of their bytes, hidden ones included. A name
  /// that is not UTF-8 is nil: no path could lead to it.
  static func list(_ path: String) throws(DiskProblem) -> [(name: String?, entry: Entry)] {
    guard let folder = opendir(path) else { throw DiskProblem(.list, path) }
    defer { closedir(folder) }
    var found: [(name: String?, entry: Entry)] = []
    while let next = readdir(folder) {
      let kind = Int32(next.pointee.d_type)
      let name = withUnsafePointer(to: &next.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 1) { String(validatingCString: $0) }
      }
      if let name, name.withBytes({ $0.first == UInt8(ascii: ".") && $0.count <= 2 }),
        name == "." || name == ".."
      {
        continue
      }
      switch kind {
      case Int32(DT_REG): found.append((name, .file))
      case Int32(DT_DIR): found.append((name, .folder))
      case Int32(DT_LNK): found.append((name, .link))
      default: found.append((name, name.map { entry(path + "/" + $0) } ?? .other))
      }
    }
    return found.sorted { pathPrecedes($0.name ?? "", $1.name ?? "") }
  }
}

extension FileSystem.Entry {
  init(_ mode: mode_t) {
    switch mode & S_IFMT {
    case S_IFREG: self = .file
    case S_IFDIR: self = .folder
    case S_IFLNK: self = .link
    default: self = .other
    }
  }
}

/// The order of paths: by their bytes, the same on every system.
func pathPrecedes(_ a: String, _ b: String) -> Bool {
  let order = a.utf8.withContiguousStorageIfAvailable { x in
    b.utf8.withContiguousStorageIfAvailable { y -> Bool in
      guard let p = x.baseAddress, let q = y.baseAddress else { return x.count < y.count }
      let difference = memcmp(p, q, min(x.count, y.count))
      return difference == 0 ? x.count < y.count : difference < 0
    }
  }
  return order.flatMap(\.self) ?? a.utf8.lexicographicallyPrecedes(b.utf8)
}

private func systemRead(
  _ file: Int32, _ buffer: UnsafeMutablePointer<UInt8>?, _ count: Int
) -> Int {
  guard let buffer else { return 0 }
  return read(file, buffer, count)
}
