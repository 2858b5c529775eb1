import Screen
import TestKit
import Testing

@testable import Terminal

/// All that comes of `text`, sent in pieces of so many bytes, and after a pause.
private func inputs(_ text: String, pieces: Int = .max) -> [Input] {
  inputs(Array(text.utf8), pieces: pieces)
}

private func inputs(_ bytes: [UInt8], pieces: Int = .max) -> [Input] {
  var decoder = InputDecoder()
  var inputs: [Input] = []
  var rest = bytes[...]
  while !rest.isEmpty {
    decoder.feed(rest.prefix(pieces))
    rest = rest.dropFirst(pieces)
    while let input = decoder.next() { inputs.append(input) }
  }
  while let input = decoder.next(isFinal: true) { inputs.append(input) }
  #expect(decoder.patience == nil, "nothing is waited for in the end")
  return inputs
}

@Test(
  arguments: [
    ("q", [.character("q")]), ("G", [.character("G")]), (" ", [.character(" ")]),
    ("é", [.character("é")]),
    ("e\u{301}", [.character("e\u{301}")]), ("漢", [.character("漢")]), ("👩‍🚀", [.character("👩‍🚀")]),
    ("🇺🇳x", [.character("🇺🇳"), .character("x")]),
    ("\r", [.enter]), ("\n", [.control("j")]), ("\t", [.tab]), ("\u{7F}", [.backspace]),
    ("\u{8}", [.backspace]),
    ("\u{1}", [.control("a")]), ("\u{1A}", [.control("z")]), ("\u{1D}", [.control("]")]),
    ("\0", [.control(" ")]),
    ("\u{1B}", [.escape]), ("\u{1B}\u{1B}", [.escape, .escape]), ("\u{1B}x", [.alt("x")]),
    ("\u{1B}é", [.alt("é")]),
    ("\u{1B}[", [.alt("[")]), ("\u{1B}O", [.alt("O")]), ("\u{1B}\r", [.escape, .enter]),
    ("\u{1B}OA", [.up]), ("\u{1B}[A", [.up]), ("\u{1B}[B", [.down]), ("\u{1B}OC", [.right]),
    ("\u{1B}[D", [.left]),
    ("\u{1B}[1;3D", [.altLeft]), ("\u{1B}[1;3C", [.altRight]), ("\u{1B}[1;5C", [.right]),
    ("\u{1B}[1;2A", [.up]),
    ("\u{1B}[H", [.home]), ("\u{1B}OF", [.end]), ("\u{1B}[1~", [.home]), ("\u{1B}[4~", [.end]),
    ("\u{1B}[7~", [.home]),
    ("\u{1B}[5~", [.pageUp]), ("\u{1B}[6~", [.pageDown]), ("\u{1B}[2~", [.insert]),
    ("\u{1B}[3~", [.delete]),
    ("\u{1B}[Z", [.backTab]), ("\u{1B}OP", [.function(1)]), ("\u{1B}[[B", [.function(2)]),
    ("\u{1B}[15~", [.function(5)]),
    ("\u{1B}[24~", [.function(12)]), ("\u{1B}[1;5R", [.function(3)]),
    ("\u{1B}Oq", [.character("1")]),
    ("\u{1B}[113;5u", [.control("q")]), ("\u{1B}[27;3;120~", [.alt("x")]),
    ("\u{1B}[9;2u", [.backTab]),
    ("\u{1B}[I", []), ("\u{1B}[?64;1c", []), ("\u{1B}[12;40R", []), ("\u{1B}[99~", []),
    ("\u{1B}[1;", []),
    ("\u{1B}[1\u{1B}[A", [.up]), ("\u{1B}[<64;3;", []), ("\u{202E}x", [.character("x")]),
    ("\u{9B}x", [.character("x")]),
  ] as [(String, [Key])]
)
func `bytes become keys, in whatever pieces they come`(bytes: String, keys: [Key]) {
  #expect(inputs(bytes) == keys.map { .key($0) })
  // A cluster of several scalars is only known to be one where they come together.
  let isOneScalarEach = keys.allSatisfy {
    if case .character(let character) = $0 { character.unicodeScalars.count == 1 } else { true }
  }
  if isOneScalarEach { #expect(inputs(bytes, pieces: 1) == keys.map { .key($0) }) }
}

@Test(
  arguments: [
    ("\u{1B}[<0;10;5M", .press, 9, 4), ("\u{1B}[<0;10;5m", .release, 9, 4),
    ("\u{1B}[<32;1;1M", .drag, 0, 0),
    ("\u{1B}[<64;3;4M", .wheelUp, 2, 3), ("\u{1B}[<65;3;4M", .wheelDown, 2, 3),
    ("\u{1B}[<4;3;4M", .press, 2, 3),
    ("\u{1B}[M !!", .press, 0, 0), ("\u{1B}[M#+%", .release, 10, 4),
    ("\u{1B}[<0;300;200M", .press, 299, 199),
  ] as [(String, Mouse.Action, Int, Int)]
)
func `bytes become mouse events`(bytes: String, action: Mouse.Action, column: Int, row: Int) {
  let mouse = Mouse(action, at: Point(column: column, row: row))
  #expect(inputs(bytes) == [.mouse(mouse)])
  #expect(inputs(bytes, pieces: 1) == [.mouse(mouse)])
}

@Test(arguments: ["\u{1B}[<1;3;4M", "\u{1B}[<66;3;4M", "\u{1B}[<0;0;4M", "\u{1B}[<0;3M"])
func `other buttons and nonsense are no events`(bytes: String) {
  #expect(inputs(bytes).isEmpty)
}

@Test(arguments: [
  ("\u{1B}[200~port levy\u{1B}[201~q", "port levy"), ("\u{1B}[200~a\rb\tc\u{1B}[201~q", "a\nb\tc"),
  ("\u{1B}[200~a\u{1B}[31mb\u{7}\u{202E}c\u{1B}[201~q", "a[31mbc"), ("\u{1B}[200~\u{1B}[201~q", ""),
])
func `a paste comes as one text without controls`(bytes: String, text: String) {
  #expect(inputs(bytes) == [.paste(text), .key(.character("q"))])
  #expect(inputs(bytes, pieces: 1) == [.paste(text), .key(.character("q"))])
}

@Test func `a paste without an end ends with a pause`() {
  #expect(inputs("\u{1B}[200~half") == [.paste("half")])
}

@Test func `an escape waits shortly, a sequence cut in two waits longer`() {
  var decoder = InputDecoder()
  decoder.feed([0x1B])
  #expect(decoder.next() == nil)
  #expect(decoder.patience == .short)
  decoder.feed(Array("[1;".utf8))
  #expect(decoder.next() == nil)
  #expect(decoder.patience == .long)
  decoder.feed(Array("3D".utf8))
  #expect(decoder.next() == .key(.altLeft))
  #expect(decoder.patience == nil)
}

@Test(arguments: 0..<200 as Range<UInt64>)
func `any bytes are read to their end`(seed: UInt64) {
  var random = SeededGenerator(seed: seed)
  let alphabet: [UInt8] = [
    0x1B, 0x5B, 0x4F, 0x3C, 0x3B, 0x30, 0x32, 0x7E, 0x4D, 0x41, 0xC3, 0xE4, 0x80, 0xFF, 0x9B,
  ]
  let bytes = (0..<200).map { _ in
    Bool.random(using: &random)
      ? alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
      : UInt8.random(in: 0...255, using: &random)
  }
  for input in inputs(bytes, pieces: Int.random(in: 1...50, using: &random)) {
    if case .key(.character(let character)) = input { #expect(displayed(character) != nil) }
  }
}
