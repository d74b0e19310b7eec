internal import CLibZip
internal import Domain

/// Hands a file's bytes to libzip by their places, so that the file is never whole in memory.
final class ZipSource {
  private let source: any ByteSource
  private var place: Int64 = 0
  private var error = zip_error_t()

  private init(_ source: any ByteSource) {
    self.source = source
    zip_error_init(&error)
  }

  deinit { zip_error_fini(&error) }

  /// A source for libzip, which frees it.
  static func make(
    _ source: any ByteSource, _ error: UnsafeMutablePointer<zip_error_t>
  ) -> OpaquePointer? {
    let state = Unmanaged.passRetained(ZipSource(source))
    let made = zip_source_function_create(
      { state, data, length, command in
        guard let state else { return -1 }
        let unmanaged = Unmanaged<ZipSource>.fromOpaque(state)
        if command == ZIP_SOURCE_FREE {
          unmanaged.release()
          return 0
        }
        return unmanaged.takeUnretainedValue().answer(command, data, length)
      }, state.toOpaque(), error)
    if made == nil { state.release() }
    return made
  }

  private func answer(
    _ command: zip_source_cmd_t, _ data: UnsafeMutableRawPointer?, _ length: zip_uint64_t
  ) -> zip_int64_t {
    switch command {
    case ZIP_SOURCE_OPEN:
      place = 0
      return 0
    case ZIP_SOURCE_CLOSE: return 0
    case ZIP_SOURCE_READ: return read(data, length)
    case ZIP_SOURCE_SEEK: return seek(data, length)
    case ZIP_SOURCE_TELL: return place
    case ZIP_SOURCE_STAT: return stat(data)
    case ZIP_SOURCE_ERROR: return zip_error_to_data(&error, data, length)
    case ZIP_SOURCE_SUPPORTS: return Self.commands
    default:
      zip_error_set(&error, ZIP_ER_OPNOTSUPP, 0)
      return -1
    }
  }

  /// What `answer` knows, as bits.
  private static let commands: zip_int64_t = [
    ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR,
    ZIP_SOURCE_FREE, ZIP_SOURCE_SEEK, ZIP_SOURCE_TELL, ZIP_SOURCE_SUPPORTS,
  ].reduce(0) { $0 | 1 << zip_int64_t($1.rawValue) }

  private func read(_ data: UnsafeMutableRawPointer?, _ length: zip_uint64_t) -> zip_int64_t {
    let buffer = UnsafeMutableRawBufferPointer(start: data, count: Int(clamping: length))
    guard let count = try? source.read(into: buffer, at: Int(place)) else {
      zip_error_set(&error, ZIP_ER_READ, 0)
      return -1
    }
    place += Int64(count)
    return zip_int64_t(count)
  }

  private func seek(_ data: UnsafeMutableRawPointer?, _ length: zip_uint64_t) -> zip_int64_t {
    let next = zip_source_seek_compute_offset(
      zip_uint64_t(place), zip_uint64_t(source.length), data, length, &error)
    guard next >= 0 else { return -1 }
    place = next
    return 0
  }

  private func stat(_ data: UnsafeMutableRawPointer?) -> zip_int64_t {
    guard let stat = data?.assumingMemoryBound(to: zip_stat_t.self) else { return -1 }
    zip_stat_init(stat)
    stat.pointee.size = zip_uint64_t(source.length)
    stat.pointee.valid = zip_uint64_t(ZIP_STAT_SIZE)
    return zip_int64_t(MemoryLayout<zip_stat_t>.size)
  }
}
