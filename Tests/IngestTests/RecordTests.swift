import Foundation
import Ingest
import Prose
import TestKit
import Testing

private func read(_ line: String) throws(RecordFailure) -> Record {
  try readRecord(Array(line.utf8))
}

@Suite
struct RecordTests {
  @Test
  func `reads an article with its fields`() throws {
    let record = try read(
      #" {"id":"a1","text":"Talks\nresume","title":"T","published":"2026-01-29","url":"https://x.org/","n":[1,{"a":null}]} "#
    )
    #expect(record.id == .string("a1"))
    #expect(record.article.text.string == "Talks\nresume")
    #expect(record.article.title == "T")
    #expect(record.article.published == "2026-01-29")
    #expect(record.article.location == "https://x.org/")
  }

  @Test(arguments: [
    (#"{"id":"7","text":""}"#, Record.Identifier.string("7")),
    (#"{"id":7,"text":""}"#, .number("7")),
    (#"{"id":-1.50e+3,"text":""}"#, .number("-1.50e+3")),
    (
      #"{"id":123456789012345678901234567890,"text":""}"#, .number("123456789012345678901234567890")
    ),
    (#"{"id":null,"text":""}"#, .none),
    (#"{"text":""}"#, .none),
    (#"{"id":"a","id":"b","text":""}"#, .string("b")),
  ])
  func `gives the id back as it was`(line: String, id: Record.Identifier) throws {
    #expect(try read(line).id == id)
  }

  @Test(arguments: [
    (#"\"\\\/\b\f\n\r\t"#, "\"\\/\u{8}\u{C}\n\r\t"),
    (#"caf\u00e9 \u2014 \uD83D\uDE00"#, "café — 😀"),
    ("naïve 船\u{7F}\u{85}", "naïve 船\u{7F}\u{85}"),
    (#"\u0000\ufeffa\r\nb"#, "\0\u{FEFF}a\r\nb"),
  ])
  func `takes the text as it is`(written: String, text: String) throws {
    let found = try read("{\"text\":\"\(written)\"}").article.text.string
    #expect(Array(found.utf8) == Array(text.utf8))
  }

  @Test(arguments: [
    ("", RecordError.notJSON(byteOffset: 0, expected: "a value")),
    ("Talks resume.", .notJSON(byteOffset: 0, expected: "a value")),
    ("[]", .notAnObject),
    (#""text""#, .notAnObject),
    (#"{"text":"a""#, .notJSON(byteOffset: 11, expected: "a comma or }")),
    (#"{"text":"a"} x"#, .notJSON(byteOffset: 13, expected: "the end of the line")),
    (#"{"text":"a",}"#, .notJSON(byteOffset: 12, expected: "a name in quotation marks")),
    (#"{"text":"a"#, .notJSON(byteOffset: 10, expected: "a closing quotation mark")),
    (#"{"text" "a"}"#, .notJSON(byteOffset: 8, expected: "a colon")),
    (#"{"text":"\x"}"#, .notJSON(byteOffset: 9, expected: "an escape that JSON knows")),
    (#"{"text":"\u12g4"}"#, .notJSON(byteOffset: 13, expected: "four hexadecimal digits")),
    (
      "{\"text\":\"a\nb\"}",
      .notJSON(byteOffset: 10, expected: "an escape in place of a control character")
    ),
    (#"{"text":"\ud83d"}"#, .loneSurrogate(byteOffset: 9)),
    (#"{"text":"\ude00\ud83d"}"#, .loneSurrogate(byteOffset: 9)),
    (#"{"text":"\ud83d\u0041"}"#, .loneSurrogate(byteOffset: 9)),
    (#"{"text":01}"#, .notJSON(byteOffset: 9, expected: "a comma or }")),
    (#"{"text":1.}"#, .notJSON(byteOffset: 10, expected: "a digit")),
    (#"{"text":nul}"#, .notJSON(byteOffset: 8, expected: "a value")),
    (#"{"id":"a"}"#, .missingText),
    (#"{"text":null}"#, .missingText),
    (#"{"text":7}"#, .wrongType(field: "text", expected: "a string")),
    (#"{"text":"a","title":["b"]}"#, .wrongType(field: "title", expected: "a string")),
    (#"{"text":"a","id":true}"#, .wrongType(field: "id", expected: "a string or a number")),
  ])
  func `says what is wrong with a line`(line: String, reason: RecordError) {
    #expect { try read(line) } throws: { ($0 as? RecordFailure)?.reason == reason }
  }

  @Test
  func `keeps the id of a line that is wrong further on`() {
    #expect(throws: RecordFailure(id: .string("a"), reason: .missingText)) {
      try read(#"{"id":"a"}"#)
    }
    #expect(
      throws: RecordFailure(
        id: .number("3"),
        reason: .wrongType(field: "text", expected: "a string")
      )
    ) {
      try read(#"{"text":{},"id":3}"#)
    }
  }

  @Test
  func `refuses a line that is not UTF-8`() {
    #expect(throws: RecordFailure(id: .none, reason: .notUTF8(byteOffset: 9))) {
      try readRecord(Array(#"{"text":""#.utf8) + [0xE9] + Array(#""}"#.utf8))
    }
  }

  @Test
  func `refuses nesting without end`() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(throws: RecordFailure(id: .none, reason: .tooDeep(limit: 512))) {
      try read(#"{"x":\#(deep)"#)
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `agrees with Foundation on what is JSON`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let whole =
      #"{"id":"a","text":"T\u00e9\n\"x\" – 船","n":[1,-2.5e3,true,false,null,{"k":[]}],"title":""}"#
    for _ in 0..<200 {
      var bytes = Array(whole.utf8)
      for _ in 0..<Int.random(in: 1...2, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes.remove(at: place)
        case 1: bytes[place] = Array("\"\\{}[],:0-e. tu".utf8).randomElement(using: &random) ?? 0
        default: bytes.insert(bytes[Int.random(in: 0..<bytes.count, using: &random)], at: place)
        }
      }
      let text = String(decoding: bytes, as: UTF8.self)
      // Foundation pardons a comma before an end.
      if text.firstMatch(of: /,\s*[\]}]/) != nil { continue }
      let object = try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
      var isJSON = true
      do {
        _ = try readRecord(bytes)
      } catch {
        switch error.reason {
        case .notJSON, .notUTF8, .loneSurrogate, .tooDeep: isJSON = false
        default: break
        }
      }
      #expect((object != nil) == isJSON, "seed \(seed): \(text)")
    }
  }
}
