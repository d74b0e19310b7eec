internal import CLibZip
internal import Domain

/// The entries of a ZIP archive; nothing is ever written to disk, and names are only compared.
final class ZipArchive {
  /// One entry: its place, and its sizes as the archive states them.
  struct Entry {
    let index: UInt64
    let size: UInt64
    let packed: UInt64
    let isEncrypted: Bool
  }

  private let archive: OpaquePointer
  private let entries: [String: Entry]
  private var total = 0

  /// Opens the archive that a source's bytes are.
  ///
  /// Throws where they are none, or one larger than any workbook.
  init(_ source: any ByteSource) throws(ReadError) {
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard let stream = ZipSource.make(source, &error) else { throw Self.damaged }
    guard let archive = zip_open_from_source(stream, ZIP_RDONLY, &error) else {
      zip_source_free(stream)
      throw Self.damaged
    }
    do {
      entries = try Self.entries(of: archive)
    } catch {
      zip_discard(archive)
      throw error
    }
    self.archive = archive
  }

  deinit { zip_discard(archive) }

  /// The names of all entries, in lower case.
  var names: some Sequence<String> { entries.keys }

  /// The entry of a part's name, whatever its case.
  func entry(_ name: String) -> Entry? { entries[Self.folded(name)] }

  /// Opens an entry for reading.
  func open(_ entry: Entry) throws(ReadError) -> ZipPart {
    guard !entry.isEncrypted else {
      throw .refused(.encrypted, "the archive's parts are encrypted: save it without a password")
    }
    guard entry.size <= UInt64(Limits.partSize) else { throw Self.tooLarge }
    guard let file = zip_fopen_index(archive, entry.index, 0) else { throw Self.damaged }
    return ZipPart(file, packed: Int(clamping: entry.packed))
  }

  static let damaged = ReadError.refused(
    .damagedArchive, "the archive is damaged or incomplete: ask for the file again")
  static let tooLarge = ReadError.refused(
    .tooLarge, "the archive unpacks to more than any workbook holds")

  /// A part's name as it is compared: in lower case, with slashes, without one in front.
  static func folded(_ name: String) -> String {
    let name = name.lowercased().split(separator: "\\", omittingEmptySubsequences: false)
    let parts = name.joined(separator: "/")
    return parts.hasPrefix("/") ? String(parts.dropFirst()) : parts
  }

  private static func entries(of archive: OpaquePointer) throws(ReadError) -> [String: Entry] {
    let count = zip_get_num_entries(archive, 0)
    guard count > 0 else {
      throw .refused(.notAWorkbook, "the archive is empty")
    }
    guard count <= Limits.entries else {
      throw .refused(.tooLarge, "the archive has more than \(Limits.entries) entries")
    }
    var entries: [String: Entry] = [:]
    var total: UInt64 = 0
    for index in 0..<UInt64(count) {
      var stat = zip_stat_t()
      guard zip_stat_index(archive, index, 0, &stat) == 0, let name = stat.name else {
        throw damaged
      }
      let (sum, isOver) = total.addingReportingOverflow(stat.size)
      guard !isOver, sum <= UInt64(Limits.archiveSize) else { throw tooLarge }
      total = sum
      let entry = Entry(
        index: index, size: stat.size, packed: stat.comp_size,
        isEncrypted: stat.encryption_method != ZIP_EM_NONE)
      guard entries.updateValue(entry, forKey: folded(String(cString: name))) == nil else {
        throw .refused(.damagedArchive, "two entries of the archive have one name")
      }
    }
    return entries
  }
}

/// One entry of an archive while it is read: bytes out are counted, whatever the archive states.
final class ZipPart {
  private let file: OpaquePointer
  private let packed: Int
  private var count = 0

  /// An open entry.
  init(_ file: OpaquePointer, packed: Int) { (self.file, self.packed) = (file, packed) }

  deinit { zip_fclose(file) }

  /// Fills a buffer; returns how many bytes came, 0 at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadError) -> Int {
    let got = zip_fread(file, buffer.baseAddress, zip_uint64_t(buffer.count))
    guard got >= 0 else { throw ZipArchive.damaged }
    count += Int(got)
    let isBomb = count > Limits.ratioGrace && count / Limits.ratio > packed
    guard count <= Limits.partSize, !isBomb else { throw ZipArchive.tooLarge }
    return Int(got)
  }
}
