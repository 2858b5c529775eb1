import Testing

@testable import Search

@Suite struct RegularExpressionTests {
  @Test(arguments: [
    ("f.rry", "a ferry, a furry ferry", true, ["ferry", "furry", "ferry"]),
    ("Ferry|furry", "a ferry, a furry Ferry", false, ["furry", "Ferry"]),
    ("^The", "The ships.\nThe lamps.", true, ["The", "The"]),
    ("two words", "two\nwords, two   words", true, ["two\nwords", "two   words"]),
    ("[x ]y", "xy,\ty", true, ["xy", "\ty"]),
    ("don't \"so\"", "don’t “so”", true, ["don’t “so”"]),
    ("['x]t", "’t xt", true, ["’t", "xt"]),
    ("straße|é", "STRASSE Straße É", true, ["Straße", "É"]),
    ("\\d+", "12 and 345", true, ["12", "345"]),
    ("x*", "axxa", true, ["xx"]),
    ("\\ba", "a ba a", true, ["a", "a"]),
    ("(?<=a)b", "ab b ab", true, ["b", "b"]),
    ("zebra", "none here", true, []),
  ])
  func `an expression finds what it should`(
    pattern: String,
    text: String,
    ignoresCase: Bool,
    expected: [String]
  ) throws {
    let found = try matches(pattern, text, ignoresCase: ignoresCase).matches
    let bytes = Array(text.utf8)
    #expect(
      found.map { String(decoding: bytes[Int($0.lowerBound)..<Int($0.upperBound)], as: UTF8.self) }
        == expected
    )
  }

  @Test(arguments: ["(", "[a", "a{2,1}", "*", "(?<n>a", "\\"])
  func `what is no expression is told apart`(pattern: String) {
    #expect(throws: ExpressionError.self) {
      try RegularExpression(pattern, ignoresCase: true)
    }
  }

  @Test func `an expression that tries too many ways is given up, and soon`() throws {
    let text = String(repeating: "a", count: 4000) + "!"
    let clock = ContinuousClock()
    var progress = SearchProgress()
    let time = try clock.measure { progress = try matches("(a+)+$", text) }
    #expect(progress.costlyParagraphs == 1)
    #expect(progress.matches.isEmpty && progress.isDone)
    #expect(time < .seconds(5))
  }

  @Test func `wrong bytes match nothing and hide nothing`() throws {
    let bytes: [UInt8] = Array("ab".utf8) + [0xFF, 0xC3] + Array("ab".utf8)
    let found = try matches("ab", bytes).matches
    #expect(found == [0..<2, 4..<6])
  }

  @Test func `it begins where the reader is and comes round`() throws {
    let found = try matches("b", "b. b. b.", paragraphs: [0..<2, 3..<5, 6..<8], from: 4)
    #expect(found.matches == [3..<4, 6..<7, 0..<1])
    #expect(found.isDone)
  }

  @Test func `no match goes beyond its paragraph, and none is lost behind the limit`() throws {
    let found = try matches("a.*b", "a\n\nb ab", paragraphs: [0..<1, 3..<7])
    #expect(found.matches == [5..<7])
    #expect(try matches("b", "b b b b", limit: 2).matches.count == 2)
  }

  @Test func `a search that is called off says nothing more`() throws {
    let expression = try RegularExpression("b", ignoresCase: true)
    var asked = 0
    var told: [SearchProgress] = []
    let bytes = Array("b b b".utf8)
    bytes.withUnsafeBufferPointer { buffer in
      search(
        expression,
        in: buffer,
        paragraphs: [0..<1, 2..<3, 4..<5],
        from: 0,
        limit: 100,
        goesOn: {
          asked += 1
          return asked < 3
        },
        tell: { told.append($0) }
      )
    }
    #expect(told.flatMap(\.matches) == [0..<1])
    #expect(told.allSatisfy { !$0.isDone })
  }

  private func matches(
    _ pattern: String,
    _ text: String,
    ignoresCase: Bool = true,
    paragraphs: [Range<UInt32>]? = nil,
    from origin: UInt32 = 0,
    limit: Int = 1000
  ) throws -> SearchProgress {
    try matches(
      pattern,
      Array(text.utf8),
      ignoresCase: ignoresCase,
      paragraphs: paragraphs,
      from: origin,
      limit: limit
    )
  }

  private func matches(
    _ pattern: String,
    _ bytes: [UInt8],
    ignoresCase: Bool = true,
    paragraphs: [Range<UInt32>]? = nil,
    from origin: UInt32 = 0,
    limit: Int = 1000
  ) throws -> SearchProgress {
    let expression = try RegularExpression(pattern, ignoresCase: ignoresCase)
    var all = SearchProgress()
    bytes.withUnsafeBufferPointer { buffer in
      search(
        expression,
        in: buffer,
        paragraphs: paragraphs ?? [0..<UInt32(bytes.count)],
        from: origin,
        limit: limit,
        goesOn: { true },
        tell: { progress in
          all.matches += progress.matches
          all.costlyParagraphs += progress.costlyParagraphs
          all.isDone = progress.isDone
        }
      )
    }
    return all
  }
}
