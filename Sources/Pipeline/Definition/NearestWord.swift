/// Finds the known word that a misspelt one was meant to be.
enum NearestWord {
  /// The word at the smallest distance, if that is at most a third of the word plus one.
  static func find(_ word: String, among known: [String]) -> String? {
    let limit = word.count / 3 + 1
    let ranked = known.map { (distance(word.lowercased(), $0.lowercased()), $0) }
    guard let best = ranked.min(by: { $0 < $1 }), best.0 <= limit else { return nil }
    return best.1
  }

  /// The Damerau distance (optimal string alignment) between two words.
  static func distance(_ left: String, _ right: String) -> Int {
    let (a, b) = (Array(left.unicodeScalars), Array(right.unicodeScalars))
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in 0..<a.count {
      var row = [i + 1]
      for j in 0..<b.count {
        var best = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          best = min(best, beforeLast[j - 1] + 1)
        }
        row.append(best)
      }
      (beforeLast, last) = (last, row)
    }
    return last[b.count]
  }
}
