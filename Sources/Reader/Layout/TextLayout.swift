import Prose
import Screen

/// What is wrapped by itself: a block, or one of the pieces of a giant one.
struct Passage: Hashable, Sendable {
  var block: Int
  var piece: Int
}

/// A row of the laid out text.
struct Spot: Hashable, Sendable {
  var passage: Passage
  /// The line within its passage; one past the last line is the blank row below it.
  var line: Int
}

/// The article as rows of a certain width.
///
/// Nothing is laid out but what is asked for: a spot is found from its byte without looking at the text
/// before it, so the end of 100 MB is as near as the beginning. Wrapped passages are kept.
struct TextLayout: Sendable {
  let text: SourceText
  let blocks: Blocks
  var folds: Folds
  private(set) var measure: Int
  private(set) var style = ReadingStyle()
  private var wraps = WrapCache()

  /// Blocks longer than this are wrapped in pieces of `pieceLength` bytes.
  private static let longestWhole: UInt32 = 12_288
  private static let pieceLength: UInt32 = 8192

  init(text: SourceText, blocks: Blocks, measure: Int = 72) {
    self.text = text
    self.blocks = blocks
    self.measure = max(1, measure)
    folds = Folds(blocks)
  }

  var isEmpty: Bool { blocks.count == 0 }

  mutating func setMeasure(_ columns: Int) {
    guard max(1, columns) != measure else { return }
    measure = max(1, columns)
    wraps.removeAll()
  }

  mutating func setStyle(_ style: ReadingStyle) {
    guard style != self.style else { return }
    self.style = style
    wraps.removeAll()
  }

  /// How far the lines of a block stand in from the left.
  func indent(of block: Int) -> Int {
    blocks.kinds[block] == .quotation && measure >= 24 ? 3 : 0
  }

  // MARK: Passages

  private func pieceCount(_ block: Int) -> Int {
    let range = blocks.range(block)
    let length = range.upperBound - range.lowerBound
    guard length > Self.longestWhole, folds.folded(block) == nil else { return 1 }
    return Int((length + Self.pieceLength - 1) / Self.pieceLength)
  }

  /// Pieces begin at a space near their even share, else at the next character.
  private func pieceStart(_ block: Int, _ piece: Int) -> UInt32 {
    let range = blocks.range(block)
    guard piece > 0 else { return range.lowerBound }
    let share = range.lowerBound + UInt32(piece) * Self.pieceLength
    guard share < range.upperBound else { return range.upperBound }
    return text.withBytes { bytes in
      let end = share + min(range.upperBound - share, Self.pieceLength / 4)
      for byte in share..<end where bytes[Int(byte)] == 0x20 || bytes[Int(byte)] == 0x0A {
        return byte
      }
      return (share..<end).first { bytes[Int($0)] & 0xC0 != 0x80 } ?? share
    }
  }

  /// The bytes of a passage; of a folded run those of all its blocks.
  func range(of passage: Passage) -> Range<UInt32> {
    if let run = folds.folded(passage.block) {
      return blocks.starts[run.lowerBound]..<blocks.ends[run.upperBound - 1]
    }
    let count = pieceCount(passage.block)
    guard count > 1 else { return blocks.range(passage.block) }
    let start = pieceStart(passage.block, passage.piece)
    let isLast = passage.piece == count - 1
    let end = isLast ? blocks.ends[passage.block] : pieceStart(passage.block, passage.piece + 1)
    return start..<max(start, end)
  }

  private func next(_ passage: Passage) -> Passage? {
    if passage.piece + 1 < pieceCount(passage.block) {
      return Passage(block: passage.block, piece: passage.piece + 1)
    }
    let block = folds.folded(passage.block)?.upperBound ?? passage.block + 1
    return block < blocks.count ? Passage(block: block, piece: 0) : nil
  }

  private func previous(_ passage: Passage) -> Passage? {
    if passage.piece > 0 { return Passage(block: passage.block, piece: passage.piece - 1) }
    guard passage.block > 0 else { return nil }
    let block = passage.block - 1
    if let run = folds.folded(block) { return Passage(block: run.lowerBound, piece: 0) }
    return Passage(block: block, piece: pieceCount(block) - 1)
  }

  /// The blank rows below a passage: what belongs together stands together.
  private func gap(below passage: Passage) -> Int {
    guard let following = next(passage), following.piece == 0 else { return 0 }
    switch (blocks.kinds[passage.block], blocks.kinds[following.block]) {
    case (.headline, .byline), (.headline, .dateline), (.byline, .dateline), (.dateline, .byline),
      (.byline, .byline), (.listItem, .listItem):
      return 0
    default:
      return 1
    }
  }

  /// The passage's lines as bytes, in order, one at least.
  mutating func lines(of passage: Passage) -> [Range<UInt32>] {
    wrapped(passage).lines
  }

