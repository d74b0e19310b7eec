/// Files that hold no text and are known by their first bytes.
enum BinaryForm {
  /// What a file is; nil where its first bytes are of none of these.
  static func name(_ bytes: ContiguousArray<UInt8>) -> String? {
    if isUTF32(bytes) { return "text in UTF-32" }
    return marks.first { mark in
      bytes.starts(with: mark.bytes) && (bytes.dropFirst(mark.bytes.count).first ?? 0) < mark.below
    }?.name
  }

  /// Whether three of four bytes are zero; a document that begins so is told by its own words.
  private static func isUTF32(_ bytes: ContiguousArray<UInt8>) -> Bool {
    if bytes.starts(with: [0xff, 0xfe, 0, 0]) || bytes.starts(with: [0, 0, 0xfe, 0xff]) {
      return true
    }
    guard bytes.count > 7 else { return false }
    let isFilled = bytes.prefix(8).map { $0 != 0 }
    return [[true, false, false, false], [false, false, false, true]].contains { unit in
      isFilled == unit + unit && bytes[0] != 0x3c && bytes[3] != 0x3c
    }
  }

  private struct Mark {
    let name: String
    let bytes: [UInt8]
    /// What the next byte is less than: more than any where the mark alone says enough.
    let below: Int

    init(_ name: String, _ bytes: [UInt8], below: Int = 0x100) {
      (self.name, self.bytes, self.below) = (name, bytes, below)
    }

    init(_ name: String, _ text: String, below: Int = 0x100) {
      self.init(name, Array(text.utf8), below: below)
    }
  }

  private static let marks = [
    Mark("a gzip file", [0x1f, 0x8b]), Mark("a compress file", [0x1f, 0x9d]),
    Mark("a bzip2 file", "BZh91AY&SY"), Mark("an xz file", [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0]),
    Mark("a zstd file", [0x28, 0xb5, 0x2f, 0xfd]), Mark("an lz4 file", [0x04, 0x22, 0x4d, 0x18]),
    Mark("a 7z archive", [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]),
    Mark("a RAR archive", [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07]),
    Mark("a cabinet archive", [0x4d, 0x53, 0x43, 0x46, 0, 0, 0, 0]),
    Mark("an old Excel workbook (BIFF2)", [0x09, 0x00, 0x04, 0x00]),
    Mark("an old Excel workbook (BIFF3)", [0x09, 0x02, 0x06, 0x00]),
    Mark("an old Excel workbook (BIFF4)", [0x09, 0x04, 0x06, 0x00]),
    Mark("an old Excel workbook (BIFF5)", [0x09, 0x08, 0x08, 0x00]),
    Mark("an old Excel workbook (BIFF8)", [0x09, 0x08, 0x10, 0x00]),
    Mark("a PDF document", "%PDF-"), Mark("an RTF document", "{\\rtf"),
    Mark("a PostScript document", "%!PS-"), Mark("a PNG picture", [0x89, 0x50, 0x4e, 0x47]),
    Mark("a JPEG picture", [0xff, 0xd8, 0xff]), Mark("a GIF picture", "GIF87a"),
    Mark("a GIF picture", "GIF89a"), Mark("a TIFF picture", [0x49, 0x49, 0x2a, 0]),
    Mark("a TIFF picture", [0x4d, 0x4d, 0, 0x2a]),
    Mark("an ELF program", [0x7f, 0x45, 0x4c, 0x46]),
    Mark("a Windows program", [0x4d, 0x5a, 0x90, 0]),
    Mark("a Java class", [0xca, 0xfe, 0xba, 0xbe]),
    Mark("a WebAssembly module", [0, 0x61, 0x73, 0x6d]),
    Mark("a Mach-O program", [0xcf, 0xfa, 0xed, 0xfe]),
    Mark("a SQLite database", "SQLite format 3\0"),
    Mark("an Access database", [0, 1, 0, 0, 0x53, 0x74, 0x61, 0x6e, 0x64, 0x61, 0x72, 0x64]),
    // These are letters that a text may begin with too.
    Mark("a Parquet file", "PAR1", below: 0x20), Mark("an Arrow file", "ARROW1", below: 0x0a),
    Mark("a Feather file", "FEA1", below: 0x0a), Mark("an Avro file", [0x4f, 0x62, 0x6a, 1]),
    Mark("an HDF5 file", [0x89, 0x48, 0x44, 0x46]),
    Mark("a NumPy array", [0x93, 0x4e, 0x55, 0x4d]),
    Mark("an Ogg file", "OggS", below: 0x0a), Mark("a FLAC file", "fLaC", below: 0x0a),
  ]
}
