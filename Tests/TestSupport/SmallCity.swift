/// A city with one person, two months paid and nothing wrong: quick to run and to spoil.
public enum SmallCity {
  public static let definition = """
    rekon: 1
    period: {from: 2024-01, to: 2024-02}
    inputs:
      roster: [{file: peserta.csv}]
      memberships: [{file: kepesertaan.xml}]
      contributions: [{file: iuran.csv}]
      disbursements: [{file: sp2d.csv}]
      claims: [{file: klaim.csv}]

    """

  public static let payments = """
    id_bayar,no_sp2d,bulan,nik,jumlah
    B1,S1,2024-01,3375010112660001,16800
    B2,S2,2024-02,3375010112660001,16800

    """

  private static let members = """
    <peserta>
      <orang><kpj>12345678901</kpj><nik>3375010112660001</nik>
        <nama>SLAMET RIYADI</nama><tgl_mulai>2024-01-01</tgl_mulai>
      </orang>
    </peserta>

    """

  /// What no message may repeat.
  public static let personal = ["slamet", "riyadi", "3375010112660001", "12345678901"]

  /// A month paid twice: the one finding of `IUR-02,B3`.
  public static let repeated = [
    "iuran.csv": payments + "B3,S2,2024-02,3375010112660001,16800\n",
    "sp2d.csv": "no_sp2d,jumlah\nS1,16800\nS2,33600\n",
  ]

  /// A payment row without a month: a third of the rows is rejected.
  public static let unreadable = [
    "d.yaml": definition + "rules: {rejectLimit: 50%}\n",
    "iuran.csv": payments + "B3,S2,,3375010112660001,0\n",
  ]

  /// All files by name, the definition being `d.yaml`.
  public static let files = [
    "d.yaml": definition,
    "peserta.csv": "id_peserta,nik,kpj,nama\nP1,3375010112660001,12345678901,Slamet Riyadi\n",
    "kepesertaan.xml": members,
    "iuran.csv": payments,
    "sp2d.csv": "no_sp2d,jumlah\nS1,16800\nS2,16800\n",
    "klaim.csv": "id_klaim,program,tgl_kejadian,jumlah,nik\n",
  ]
}
