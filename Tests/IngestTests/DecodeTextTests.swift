import Testing

@testable import Ingest

@Suite
struct DecodeTextTests {
  private func decoded(
    _ bytes: [UInt8],
    charset: String? = nil,
    as language: MarkupLanguage = .html
  ) -> String {
    let result = bytes.withUnsafeBufferPointer {
      decodeText($0, charset: charset, declared: declaredCharset($0, in: language))
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// "é" in Latin 1 behind a head.
  private func page(_ head: String, _ letters: [UInt8] = [0xE9]) -> [UInt8] {
    Array(head.utf8) + letters
  }

  @Test(arguments: [
    ("<meta charset=iso-8859-1>", "é"),
    ("<META CHARSET='Latin1'>", "é"),
    (#"<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">"#, "й"),
    ("<meta name=x><meta charset='koi8-r'>", "И"),
    ("<meta charset=nonsense>", "é"),
    ("<meta charset=utf-16>", "é"),
    ("", "é"),
  ])
  func `reads what a page says it is in`(head: String, letter: String) {
    #expect(decoded(page(head)) == head + letter)
  }

  @Test(arguments: [
    ("iso-8859-2", "é"), ("windows-1253", "ι"), ("\"ISO-8859-5\"", "щ"), ("cp1252", "é"),
  ])
  func `believes the server before the page`(charset: String, letter: String) {
    #expect(decoded(page("<meta charset=koi8-u>"), charset: charset).hasSuffix(letter))
  }

  @Test(arguments: [
    ("shift_jis", [0x93, 0xFA, 0x96, 0x7B] as [UInt8], "日本"),
    ("EUC-JP", [0xC6, 0xFC, 0xCB, 0xDC], "日本"),
    ("gb2312", [0xC8, 0xD5, 0xB1, 0xBE], "日本"),
    ("big5", [0xA4, 0xE9, 0xA5, 0xBB], "日本"),
    ("euc-kr", [0xC7, 0xD1, 0xB1, 0xDB], "한글"),
    ("big5", [0xA4, 0xE9, 0xFF, 0x41], "日\u{FFFD}A"),
  ])
  func `reads the encodings of East Asia`(charset: String, bytes: [UInt8], expected: String) {
    #expect(decoded(bytes, charset: charset) == expected)
  }

  @Test
  func `believes a byte order mark before all else`() {
    #expect(decoded([0xEF, 0xBB, 0xBF] + Array("é".utf8), charset: "iso-8859-1") == "é")
    #expect(decoded([0xFF, 0xFE, 0x3C, 0x00, 0xE9, 0x00], charset: "utf-8") == "<é")
    #expect(decoded([0x00, 0x3C, 0x00, 0x70, 0x00, 0xE9]) == "<pé")
  }

  @Test
  func `reads the declaration of XML`() {
    let declaration = "<?xml version='1.0' encoding='ISO-8859-15'?><a>"
    #expect(decoded(page(declaration, [0xA4]), as: .xml).hasSuffix("€"))
    #expect(decoded(page("<?xml version='1.0'?><a>"), as: .xml).hasSuffix("é"))
  }

  @Test
  func `keeps UTF-8 that is called Latin 1, and mends what is wrong in it`() {
    #expect(decoded(page("<meta charset=latin1>", Array("naïve".utf8))).hasSuffix("naïve"))
    let long = "<meta charset=utf-8>" + String(repeating: "Fähren warten. ", count: 20)
    #expect(decoded(page(long)).hasSuffix(" \u{FFFD}"))
    #expect(decoded(page("<meta charset=utf-8>Caf")).hasSuffix("Café"))
    #expect(decoded([0x80, 0x93, 0x41, 0x94, 0x81]) == "€“A”\u{81}")
  }
}
