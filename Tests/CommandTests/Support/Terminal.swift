import Foundation

#if os(Linux)
  import Glibc

  /// A terminal that nobody sits at; nil where the machine has none to give.
  final class Terminal {
    private let file: Int32
    private let name: String

    init?() {
      file = open("/dev/ptmx", O_RDWR | O_NOCTTY)
      // The calls that have names in C are hidden from Swift.
      let (unlock, getNumber): (UInt, UInt) = (0x4004_5431, 0x8004_5430)
      var locked: Int32 = 0
      var number: UInt32 = 0
      guard file >= 0, ioctl(file, unlock, &locked) == 0, ioctl(file, getNumber, &number) == 0
      else { return nil }
      name = "/dev/pts/\(number)"
    }

    deinit { close(file) }

    /// What `cedian` shows on it.
    func run(
      _ arguments: [String], in folder: TemporaryFolder, _ environment: [String: String]
    ) throws -> String {
      let process = Process()
      process.executableURL = cedianBinary
      process.arguments = arguments
      process.currentDirectoryURL = URL(filePath: folder.path)
      process.environment = environment
      let slave = open(name, O_RDWR | O_NOCTTY)
      process.standardError = FileHandle(fileDescriptor: slave, closeOnDealloc: true)
      process.standardOutput = FileHandle.nullDevice
      process.standardInput = FileHandle.nullDevice
      try process.run()
      var shown: [UInt8] = []
      var buffer = [UInt8](repeating: 0, count: 4096)
      // Reading ends when nobody but us holds the other side and nothing is left.
      while true {
        var wish = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
        let ready = poll(&wish, 1, 50)
        if ready > 0, wish.revents & Int16(POLLIN) != 0 {
          let count = read(file, &buffer, buffer.count)
          if count > 0 { shown += buffer[..<count] }
        } else if !process.isRunning {
          break
        }
      }
      return String(decoding: shown, as: UTF8.self)
    }
  }
#endif
