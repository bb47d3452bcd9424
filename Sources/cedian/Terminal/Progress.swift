import CedianModel
import Dispatch
import Synchronization

/// Says what is going on once a run has taken a second, on one line that it
/// takes away again.
final class Progress: Sendable {
  private struct State {
    var phase: String = ""
    var isShown = false
    var isOver = false
  }

  private let state = Mutex(State())

  init(isShown: Bool) {
    if isShown { wait(1) } else { state.withLock { $0.isOver = true } }
  }

  private func wait(_ seconds: Double) {
    DispatchQueue.global(qos: .utility).asyncAfter(deadline: .now() + seconds) { [weak self] in
      self?.tick()
    }
  }

  func phase(_ zh: String, _ en: String, _ language: Language) {
    state.withLock { $0.phase = LocalizedText(zh: zh, en: en)[language] }
  }

  /// Takes the line away; nothing is shown afterwards.
  func end() {
    state.withLock { state in
      state.isOver = true
      if state.isShown { Console.error("\r\u{1B}[K") }
      state.isShown = false
    }
  }

  private func tick() {
    let goesOn = state.withLock { state in
      guard !state.isOver else { return false }
      state.isShown = true
      Console.error("\r\u{1B}[K\(state.phase)…")
      return true
    }
    if goesOn { wait(0.2) }
  }
}
