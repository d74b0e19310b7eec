/// What the process tells its scheduler (README: the table of exit codes); 1 is never used.
public enum ExitStatus: UInt8, Sendable {
  case ok = 0
  case findings = 2
  case partial = 3
  case refused = 4
  case verifyFailed = 10
  case usage = 64
  case unusableFile = 65
  case noInput = 66
  case internalFault = 70
  case cannotCreate = 73
  case inputOutput = 74
  case tryAgain = 75
  case ledger = 76
  case permission = 77
  case configuration = 78

  /// The one that counts where several apply: 4 before 2 before 3 before 0.
  public static func worst(_ statuses: [ExitStatus]) -> ExitStatus {
    let order: [ExitStatus] = [.refused, .findings, .partial]
    return order.first { statuses.contains($0) } ?? statuses.first { $0 != .ok } ?? .ok
  }
}
