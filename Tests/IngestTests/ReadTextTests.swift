import Prose
import TestKit
import Testing

@testable import Ingest

/// The text that `bytes` are read as.
private func text(_ bytes: [UInt8]) throws -> String {
  try readArticle(bytes: bytes, location: "a.txt").text.string
}

@Suite
struct ReadTextTests {
  @Test(arguments: [
    ("a", "a"),
    ("Talks resume\nShips wait\n", "Talks resume\nShips wait\n"),
    ("Talks resume\r\nShips wait\r\n", "Talks resume\nShips wait\n"),
    ("Talks resume\rShips wait", "Talks resume\nShips wait"),
    ("one\r\r\n\ntwo", "one\n\n\ntwo"),
    ("\u{FEFF}Talks", "Talks"),
    ("Ta\u{FEFF}lks", "Ta\u{FEFF}lks"),
    ("the harbor\0 of Ronne", "the harbor\u{FFFD} of Ronne"),
    ("naïve café, 船 and 😀\r\n", "naïve café, 船 and 😀\n"),
  ])
  func `mends line ends, byte order marks and NULs`(given: String, expected: String) throws {
    #expect(try text(Array(given.utf8)) == expected)
  }

  @Test(
    arguments: [
      ([0x63, 0x61, 0x66, 0xE9], "caf\u{FFFD}"),
      ([0x61, 0xE2, 0x82, 0x62, 0x63], "a\u{FFFD}bc"),
      ([0x61, 0x62, 0xED, 0xA0, 0x80, 0x63, 0x64, 0x65], "ab\u{FFFD}\u{FFFD}\u{FFFD}cde"),
      ([0x61, 0x62, 0xC0, 0xAF, 0x63], "ab\u{FFFD}\u{FFFD}c"),
      (
        [0x61, 0x62, 0xF4, 0x90, 0x80, 0x80, 0x63, 0x64, 0x65, 0x66],
        "ab\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}cdef"
      ),
    ] as [([UInt8], String)]
  )
  func `shows bytes that are not UTF-8 as U+FFFD`(bytes: [UInt8], expected: String) throws {
    #expect(try text(bytes) == expected)
  }

  @Test(arguments: [ByteOrder.littleEndian, .bigEndian])
  func `decodes UTF-16 with a byte order mark`(order: ByteOrder) throws {
    let prose = "Ferry talks — 😀\r\nresume"
    let units = [0xFEFF] + Array(prose.utf16) + [0xD800]
    let bytes = units.flatMap { unit -> [UInt8] in
      let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return order == .bigEndian ? pair : pair.reversed()
    }
    #expect(try text(bytes + [7]) == "Ferry talks — 😀\nresume\u{FFFD}\u{FFFD}")
  }

  @Test
  func `refuses what only begins like UTF-16`() {
    let noise =
      [0xFF, 0xFE]
      + Array(repeating: [0x00, 0xD8, 0x41, 0x00] as [UInt8], count: 20).flatMap(\.self)
    #expect(throws: IngestError.binary(location: "a.txt", found: .unknown)) { try text(noise) }
  }

  @Test(arguments: ["", " ", "\n\r\n\t", "\u{FEFF}", "\u{FEFF}\n", "\u{A0}\u{3000}\u{200B}"])
  func `refuses what has no ink`(given: String) {
    #expect(throws: IngestError.empty(location: "a.txt")) { try text(Array(given.utf8)) }
  }

  @Test
  func `keeps the memory of clean bytes`() throws {
    guard var bytes = ByteBuffer(capacity: 32) else { return }
    for byte in "Ferry talks resume — naïve".utf8 { bytes.append(byte) }
    let address = bytes.withBytes { UInt(bitPattern: $0.baseAddress) }
    let text = try readText(bytes, location: "a.txt")
    #expect(text.withBytes { UInt(bitPattern: $0.baseAddress) } == address)
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `reads any bytes as their repaired text or refuses them`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    // From a small set of bytes most of which begin or end something.
    let alphabet: [UInt8] =
      Array("ab c.\r\n\r\n".utf8) + [0, 0xC3, 0xA9, 0xE2, 0x80, 0x94, 0xF0, 0x9F, 0xED, 0xFF]
    for _ in 0..<50 {
      let count = Int.random(in: 0..<200, using: &random)
      let bytes = (0..<count).map { _ in alphabet.randomElement(using: &random) ?? 0 }
      let body = bytes.starts(with: byteOrderMark) ? Array(bytes.dropFirst(3)) : bytes
      let decoded = String(decoding: body, as: UTF8.self)
      var expected = ""
      var previous: Unicode.Scalar?
      for scalar in decoded.unicodeScalars {
        defer { previous = scalar }
        switch scalar {
        case "\0": expected.unicodeScalars.append("\u{FFFD}")
        case "\r": expected.unicodeScalars.append("\n")
        case "\n" where previous == "\r": break
        default: expected.unicodeScalars.append(scalar)
        }
      }
      do {
        let found = try text(bytes)
        #expect(Array(found.utf8) == Array(expected.utf8), "seed \(seed), \(bytes)")
      } catch {
        #expect(error is IngestError)
      }
    }
  }
}
