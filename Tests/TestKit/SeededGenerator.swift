/// Random numbers that a seed repeats: SplitMix64.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64

  public init(seed: UInt64) {
    state = seed
  }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Text out of all that is hard to display: words, wide and joined letters, emoji, marks, controls, spaces.
public func oddText(count: Int, using random: inout SeededGenerator) -> String {
  var text = ""
  for _ in 0..<count { text += oddPieces[Int.random(in: 0..<oddPieces.count, using: &random)] }
  return text
}

private let oddPieces = [
  "a", "be", "strait-laced", "-5", "--option", "word—word", "2019–2021", "(", ")", "\u{201C}",
  "\u{201D}",
  " ", " ", " ", "  ", "\t", "\n", "\r\n", "é", "e\u{301}", "x\u{301}\u{302}\u{303}", "\u{301}",
  "中", "国",
  "、", "。", "「", "」", "가", "\u{1100}\u{1161}\u{11A8}", "\u{1161}", "क्षि", "नमस्ते", "ก็", "ﷺ", "שלום",
  "مرحبا",
  "👩‍🚀", "👨‍👩‍👧‍👦", "👍🏽", "🏽", "🇺🇳", "🇺", "❤", "❤\u{FE0F}", "1\u{FE0F}\u{20E3}", "\u{FE0F}", "\u{200D}",
  "🏴\u{E0067}\u{E0062}\u{E007F}", "\u{E0067}", "\u{600}", "\u{600}7", "\u{AD}", "\u{200B}",
  "\u{202E}",
  "\u{2066}", "\u{FEFF}", "\u{A0}", "\u{3000}", "\u{7}", "\u{1B}[31m", "\u{9B}", "\u{7F}", "\u{85}",
  "\u{2028}", "\u{FFFD}", "ｱﾞ", "Ａ", "〰", "\u{10FFFF}",
]
