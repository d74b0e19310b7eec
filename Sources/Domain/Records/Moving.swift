extension ContiguousArray {
  /// Brings to each place the element that stood at another, along cycles: no copy is made.
  ///
  /// `source` is a permutation of the indices.
  public mutating func move(from source: (Int) -> Int) {
    var isDone = ContiguousArray<Bool>(repeating: false, count: count)
    for start in indices where !isDone[start] {
      let first = self[start]
      var place = start
      isDone[start] = true
      while source(place) != start {
        self[place] = self[source(place)]
        place = source(place)
        isDone[place] = true
      }
      self[place] = first
    }
  }
}
