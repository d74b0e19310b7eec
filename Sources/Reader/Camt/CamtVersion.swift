/// The versions of the bank statement that can be read.
enum CamtVersion {
  /// What the namespaces of all versions start with.
  static let family = "urn:iso:std:iso:20022:tech:xsd:camt.053."
  /// The versions, as their namespaces end.
  static let supported = ["001.02", "001.04", "001.08"]

  /// Refuses a namespace of another version.
  static func check(_ namespace: String) throws(ReadError) {
    let version = String(namespace.dropFirst(family.count))
    guard !supported.contains(version) else { return }
    let known = supported.map { "camt.053.\($0)" }.joined(separator: ", ")
    throw .unsupportedFormat("this version of camt.053 (known are \(known))")
  }
}
