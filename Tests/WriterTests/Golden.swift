import Foundation
import Testing

/// Compares text with a committed file; `RECORD_GOLDEN=1` writes the file and fails.
func expectGolden(_ bytes: ContiguousArray<UInt8>, _ name: String) throws {
  let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden/\(name)")
  if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
    try Data(bytes).write(to: file)
    Issue.record("recorded \(name); look at the difference and run again without RECORD_GOLDEN")
    return
  }
  let recorded = try Data(contentsOf: file)
  let isSame = recorded.elementsEqual(bytes)
  #expect(isSame, "\(name) differs from its golden file")
}
