import Domain
import TestSupport
import Testing

@testable import Validator

struct NIKSampleTests {
  private func sample(_ niks: some Sequence<UInt64>) -> NIKSample {
    var sample = NIKSample()
    for nik in niks { sample.note(NIK(raw: nik)) }
    return sample
  }

  @Test func `a NIK counts once, however many rows repeat it`() {
    let (a, b): (UInt64, UInt64) = (3_375_010_101_700_010, 3_375_010_101_700_012)
    let sample = sample([a, a, b, a])
    #expect(sample.count == 2)
    #expect(sample.zeros == 1)
  }

  @Test func `of very many a sample tells the share, the same in any order`() {
    let niks = (0..<200_000).map { 3_375_010_101_700_000 + UInt64($0) }
    let (forward, backward) = (sample(niks), sample(niks.reversed()))
    #expect(forward.count <= NIKSample.most && forward.count > NIKSample.most / 4)
    #expect((forward.count, forward.zeros) == (backward.count, backward.zeros))
    #expect((6...14).contains(forward.zeros * 100 / forward.count))
    let rounded = sample(niks.map { $0 / 10 * 10 })
    #expect(rounded.zeros == rounded.count)
  }
}
