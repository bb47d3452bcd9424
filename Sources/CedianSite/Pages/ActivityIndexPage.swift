import CedianModel

/// All activities, with filters that a script in the page's assets applies.
struct ActivityIndexView: View {
  var count: EscapedHTML
  var states: [OptionView]
  var channels: [OptionView]
  var months: [OptionView]
  var owners: [OptionView]
  var rows: EscapedHTML

  static let keys = ViewKeys<ActivityIndexView>(
    "活动索引",
    [
      .text("count", "活动总数", \.count),
      .list("states", "筛选项：状态", \.states),
      .list("channels", "筛选项：渠道", \.channels),
      .list("months", "筛选项：月份", \.months),
      .list("owners", "筛选项：负责部门", \.owners),
      .html("rows", "各行，由 partials/activity-rows 生成", \.rows),
    ])
}

struct OptionView: View {
  var value: EscapedHTML
  var text: EscapedHTML

  static let keys = ViewKeys<OptionView>(
    "筛选项",
    [
      .text("value", "值", \.value),
      .text("text", "文字", \.text),
    ])
}

/// What `partials/activity-rows` is given: some of the rows at a time.
struct ActivityRowsView: View {
  var activities: [ActivityRowView]

  static let keys = ViewKeys<ActivityRowsView>(
    "活动索引的各行", [.list("activities", "活动", \.activities)])
}

extension PageScope {
  /// The rows of the activity index, made a part at a time: the views of ten thousand
  /// would take more room than all that they become.
  func activityRows(_ compiled: CompiledTemplates) -> EscapedHTML {
    let order = context.activitiesByTime
    let size = 250
    var all: [UInt8] = []
    for start in stride(from: 0, to: order.count, by: size) {
      let rows = order[start..<min(start + size, order.count)].map {
        activityRow(handbook.activities[$0])
      }
      compiled.render(.activityRows, ActivityRowsView(activities: rows)).append(to: &all)
      // Grown as it fills, it would be copied again and again.
      if start == 0 { all.reserveCapacity(all.count / rows.count * order.count / 7 * 8) }
    }
    return EscapedHTML(trusted: all)
  }

  func activityIndex(rows: EscapedHTML) -> ActivityIndexView {
    let activities = handbook.activities
    let states = Set(activities.compactMap { $0.status.value })
    var months: Set<Period> = []
    var owners: Set<String> = []
    for activity in activities {
      if let time = activity.time.value {
        months.insert(.month(of: time.start))
        months.insert(.month(of: time.end))
      }
      if let owner = activity.info.owner.value { owners.insert(owner) }
    }
    let owning = Set(owners.compactMap { handbook.site.department(named: $0)?.id })
    return ActivityIndexView(
      count: EscapedHTML("\(activities.count)"),
      states: ActivityStatus.allCases.filter(states.contains).map {
        OptionView(value: EscapedHTML($0.rawValue), text: say($0.label))
      },
      channels: handbook.channels.filter { context.activitiesByChannel[$0.info.id.value] != nil }
        .map {
          OptionView(value: EscapedHTML($0.info.id.value), text: EscapedHTML($0.info.title))
        },
      months: months.sorted(by: >).map {
        OptionView(value: EscapedHTML($0.id), text: EscapedHTML($0.label(language)))
      },
      owners: handbook.site.departments.filter { owning.contains($0.id) }.map {
        OptionView(value: EscapedHTML($0.id), text: EscapedHTML($0.name))
      }, rows: rows)
  }
}
