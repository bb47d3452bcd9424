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
