extension RunReport {
  /// Finds the lines of `links.csv` that rest on a decision.
  public mutating func findDecidedLinks() {
    decidedLinks = []
    for place in links.indices where links[place].link.decision > 0 {
      decidedLinks.append(UInt32(place))
    }
    for place in 0..<membershipLinks.count
    where membershipLinks.link(at: place).decision > 0 {
      decidedLinks.append(UInt32(links.count + place))
    }
  }
}
