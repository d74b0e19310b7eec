import Testing

@testable import Matcher

struct FoldedNameTests {
  private func folded(_ text: String) -> FoldedName {
    var name = FoldedName()
    name.fold(Array(text.utf8).span)
    return name
  }

  private func text(_ name: String) -> String {
    String(decoding: folded(name).bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("H. Slamet", "slamet"), ("Hj. Siti Aminah", "siti aminah"), ("Drs. Hadi", "hadi"),
    ("KH. Wahid", "wahid"), ("R. Wibowo", "wibowo"), ("Sdr. Hadi", "hadi"), ("Bpk Hadi", "hadi"),
    ("Ny. Hadi", "hadi"), ("Ir. Hadi, S.Pd., M.M.", "hadi"), ("Alm. Hadi", "hadi"),
    ("Hadi (alm)", "hadi"), ("Almarhumah Siti", "siti"), ("Siti, almh", "siti"),
    ("H. Drs.", ""), ("", ""), (" .-, ", ""),
  ])
  func `Titles, degrees and the word for the deceased go`(name: String, expected: String) {
    #expect(text(name) == expected)
  }

  @Test(arguments: [
    "Muhammad", "Muhamad", "Mohammad", "Mohamad", "Mochammad", "Mochamad", "Muchammad", "Muh.",
    "Moh.", "Moch.", "MUCH", "Mhd",
  ])
  func `Every form of Muhammad is one`(word: String) {
    #expect(text("\(word) Ali") == "muhammad ali")
  }

  @Test(arguments: [
    ("Soeparman", "Suparman"), ("Djoko", "Joko"), ("Djoko", "Yoko"), ("Tjipto", "Cipto"),
    ("Achmad", "Ahmad"), ("Sutarjo", "Soetardjo"), ("Sjamsul", "Syamsul"), ("Akhmad", "Ahmad"),
    ("Nur'aini", "NURAINI"), ("Siti-Aminah", "siti aminah"), ("  Siti   Aminah ", "Siti Aminah"),
  ])
  func `Old spellings, marks and case do not count`(old: String, new: String) {
    #expect(text(old) == text(new))
    #expect(!text(old).isEmpty)
  }

  @Test(arguments: [("bin", 1), ("binti", 1), ("bt.", 1), ("b.", 1), ("dan", 3)])
  func `The patronym is kept and where it starts is known`(word: String, count: Int) {
    let name = folded("Siti \(word) Kasmuri")
    #expect(name.wordsBeforePatronym == count)
    #expect(name.words.count == (word == "dan" ? 3 : 2))
  }

  @Test func `A name takes the place of the one before`() {
    var name = folded("Siti binti Kasmuri")
    name.fold(Array("Hadi".utf8).span)
    #expect(name.words == [0..<4] && name.wordsBeforePatronym == 1)
  }
}

struct NameComparisonTests {
  private func compare(_ a: String, _ b: String) -> NameComparison.Outcome {
    var (left, right) = (FoldedName(), FoldedName())
    left.fold(Array(a.utf8).span)
    right.fold(Array(b.utf8).span)
    let outcome = NameComparison.compare(left, right)
    #expect(outcome == NameComparison.compare(right, left), "the order of two names counts")
    return outcome
  }

  @Test(
    arguments: [
      ("Slamet Riyadi", "SLAMET RIJADI", .equal), ("H. Slamet", "Slamet", .equal),
      ("Siti binti Kasmuri", "Siti", .equal), ("Siti bin Kasmuri", "Siti Kasmuri", .equal),
      ("Siti binti Kasmuri", "Siti binti Wagiman", .equal), ("Siti b. A", "Siti A", .equal),
      // A prefix, as where a form cuts at twenty letters.
      ("Slamet Riyadi", "Slamet Ri", .alike), ("Slamet", "Slamet Riyadi", .alike),
      // The same words with initials.
      ("Slamet Riyadi", "S. Riyadi", .alike), ("Slamet Riyadi", "Slamet R", .alike),
      ("M. Ali", "Muhammad Ali", .equal), ("S. Riyadi", "Slamet Raharjo", .different),
      ("S. Riyadi Utomo", "Slamet Riyadi", .different),
      // All words of one in the other, in order.
      ("Slamet Riyadi Utomo", "Slamet Utomo", .alike), ("Riyadi", "Slamet Riyadi", .alike),
      ("Slamet Riyadi Utomo", "Utomo Slamet", .different),
      // Two letters may differ, one under six letters.
      ("Kasmuri", "Kasnuri", .alike), ("Kasmuri", "Kasnuli", .alike),
      ("Kasmuri", "Kosnuli", .different), ("Kasmuri", "Kamsuri", .alike),
      ("Kasmuri", "Kamsiru", .different), ("Kasmuri", "Asmuri", .alike),
      ("Wahyu", "Wahya", .alike), ("Wahyu", "Wahia", .different), ("Wahyuu", "Wahiaa", .different),
      ("Hadi", "Hdai", .alike), ("Slamet", "Slomat", .alike), ("Slamet", "Slema", .different),
      ("Slamet", "Wagiman", .different), ("Siti Aminah", "Slamet Riyadi", .different),
      ("H.", "Slamet", .different), ("", "", .different),
    ] as [(String, String, NameComparison.Outcome)])
  func `Two names are equal, alike or different`(
    a: String, b: String, expected: NameComparison.Outcome
  ) {
    #expect(compare(a, b) == expected)
  }

  @Test(
    arguments: [
      ("Ibrahim Seiawan", "Ibrahim Rassono Setiawan", true), ("Wrtono B.", "Wartono Budiman", true),
      ("Mhammad Sudikin", "Muhammad Sukarno Sudikin", true), ("Sukarno P.", "Sukarno Fauzi", true),
      ("Husen Basri", "Hasan Basri", true), ("Slamet", "Slamet Riyadi", true),
      ("Siti Rahayu", "Siti Aminah", false), ("S. D.", "Sukarno Dirman", true),
      ("S. D.", "Sukarno Ali Dirman", false), ("Sukarno P.", "Sukarno Budi", false),
      ("Wahyudi Prasetyo", "Sukarno Budiman", false), ("Riyadi Slamt", "Slamet Riyadi", false),
    ])
  func `A name can be another that was written badly`(a: String, b: String, expected: Bool) {
    var (left, right) = (FoldedName(), FoldedName())
    left.fold(Array(a.utf8).span)
    right.fold(Array(b.utf8).span)
    #expect(NameComparison.canBeOne(left, right) == expected)
    #expect(NameComparison.canBeOne(right, left) == expected)
  }

  @Test func `Names longer than any name are compared without a fault`() {
    let long = String(repeating: "abcdefghij ", count: 20)
    #expect(compare(long, long + "x") == .alike)
    #expect(compare("x" + long, "y" + long) == .different)
  }
}
