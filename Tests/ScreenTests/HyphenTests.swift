import TestKit
import Testing

@testable import Screen

@Test(
  arguments: [
    ("hyphenation", "hy-phen-ation"), ("associate", "as-so-ciate"), ("government", "gov-ern-ment"),
    ("Supreme", "Supreme"), ("ministers", "min-is-ters"), ("ferry", "ferry"), ("record", "record"),
    ("withdrawal", "with-drawal"), ("negotiations", "ne-go-ti-a-tions"), ("zzzzzzzzz", "zzzzzzzzz"),
  ]
)
func `a word is broken where the patterns say`(word: String, expected: String) {
  var parts = Array(word)
  let points = Array(word.utf8).withUnsafeBufferPointer { Hyphenator().points(in: $0) }
  for point in points.reversed() { parts.insert("-", at: point) }
  #expect(String(parts) == expected)
}

@Test(arguments: 0..<100 as Range<UInt64>)
func `no word is broken near its ends`(seed: UInt64) {
  var random = SeededGenerator(seed: seed)
  let word = (0..<Int.random(in: 0...50, using: &random)).map { _ in
    UInt8.random(in: 97...122, using: &random)
  }
  let points = word.withUnsafeBufferPointer { Hyphenator().points(in: $0) }
  #expect(points == points.sorted() && Set(points).count == points.count)
  #expect(points.allSatisfy { $0 >= 2 && $0 <= word.count - 3 })
}

@Test func `hyphenated lines are full and lose nothing`() {
  let text = "The government renewed its invitation to international negotiations about shipping."
  let lines = lines(of: text, columns: 20, LineSetting(measure: 20, isHyphenated: true))
  #expect(
    lines == [
      "The government re-", "newed its invitation", "to international ne-",
      "gotiations about", "shipping.",
    ]
  )
}

@Test func `a justified line is as wide as the measure, but not the last`() {
  let text = "The two sides still disagree over the fees at the harbor of the island."
  let lines = lines(of: text, columns: 24, LineSetting(measure: 24, isJustified: true))
  #expect(
    lines == [
      "The  two   sides   still", "disagree over  the  fees", "at  the  harbor  of  the", "island.",
    ]
  )
}

/// The lines as they are drawn, the last one not justified.
private func lines(of text: String, columns: Int, _ setting: LineSetting) -> [String] {
  Array(text.utf8).withUnsafeBufferPointer { bytes in
    let ranges = wrap(
      bytes,
      columns: columns,
      hyphenator: setting.isHyphenated ? Hyphenator() : nil
    )
    return ranges.indices.map { row in
      var setting = setting
      if row == ranges.count - 1 { setting.isJustified = false }
      return drawn(bytes, ranges[row], setting)
    }
  }
}

/// A line as it is drawn, with blanks where nothing is.
func drawn(
  _ bytes: UnsafeBufferPointer<UInt8>,
  _ line: Range<Int>,
  _ setting: LineSetting
) -> String {
  var shown = ""
  forEachPlaced(of: bytes, in: line, setting) { cluster, column in
    while shown.count < column { shown += " " }
    shown.append(cluster.character)
  }
  return shown
}
