internal import Domain

/// Files of the form that Excel had before 2007, which also wraps encrypted workbooks.
enum OldWorkbook {
  /// Why such a file is refused; its first bytes tell whether a password is what is in the way.
  static func refusal(_ head: ContiguousArray<UInt8>) -> ReadError {
    let isEncrypted = ["EncryptedPackage", "EncryptionInfo"].contains { name in
      contains(head, name.utf8.flatMap { [$0, 0] })
    }
    return isEncrypted || hasPassword(head)
      ? .refused(.encrypted, "the workbook has a password: save it without one")
      : .unsupportedFormat("an old Excel workbook (.xls: save it as .xlsx)")
  }

  private static func contains(_ bytes: ContiguousArray<UInt8>, _ text: [UInt8]) -> Bool {
    var rest = bytes[...]
    while let place = rest.firstIndex(of: text[0]) {
      rest = rest[place...]
      if rest.starts(with: text) { return true }
      rest = rest.dropFirst()
    }
    return false
  }

  /// Whether the first record behind a stream's start says that the rest is encrypted.
  private static func hasPassword(_ bytes: ContiguousArray<UInt8>) -> Bool {
    // A stream of rows starts with the record BOF, of 8 or 16 bytes, at a sector's start.
    for start in stride(from: 512, to: bytes.count - 32, by: 512) {
      guard bytes[start] == 0x09, bytes[start + 1] == 0x08, bytes[start + 3] == 0 else { continue }
      let next = start + 4 + Int(bytes[start + 2])
      if next + 1 < bytes.count, bytes[next] == 0x2f, bytes[next + 1] == 0 { return true }
    }
    return false
  }
}
