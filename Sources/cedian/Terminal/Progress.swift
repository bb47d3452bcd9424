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
  private let timer: (any DispatchSourceTimer)?

  init(isShown: Bool) {
    guard isShown else {
      timer = nil
      return
    }
    let timer = DispatchSource.makeTimerSource(queue: .global(qos: .utility))
    self.timer = timer
    timer.schedule(deadline: .now() + 1, repeating: 0.2)
    timer.setEventHandler { [weak self] in self?.tick() }
    timer.resume()
  }

  func phase(_ zh: String, _ en: String, _ language: Language) {
    state.withLock { $0.phase = LocalizedText(zh: zh, en: en)[language] }
  }

  /// Takes the line away; nothing is shown afterwards.
  func end() {
    timer?.cancel()
    state.withLock { state in
      state.isOver = true
      if state.isShown { Console.error("\r\u{1B}[K") }
      state.isShown = false
    }
  }

  private func tick() {
    state.withLock { state in
      guard !state.isOver, !state.phase.isEmpty else { return }
      state.isShown = true
      Console.error("\r\u{1B}[K\(state.phase)…")
    }
  }
}
