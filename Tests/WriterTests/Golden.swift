import Foundation
import TestSupport
import Testing

/// Compares text with a committed file; `RECORD_GOLDEN=1` writes the file and fails.
func expectGolden(_ bytes: ContiguousArray<UInt8>, _ name: String) throws {
  let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden/\(name)")
  let golden = try Golden(bytes, file)
  #expect(golden == .same, "\(name): look at the difference; RECORD_GOLDEN=1 records it")
}
