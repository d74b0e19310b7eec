/// The messages about a bank account, by their namespaces, and which of them can be read.
enum CamtVersion {
  /// What the namespaces of messages start with: those of ISO, and of SWIFT before they were its.
  private static let origins = [
    "urn:iso:std:iso:20022:tech:xsd:", "urn:swift:xsd:$", "urn:swift:xsd:",
  ]
  /// The versions of the statement: what they have of an entry is the same in all.
  private static let supported = (2...13).map { "camt.053.001.\($0 < 10 ? "0" : "")\($0)" }
  /// What tells of an account and is no statement of it.
  private static let others = [
    ("camt.052.", "camt.052 (a report within the day; wanted is the statement, camt.053)"),
    ("camt.054.", "camt.054 (notices of single entries; wanted is the statement, camt.053)"),
  ]

  /// Whether a namespace is that of a message about a bank account.
  static func isOfAccount(_ namespace: String) -> Bool {
    message(namespace).map { $0.hasPrefix("camt.053.") || other($0) != nil } ?? false
  }

  /// Refuses the namespace of another message or version.
  static func check(_ namespace: String) throws(ReadError) {
    let message = message(namespace) ?? ""
    guard !supported.contains(message) else { return }
    let known = "\(supported[0]) to \(supported[supported.count - 1])"
    throw .unsupportedFormat(other(message) ?? "this version of camt.053 (known are \(known))")
  }

  private static func message(_ namespace: String) -> String? {
    origins.first { namespace.hasPrefix($0) }.map { String(namespace.dropFirst($0.count)) }
  }

  private static func other(_ message: String) -> String? {
    others.first { message.hasPrefix($0.0) }?.1
  }
}
