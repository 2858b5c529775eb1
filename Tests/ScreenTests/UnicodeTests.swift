import Testing

@testable import Screen

/// What the standard's own files say, where the machine has them.
@Suite(.enabled(if: UnicodeData.isPresent))
struct UnicodeTests {
  @Test func `lines may break where the standard's test says`() {
    var failures: [String] = []
    var count = 0
    for row in UnicodeData.rows("auxiliary/LineBreakTest.txt") {
      let parts = row[0].split(separator: " ")
      let scalars = parts.compactMap { UInt32($0, radix: 16) }
      let expected = parts.filter { $0 == "×" || $0 == "÷" }.map { $0 == "÷" }
      var breaker = LineBreaker()
      var found: [Bool] = []
      for (index, scalar) in scalars.enumerated() {
        let next = scalars[(index + 1)...].lazy.map { CharacterProperties($0).lineClass }
          .first { $0 != .cm && $0 != .zwj }
        found.append(
          breaker.take(CharacterProperties(scalar).lineClass, next: next) != .forbidden
        )
      }
      count += 1
      if found + [true] != expected { failures.append(String(row[0])) }
    }
    #expect(count > 7000)
    #expect(failures.isEmpty, "\(failures.count) of \(count), such as \(failures.prefix(5))")
  }

  /// What has become wide since the version that the machine has.
  private static let newlyWide: [ClosedRange<UInt32>] = [
    0x2630...0x2637, 0x268A...0x268F, 0x4DC0...0x4DFF, 0x31E4...0x31E5, 0x2FFC...0x2FFF,
    0x31EF...0x31EF, 0x1D300...0x1D356, 0x1D360...0x1D376,
  ]

  @Test func `columns are those of East Asian Width`() {
    var isWide = [Bool](repeating: false, count: 0x110000)
    for row in UnicodeData.rows("EastAsianWidth.txt") where row[1] == "W" || row[1] == "F" {
      for scalar in UnicodeData.range(row[0]) { isWide[Int(scalar)] = true }
    }
    let categories = UnicodeData.rows("extracted/DerivedGeneralCategory.txt")
    var wrong: [String] = []
    for row in categories where !["Cn", "Cs", "Mc", "Zl", "Zp"].contains(row[1]) {
      for scalar in UnicodeData.range(row[0]) where scalar >= 0xA0 {
        let isMark = row[1] == "Mn" || row[1] == "Me" || row[1] == "Cf"
        let found = columns(ofScalar: scalar)
        // Marks join what stands before them, whatever width the file gives them.
        guard found > 0 || !isMark, !Self.newlyWide.contains(where: { $0.contains(scalar) })
        else { continue }
        // Flags are wide, and so are their halves.
        if (0x1F1E6...0x1F1FF).contains(scalar), found == 2 { continue }
        // Vowels and final consonants of Hangul join, and so do its fillers.
        let isJoining =
          (0x1160...0x11FF).contains(scalar) || (0xD7B0...0xD7FB).contains(scalar)
          || scalar == 0x3164 || scalar == 0xFFA0
        let expected = isJoining ? 0 : isWide[Int(scalar)] ? 2 : 1
        if found != expected { wrong.append(String(scalar, radix: 16) + "=\(found)") }
      }
    }
    #expect(wrong.isEmpty, "\(wrong.count), such as \(wrong.prefix(20))")
  }

  @Test(arguments: [
    "emoji/emoji-sequences.txt", "emoji/emoji-zwj-sequences.txt", "emoji/emoji-test.txt",
  ])
  func `an emoji in whatever sequence is one cluster of two columns`(file: String) {
    var wrong: [String] = []
    var count = 0
    for row in UnicodeData.rows(file) {
      if row[1] == "unqualified" || row[1] == "minimally-qualified" || row[1] == "component" {
        continue
      }
      let sequences =
        row[0].contains(".")
        ? UnicodeData.range(row[0]).map { [$0] } : [UnicodeData.scalars(row[0])]
      for sequence in sequences {
        let text = String(String.UnicodeScalarView(sequence.compactMap(Unicode.Scalar.init)))
        count += 1
        if text.count != 1 || columns(of: text) != 2 {
          wrong.append(sequence.map { String($0, radix: 16) }.joined(separator: " "))
        }
      }
    }
    #expect(count > 1000)
    #expect(wrong.isEmpty, "\(wrong.count) of \(count), such as \(wrong.prefix(10))")
  }

  @Test func `a sign takes two columns as an emoji and its own as text`() {
    var wrong: [String] = []
    for row in UnicodeData.rows("emoji/emoji-variation-sequences.txt") {
      let sequence = UnicodeData.scalars(row[0])
      let text = String(String.UnicodeScalarView(sequence.compactMap(Unicode.Scalar.init)))
      if sequence[1] == 0xFE0F, columns(of: text) != 2 { wrong.append(String(row[0])) }
    }
    #expect(wrong.isEmpty)
  }
}