  private mutating func wrapped(_ passage: Passage) -> WrappedPassage {
    if let kept = wraps[passage] { return kept }
    let range = range(of: passage)
    var wrapped = WrappedPassage(lines: [])
    if folds.folded(passage.block) == nil {
      let hyphenator = isHyphenated(passage.block) ? Hyphenator() : nil
      text.withBytes { bytes in
        let part = UnsafeBufferPointer(
          rebasing: bytes[Int(range.lowerBound)..<Int(range.upperBound)]
        )
        wrapped.lines = wrap(part, columns: width(of: passage.block), hyphenator: hyphenator).map {
          range.lowerBound + UInt32($0.lowerBound)..<range.lowerBound + UInt32($0.upperBound)
        }
        wrapped.directions = Directions(part)
      }
    }
    if wrapped.lines.isEmpty { wrapped.lines = [range] }
    wraps[passage] = wrapped
    return wrapped
  }

  /// The columns of a block's lines.
  private func width(of block: Int) -> Int { max(1, measure - 2 * indent(of: block)) }

  /// Headlines and names are not broken.
  private func isHyphenated(_ block: Int) -> Bool { style.isHyphenated && isProse(block) }

  private func isProse(_ block: Int) -> Bool {
    switch blocks.kinds[block] {
    case .paragraph, .quotation, .listItem: true
    default: false
    }
  }

  /// How the line of a row is set.
  mutating func setting(of spot: Spot) -> LineSetting {
    let block = spot.passage.block
    let wrapped = wrapped(spot.passage)
    let isLast = spot.line >= wrapped.lines.count - 1
    return LineSetting(
      measure: width(of: block),
      paragraph: Int(range(of: spot.passage).lowerBound),
      directions: wrapped.directions,
      isJustified: style.isJustified && isProse(block) && !isLast,
      isHyphenated: isHyphenated(block)
    )
  }

  // MARK: Spots

  /// The row that shows `byte`; between blocks the blank row there, else what follows it.
  mutating func spot(at byte: UInt32) -> Spot? {
    guard !isEmpty else { return nil }
    guard var block = blocks.block(at: byte) else { return last }
    if byte < blocks.starts[block], block > 0, byte >= blocks.ends[block - 1] {
      let above = previous(Passage(block: block, piece: 0)) ?? Passage(block: 0, piece: 0)
      if folds.folded(block)?.contains(block - 1) != true {
        guard gap(below: above) > 0, byte == blocks.ends[block - 1] else {
          return Spot(passage: Passage(block: block, piece: 0), line: 0)
        }
        return Spot(passage: above, line: lines(of: above).count)
      }
    }
    block = folds.folded(block)?.lowerBound ?? block
    var passage = Passage(block: block, piece: 0)
    let pieces = pieceCount(block)
    if pieces > 1 {
      let start = blocks.starts[block]
      passage.piece = byte > start ? min(pieces - 1, Int((byte - start) / Self.pieceLength)) : 0
      if passage.piece > 0, byte < pieceStart(block, passage.piece) { passage.piece -= 1 }
    }
    let lines = lines(of: passage)
    let line = lines.partitioningIndex { $0.lowerBound > byte }
    return Spot(passage: passage, line: max(0, line - 1))
  }

  /// The byte by which a row is remembered: it finds the same place at any width.
  mutating func byte(of spot: Spot) -> UInt32 {
    let lines = lines(of: spot.passage)
    return spot.line < lines.count
      ? lines[spot.line].lowerBound : range(of: spot.passage).upperBound
  }

  /// The last line of the text.
  var last: Spot? {
    mutating get {
      guard !isEmpty else { return nil }
      let block = folds.folded(blocks.count - 1)?.lowerBound ?? blocks.count - 1
      let passage = Passage(block: block, piece: pieceCount(block) - 1)
      return Spot(passage: passage, line: lines(of: passage).count - 1)
    }
  }

  /// The row so many rows further on, or back if negative; the first or the last where the text ends.
  mutating func moved(_ spot: Spot, by rows: Int) -> Spot {
    var spot = spot
    spot.line += rows
    while spot.line < 0 {
      guard let above = previous(spot.passage) else { return Spot(passage: spot.passage, line: 0) }
      spot.passage = above
      spot.line += lines(of: above).count + gap(below: above)
    }
    while true {
      let count = lines(of: spot.passage).count
      let height = count + gap(below: spot.passage)
      if spot.line < height { return spot }
      guard let below = next(spot.passage) else {
        return Spot(passage: spot.passage, line: count - 1)
      }
      spot.passage = below
      spot.line -= height
    }
  }

  /// Up to so many rows from `spot` on; nil for a blank one.
  mutating func rows(from spot: Spot, count: Int) -> [(spot: Spot, line: Range<UInt32>?)] {
    var rows: [(spot: Spot, line: Range<UInt32>?)] = []
    rows.reserveCapacity(max(0, count))
    var passage: Passage? = spot.passage
    var line = spot.line
    while let current = passage, rows.count < count {
      let lines = lines(of: current)
      let height = lines.count + gap(below: current)
      while line < height, rows.count < count {
        let isBlank = line >= lines.count
        rows.append((Spot(passage: current, line: line), isBlank ? nil : lines[line]))
        line += 1
      }
      passage = next(current)
      line = 0
    }
    return rows
  }
}
