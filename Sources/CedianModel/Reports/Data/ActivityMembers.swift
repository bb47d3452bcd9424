/// The members of an activity's object as every report writes them, but for what it has
/// cost so far. A month, a quarter and a year show the same activity: they share these
/// bytes, which take longer to write than to copy. One that goes on is written anew.
public struct ActivityMembers: Sendable {
  /// How deep the objects lie: in a list of the document's.
  private static let depth = 2

  private let bytes: [UInt8]
  /// Where what it has cost stands among them.
  private let spendAt: Int
  private let isNested: Bool

  /// `status` as the report sees it.
  init(
    _ activity: Activity, _ status: ActivityStatus, _ actual: ActualTime?,
    _ outcome: ActivityOutcome, _ metrics: [Metric]
  ) {
    isNested = !outcome.results.isEmpty
    var object = JSONMembers(depth: Self.depth, isNested: isNested)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(1024)
    object.add(#", "id": "#, activity.info.id.value, to: &bytes)
    object.add(#", "title": "#, activity.info.title, to: &bytes)
    object.add(#", "owner": "#, activity.info.owner.value, to: &bytes)
    object.add(#", "planned": "#, activity.time.value, to: &bytes)
    switch actual {
    case .over(let span): object.add(#", "actual": "#, span, to: &bytes)
    case .since(let day): object.add(#", "actual": "#, day.iso + "/..", to: &bytes)
    case nil: object.add(#", "actual": "#, TimeSpan?.none, to: &bytes)
    }
    object.add(#", "status": "#, status.rawValue, to: &bytes)
    object.add(#", "approval": "#, activity.approvalStatus.rawValue, to: &bytes)
    object.add(#", "budget": "#, outcome.budget, to: &bytes)
    spendAt = bytes.count
    object.add(#", "evaluated": "#, outcome.evaluation != nil, to: &bytes)
    object.add(#", "attainment": "#, outcome.attainment, to: &bytes)
    object.add(#", "goals": "#, Self.results(outcome.results, metrics), to: &bytes)
    self.bytes = bytes
  }

  /// `spend` is in yuan.
  func add(spend: Decimal?, to object: inout JSONMembers, _ bytes: inout [UInt8]) {
    object.isNested = isNested
    object.add(written: self.bytes[..<spendAt], to: &bytes)
    object.add(#", "spend": "#, spend, to: &bytes)
    object.add(written: self.bytes[spendAt...], to: &bytes)
  }

  private static func results(_ results: [TargetResult], _ metrics: [Metric]) -> JSONObjects {
    JSONObjects(count: results.count) { index, object, bytes in
      let result = results[index]
      object.add(#", "metric": "#, result.metric.map { metrics[$0].id } ?? result.name, to: &bytes)
      object.add(#", "target": "#, result.target?.value, to: &bytes)
      object.add(#", "actual": "#, result.actual?.value, to: &bytes)
      object.add(#", "attainment": "#, result.attainment, to: &bytes)
      object.add(#", "status": "#, result.status.rawValue, to: &bytes)
    }
  }
}
