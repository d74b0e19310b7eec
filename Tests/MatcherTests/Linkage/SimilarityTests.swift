import TestSupport
import Testing

@testable import Matcher

/// The two measures of similar texts, held against plain ones.
struct SimilarityTests {
  private func jaroWinkler(_ a: String, _ b: String) -> Double {
    var measure = JaroWinkler()
    let (left, right) = (ContiguousArray(a.utf8), ContiguousArray(b.utf8))
    measure.prepare(0, left.span)
    return measure.similarity(to: right.span)
  }

  @Test(arguments: [
    ("martha", "marhta", 0.9611), ("dixon", "dicksonx", 0.8133), ("dwayne", "duane", 0.84),
    ("abc", "abc", 1.0), ("abc", "xyz", 0.0), ("", "abc", 0.0), ("a", "a", 1.0),
  ])
  func `Jaro-Winkler gives the figures of the literature`(a: String, b: String, expected: Double) {
    #expect(abs(jaroWinkler(a, b) - expected) < 0.0001)
  }

  @Test func `Jaro-Winkler by bits is Jaro-Winkler by letters`() {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<3000 {
      let (a, b) = (word(&random, upTo: 64), word(&random, upTo: 64))
      #expect(abs(jaroWinkler(a, b) - plainJaroWinkler(Array(b.utf8), Array(a.utf8))) < 1e-12)
    }
  }

  @Test func `one set of masks serves many names, and another name after it`() {
    var measure = JaroWinkler()
    let texts = ["slamet", "slamat", "wahyu"].map { ContiguousArray($0.utf8) }
    var similarities: [Double] = []
    for (own, other) in [(0, 1), (2, 0), (2, 2)] {
      let (text, name) = (texts[own], texts[other])
      measure.prepare(UInt32(own), text.span)
      similarities.append(measure.similarity(to: name.span))
    }
    #expect(similarities[0] > 0.9 && similarities[1] < 0.6 && similarities[2] == 1)
  }

  @Test func `Damerau distance within a limit is that of the whole table`() {
    var random = SeededGenerator(seed: 12)
    for _ in 0..<4000 {
      let a = word(&random, upTo: 12)
      let b = Bool.random(using: &random) ? word(&random, upTo: 12) : damaged(a, &random)
      let (left, right) = (ContiguousArray(a.utf8), ContiguousArray(b.utf8))
      let distance = plainDamerau(Array(a.utf8), Array(b.utf8))
      for limit in 1...2 {
        let isNear = Damerau.isNear(left.span, right.span, limit: limit)
        #expect(isNear == (distance <= limit), "\(a) \(b)")
      }
    }
  }

  private func word(_ random: inout SeededGenerator, upTo length: Int) -> String {
    let letters = Array("abcd")
    return String(
      (0..<Int.random(in: 0...length, using: &random)).map { _ in
        letters[Int.random(in: 0..<4, using: &random)]
      })
  }

  private func damaged(_ text: String, _ random: inout SeededGenerator) -> String {
    var letters = Array(text)
    for _ in 0..<Int.random(in: 1...2, using: &random) where letters.count > 1 {
      let place = Int.random(in: 0..<letters.count - 1, using: &random)
      switch Int.random(in: 0...3, using: &random) {
      case 0: letters.swapAt(place, place + 1)
      case 1: letters.remove(at: place)
      case 2: letters.insert("x", at: place)
      default: letters[place] = "y"
      }
    }
    return String(letters)
  }

  /// Jaro-Winkler as it is usually written: for each letter of the first the next free equal one.
  private func plainJaroWinkler(_ a: [UInt8], _ b: [UInt8]) -> Double {
    if a.isEmpty || b.isEmpty { return a.count == b.count ? 1 : 0 }
    let reach = max(0, max(a.count, b.count) / 2 - 1)
    var used = b.map { _ in false }
    var found: [UInt8] = []
    for i in a.indices {
      let window = max(0, i - reach)..<max(max(0, i - reach), min(b.count, i + reach + 1))
      if let j = window.first(where: { !used[$0] && b[$0] == a[i] }) {
        used[j] = true
        found.append(a[i])
      }
    }
    if found.isEmpty { return 0 }
    let others = b.indices.filter { used[$0] }.map { b[$0] }
    let moved = zip(found, others).count { $0 != $1 } / 2
    let m = Double(found.count)
    let jaro = (m / Double(a.count) + m / Double(b.count) + (m - Double(moved)) / m) / 3
    let shared = zip(a, b).prefix(4).prefix { $0 == $1 }.count
    return jaro + Double(shared) * 0.1 * (1 - jaro)
  }

  private func plainDamerau(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var table = [[Int]](repeating: Array(0...b.count), count: a.count + 1)
    for i in 0...a.count { table[i][0] = i }
    for i in 1...max(1, a.count) where i <= a.count {
      for j in 1...max(1, b.count) where j <= b.count {
        let change = a[i - 1] == b[j - 1] ? 0 : 1
        table[i][j] = min(table[i - 1][j - 1] + change, table[i - 1][j] + 1, table[i][j - 1] + 1)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          table[i][j] = min(table[i][j], table[i - 2][j - 2] + 1)
        }
      }
    }
    return table[a.count][b.count]
  }
}
