import Screen
import Testing

@testable import Terminal

@Test func `terminals with 256 colors show all where they say so`() {
  #expect(Palette(colors: 256) == .indexed)
  #expect(Palette(colors: 256, hasTrueColor: true) == .trueColor)
  #expect(Palette(colors: 16, hasTrueColor: true) == .sixteen)
  #expect(Palette(colors: 1 << 24) == .direct)
}

@Test(
  arguments: [
    ("\u{1B}]11;rgb:ffff/ffff/dddd\u{1B}\\", false), ("\u{1B}]11;rgb:1c/1c/1c\u{7}", true),
    ("\u{1B}]11;rgb:0000/0000/0000\u{7}j", true), ("\u{1B}]11;?\u{7}", nil),
  ] as [(String, Bool?)]
)
func `the terminal's answer tells whether it is dark`(answer: String, isDark: Bool?) {
  var decoder = InputDecoder()
  decoder.awaitsBackground = true
  var keys: [Input] = []
  // Cut at each byte, as it may come.
  for byte in answer.utf8 {
    decoder.feed([byte])
    while let input = decoder.next() { keys.append(input) }
  }
  #expect(decoder.takeBackground() == isDark)
  #expect(keys == (answer.hasSuffix("j") ? [.key(.character("j"))] : []))
  #expect(!decoder.awaitsBackground)
}

@Test func `who types Alt and a bracket is not kept waiting by an answer that never comes`() {
  var decoder = InputDecoder()
  decoder.awaitsBackground = true
  decoder.feed([0x1B, 0x5D])
  #expect(decoder.next() == nil)
  #expect(decoder.next(isFinal: true) == .key(.alt("]")))
}
