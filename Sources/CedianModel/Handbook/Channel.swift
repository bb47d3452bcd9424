/// A marketing channel: who runs it, with which duties, judged by which metrics.
public struct Channel: Sendable {
  public var info: DocumentInfo
  public var duties: [Duty]
  /// What people call it besides its title: 官网, 邮件.
  public var aliases: [Located<String>]
  /// False once it is given up (停用): nothing is asked of it any more.
  public var isActive: Bool
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
    /// Fields that hold something which cannot be read; said when it was read.
    public var unreadable: Set<Key> = []
    public var range: SourceRange
  }
}
