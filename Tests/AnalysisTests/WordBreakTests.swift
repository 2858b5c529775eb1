import Foundation
import Prose
import Reference
import Testing

@testable import Analysis

/// The pure word boundaries, and tokens held against them.
struct WordBreakTests {
  /// Where Debian's package unicode-data puts the file.
  private static let file = "/usr/share/unicode/auxiliary/WordBreakTest.txt"

  private static func boundaries(_ bytes: [UInt8]) -> [Int] {
    bytes.withUnsafeBufferPointer { bytes in
      var found: [Int] = []
      WordBreaks(bytes).visitAll { found.append($0) }
      return found
    }
  }

  /// The file's lines: a text and its boundaries in bytes.
  private static func unicodeCases() throws -> [(bytes: [UInt8], boundaries: [Int])] {
    try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").compactMap { line in
      let fields = line.prefix { $0 != "#" }.split(whereSeparator: \.isWhitespace)
      guard !fields.isEmpty else { return nil }
      var bytes: [UInt8] = []
      var boundaries: [Int] = []
      for field in fields {
        if field == "÷" {
          boundaries.append(bytes.count)
        } else if field != "×" {
          let scalar = try #require(UInt32(field, radix: 16).flatMap(Unicode.Scalar.init))
          bytes.append(contentsOf: String(Character(scalar)).utf8)
        }
      }
      return (bytes, boundaries)
    }
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: file)))
  func `word boundaries are those of Unicode's own test`() throws {
    let cases = try Self.unicodeCases()
    #expect(cases.count > 1800)
    for (bytes, boundaries) in cases {
      #expect(Self.boundaries(bytes) == boundaries, "\(String(decoding: bytes, as: UTF8.self))")
    }
  }

  @Test(arguments: [
    ("", ""), ("The strike", "The| |strike"), ("can't 3.5, x", "can't| |3.5|,| |x"),
    ("a.b a_1 1,5", "a.b| |a_1| |1,5"), ("US-led", "US|-|led"), ("🇺🇦🇵🇱 👩‍🚀", "🇺🇦|🇵🇱| |👩‍🚀"),
    ("א\"א カタ日", "א\"א| |カタ|日"), ("a\r\nb  c", "a|\r\n|b|  |c"),
  ])
  func `word boundaries follow the rules`(text: String, words: String) {
    let bytes = Array(text.utf8)
    let found = Self.boundaries(bytes)
    let pieces = zip(found, found.dropFirst()).map {
      String(decoding: bytes[$0..<$1], as: UTF8.self)
    }
    #expect(pieces.joined(separator: "|") == words)
  }

  @Test(arguments: 0..<200)
  func `word boundaries of any bytes are ordered, from the first to the last`(seed: Int) {
    let bytes = RandomText(seed: seed).bytes
    let found = Self.boundaries(bytes)
    #expect(
      found.first == (bytes.isEmpty ? nil : 0) && found.last == (bytes.isEmpty ? nil : bytes.count)
    )
    #expect(zip(found, found.dropFirst()).allSatisfy { $0 < $1 }, "seed \(seed)")
  }

  // MARK: - Tokens

  /// Every place where tokens and the pure rules part, with the convention that says so; nil for none.
  private static func differences(_ bytes: [UInt8]) -> [(offset: Int, convention: TokenConvention?)]
  {
    let text = SourceText(bytes)
    var blocks = Blocks()
    if !bytes.isEmpty { blocks.append(.paragraph, text.range) }
    let tokens = tokenize(text, blocks, in: text.range, lexicon: .builtIn)
    let pure = Set(boundaries(bytes))
    return TokenConvention.differences(of: tokens, from: pure, in: bytes)
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: file)))
  func `tokens part from Unicode's own test by conventions alone`() throws {
    for (bytes, _) in try Self.unicodeCases() {
      let unexplained = Self.differences(bytes).filter { $0.convention == nil }
      #expect(unexplained.isEmpty, "\(bytes.map { String($0, radix: 16) }) at \(unexplained)")
    }
  }

  private static let conventions: [(String, Set<TokenConvention>)] = [
    ("The union of dockers said on Thursday that 3,000 of 4,500 members had left.", []),
    ("Zelensky’s aides can't say", [.clitic]),
    ("US-led and ex-wife", [.prefix]),
    ("Mr. Ruiz of the U.S. left", [.abbreviation]),
    ("see https://a.example/b", [.address]),
    ("it cost 3bn", [.unit]),
    ("on 9/11 at 08:30", [.numberMark]),
    ("AT&T", [.ampersand]),
    ("he left.Then", [.wordMark]),
    ("Stop -- now?!", [.repeatedMark]),
    ("cannot", [.clitic]),
    ("in the ’90s", [.decade]),
  ]

  @Test(arguments: conventions)
  func `a convention is all that parts tokens from word boundaries`(
    text: String,
    conventions: Set<TokenConvention>
  ) {
    let found = Self.differences(Array(text.utf8))
    #expect(!found.contains { $0.convention == nil }, "\(found)")
    #expect(Set(found.compactMap(\.convention)) == conventions)
  }
}
