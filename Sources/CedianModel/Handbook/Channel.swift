/// A marketing channel: who runs it, with which duties, judged by which metrics.
public struct Channel: Sendable {
  public var info: DocumentInfo
  public var duties: [Duty]
  /// Metric ids or names.
  public var metrics: [Located<String>]
  /// Accounts on social platforms.
  public var accounts: [Account]
  /// Stores on e-commerce platforms.
  public var stores: [Account]
  /// The lawful basis of a mailing list.
  public var consent: String?

  public struct Account: Sendable {
    public var platform: String
    public var name: String?
    public var owner: Located<String>?
  }
}
