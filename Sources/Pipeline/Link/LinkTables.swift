internal import Matcher

/// What `rekon link` is told.
public struct LinkOptions: Sendable {
  /// The left and the right file, where no configuration names them.
  public var files: [String] = []
  /// The configuration.
  public var config: String?
  /// The folder that receives `links.csv` and `model.json`.
  public var out: String
  /// A model of an earlier linkage, used as it is.
  public var model: String?
  /// The key of a row whose decision is to be explained.
  public var explain: String?
  /// The most bytes of memory.
  public var memory: Int?

  /// Options with the default of everything but the folder.
  public init(out: String) { self.out = out }
}

/// What a linkage tells beside its files.
public struct LinkOutcome: Sendable {
  /// The configuration that was proposed, where none was given.
  public var proposed: String?
  /// What was linked, in lines.
  public var summary: [String] = []
  /// What was repaired or left out, in lines.
  public var remarks: [String] = []
}

/// Links two files and writes `links.csv` and `model.json`.
///
/// Throws a `RunError` or a `DefinitionError` that says what is wrong.
public func linkTables(_ options: LinkOptions) throws -> LinkOutcome {
  var definition = try options.config.map { try LinkDefinition.load(path: $0) }
  if options.files.count == 2 {
    let sides = options.files.map { LinkDefinition.Side(file: $0) }
    if definition == nil {
      definition = LinkDefinition(left: sides[0], right: sides[1], comparisons: [])
    } else {
      definition?.left.file = Paths.absolute(options.files[0])
      definition?.right.file = Paths.absolute(options.files[1])
    }
  }
  guard let definition else {
    throw RunError.configuration("Expected two files or --config, found neither.")
  }
  var linkage = try FileLinkage(definition, memory: options.memory)
  return try linkage.run(options)
}

/// Two files while they are linked.
private struct FileLinkage {
  private var definition: LinkDefinition
  private let left: LinkFile
  private let right: LinkFile
  private let isProposed: Bool
  /// Two tables alone may take more time than a run's few people outside its list.
  private static let pairsPerRow = 160
  /// Beyond so many rows that would be too much, and nobody waits for a second trial.
  private static let fewRows = 50_000
  /// The share of links from which on doubles are no accident.
  private static let leastDoubles = 0.05
  private var limits = LinkLimits()

  init(_ definition: LinkDefinition, memory: Int?) throws {
    self.definition = definition
    left = try LinkFile(
      path: Paths.join(definition.folder, definition.left.file), definition.left)
    right = try LinkFile(
      path: Paths.join(definition.folder, definition.right.file), definition.right)
    isProposed = definition.comparisons.isEmpty
    let rows = max(Self.fewRows, left.rows, right.rows)
    limits.pairsPerRow = max(limits.pairsPerRow, Self.pairsPerRow * Self.fewRows / rows)
    limits.weighsTogether = true
    if let memory { limits.memory = try share(of: memory) }
    if isProposed { try propose() }
  }

  /// What the texts and their numbers leave of the memory that may be used.
  private func share(of memory: Int) throws -> Int {
    let needed = 64 << 20 + 4 * (left.bytes + right.bytes)
    guard memory > needed else {
      throw RunError.configuration(
        "--memory: the tables alone need \(needed >> 20) MiB; expected more than that, found "
          + "\(memory >> 20) MiB.")
    }
    return (memory - needed) / 2
  }

  private mutating func propose() throws {
    var proposal = LinkProposal(left, right)
    definition.comparisons = proposal.comparisons()
    definition.left.key = left.keyColumn.map { left.names[$0] }
    definition.right.key = right.keyColumn.map { right.names[$0] }
    guard !definition.comparisons.isEmpty else {
      throw RunError.configuration(
        "\(left.name), \(right.name): no two columns seem to mean the same. State what is compared "
          + "in a configuration (--config).")
    }
  }

