public import Domain

/// Hides identity numbers that stand in a text of an input, where none should.
public enum TextMask {
  /// The text with every run of exactly sixteen digits masked as a NIK is; a family card's number,
  /// which has as many, is hidden too.
  public static func masking(_ text: String) -> String {
    guard text.utf8.count >= 16 else { return text }
    var (masked, rest) = (OutputText(), text.utf8[...])
    while let byte = rest.first {
      let isDigit = Bytes.isDigit(byte)
      let run = rest.prefix { Bytes.isDigit($0) == isDigit }
      if isDigit, run.count == 16, let number = UInt64(String(decoding: run, as: UTF8.self)) {
        masked.append(masked: NIK(raw: number == 0 ? .max : number))
      } else {
        for byte in run { masked.append(byte: byte) }
      }
      rest = rest.dropFirst(run.count)
    }
    return masked.string
  }
}

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
