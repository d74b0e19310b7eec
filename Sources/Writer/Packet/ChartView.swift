import Domain

/// The chart of premiums and benefits by month, in the units of its own drawing.
struct ChartView {
  static let (left, right, top, bottom) = (64, 1_000, 36, 300)
  static let tallest = bottom - top

  let bars: [Bar]
  let ticks: [Tick]
  let monthLabels: [MonthLabel]
  let chartTitle: String
  let chartPremiums: Bool
  let chartBenefits: Bool
  let summary: String

  /// A column of the chart.
  struct Bar {
    let barClass: String
    let x: Int
    let y: Int
    let width: Int
    let height: Int
    let barTitle: String
  }

  /// A line of the scale.
  struct Tick {
    let tickY: Int
    let textY: Int
    let tickText: String
  }

  /// A month below the axis.
  struct MonthLabel {
    let labelX: Int
    let labelText: String
    let yearText: String
  }

  /// The chart of a report's period; nil where there is nothing to show.
  init?(_ report: RunReport) {
    let months = report.period.months
    let premiums = months.map { report.monthly.sum(.coverage, .premiumAmount, month: $0) }
    (chartPremiums, chartBenefits) = (report.isGiven(.contributions), report.isGiven(.claims))
    let hasBenefits = chartBenefits
    let benefits = months.map {
      hasBenefits ? report.monthly.sum(.event, .benefitAmount, month: $0) : 0
    }
    guard let highest = (premiums + benefits).max(), highest > 0 else { return nil }
    let step = ChartView.step(for: highest)
    let scale = (highest + step - 1) / step * step
    let slot = (Self.right - Self.left) / months.count
    ticks = (0...Int(scale / step)).map { ChartView.tick(Int64($0) * step, scale: scale) }
    bars = months.indices.flatMap { place in
      [
        ChartView.bar("premium", premiums[place], months[place], 0, place, slot, scale),
        ChartView.bar("benefit", benefits[place], months[place], 1, place, slot, scale),
      ].filter { $0.height > 0 }
    }
    monthLabels = ChartView.labels(months, slot: slot)
    chartTitle =
      switch (chartPremiums, chartBenefits) {
      case (_, false): "Iuran per bulan"
      case (false, true): "Manfaat per bulan"
      case (true, true): "Iuran dan manfaat per bulan"
      }
    let bases = [
      chartPremiums ? "iuran menurut bulan iuran" : nil,
      chartBenefits ? "manfaat menurut bulan kejadian" : nil,
    ]
    summary =
      "\(chartTitle), \(PacketNumbers.period(report.period)): "
      + bases.compactMap { $0 }.joined(separator: ", ")
      + "; angkanya ada dalam tabel di bawah grafik."
  }

  private static func step(for highest: Int64) -> Int64 {
    var step: Int64 = 1
    while highest / step > 5 {
      if highest / (step * 2) <= 5 { return step * 2 }
      if highest / (step * 5) <= 5 { return step * 5 }
      step *= 10
    }
    return step
  }

  private static func tick(_ value: Int64, scale: Int64) -> Tick {
    let y = bottom - Int(value * Int64(tallest) / scale)
    let text: String
    switch value {
    case 0: text = "0"
    case 1_000_000_000...: text = "\(PacketNumbers.count(value / 1_000_000)) jt"
    case 1_000_000...: text = "\(value / 1_000_000) jt"
    default: text = PacketNumbers.count(value)
    }
    return Tick(tickY: y, textY: y + 5, tickText: text)
  }

  private static func bar(
    _ name: String, _ value: Int64, _ month: CoverageMonth, _ side: Int, _ place: Int,
    _ slot: Int, _ scale: Int64
  ) -> Bar {
    let width = max(slot * 2 / 5, 2)
    let height = Int(max(value, 0) * Int64(tallest) / scale)
    let word = side == 0 ? "Iuran" : "Manfaat"
    return Bar(
      barClass: name, x: left + place * slot + slot / 10 + side * width, y: bottom - height,
      width: width, height: height,
      barTitle: "\(word) \(PacketNumbers.month(month)): \(PacketNumbers.rupiah(value))")
  }

  private static func labels(_ months: [CoverageMonth], slot: Int) -> [MonthLabel] {
    let every = max((40 + slot - 1) / slot, 1)
    return months.indices.filter { $0 % every == 0 }.map { place in
      let month = months[place]
      let isNewYear = place == 0 || month.year != months[place - every].year
      return MonthLabel(
        labelX: left + place * slot + slot / 2,
        labelText: String("\(Wording.monthName(month.month))".prefix(3)),
        yearText: isNewYear ? "\(month.year)" : "")
    }
  }
}