  private var plan: LinkPlan {
    LinkPlan(
      comparisons: definition.comparisons.map(\.comparison), cardinality: definition.cardinality,
      blocks: definition.blocks.map { names in
        names.compactMap { name in definition.comparisons.firstIndex { $0.isCalled(name) } }
      })
  }

  private func linker() throws -> Linker {
    Linker(
      plan, left: try table(left, definition.left, \.left),
      right: try table(right, definition.right, \.right), limits: limits)
  }

  mutating func run(_ options: LinkOptions) throws -> LinkOutcome {
    var linker = try linker()
    if isProposed, definition.stateDays(linker) { linker = try self.linker() }
    var model = try options.model.map { try LinkModelText.read($0, linker.plan) } ?? linker.learn()
    if isProposed, options.model == nil, try hasDoubles() {
      definition.cardinality = .manyToOne
      linker = try self.linker()
      model = linker.learn()
    }
    let result = linker.link(by: model)
    var outcome = LinkOutcome()
    outcome.proposed = isProposed ? definition.yaml : nil
    outcome.remarks = [left, right].filter { $0.faults > 0 }.map {
      "\($0.name): \($0.faults) rows were repaired or left out; rekon inspect names them."
    }
    try write(linker, model, result, to: options.out)
    outcome.summary = summary(result, options.out)
    if let key = options.explain {
      outcome.summary += try LinkExplanation(linker, model, result).lines(for: key)
    }
    return outcome
  }

  /// Whether several left rows are surely one right row each, as where people stand there again.
  private func hasDoubles() throws -> Bool {
    guard definition.cardinality == .oneToOne, max(left.rows, right.rows) <= Self.fewRows,
      !definition.comparisons.contains(where: { $0.kind == .amount })
    else { return false }
    var trial = self
    trial.definition.cardinality = .manyToOne
    var linker = try trial.linker()
    let model = linker.learn()
    let links = linker.link(by: model).decisions.filter { $0.tier == .auto }
    let rights = Set(links.compactMap { $0.best?.right })
    return links.count - rights.count > Int(Self.leastDoubles * Double(links.count))
  }

  private func table(
    _ file: LinkFile, _ side: LinkDefinition.Side,
    _ columns: KeyPath<LinkDefinition.Stated, [String]>
  ) throws -> LinkTable {
    let keys =
      try side.key.map { try file.joined([place(of: $0, in: file)]) }
      ?? file.keyColumn.map { file.columns[$0] } ?? file.rowNumbers
    return LinkTable(
      keys: keys,
      columns: try definition.comparisons.map { stated in
        file.joined(try stated[keyPath: columns].map { try place(of: $0, in: file) })
      })
  }

  private func place(of name: String, in file: LinkFile) throws -> Int {
    if let place = file.place(of: name) { return place }
    let near = NearestWord.find(name, among: file.names).map { " Did you mean `\($0)`?" } ?? ""
    throw RunError.configuration(
      "\(file.name): expected the column `\(name)`, found \(file.names.joined(separator: ", "))."
        + near)
  }

  private func write(
    _ linker: Linker, _ model: LinkModel, _ result: LinkResult, to out: String
  ) throws {
    let shown = Paths.shown(Paths.baseName(out))
    try Files.makeFolder(out, shown: shown)
    try Files.replace("\(out)/links.csv", shown: "\(shown)/links.csv") { file in
      try LinkRowsText(linker, result).write { try file.append($0) }
    }
    try Files.replace("\(out)/model.json", shown: "\(shown)/model.json") { file in
      let text = Array(LinkModelText.json(linker, model).utf8)
      try text.withUnsafeBytes { try file.append($0) }
    }
  }

  private func summary(_ result: LinkResult, _ out: String) -> [String] {
    let counts = [LinkResult.Tier.auto, .suggested, .ambiguous, .none].map { tier in
      "\(result.decisions.count { $0.tier == tier }) \(tier.rawValue)"
    }
    return [
      "\(left.rows) rows of \(left.name), \(right.rows) of \(right.name): "
        + counts.joined(separator: ", "),
      "written: \(Paths.shown(out))/links.csv, model.json",
    ]
  }
}
