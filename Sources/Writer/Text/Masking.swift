public import Domain

extension OutputText {
  /// Appends a NIK as every output shows it: region and serial stay, all between is hidden.
  ///
  /// The middle holds birth date and sex. What has no sixteen digits is hidden as a whole.
  public mutating func append(masked nik: NIK) {
    guard nik.isPresent else { return }
    guard nik.isNumber else {
      append("••••••••••••••••")
      return
    }
    append(Int(nik.raw / 1_000_000_000_000), digits: 4)
    append("••••••••")
    append(Int(nik.raw % 10_000), digits: 4)
  }
}
