internal import Domain
internal import Matcher

/// What headers mean, as far as their words tell.
enum ColumnWords {
  private static let meanings: [[String]] = [
    ["nama", "name", "fullname", "namalengkap", "namapeserta"],
    ["nik", "noktp", "ktp", "nonik"],
    ["kpj", "nokpj", "nopeserta", "nokartu"],
    ["tgllahir", "tanggallahir", "dob", "dateofbirth", "birthdate", "born", "birthday"],
    ["jeniskelamin", "sex", "gender", "jk", "kelamin"],
    ["kelurahan", "desa", "village"],
    ["amount", "jumlah", "nominal", "nilai", "total", "value"],
    ["date", "tanggal", "tgl", "transactiondate", "bookedon", "valueon", "invoicedate"],
    ["memo", "keterangan", "description", "remittance", "narration", "details", "uraian"],
    ["counterparty", "vendor", "customer", "payee", "payer", "supplier"],
    ["phone", "telephone", "mobile", "hp", "nohp", "telepon", "telp", "notelp"],
    ["postcode", "zip", "zipcode", "kodepos", "postalcode", "plz"],
    ["address", "alamat", "street", "streetaddress"],
    ["city", "kota", "town", "suburb", "municipality"],
    ["ssn", "socsecid", "socialsecuritynumber", "nationalid"],
    ["email", "mail", "emailaddress"],
    ["middlename", "middleinitial", "middlenames", "mi", "namatengah"],
    givenNames, surnames,
  ]
  private static let givenNames = [
    "firstname", "givenname", "forename", "fname", "namadepan", "first", "given",
  ]
  private static let surnames = [
    "lastname", "surname", "familyname", "lname", "namabelakang", "last", "family",
  ]

  /// Whether a header means given names.
  static func isGivenName(_ name: String) -> Bool { givenNames.contains(folded(name)) }

  /// Whether a header means surnames.
  static func isSurname(_ name: String) -> Bool { surnames.contains(folded(name)) }

  /// A header without case and without anything but letters and digits.
  static func folded(_ name: String) -> String {
    name.lowercased().filter { $0.isLetter || $0.isNumber }
  }

  /// Whether one header is the other with something before or behind it.
  static func areAlike(_ name: String, _ other: String) -> Bool {
    let (a, b) = (folded(name), folded(other))
    let (short, long) = a.count <= b.count ? (a, b) : (b, a)
    return short.count > 3 && (long.hasPrefix(short) || long.hasSuffix(short))
  }

  /// What a header means, as a number that is equal for headers of one meaning.
  static func meaning(_ name: String) -> Int? {
    meanings.firstIndex { $0.contains(folded(name)) }
  }

  /// Whether a header speaks of people's names.
  static func isName(_ name: String) -> Bool {
    let folded = folded(name)
    return isGivenName(name) || isSurname(name) || folded == "middleinitial"
      || ["name", "nama"].contains { folded.hasSuffix($0) || folded.hasPrefix($0) }
        && !["file", "user", "company", "employer", "street", "city"].contains {
          folded.contains($0)
        }
  }

  /// Whether a header speaks of money.
  static func isAmount(_ name: String) -> Bool {
    meaning(name) == 6
      || ["amount", "jumlah", "price", "harga"].contains { folded(name).contains($0) }
  }

  /// Whether a header speaks of a birth.
  static func isBirth(_ name: String) -> Bool {
    meaning(name) == 3 || ["birth", "lahir"].contains { folded(name).contains($0) }
  }
}
