#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Sets a file's modification time back to what it was.
func setTimes(_ path: String, like status: stat) {
  #if canImport(Glibc)
    var times = [status.st_atim, status.st_mtim]
  #else
    var times = [status.st_atimespec, status.st_mtimespec]
  #endif
  utimensat(AT_FDCWD, path, &times, 0)
}

func hardLink(_ path: String, _ second: String) -> Bool { link(path, second) == 0 }

var isRoot: Bool { geteuid() == 0 }

func makePipe(_ path: String) -> Bool { mkfifo(path, 0o644) == 0 }

func setMode(_ path: String, _ mode: mode_t) { chmod(path, mode) }

func grow(_ path: String, to size: Int) -> Bool { truncate(path, off_t(size)) == 0 }

/// A name may be any bytes to the system.
func makeFile(in folder: String, named name: [UInt8]) -> Bool {
  let path = Array((folder + "/").utf8) + name + [0]
  let file = path.withUnsafeBytes { bytes -> Int32 in
    guard let pointer = bytes.bindMemory(to: CChar.self).baseAddress else { return -1 }
    return open(pointer, O_WRONLY | O_CREAT, 0o644)
  }
  return file >= 0 && close(file) == 0
}
