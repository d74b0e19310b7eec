/// Why a run stopped: what was expected, what is, and what to do; never a value of a row.
public enum RunError: Error, Equatable, CustomStringConvertible {
  /// A file or folder is not there; `what` says what should be, as `inputs/peserta.csv`.
  case noInput(file: String, why: String)
  /// A file is unusable as a whole.
  case unusableFile(name: String, why: String)
  /// Our own books do not balance.
  case booksBroken(name: String, left: String, right: String)
  /// More rows of a file were rejected than the definition allows.
  case rejectLimit(file: String, rejected: Int, read: Int, first: String)
  /// Another run holds the output folder.
  case locked(what: String)
  /// A file changed while it was read.
  case fileChanged(name: String)
  /// An output cannot be made.
  case cannotCreate(what: String, why: String)
  /// Bytes could not be read or written.
  case inputOutput(what: String, why: String)
  /// Something is not allowed, or allowed to too many.
  case permission(what: String, why: String)
  /// The definition cannot be followed.
  case configuration(String)
  /// A part of the program broke its word.
  case internalFault(String)

  /// What the process exits with.
  public var status: ExitStatus {
    switch self {
    case .noInput: .noInput
    case .unusableFile: .unusableFile
    case .booksBroken, .rejectLimit: .refused
    case .locked, .fileChanged: .tryAgain
    case .cannotCreate: .cannotCreate
    case .inputOutput: .inputOutput
    case .permission: .permission
    case .configuration: .configuration
    case .internalFault: .internalFault
    }
  }

  /// The message as shown.
  public var description: String {
    switch self {
    case .noInput(let file, let why): "\(file): \(why)"
    case .unusableFile(let name, let why): "\(name): the file cannot be used: \(why)"
    case .booksBroken(let name, let left, let right):
      "Our own books do not balance: \(name): \(left) on one side, \(right) on the other. "
        + "Nothing was published. This is a fault of rekon: please report it."
    case .rejectLimit(let file, let rejected, let read, let first):
      "\(file): \(rejected) of \(read) rows were rejected, more than `rules.rejectLimit` allows. "
        + "The first: \(first). Nothing was published. Have the file corrected, or raise the limit "
        + "knowingly."
    case .locked(let what):
      "\(what): another run is writing here. Wait for it to end, or choose another --out."
    case .fileChanged(let name):
      "\(name): the file changed while it was read. Run again when it is complete."
    case .cannotCreate(let what, let why): "\(what): cannot be created: \(why)"
    case .inputOutput(let what, let why): "\(what): input or output failed: \(why)"
    case .permission(let what, let why): "\(what): \(why)"
    case .configuration(let text): text
    case .internalFault(let text): "Internal fault: \(text). Please report it."
    }
  }
}

extension ExitStatus {
  /// What the process exits with for any error.
  public init(of error: any Error) {
    switch error {
    case let error as RunError: self = error.status
    case is DefinitionError: self = .configuration
    default: self = .internalFault
    }
  }
}
