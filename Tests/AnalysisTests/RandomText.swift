/// Bytes that are hard to read: words, marks, broken characters and line ends in any order, the same for a seed.
struct RandomText {
  let bytes: [UInt8]

  init(seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    func next(_ count: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(count))
    }
    let pieces: [[UInt8]] =
      [
        "a", "I", "U.S", "word", "Thursday", "3", "1990s", "don't", "’s", "…", ".", ". ", "? ", "“",
        "”", "'", "(",
        ")", "-", "--", "—", ",", ":", "@", "#", "$", "/", "www.", "://", "a.b", "\n", "\r\n",
        "\n\n", " ", " ", "\t",
        "\u{A0}", "\u{200E}", "\u{FEFF}", "é", "е", "日", "👩‍🚀", "\u{301}", "January", "2026",
        "Image: x", "By Ana",
      ].map { Array($0.utf8) } + [
        [0xFF], [0xE2, 0x80], [0xF0, 0x9F], [0x00], [0xC0, 0x80], [0xED, 0xA0, 0x80],
      ]
    var bytes: [UInt8] = []
    for _ in 0..<next(120) { bytes += pieces[next(pieces.count)] }
    self.bytes = bytes
  }
}
