/// An encoding of the web, as the Encoding Standard names them.
enum Charset: Equatable, Sendable {
  case utf8
  case utf16(ByteOrder)
  case windows1252
  /// What iconv calls it.
  case other(String)

  /// The encoding that a label means; nil for a label that nobody knows.
  ///
  /// Latin 1 and ASCII are windows-1252, as all browsers have it.
  init?(label: some StringProtocol) {
    let label = label.lowercased().filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" }
    guard let known = Self.labels[label] else { return nil }
    self = known
  }

  private static let labels: [String: Charset] = {
    var result: [String: Charset] = [:]
    for (charset, labels) in table {
      for label in labels.split(separator: " ") { result[String(label)] = charset }
    }
    for part in [2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16] {
      let charset = Charset.other("ISO-8859-\(part)")
      for label in ["iso-8859-\(part)", "iso8859-\(part)", "iso8859\(part)", "iso_8859-\(part)"] {
        result[label] = charset
      }
    }
    for page in [1250, 1251, 1253, 1254, 1255, 1256, 1257, 1258] {
      for label in ["windows-\(page)", "cp\(page)", "x-cp\(page)"] {
        result[label] = .other("CP\(page)")
      }
    }
    return result
  }()

  private static let table: [(Charset, String)] = [
    (.utf8, "utf-8 utf8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8"),
    (.utf16(.littleEndian), "utf-16 utf-16le ucs-2 iso-10646-ucs-2 unicode csunicode unicodefeff"),
    (.utf16(.bigEndian), "utf-16be unicodefffe"),
    (
      .windows1252,
      "ansi_x3.4-1968 ascii us-ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso8859-1 iso88591 iso_8859-1 iso_8859-1:1987 l1 latin1 windows-1252 x-cp1252"
    ),
    (.other("ISO-8859-2"), "latin2 l2 csisolatin2"),
    (.other("ISO-8859-3"), "latin3 l3"),
    (.other("ISO-8859-4"), "latin4 l4"),
    (.other("ISO-8859-5"), "cyrillic csisolatincyrillic"),
    (.other("ISO-8859-6"), "arabic ecma-114 asmo-708"),
    (.other("ISO-8859-7"), "greek greek8 ecma-118 elot_928 sun_eu_greek"),
    (.other("ISO-8859-8"), "hebrew iso-8859-8-i logical visual csisolatinhebrew"),
    (.other("CP1254"), "iso-8859-9 iso8859-9 iso88599 latin5 l5"),
    (.other("ISO-8859-10"), "latin6 l6"),
    (.other("ISO-8859-15"), "l9 csisolatin9"),
    (.other("CP874"), "windows-874 dos-874 iso-8859-11 iso8859-11 tis-620"),
    (.other("CP866"), "ibm866 866 cp866 csibm866"),
    (.other("KOI8-R"), "koi8-r koi koi8 koi8_r cskoi8r"),
    (.other("KOI8-U"), "koi8-u koi8-ru"),
    (.other("MACINTOSH"), "macintosh mac x-mac-roman csmacintosh"),
    (.other("MAC-CYRILLIC"), "x-mac-cyrillic x-mac-ukrainian"),
    (.other("GB18030"), "gb18030 gbk gb2312 chinese gb_2312 gb_2312-80 iso-ir-58 x-gbk csgb2312"),
    (.other("BIG5-HKSCS"), "big5 big5-hkscs cn-big5 x-x-big5 csbig5"),
    (.other("EUC-JP"), "euc-jp x-euc-jp cseucpkdfmtjapanese"),
    (.other("ISO-2022-JP"), "iso-2022-jp csiso2022jp"),
    (.other("CP932"), "shift_jis shift-jis sjis ms932 ms_kanji windows-31j x-sjis csshiftjis"),
    (.other("CP949"), "euc-kr korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 windows-949"),
  ]
}
