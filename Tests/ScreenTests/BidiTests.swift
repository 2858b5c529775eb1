import TestKit
import Testing

@testable import Screen

/// The standard's own tests, where the machine has them.
@Suite(.enabled(if: UnicodeData.isPresent))
struct BidiDataTests {
  @Test func `characters have the levels and the order of the standard's test`() {
    var failures: [String] = []
    var count = 0
    for row in UnicodeData.rows("BidiCharacterTest.txt") where row.count > 4 {
      let scalars = UnicodeData.scalars(row[0])
      let base: UInt8? = row[1] == "0" ? 0 : row[1] == "1" ? 1 : nil
      let found = BidiLevels(scalars, base: base)
      let levels = lineLevels(found, scalars)
      let shown = levels.indices.filter { levels[$0] != BidiLevels.removed }
      let order = visualOrder(shown.map { levels[$0] }).map { String(shown[$0]) }
      let texts = levels.map { $0 == BidiLevels.removed ? "x" : String($0) }
      count += 1
      if String(found.base) != row[2] || texts.joined(separator: " ") != row[3]
        || order.joined(separator: " ") != row[4]
      {
        failures.append("\(row[0]);\(row[1]): \(texts.joined(separator: " "))")
      }
    }
    #expect(count > 90_000)
    #expect(failures.isEmpty, "\(failures.count) of \(count), such as \(failures.prefix(5))")
  }
}

/// Rule L1 for a paragraph that is one line: separators and white space at the end have the paragraph's level.
private func lineLevels(_ found: BidiLevels, _ scalars: [UInt32]) -> [UInt8] {
  var levels = found.levels
  var isEnd = true
  for index in scalars.indices.reversed() {
    switch CharacterProperties(scalars[index]).bidiClass {
    case .b, .s:
      levels[index] = found.base
      isEnd = true
    case .ws, .fsi, .lri, .rli, .pdi:
      if isEnd { levels[index] = found.base }
    case _ where levels[index] == BidiLevels.removed:
      break
    default:
      isEnd = false
    }
  }
  return levels
}

@Test(
  arguments: [
    ("The word שלום means peace.", 30, "The word םולש means peace."),
    ("שלום עולם", 12, "   םלוע םולש"),
    ("שלום (עולם)!", 12, "!(םלוע) םולש"),
    ("בשנת 2026 נבחר Levy לראש", 26, "  שארל Levy רחבנ 2026 תנשב"),
    ("plain text", 12, "plain text"),
  ]
)
func `a line runs as its letters do`(text: String, measure: Int, expected: String) {
  let shown = Array(text.utf8).withUnsafeBufferPointer { bytes in
    drawn(bytes, 0..<bytes.count, LineSetting(measure: measure, directions: Directions(bytes)))
  }
  #expect(shown == expected)
}

@Test func `text that runs to the right alone has no directions`() {
  for text in ["Plain.", "“Quoted” — naïve 中文 😀", "Ω и ъ"] {
    #expect(Array(text.utf8).withUnsafeBufferPointer { Directions($0) } == nil)
  }
}

@Test(arguments: 0..<200 as Range<UInt64>)
func `in whatever order, each cluster is placed once and none over another`(seed: UInt64) {
  var random = SeededGenerator(seed: seed)
  let bytes = Array(oddText(count: 30, using: &random).utf8)
  bytes.withUnsafeBufferPointer { bytes in
    let measure = Int.random(in: 2...30, using: &random)
    let directions = Directions(bytes)
    for line in wrap(bytes, columns: measure) {
      var expected: [Int] = []
      forEachCluster(of: bytes, in: line) { expected.append($0.bytes.lowerBound) }
      var found: [Int] = []
      var end = 0
      let setting = LineSetting(measure: measure, directions: directions)
      forEachPlaced(of: bytes, in: line, setting) { cluster, column in
        #expect(column >= end)
        end = column + cluster.columns
        found.append(cluster.bytes.lowerBound)
      }
      #expect(found.sorted() == expected)
      #expect(end <= max(measure, 2))
    }
  }
}
