import Prose
import Testing

struct TableTests {
  @Test func `ragged rows come back as they were put in`() {
    let rows = [[1, 2, 3], [], [4], [], [5, 6]]
    var ragged = Ragged<Int>(rows.prefix(3))
    for row in rows.dropFirst(3) { ragged.append(row) }
    #expect(ragged.count == 5)
    #expect((0..<5).map { Array(ragged[$0]) } == rows)
    #expect(Ragged<Int>().count == 0)
  }

  @Test func `ids order by row`() {
    let ids = [3, 1, 2].map { ID<Entity>(row: $0) }.sorted()
    #expect(ids.map(\.index) == [1, 2, 3])
  }

  @Test(arguments: [
    (0, 2, 1, 3, true, false), (0, 2, 2, 3, false, false), (0, 4, 1, 3, true, true),
    (1, 3, 1, 3, true, true),
    (2, 3, 0, 5, true, false),
  ])
  func `token ranges overlap and contain each other`(
    first: UInt32,
    end: UInt32,
    otherFirst: UInt32,
    otherEnd: UInt32,
    overlaps: Bool,
    contains: Bool
  ) {
    let range = TokenRange(first, end)
    let other = TokenRange(otherFirst, otherEnd)
    #expect(range.overlaps(other) == overlaps)
    #expect(other.overlaps(range) == overlaps)
    #expect(range.contains(other) == contains)
  }

  @Test func `token ranges are in text order, the shorter one first`() {
    let sorted = [TokenRange(2, 5), TokenRange(2, 3), TokenRange(0, 9)].sorted()
    #expect(sorted == [TokenRange(0, 9), TokenRange(2, 3), TokenRange(2, 5)])
    #expect(TokenRange(2..<5).rows == 2..<5)
    #expect(TokenRange(2, 5).contains(4) && !TokenRange(2, 5).contains(5))
  }

  @Test func `tokens are found by their bytes`() {
    var tokens = Tokens()
    for start in [0, 4, 7] as [UInt32] { tokens.append(.word, start..<start + 3) }
    #expect(tokens.tokens(in: 1..<5) == TokenRange(0, 2))
    #expect(tokens.tokens(in: 3..<4) == nil)
    #expect(tokens.tokens(in: 8..<20) == TokenRange(2, 3))
    #expect(tokens.bytes(of: TokenRange(0, 2)) == 0..<7)
    #expect([0, 1, 2].map(tokens.touchesNext) == [false, true, false])
  }

  @Test(arguments: [(0, 0), (3, 1), (4, 1), (8, 1), (9, nil)] as [(UInt32, Int?)])
  func `the block at a byte is the one that holds it or comes next`(byte: UInt32, row: Int?) {
    var blocks = Blocks()
    blocks.append(.headline, 0..<3)
    blocks.append(.paragraph, 4..<9)
    #expect(blocks.block(at: byte) == row)
    #expect(blocks.headline == 0)
  }

  @Test func `a text keeps its bytes and repairs what is not UTF-8 when it is read`() {
    let text = SourceText([0x61, 0xFF, 0xE2, 0x82, 0xAC])
    #expect(text.count == 5)
    #expect(text.string == "a\u{FFFD}€")
    #expect(text.string(in: 2..<5) == "€")
    #expect(text[1] == 0xFF)
    #expect(text.isIdentical(to: text) && !text.isIdentical(to: SourceText("a")))
    #expect(SourceText("").isEmpty && SourceText("").string.isEmpty)
  }
}
