/// The state of a brief decides what a rule may ask of it.
extension Activity {
  /// Planned where nothing is said.
  public var state: ActivityStatus { status.value ?? .planned }

  public var isCancelled: Bool { state == .cancelled }

  /// Under way or done.
  public var isCarriedOut: Bool { state == .running || state == .done }

  /// Approved or carried out, and not called off: what was to happen did, though its
  /// status may never have been brought up to date.
  public var wentAhead: Bool {
    !isCancelled && (approvalStatus == .approved || isCarriedOut)
  }

  /// A draft where nothing is said.
  public var approvalStatus: Approval.Status { approval?.status?.value ?? .draft }

  /// Whether it has been put forward, or is carried out all the same: a draft or
  /// a rejected brief may lack what only a submitted one needs.
  public var isPutForward: Bool {
    !isCancelled
      && (approvalStatus == .submitted || approvalStatus == .approved || isCarriedOut)
  }

  /// When it really ended, or was to end.
  public var lastDay: Day? { actualTime?.end ?? time.value?.end }

  /// Where its actual time is written, if it could be read.
  var actualTimeRange: SourceRange? {
    actualTime == nil ? nil : info.presence(of: .actualTime)?.valueRange
  }

  /// When it really started, or is to start.
  public var firstDay: Day? { actualTime?.start ?? time.value?.start }

  /// The earliest day of its warm-up, if one has a time.
  public var warmUpStart: Day? {
    promotion.filter { $0.phase == .warmup }.compactMap(\.time?.start).min()
  }
}

extension Plan {
  /// A plan whose approval says 草拟 may lack what an approved one needs.
  public var isDraft: Bool { approval?.status?.value == .draft }
}
