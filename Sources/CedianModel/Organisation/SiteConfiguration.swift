/// site.yml: the organisation and how its handbook is shown.
public struct SiteConfiguration: Sendable {
  public var title: String
  public var organisation: String
  public var language: Language
  public var timeZone: String
  /// 1 to 12.
  public var fiscalYearStart: Int
  /// Pins the day that decides what is late; nil means today.
  public var asOf: Day?
  public var departments: [Department]
  /// Attainment from which a metric is reached, as a fraction.
  public var reached: Quantity
  /// Attainment from which a metric is at risk, as a fraction.
  public var atRisk: Quantity
  /// What is set for rules; a clause's binding overrides it.
  public var rules: [RuleSetting]

  /// What pages show of git's history.
  public var history: HistorySetting = .full

  /// Whether there is a site.yml with something in it.
  public var isWritten = false

  public init() {
    title = "营销手册"
    organisation = ""
    language = .zh
    timeZone = "Asia/Shanghai"
    fiscalYearStart = 1
    asOf = nil
    departments = []
    reached = Quantity(value: 100, unit: .percent)
    atRisk = Quantity(value: 80, unit: .percent)
    rules = []
  }
}

/// A department and the roles in it. Roles, not people's names.
public struct Department: Sendable, Hashable {
  public var id: String
  public var name: String
  public var roles: [String]

  public init(id: String, name: String, roles: [String] = []) {
    self.id = id
    self.name = name
    self.roles = roles
  }
}

extension SiteConfiguration {
  /// The department that a name means: its id, its name, or one of its roles.
  public func department(named name: String) -> Department? {
    departments.first { $0.id == name || $0.name == name || $0.roles.contains(name) }
  }
}
