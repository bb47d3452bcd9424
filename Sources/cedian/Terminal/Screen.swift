import Foundation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What people's output is shown on: stderr, or stdout for what was asked for.
struct Screen: Sendable {
  var isTerminal: Bool
  var palette: Palette
  /// In cells.
  var width: Int

  /// Of a file or a pipe.
  static let none = Screen(isTerminal: false, palette: .plain, width: 100)

  /// Colours only on a terminal, and not when NO_COLOR is set to anything.
  static func resolve(
    descriptor: Int32 = 2,
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> Screen {
    guard isatty(descriptor) == 1 else { return .none }
    let isColoured = (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
    var size = winsize()
    let isKnown = ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    return Screen(
      isTerminal: true, palette: Palette(isColoured: isColoured),
      width: isKnown ? max(40, min(140, Int(size.ws_col))) : 100)
  }
}
