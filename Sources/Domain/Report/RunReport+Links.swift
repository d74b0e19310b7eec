extension RunReport {
  /// What probability decided on a link, where anything was.
  public func decision(on link: Link) -> DecidedLink? {
    link.decision == 0 ? nil : decisions[Int(link.decision) - 1]
  }

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
