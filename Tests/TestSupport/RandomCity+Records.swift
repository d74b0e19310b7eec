extension RandomCity {
  /// Somebody of the city, and what will be wrong with the records about him.
  struct Person {
    var number: Int
    var nik: String
    var kpj: String
    var name: String
    var born: String
    var village: String
    var job: String
    var fund: String
    var firstMonth: Int
    var lastMonth: Int?
    var deathMonth: Int?
    var isListed: Bool
    var isMember: Bool
  }

  private static let names = [
    "Slamet", "Siti", "Kasmuri", "Tumini", "Wagiman", "Soeparman", "Muhammad", "Aminah", "Djoko",
    "Sumarni", "Rohman", "Tukijo", "Wahyuni", "Hadi", "Kusnadi", "Marwah",
  ]

  mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

  mutating func pick<T>(_ list: [T]) -> T { list[Int.random(in: 0..<list.count, using: &random)] }

  static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  mutating func person(_ number: Int) -> Person {
    let (day, month, year) = (number % 28 + 1, number % 12 + 1, 60 + number % 30)
    let date = "\(Self.two(day))\(Self.two(month))\(year)"
    let (isIllFormed, isListed) = (chance(4), !chance(12))
    let serial = String(String(10_000 + number + 1).dropFirst())
    return Person(
      number: number, nik: (isIllFormed ? "0075" : "3375") + "01\(date)\(serial)",
      kpj: "\(24_000_000_001 + number * 17)", name: "\(pick(Self.names)) \(pick(Self.names))",
      born: "19\(year)-\(Self.two(month))-\(Self.two(day))",
      village: pick(["Medono", "Podosugih", "Banyurip", "Antah"]),
      job: pick(["Buruh Batik", "Tukang Becak", "Marbot", "Pilot"]),
      fund: pick(["APBD", "APBD", "APBD", "Baznas", "CSR"]), firstMonth: chance(15) ? 3 : 1,
      lastMonth: chance(8) ? 4 : nil, deathMonth: chance(12) ? pick([2, 3, 4, 5]) : nil,
      isListed: isListed, isMember: !chance(isListed ? 6 : 50))
  }

  mutating func addRoster() {
    var rows = people.filter(\.isListed).map { person in
      "P\(Self.two(person.number)),\(person.kpj),\(person.nik),\(person.name),\(person.born),"
        + "\(person.village),\(person.job),\(person.fund)"
    }
    // Two people under one NIK, and one person listed twice.
    let twin = pick(people.filter(\.isListed))
    rows.append("P98,24999999998,\(twin.nik),Wagirah,1950-01-01,Medono,Marbot,APBD")
    rows.append("P99,\(twin.kpj),\(twin.nik),\(twin.name),\(twin.born),Medono,Marbot,APBD")
    files.append(
      File(
        name: "peserta.csv",
        header: "id_peserta,kpj,nik,nama,tgl_lahir,kelurahan,pekerjaan,sumber_dana", rows: rows))
  }

  mutating func addMemberships() {
    var rows: [String] = []
    for person in people where person.isMember {
      let nik = chance(5) ? mistyped(person.nik) : person.nik
      let until = person.lastMonth.map { "2024-\(Self.two($0))-28" } ?? ""
      rows.append(
        "\(person.kpj),\(nik),\(person.name.uppercased()),\(person.born),"
          + "2024-\(Self.two(person.firstMonth))-01,\(until),\(pick(["SG", "SG", "", "XX"]))")
    }
    files.append(
      File(
        name: "kepesertaan.csv", header: "kpj,nik,nama,tgl_lahir,tgl_mulai,tgl_berakhir,wadah",
        rows: rows))
  }

  mutating func addPayments() {
    var register: [String] = []
    for month in 1...6 {
      var rows: [String] = []
      var lists: [String: Int] = [:]
      for person in people where month >= person.firstMonth && !chance(6) {
        for fund in funds(of: person) {
          rows.append(payment(person, month, fund))
          lists[fund, default: 0] += 1
        }
      }
      files.append(
        File(
          name: "iuran-2024-\(Self.two(month)).csv",
          header: "id_bayar,no_sp2d,sumber_dana,bulan,tgl_bayar,nik,kpj,nama,jumlah", rows: rows))
      for (fund, count) in lists.sorted(by: { $0.key < $1.key }) {
        let told = chance(10) ? count + 1 : count
        register.append(
          "S-\(month)-\(fund),2024-\(Self.two(month)),\(fund),\(told),\(told * 16_800)")
      }
    }
    files.append(
      File(
        name: "sp2d.csv", header: "no_sp2d,bulan,sumber_dana,jumlah_peserta,total", rows: register))
  }

  private mutating func funds(of person: Person) -> [String] {
    if chance(3) { return [person.fund, person.fund] }
    return chance(3) ? [person.fund, "Korpri"] : [person.fund]
  }

  private mutating func payment(_ person: Person, _ month: Int, _ fund: String) -> String {
    let id = "B\(10_000 + nextPayment)"
    nextPayment += 1
    let late = month == 4 && fund == "APBD"
    let paid = "2024-\(Self.two(late ? month + 1 : month))-2\(month)"
    let nik = chance(3) ? "" : chance(3) ? mistyped(person.nik) : person.nik
    let kpj = chance(3) ? "" : person.kpj
    let name = chance(5) ? "H. \(person.name)" : person.name
    let amount = chance(3) ? pick(["16000", "20000"]) : pick(["16800", "16.800"])
    return "\(id),S-\(month)-\(fund),\(fund),2024-\(Self.two(month)),\(paid),\(nik),\(kpj),"
      + "\(name),\(amount)"
  }

  /// Another digit at the end.
  private mutating func mistyped(_ nik: String) -> String {
    let last = nik.last?.wholeNumberValue ?? 0
    return nik.dropLast() + "\((last + Int.random(in: 1...9, using: &random)) % 10)"
  }

  mutating func addClaims() {
    var rows: [String] = []
    for person in people {
      if let month = person.deathMonth {
        rows += deathClaim("KM\(person.number)", person, month)
        if chance(20) { rows += deathClaim("KN\(person.number)", person, month) }
      } else if chance(10) {
        let month = pick([1, 2, 3, 4, 5, 6])
        rows.append(claim("KK\(person.number)", "JKK", "biaya pengobatan", person, month, "750000"))
      }
    }
    files.append(
      File(
        name: "klaim.csv",
        header: "id_klaim,program,komponen,nik,kpj,nama,tgl_lahir,tgl_kejadian,tgl_klaim,"
          + "tgl_bayar,jumlah,status_batal,penerima", rows: rows))
  }

  private mutating func deathClaim(_ number: String, _ person: Person, _ month: Int) -> [String] {
    if chance(40) {
      let amount = chance(20) ? "41000000" : "42000000"
      return [claim(number, "JKM", "", person, month, amount)]
    }
    var rows = [
      claim(number, "JKM", "santunan", person, month, "20000000"),
      claim(number, "JKM", "santunan berkala", person, month, "12000000"),
      claim(number, "JKM", "biaya pemakaman", person, month, "10000000"),
    ]
    if chance(20) { rows.append(rows[2]) }
    if chance(30) { rows.append(rows[0].replacing(",T,", with: ",Y,")) }
    return rows
  }

  private func claim(
    _ number: String, _ programme: String, _ component: String, _ person: Person, _ month: Int,
    _ amount: String
  ) -> String {
    let (day, next) = ("2024-\(Self.two(month))-1\(month)", "2024-\(Self.two(month + 1))-01")
    return "\(number),\(programme),\(component),\(person.nik),\(person.kpj),"
      + "\(person.name.uppercased()),\(person.born),\(day),\(next),\(next),\(amount),T,Ahli waris"
  }
}
