import Screen
import TestKit
import Testing

private func wrapped(_ text: String, _ measure: Int) -> [String] {
  wrapped(Array(text.utf8), measure)
}

private func wrapped(_ bytes: [UInt8], _ measure: Int) -> [String] {
  bytes.withUnsafeBufferPointer { buffer in
    wrap(buffer, columns: measure).map { String(decoding: buffer[$0], as: UTF8.self) }
  }
}

@Test(
  arguments: [
    ("", 10, []),
    ("   \n\t ", 10, []),
    ("The vote is on.", 20, ["The vote is on."]),
    ("The vote is on.", 8, ["The vote", "is on."]),
    ("  The   vote\n is on. ", 8, ["The   vote", "is on."]),
    ("a bb ccc", 1, ["a", "b", "b", "c", "c", "c"]),
    ("a", 0, ["a"]),
    ("extraordinary news", 6, ["extrao", "rdinar", "y news"]),
    ("the well-known man", 9, ["the well-", "known man"]),
    ("at -5 or --option", 4, ["at", "-5", "or", "--op", "tion"]),
    ("from 2019-2021 on", 10, ["from", "2019-2021", "on"]),
    ("from 2019–2021 on", 10, ["from", "2019–2021", "on"]),
    ("from north–south on", 11, ["from north–", "south on"]),
    ("she came—late—home", 9, ["she came—", "late—home"]),
    ("she said —no", 10, ["she said", "—no"]),
    ("what?—” yes", 7, ["what?—”", "yes"]),
    ("well …and so", 7, ["well", "…and so"]),
    ("one ( two", 5, ["one", "( two"]),
    ("owners and/or tenants", 14, ["owners and/or", "tenants"]),
    ("land/sea/river", 9, ["land/sea/", "river"]),
    ("over 24/7 at 90km/h", 8, ["over", "24/7 at", "90km/h"]),
    ("for $(12) or $12.50", 6, ["for", "$(12)", "or", "$12.50"]),
    ("Он сказал: «Нет».", 11, ["Он сказал:", "«Нет»."]),
    (
      "see https://example.org/news/2026/ports-and-ferries?page=2&sort=up now", 24,
      ["see https://example.org/", "news/2026/ports-and-", "ferries?page=2&sort=up", "now"]
    ),
    (
      "www.averyverylonghostname.example.org", 14,
      ["www.averyveryl", "onghostname", ".example.org"]
    ),
    ("soft\u{AD}ware", 6, ["soft\u{AD}", "ware"]),
    ("soft\u{AD}ware", 4, ["soft", "\u{AD}ware"]),
    ("100\u{A0}000 men", 7, ["100\u{A0}000", "men"]),
    ("中国政府は発表した。", 6, ["中国政", "府は発", "表し", "た。"]),
    ("中国「政府」だ", 6, ["中国", "「政", "府」だ"]),
    ("日本はUSAと", 6, ["日本は", "USAと"]),
    ("「中」", 1, ["「", "中", "」"]),
    ("zero\u{200B}width", 5, ["zero\u{200B}", "width"]),
    ("👨‍👩‍👧‍👦👍🏽🇺🇳", 2, ["👨‍👩‍👧‍👦", "👍🏽", "🇺🇳"]),
    ("cafe\u{301}s de\u{301}ja\u{300}", 5, ["cafe\u{301}s", "de\u{301}ja\u{300}"]),
  ] as [(String, Int, [String])]
)
func `a paragraph breaks where it may`(text: String, measure: Int, lines: [String]) {
  // Runs of white space inside a line stay as they are in its bytes and count as one column.
  #expect(wrapped(text, measure) == lines)
}

@Test func `bytes that are not UTF-8 count one column for each broken start`() {
  let bytes: [UInt8] = [0x61, 0xFF, 0xE4, 0xB8, 0x62, 0xC3, 0x20, 0x80, 0x80]
  #expect(wrapped(bytes, 3) == ["a\u{FFFD}\u{FFFD}", "b\u{FFFD}", "\u{FFFD}\u{FFFD}"])
}

@Test(arguments: 0..<200 as Range<UInt64>)
func `wrapping loses no ink and keeps to the measure`(seed: UInt64) {
  var random = SeededGenerator(seed: seed)
  var bytes = Array(oddText(count: Int.random(in: 0...60, using: &random), using: &random).utf8)
  if seed % 3 == 0, !bytes.isEmpty {
    for _ in 0..<8 {
      bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(
        in: 0...255,
        using: &random
      )
    }
  }
  let measure = Int.random(in: 1...24, using: &random)
  bytes.withUnsafeBufferPointer { buffer in
    let lines = wrap(buffer, columns: measure)
    var end = 0
    for line in lines {
      #expect(!line.isEmpty)
      #expect(buffer[end..<line.lowerBound].allSatisfy(isSpace), "ink lost before \(line)")
      #expect(!isSpace(buffer[line.lowerBound]) && !isSpace(buffer[line.upperBound - 1]))
      end = line.upperBound
      var columns = 0
      var clusters = 0
      forEachCluster(of: buffer, in: line) {
        columns += $0.columns
        clusters += 1
      }
      #expect(columns <= measure || clusters == 1, "\(columns) columns in \(measure)")
    }
    #expect(buffer[end...].allSatisfy(isSpace), "ink lost at the end")
  }
}

@Test(arguments: 0..<200 as Range<UInt64>)
func `lines of plain words are those of a simple loop`(seed: UInt64) {
  var random = SeededGenerator(seed: seed)
  let measure = Int.random(in: 9...40, using: &random)
  let words = (0..<Int.random(in: 0...80, using: &random)).map { _ in
    String(repeating: "w", count: Int.random(in: 1...9, using: &random))
  }
  var expected: [String] = []
  for word in words {
    if let last = expected.last, last.count + 1 + word.count <= measure {
      expected[expected.count - 1] += " " + word
    } else {
      expected.append(word)
    }
  }
  #expect(wrapped(words.joined(separator: " "), measure) == expected)
}

@Test(arguments: 0..<300 as Range<UInt64>)
func `clusters are those of the standard library`(seed: UInt64) {
  var random = SeededGenerator(seed: seed)
  let scalars = oddText(count: 40, using: &random).unicodeScalars.filter {
    $0.value != 0x20 && !(9...13).contains($0.value)
  }
  let text = String(String.UnicodeScalarView(scalars))
  let expected = text.compactMap(displayed)
  var found: [Character] = []
  var end = 0
  Array(text.utf8).withUnsafeBufferPointer { buffer in
    forEachCluster(of: buffer, in: 0..<buffer.count) { cluster in
      #expect(cluster.bytes.lowerBound >= end)
      #expect(cluster.columns == columns(of: cluster.character))
      end = cluster.bytes.upperBound
      found.append(cluster.character)
    }
  }
  #expect(found == expected)
}

@Test func `white space between clusters is one blank with all its bytes`() {
  var found: [TextCluster] = []
  Array("a \n\tb".utf8).withUnsafeBufferPointer { buffer in
    forEachCluster(of: buffer, in: 0..<5) { found.append($0) }
  }
  #expect(found.map(\.character) == ["a", " ", "b"])
  #expect(found.map(\.bytes) == [0..<1, 1..<4, 4..<5])
}

private func isSpace(_ byte: UInt8) -> Bool {
  byte == 0x20 || (9...13).contains(byte)
}
