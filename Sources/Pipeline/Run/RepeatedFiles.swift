internal import Domain

/// Finds the input files that have the bytes of an earlier one of their kind.
enum RepeatedFiles {
  /// The places of such files among the run's files, which are in byte order of their names, each
  /// with the place of the first file of these bytes.
  ///
  /// Only files of equal length are hashed. Throws a `RunError` for one that cannot be read.
  static func find(_ files: [InputFile]) throws -> [FileID: FileID] {
    var repeated: [FileID: FileID] = [:]
    var lengths: [Key: [Int]] = [:]
    for (place, file) in files.enumerated() {
      let source = try FileSource(path: file.path, name: file.name)
      lengths[Key(kind: file.kind, length: source.length), default: []].append(place)
    }
    for places in lengths.values where places.count > 1 {
      var first: [String: Int] = [:]
      // Two sheets of one file are two inputs, and none is given again.
      for place in places where !files[place].sharesFile {
        let hash = try self.hash(of: files[place])
        if let earlier = first[hash] {
          repeated[FileID(place)] = FileID(earlier)
        } else {
          first[hash] = place
        }
      }
    }
    return repeated
  }

  private struct Key: Hashable {
    let kind: InputKind
    let length: Int
  }

  private static func hash(of file: InputFile) throws -> String {
    try FileSource(path: file.path, name: file.name).finish().sha256.hex
  }
}
