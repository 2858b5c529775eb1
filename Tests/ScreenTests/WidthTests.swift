import Screen
import Testing

@Test(
  arguments: [
    ("a", 1), ("é", 1), ("e\u{301}", 1), ("ß", 1), ("…", 1), ("—", 1), ("\u{A0}", 1), ("│", 1),
    ("▇", 1),
    ("中", 2), ("あ", 2), ("가", 2), ("\u{1100}\u{1161}\u{11A8}", 2), ("Ａ", 2), ("ｱ", 1), ("、", 2),
    ("〜", 2),
    ("😀", 2), ("👍🏽", 2), ("👨‍👩‍👧‍👦", 2), ("👩‍🚀", 2), ("🇺🇳", 2), ("🇺", 2), ("🏴\u{E0067}\u{E0062}\u{E007F}", 2),
    ("❤", 1), ("❤\u{FE0F}", 2), ("☎\u{FE0F}", 2), ("a\u{FE0F}", 1), ("1\u{FE0F}\u{20E3}", 2),
    ("⌚", 2),
    ("क", 1), ("का", 2), ("கி", 2), ("ก็", 1), ("ﷺ", 1), ("ש", 1),
    ("\u{301}", 1), ("\u{FE0F}", 0), ("\u{200D}", 0), ("\u{AD}", 0), ("\u{200B}", 0),
    ("\u{202E}", 0),
    ("\u{2066}", 0), ("\u{FEFF}", 0), ("\u{E0067}", 0), ("\t", 1), ("\r\n", 1), ("\u{1B}", 1),
    ("\u{9B}", 1),
  ] as [(Character, Int)]
)
func `a cluster takes its columns`(cluster: Character, expected: Int) {
  #expect(columns(of: cluster) == expected)
}

/// The table against what the standard library knows of Unicode.
@Test func `marks take no column and emoji take two`() {
  var wrong: [Unicode.Scalar] = []
  for value in UInt32(0x300)...0x10FFFF {
    guard let scalar = Unicode.Scalar(value) else { continue }
    let properties = scalar.properties
    let onBase = columns(of: String(String.UnicodeScalarView(["x", scalar])))
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark:
      if onBase != 1 { wrong.append(scalar) }
    case .otherSymbol where properties.isEmojiPresentation && !(0x1F1E6...0x1F1FF).contains(value):
      if columns(of: Character(scalar)) != 2 { wrong.append(scalar) }
    default:
      break
    }
  }
  #expect(wrong.isEmpty)
}

@Test(arguments: [
  (UInt32(0x4E00)...0x9FFF, 2), (0x3041...0x3096, 2), (0xAC00...0xD7A3, 2), (0x20000...0x2FFFD, 2),
  (0xFF01...0xFF60, 2), (0xFF61...0xFF9D, 1), (0x2500...0x259F, 1), (0x2800...0x28FF, 1),
  (0x400...0x482, 1), (0x10A0...0x10FF, 1), (0xE000...0xF8FF, 1),
])
func `blocks of one width`(block: ClosedRange<UInt32>, expected: Int) {
  let others = block.compactMap(Unicode.Scalar.init).filter {
    columns(of: Character($0)) != expected
  }
  #expect(others.isEmpty)
}

@Test(
  arguments: [
    ("a", "a"), ("\t", " "), ("\n", " "), ("\r\n", " "), ("\u{85}", " "), ("\u{2028}", " "),
    ("\u{0}", "\u{FFFD}"), ("\u{7}", "\u{FFFD}"), ("\u{1B}", "\u{FFFD}"), ("\u{7F}", "\u{FFFD}"),
    ("\u{9B}", "\u{FFFD}"), ("\u{AD}", nil), ("\u{200B}", nil), ("\u{202E}", nil),
    ("\u{2067}", nil),
    ("\u{200D}", nil), ("\u{FE0F}", nil), ("\u{E0041}", nil), ("a\u{E0041}\u{E0042}", "a"),
    ("🏴\u{E0067}\u{E0062}\u{E007F}", "🏴\u{E0067}\u{E0062}\u{E007F}"),
    ("\u{301}", "\u{25CC}\u{301}"),
    ("👩‍🚀", "👩‍🚀"), ("م\u{200C}", "م\u{200C}"),
  ] as [(Character, Character?)]
)
func `the terminal gets nothing that it acts on`(cluster: Character, expected: Character?) {
  #expect(displayed(cluster) == expected)
}

@Test func `what is displayed has the columns that were counted`() {
  for value in UInt32(0)...0x10FFFF {
    guard let scalar = Unicode.Scalar(value) else { continue }
    let cluster = Character(scalar)
    guard let shown = displayed(cluster) else {
      if columns(of: cluster) != 0 { Issue.record("U+\(String(value, radix: 16)) vanishes") }
      continue
    }
    let isControl = shown.unicodeScalars.contains {
      $0.properties.generalCategory == .control || (0x202A...0x202E).contains($0.value)
    }
    if columns(of: cluster) != columns(of: shown) || isControl {
      Issue.record("U+\(String(value, radix: 16))")
    }
  }
}

@Test func `a letter under a tower of marks is cut down`() {
  let tower = Character("a" + String(repeating: "\u{301}", count: 1000))
  #expect(displayed(tower).map { $0.unicodeScalars.count } == 16)
  #expect(columns(of: tower) == 1)
}

@Test(arguments: [
  ("harbor", 6, "harbor"), ("harbor", 5, "harb…"), ("harbor", 1, "…"), ("harbor", 0, ""),
  ("中国中国", 5, "中国…"), ("中国中国", 4, "中…"), ("中国中国", 8, "中国中国"),
  ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"),
])
func `a text is cut off with an ellipsis`(text: String, limit: Int, expected: String) {
  #expect(truncated(text, columns: limit) == expected)
}
