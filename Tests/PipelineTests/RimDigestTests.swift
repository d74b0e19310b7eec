import Domain
import Glibc
import Testing

@testable import Pipeline

@Suite struct RimDigestTests {
  @Test func sha256OfKnownTexts() {
    #expect(
      Digest.sha256([]).hex == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(
      Digest.sha256(Array("abc".utf8)).hex
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(Digest.sha256(Array("abc".utf8)).hex(digits: 16) == "ba7816bf8f01cfea")
    #expect(Digest.sha256(Array("abc".utf8)).byte(31) == 0xad)
  }

  /// RFC 4231, test cases 1, 2, 3 and 6.
  static let vectors: [([UInt8], [UInt8], String)] = [
    (
      [UInt8](repeating: 0x0b, count: 20), Array("Hi There".utf8),
      "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
    ),
    (
      Array("Jefe".utf8), Array("what do ya want for nothing?".utf8),
      "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
    ),
    (
      [UInt8](repeating: 0xaa, count: 20), [UInt8](repeating: 0xdd, count: 50),
      "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"
    ),
    (
      [UInt8](repeating: 0xaa, count: 131),
      Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
      "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
    ),
  ]

  @Test(arguments: vectors)
  func hmacOfKnownTexts(_ vector: ([UInt8], [UInt8], String)) {
    let hmac = HMAC(key: vector.0)
    #expect(hmac.code(of: vector.1.span).hex == vector.2)
    #expect(hmac.code(of: vector.1.span).hex == vector.2)
  }

  @Test func pseudonymIsOfSixteenLettersAndHangsOnTheKey() {
    let message = Array("nik".utf8)
    let one = PseudonymKey(bytes: [UInt8](repeating: 1, count: 32))
    let two = PseudonymKey(bytes: [UInt8](repeating: 2, count: 32))
    #expect(one.pseudonym(of: message.span).count == 18)
    #expect(one.pseudonym(of: message.span) != two.pseudonym(of: message.span))
    #expect(one.fingerprint.count == 16 && one.fingerprint != two.fingerprint)
  }

  @Test func keyIsMadeOnceBesideTheOutputs() throws {
    let scratch = RimScratch()
    let out = scratch.path + "/out"
    let made = try PseudonymKey.load(file: nil, out: out + "/")
    #expect(try PseudonymKey.load(file: nil, out: out).fingerprint == made.fingerprint)
    var status = stat()
    #expect(stat(out + ".key", &status) == 0 && status.st_mode & 0o777 == 0o600)
    #expect(status.st_size == 32)
    chmod(out + ".key", 0o644)
    #expect(refusal(of: out) == .permission)
  }

  @Test func keyOfAnotherLengthIsRefused() throws {
    let scratch = RimScratch()
    try scratch.make("out.key", "short")
    #expect(refusal(of: scratch.path + "/out") == .configuration)
  }

  @Test func dryRunKeepsNoKey() throws {
    let scratch = RimScratch()
    _ = try PseudonymKey.load(file: nil, out: scratch.path + "/out", dryRun: true)
    #expect(Files.names(in: scratch.path).isEmpty)
  }

  private func refusal(of out: String) -> Pipeline.ExitStatus? {
    do {
      _ = try PseudonymKey.load(file: nil, out: out)
      return nil
    } catch { return error.status }
  }

  @Test func theDayTurnsAtMidnightInJakarta() {
    #expect(CivilClock.day(atUnixTime: 17 * 3600 - 1).day == 0)
    #expect(CivilClock.day(atUnixTime: 17 * 3600).day == 1)
    #expect(CivilClock.day(atUnixTime: -8 * 3600).day == -1)
    #expect(CalendarDate(written: "2024-02-30") == nil)
    #expect(CalendarDate(written: "1970-01-02")?.day == 1)
  }
}
