internal import Domain
internal import Matcher

/// A record's key and place, as outputs name it.
struct RecordPlace {
  var key = Text.absent
  var file: FileID?
  var part: UInt16 = 0
  var line: UInt32 = 0
  var nik = NIK.absent

  init() {}

  init(_ key: Text, _ at: SourceLocation?, _ nik: NIK = .absent) {
    (self.key, file, part, line) = (key, at?.file, at?.part ?? 0, at?.line ?? 0)
    self.nik = nik
  }
}

/// Says how outputs name a record or a person; texts that are made for it go into the arena.
struct RecordPlaces {
  let cases: CaseFile
  let linker: PersonLinker
  let disbursements: [DisbursementCase]
  /// The texts of the records and those made here.
  private(set) var arena: TextArena

  private let files: [InputFile]
  private let key: PseudonymKey
  let evidence: PaymentEvidence
  private(set) var participantKeys: ContiguousArray<Text> = []
  private var text = KeyText()
  private var payment = PaymentEvidence.Row()

  init(
    _ cases: CaseFile, _ linker: PersonLinker, _ disbursements: [DisbursementCase],
    _ evidence: PaymentEvidence, files: [InputFile], key: PseudonymKey
  ) {
    (self.cases, self.linker, self.disbursements) = (cases, linker, disbursements)
    (self.evidence, self.files, self.key) = (evidence, files, key)
    arena = cases.records.texts
    namePeople()
  }

  /// The key of each person of the city's list: its own id, else `FILE:LINE`.
  private mutating func namePeople() {
    let roster = cases.records.roster
    let ascending = roster.indices.dropFirst().allSatisfy {
      arena.precedes(roster[$0 - 1].participantID, roster[$0].participantID)
    }
    var seen: Set<String> = []
    participantKeys.reserveCapacity(roster.count)
    for record in roster {
      let own = record.participantID
      // Ids in ascending order are all different: no need to remember them.
      if own.isPresent, ascending || seen.insert(arena.string(own)).inserted {
        participantKeys.append(own)
      } else {
        let key = lineKey(record.location)
        participantKeys.append(key)
      }
    }
  }

  /// The key of a person, absent for one outside the city's list.
  func participantKey(_ person: UInt32) -> Text {
    Int(person) < participantKeys.count ? participantKeys[Int(person)] : .absent
  }

  /// The key and place of a record.
  ///
  /// Throws when a payment's row cannot be read again.
  mutating func place(_ ref: RecordRef) throws -> RecordPlace {
    let records = cases.records
    let index = Int(ref.index)
    switch ref.kind {
    case .none: return RecordPlace()
    case .participant:
      let record = records.roster[index]
      return RecordPlace(participantKey(ref.index), record.location, record.nik)
    case .membership:
      let record = records.memberships[index]
      return RecordPlace(key(of: record.kpj), record.location, record.nik)
    case .claim:
      let record = records.claims[index]
      return RecordPlace(record.number, record.location, record.nik)
    case .file:
      let at = records.rejects[index].location
      return RecordPlace(lineKey(at), at)
    case .source:
      let file = records.files[index]
      let key = name(files[Int(file.file)].name)
      return RecordPlace(key, SourceLocation(file: file.file, line: file.line))
    case .input:
      let key = name(files[index].name)
      return RecordPlace(key, SourceLocation(file: FileID(index), line: 0))
    case .inputKind:
      let kind = InputKind(rawValue: UInt8(truncatingIfNeeded: index))
      return RecordPlace(name(kind?.name ?? ""), nil)
    case .finding: return RecordPlace()
    case .receipt: return receipt(ref.index)
    case .registry:
      let at = records.registry[index].location
      return RecordPlace(lineKey(at), at)
    case .refund:
      let at = records.refunds[index].location
      return RecordPlace(lineKey(at), at)
    case .contribution: return try payment(ref.index)
    case .disbursement:
      let disbursement = disbursements[index]
      let key = number(ref.index)
      if let row = disbursement.registerRow {
        return RecordPlace(key, records.disbursements[Int(row)].location)
      }
      if disbursement.list.rows == 0 {
        let refund = records.refunds.first { $0.sp2d == ref.index }
        return refund.map { RecordPlace(key, $0.location) } ?? RecordPlace(key, nil)
      }
      try evidence.read(disbursement.list.firstRow, into: &payment)
      return RecordPlace(key, payment.location)
    }
  }

