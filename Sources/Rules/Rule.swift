public import Domain

/// A check with a permanent code: its doc comment tells the reasons, its entry is the catalogue's.
public protocol Rule: Sendable {
  /// What the catalogue says of it.
  static var entry: RuleEntry { get }
}

/// A rule over all that both sides say of one person.
///
/// A rule says what was expected and found as typed values; it returns no array, keeps no `Run`,
/// words no sentence and allocates nothing for a case in which all is well.
public protocol PersonRule: Rule {
  /// Adds a person's breaches.
  func check(_ person: PersonCase, _ findings: inout Findings)

  /// Adds the breaches of a block of people: the one dynamic call for a rule and a block.
  func checkAll(_ block: CaseBlock, _ findings: inout Findings)
}

extension PersonRule {
  /// Checks one person after the other.
  @inlinable public func checkAll(_ block: CaseBlock, _ findings: inout Findings) {
    // By places: an iterator would copy each case.
    for place in block.people.indices { check(block.people[place], &findings) }
  }
}

/// A rule over one claim, in the case of the person it is linked to.
public protocol ClaimRule: Rule {
  /// Adds a claim's breaches.
  func check(_ claim: ClaimCase, of person: PersonCase, _ findings: inout Findings)
}

/// A rule over one SP2D and the list of people it pays for.
public protocol DisbursementRule: Rule {
  /// Adds an SP2D's breaches.
  func check(_ disbursement: DisbursementCase, _ findings: inout Findings)
}

/// A rule over what one file shows as a whole.
public protocol FileRule: Rule {
  /// Adds a file's breaches; `index` is its place among the run's files.
  func check(_ file: FileCase, index: UInt32, _ findings: inout Findings)
}

/// A rule over a file that has the bytes of an earlier one of its kind.
public protocol RepeatedFileRule: Rule {
  /// Adds the breach of a file.
  func check(_ file: FileID, sameAs first: FileID, _ findings: inout Findings)
}

/// A rule over the months that a run was given.
public protocol CalendarRule: Rule {
  /// Adds the breaches of the months.
  func check(_ calendar: CaseCalendar, _ findings: inout Findings)
}

/// A rule over a finding that was made; `index` is its place in the report.
public protocol FindingRule: Rule {
  /// Adds the breaches of a finding that its owner has until a day to settle.
  func check(
    _ finding: Finding, index: UInt32, due: CalendarDate?, _ findings: inout Findings)
}

/// A rule over one row that never became a record.
public protocol RejectRule: Rule {
  /// Adds a rejected row's breaches; `index` is its place among the run's rejects.
  func check(_ reject: Reject, index: UInt32, _ findings: inout Findings)
}
