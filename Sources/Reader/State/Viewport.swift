import Prose
import Screen

extension OpenArticle {
  /// The rows from `spot` on, but no more than `most`.
  mutating func rowsBelow(_ spot: Spot, _ most: Int) -> Int {
    layout.rows(from: spot, count: most).count
  }

  /// The top at which the last line stands on the last row; nil where there is no text.
  mutating func lowestTop(height: Int) -> UInt32? {
    guard let last = layout.last else { return nil }
    return layout.byte(of: layout.moved(last, by: 1 - max(1, height)))
  }

  /// The bytes on a screen so many rows high.
  mutating func visible(height: Int) -> Range<UInt32> {
    guard let spot = layout.spot(at: top) else { return 0..<0 }
    let lines = layout.rows(from: spot, count: max(1, height)).compactMap(\.line)
    guard let first = lines.first, let last = lines.last else { return top..<top }
    return first.lowerBound..<last.upperBound
  }
}

extension ReaderState {
  var layout: ScreenLayout { ScreenLayout(self, size: size) }

  /// The rows that the text has.
  var textHeight: Int { max(1, layout.body.rows) }

  var hasText: Bool { view == .article && article?.layout.isEmpty == false }

  /// The bytes on the screen.
  var visible: Range<UInt32> {
    guard var article else { return 0..<0 }
    return article.visible(height: textHeight)
  }

  var isAtEnd: Bool {
    guard let end = article?.document.blocks.ends.last else { return true }
    return visible.upperBound >= end
  }

  /// Where the reader is, with what lies over the text.
  var here: JumpList.Place? {
    article.map { JumpList.Place(top: $0.top, current: $0.current, sheets: sheets) }
  }

  /// Notes the place for the way back, before a jump.
  mutating func leavePlace() {
    guard let here else { return }
    article?.jumps.leave(here)
  }

  /// Notes a place in the text for the way back.
  mutating func leavePlace(_ top: UInt32, _ current: Range<UInt32>?) {
    article?.jumps.leave(JumpList.Place(top: top, current: current))
  }

  /// Goes where a jump was made from, with what lay over the text there.
  mutating func goBack(to place: JumpList.Place) {
    putOnTop(place.top)
    article?.current = place.current
    sheets = place.sheets
  }

  /// Changes the article in place: with one owner, none of its tables is copied.
  mutating func changeArticle(_ body: (inout OpenArticle, _ height: Int) -> Void) {
    let height = textHeight
    guard var article else { return }
    self.article = nil
    body(&article, height)
    self.article = article
  }

  /// Makes the row of `byte` the first one, as far as the end of the text allows.
  mutating func putOnTop(_ byte: UInt32) {
    changeArticle { $0.putOnTop(byte, height: $1) }
  }

  /// Brings `range` onto the screen; what is there already moves nothing.
  mutating func reveal(_ range: Range<UInt32>) {
    changeArticle { $0.reveal(range, height: $1) }
  }
}

extension OpenArticle {
  mutating func putOnTop(_ byte: UInt32, height: Int) {
    guard let spot = layout.spot(at: byte) else { return }
    top = layout.byte(of: spot)
    if rowsBelow(spot, height) < height, let lowest = lowestTop(height: height) {
      top = min(top, lowest)
    }
  }

  mutating func reveal(_ range: Range<UInt32>, height: Int) {
    if let block = document.blocks.block(at: range.lowerBound),
      layout.folds.folded(block) != nil
    {
      setFolds(open: true)
    }
    guard let spot = layout.spot(at: top) else { return }
    let isShown = layout.rows(from: spot, count: height).contains { row in
      row.line.map { $0.contains(range.lowerBound) } ?? false
    }
    guard !isShown, let target = layout.spot(at: range.lowerBound) else { return }
    // A third of the screen above it shows what it follows from.
    putOnTop(layout.byte(of: layout.moved(target, by: -(height / 3))), height: height)
  }

  mutating func setFolds(open: Bool) {
    guard layout.folds.areOpen != open else { return }
    var folds = layout.folds
    folds.areOpen = open
    layout = TextLayout(text: document.text, blocks: document.blocks, measure: layout.measure)
    layout.folds = folds
  }
}