  /// A billing code, at the first receipt of it where there is any.
  private mutating func receipt(_ code: SymbolTable.Symbol) -> RecordPlace {
    RecordPlace(
      billingCode(code), cases.records.receipts.first { $0.billingCode == code }?.location)
  }

  private mutating func payment(_ number: UInt32) throws -> RecordPlace {
    try evidence.read(number, into: &payment)
    text.clear()
    evidence.key(of: payment, number).write(to: &text.bytes)
    return RecordPlace(text.kept(in: &arena), payment.location, payment.nik)
  }

  /// A KPJ as a text of the arena.
  mutating func key(of kpj: KPJ) -> Text {
    text.clear()
    kpj.write(to: &text.bytes)
    return text.kept(in: &arena)
  }

  /// An SP2D's number as a text of the arena.
  mutating func number(_ sp2d: SymbolTable.Symbol) -> Text {
    text.clear()
    text.add(cases.records.sp2ds, sp2d)
    return text.kept(in: &arena)
  }

  /// A billing code as a text of the arena.
  mutating func billingCode(_ code: SymbolTable.Symbol) -> Text {
    text.clear()
    text.add(cases.records.billingCodes, code)
    return text.kept(in: &arena)
  }

  /// A name as a text of the arena.
  mutating func name(_ name: String) -> Text {
    text.clear()
    text.bytes.append(contentsOf: name.utf8)
    return text.kept(in: &arena)
  }

  /// How a bank entry is named: by its reference, else by its place.
  mutating func bankEntry(_ row: UInt32) -> Text {
    let record = cases.records.bank[Int(row)]
    return record.reference.isPresent ? record.reference : lineKey(record.location)
  }

  private mutating func lineKey(_ at: SourceLocation) -> Text {
    text.clear()
    PaymentKey(ContiguousArray(files[Int(at.file)].name.utf8), at: at).write(to: &text.bytes)
    return text.kept(in: &arena)
  }

  /// The id of a finding: of `code|subject_key|month`, the month in the key where it belongs there.
  mutating func id(of finding: Finding, subject: Text) -> UInt64 {
    text.clear()
    finding.code.write(to: &text.bytes)
    text.bytes.append(0x7c)
    text.add(subject, in: arena)
    for isKey in [true, false] where !isKey || finding.monthInKey {
      text.bytes.append(0x7c)
      if let month = finding.month { month.write(to: &text.bytes) }
    }
    return Digest.sha256(text.bytes.span).prefix64
  }

  /// The pseudonym of a person, under NIK, else KPJ, else the record's own key.
  mutating func pseudonym(of person: UInt32, subject: Text) -> Text {
    let nik = NIK(raw: linker.niks[Int(person)])
    let kpj = KPJ(raw: linker.kpjs[Int(person)])
    text.clear()
    if nik.isNumber {
      text.bytes.append(contentsOf: "nik:".utf8)
      text.add(digits: nik.raw)
    } else if kpj.isPresent {
      text.bytes.append(contentsOf: "kpj:".utf8)
      kpj.write(to: &text.bytes)
    } else {
      text.bytes.append(contentsOf: "id:".utf8)
      let own = participantKey(person)
      text.add(own.isPresent ? own : subject, in: arena)
    }
    let code = key.code(of: text.bytes.span)
    text.clear()
    PseudonymKey.write(pseudonym: code, to: &text.bytes)
    return text.kept(in: &arena)
  }
}

/// The text of a key while it is put together.
private struct KeyText {
  var bytes: ContiguousArray<UInt8> = []

  func kept(in arena: inout TextArena) -> Text { arena.add(bytes.span) }

  mutating func clear() { bytes.removeAll(keepingCapacity: true) }

  /// Adds a number in sixteen digits.
  mutating func add(digits number: UInt64) {
    var unit: UInt64 = 1_000_000_000_000_000
    while unit > 0 {
      bytes.append(UInt8(number / unit % 10) + 0x30)
      unit /= 10
    }
  }

  mutating func add(_ text: Text, in arena: TextArena) {
    arena.with(text) { $0.withUnsafeBufferPointer { bytes.append(contentsOf: $0) } }
  }

  mutating func add(_ symbols: SymbolTable, _ symbol: SymbolTable.Symbol) {
    symbols.with(symbol) { $0.withUnsafeBufferPointer { bytes.append(contentsOf: $0) } }
  }
}
