import CCrypto
import Glibc

/// The key under which people have pseudonyms: 32 bytes in a file that its owner alone can read.
///
/// Without `--key` it is the file `OUT.key` beside the output folder, made on first use. Outputs
/// are equal byte for byte only under the same key.
public struct PseudonymKey: Sendable {
  /// How many bytes a key has.
  public static let length = 32
  /// The first 16 hexadecimal digits of the key's SHA-256: what the manifest shows.
  public let fingerprint: String
  private let hmac: HMAC

  /// A key of given bytes.
  public init(bytes: [UInt8]) {
    fingerprint = Digest.sha256(bytes).hex(digits: 16)
    hmac = HMAC(key: bytes)
  }

  /// The code of a message under the key; allocates nothing.
  public func code(of message: Span<UInt8>) -> Digest { hmac.code(of: message) }

  /// The pseudonym of a message: `P-` and the first 80 bits of its code in Base32.
  public func pseudonym(of message: Span<UInt8>) -> String {
    var text: ContiguousArray<UInt8> = []
    PseudonymKey.write(pseudonym: hmac.code(of: message), to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// Appends the pseudonym that a code stands for.
  static func write(pseudonym code: Digest, to text: inout ContiguousArray<UInt8>) {
    text.append(0x50)
    text.append(0x2d)
    var (bits, count) = (UInt32(0), 0)
    for place in 0..<10 {
      bits = bits << 8 | UInt32(code.byte(place))
      count += 8
      while count >= 5 {
        count -= 5
        let digit = UInt8(bits >> UInt32(count) & 31)
        text.append(digit < 26 ? 0x41 + digit : 0x32 + digit - 26)
      }
    }
  }

  /// The key of a file that is there, or of the one beside `out`, made where it is missing.
  ///
  /// With `dryRun` a missing key is made up for the run and not kept. Throws a `RunError` where
  /// the file is missing, of another length or open to others.
  public static func load(
    file: String?, out: String, dryRun: Bool = false
  ) throws(RunError) -> PseudonymKey {
    if let file { return try read(file) }
    let file = Paths.trimmed(out) + ".key"
    if access(file, F_OK) == 0 { return try read(file) }
    let bytes = try random()
    if !dryRun { try make(file, bytes) }
    return PseudonymKey(bytes: bytes)
  }

  private static func read(_ path: String) throws(RunError) -> PseudonymKey {
    let shown = Paths.shown(Paths.baseName(path))
    let bytes = try Files.contents(path, shown: shown)
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & 0o077 == 0 else {
      throw .permission(
        what: shown,
        why: "expected a key that its owner alone can read (0600), found one open to "
          + "others. Run: chmod 600 on it.")
    }
    guard bytes.count == length else {
      throw .configuration(
        "\(shown): expected a key of \(length) bytes, found \(bytes.count). "
          + "Make one with: head -c 32 /dev/urandom")
    }
    return PseudonymKey(bytes: bytes)
  }

  private static func random() throws(RunError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: length)
    guard RAND_bytes(&bytes, Int32(length)) == 1 else {
      throw .internalFault("the system gave no random bytes")
    }
    return bytes
  }

  private static func make(_ path: String, _ bytes: [UInt8]) throws(RunError) {
    let shown = Paths.shown(Paths.baseName(path))
    try Files.makeFolder(Paths.folder(of: path), shown: shown)
    let file = try OutputFile(path: path, shown: shown)
    try bytes.span.withUnsafeBytes { bytes throws(RunError) in try file.append(bytes) }
    _ = try file.close()
  }
}
