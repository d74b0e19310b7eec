internal import Domain
internal import Writer

/// Writes the reports a piece of rows at a time: no report, however long, is whole in memory.
struct PieceWriter {
  private struct Piece {
    let file: ReportFile
    let rows: Range<Int>
    let isLast: Bool
  }

  private static let rowsPerPiece = 2_048

  /// How many pieces are rendered at a time.
  let threads: Int

  /// Writes every report of the catalogue, or renders them alone; returns each one's rows by name.
  ///
  /// Throws a `RunError` where the disk does not take one.
  func write(_ report: RunReport, to folder: RunFolder?) throws -> [String: Int] {
    let pieces = ReportCatalog.files.flatMap { self.pieces(of: $0, report) }
    var rows: [String: Int] = [:]
    var output: OutputFile?
    for start in stride(from: 0, to: pieces.count, by: threads) {
      let window = pieces[start..<min(start + threads, pieces.count)]
      let texts = try Parallel.map(window.count, threads: threads) { place in
        let piece = pieces[start + place]
        return piece.file.render(report, piece.rows)
      }
      for (piece, text) in zip(window, texts) {
        rows[piece.file.name, default: 0] += text.rows
        guard let folder else { continue }
        let file = try output ?? folder.create(piece.file.name)
        try text.bytes.span.withUnsafeBytes { bytes throws(RunError) in try file.append(bytes) }
        if piece.isLast { try folder.finish(file, as: piece.file.name) }
        output = piece.isLast ? nil : file
      }
    }
    return rows
  }

  private func pieces(of file: ReportFile, _ report: RunReport) -> [Piece] {
    let rows = file.rows?(report) ?? 0
    return stride(from: 0, to: max(rows, 1), by: PieceWriter.rowsPerPiece).map { start in
      let end = min(start + PieceWriter.rowsPerPiece, rows)
      return Piece(file: file, rows: start..<max(start, end), isLast: end == rows)
    }
  }
}
