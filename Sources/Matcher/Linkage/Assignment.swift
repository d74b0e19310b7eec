internal import Domain
internal import Glibc

/// The choice of edges with the greatest sum of weights of which no two share a row.
struct Assignment {
  /// How many rows of one side a group can have for the best choice to be searched for.
  private static let mostRows = 200

  private let edges: LinkEdges
  private var taken: ContiguousArray<Bool>

  /// Chooses among edges whose odds are better than even: exactly in each small group of edges
  /// that share rows, the surest first in a large one.
  static func best(_ edges: LinkEdges) -> ContiguousArray<Bool> {
    var assignment = Assignment(edges)
    for group in edges.groups() { assignment.choose(group) }
    return assignment.taken
  }

  private init(_ edges: LinkEdges) {
    self.edges = edges
    taken = ContiguousArray(repeating: false, count: edges.count)
  }

  private mutating func choose(_ group: [Int]) {
    if group.count == 1 {
      taken[group[0]] = true
      return
    }
    let left = Self.places(group.map { edges.pairs[$0].left })
    let right = Self.places(group.map { edges.pairs[$0].right })
    if max(left.count, right.count) > Self.mostRows { return chooseGreedily(group) }
    var gains = [[Double]](
      repeating: [Double](repeating: 0, count: right.count), count: left.count)
    var places: [[Int?]] = gains.map { $0.map { _ in nil } }
    for edge in group {
      guard let l = left[edges.pairs[edge].left], let r = right[edges.pairs[edge].right] else {
        continue
      }
      gains[l][r] = log2(edges.odds[edge])
      places[l][r] = edge
    }
    for (l, r) in Hungarian.best(gains).enumerated() {
      if let r, let edge = places[l][r] { taken[edge] = true }
    }
  }

  private static func places(_ rows: [UInt32]) -> [UInt32: Int] {
    var places: [UInt32: Int] = [:]
    for row in Set(rows).sorted() { places[row] = places.count }
    return places
  }

  private mutating func chooseGreedily(_ group: [Int]) {
    var (left, right): (Set<UInt32>, Set<UInt32>) = ([], [])
    for edge in group.sorted(by: { (edges.odds[$1], $0) < (edges.odds[$0], $1) }) {
      let pair = edges.pairs[edge]
      guard !left.contains(pair.left), !right.contains(pair.right) else { continue }
      left.insert(pair.left)
      right.insert(pair.right)
      taken[edge] = true
    }
  }
}

extension LinkEdges {
  /// The edges with better than even odds, those together that hang together by rows.
  fileprivate func groups() -> [[Int]] {
    let likely = pairs.indices.filter { odds[$0] > 1 }
    var parents: [UInt32: UInt32] = [:]
    func root(_ row: UInt32) -> UInt32 {
      var row = row
      while let parent = parents[row], parent != row {
        parents[row] = parents[parent]
        row = parent
      }
      return row
    }
    // A right row is named by its first likely left row; groups join where a second one comes.
    var firstLeft: [UInt32: UInt32] = [:]
    for edge in likely {
      let pair = pairs[edge]
      if parents[pair.left] == nil { parents[pair.left] = pair.left }
      guard let first = firstLeft[pair.right] else {
        firstLeft[pair.right] = pair.left
        continue
      }
      let (a, b) = (root(first), root(pair.left))
      if a != b { parents[max(a, b)] = min(a, b) }
    }
    var groups: [UInt32: [Int]] = [:]
    for edge in likely { groups[root(pairs[edge].left), default: []].append(edge) }
    return groups.keys.sorted().compactMap { groups[$0] }
  }
}

/// The assignment of rows to columns with the greatest sum (Kuhn 1955, Munkres 1957).
enum Hungarian {
  /// The column of each row; nil where it gains most without one.
  static func best(_ gains: [[Double]]) -> [Int?] {
    let (rows, width) = (gains.count, gains.first?.count ?? 0)
    // Each row also has a column of its own that gains nothing.
    let columns = width + rows
    let cost = { (row: Int, column: Int) in column < width ? -gains[row][column] : 0 }
    var rowPrice = [Double](repeating: 0, count: rows + 1)
    var columnPrice = [Double](repeating: 0, count: columns + 1)
    var owner = [Int](repeating: 0, count: columns + 1)
    for row in 1...max(1, rows) where row <= rows {
      var least = [Double](repeating: .infinity, count: columns + 1)
      var way = [Int](repeating: 0, count: columns + 1)
      var used = [Bool](repeating: false, count: columns + 1)
      var column = 0
      owner[0] = row
      repeat {
        used[column] = true
        let current = owner[column]
        var (delta, next) = (Double.infinity, 0)
        for other in 1...columns where !used[other] {
          let reduced = cost(current - 1, other - 1) - rowPrice[current] - columnPrice[other]
          if reduced < least[other] { (least[other], way[other]) = (reduced, column) }
          if least[other] < delta { (delta, next) = (least[other], other) }
        }
        for other in 0...columns {
          if used[other] {
            rowPrice[owner[other]] += delta
            columnPrice[other] -= delta
          } else {
            least[other] -= delta
          }
        }
        column = next
      } while owner[column] != 0
      repeat {
        owner[column] = owner[way[column]]
        column = way[column]
      } while column != 0
    }
    var result = [Int?](repeating: nil, count: rows)
    for column in 1...max(1, columns) where column <= width && owner[column] > 0 {
      result[owner[column] - 1] = column - 1
    }
    return result
  }
}
