internal import Prose

/// A stretch of the article whose bytes all belong to the same findings.
struct TextRun {
  let range: Range<UInt32>
  var mention: Int?
  var quotation: Int?
  var isTime = false
  /// The row of the sentence, where it shows a position.
  var evidence: Int?
}

/// Cuts a block into runs; a mention is never cut.
struct RunCutter {
  private let document: Document
  /// Where quotations and times begin and end, with what begins or ends there, in text order.
  private let quotations: SpanTable
  private let times: SpanTable
  private let evidence: SpanTable
  private let mentions: [(range: Range<UInt32>, row: Int)]

  init(_ document: Document) {
    self.document = document
    quotations = SpanTable(
      (0..<document.quotations.count).flatMap { row in
        document.quotations.parts[row].map { (document.tokens.bytes(of: $0), row) }
      }
    )
    times = SpanTable(
      document.times.tokens.enumerated().map { row, tokens in
        (document.tokens.bytes(of: tokens), row)
      }
    )
    let sentences = Set((0..<document.positions.count).flatMap { document.positions.evidence[$0] })
    evidence = SpanTable(
      sentences.map { (document.tokens.bytes(of: document.sentences.tokens[$0.index]), $0.index) }
    )
    var end: UInt32 = 0
    var outermost: [(range: Range<UInt32>, row: Int)] = []
    // Of mentions that stand within each other the one shows that names somebody itself: the shorter.
    for row in 0..<document.mentions.count
    where document.actors.ofMention[row] != nil || document.places.ofMention[row] != nil {
      let range = document.tokens.bytes(of: document.mentions.tokens[row])
      if range.lowerBound < end, let last = outermost.last {
        guard range.count < last.range.count else { continue }
        outermost.removeLast()
      }
      outermost.append((range, row))
      end = range.upperBound
    }
    mentions = outermost
  }

  /// The runs of `block`, in order; together they are the block.
  func runs(of block: Range<UInt32>) -> [TextRun] {
    var cuts: Set<UInt32> = [block.lowerBound, block.upperBound]
    let names = within(block)
    let quoted = quotations.overlapping(block)
    let timed = times.overlapping(block)
    let shown = evidence.overlapping(block)
    for span in quoted + timed + shown {
      cuts.insert(max(block.lowerBound, span.range.lowerBound))
      cuts.insert(min(block.upperBound, span.range.upperBound))
    }
    for name in names {
      cuts = cuts.filter { $0 <= name.range.lowerBound || $0 >= name.range.upperBound }
      cuts.insert(name.range.lowerBound)
      cuts.insert(name.range.upperBound)
    }
    let order = cuts.sorted()
    return zip(order, order.dropFirst()).map { start, end in
      var run = TextRun(range: start..<end)
      run.mention = names.first { $0.range == run.range }?.row
      run.quotation = quoted.first { $0.range.contains(start) }?.row
      run.evidence = shown.first { $0.range.contains(start) }?.row
      run.isTime = timed.contains { $0.range.contains(start) }
      return run
    }
  }

  private func within(_ block: Range<UInt32>) -> [(range: Range<UInt32>, row: Int)] {
    let first = mentions.partitioningIndex { $0.range.lowerBound >= block.lowerBound }
    let end = mentions.partitioningIndex { $0.range.lowerBound >= block.upperBound }
    return mentions[first..<max(first, end)].filter { $0.range.upperBound <= block.upperBound }
  }
}

/// Spans in order of their start, with the farthest end of all up to each: what overlaps is found by halving.
private struct SpanTable {
  typealias Span = (range: Range<UInt32>, row: Int)
  private let spans: [Span]
  private let farthestEnds: [UInt32]

  init(_ spans: [Span]) {
    self.spans = spans.sorted { $0.range.lowerBound < $1.range.lowerBound }
    var farthest: UInt32 = 0
    farthestEnds = self.spans.map { span in
      farthest = max(farthest, span.range.upperBound)
      return farthest
    }
  }

  func overlapping(_ block: Range<UInt32>) -> [Span] {
    let first = farthestEnds.partitioningIndex { $0 > block.lowerBound }
    let end = spans.partitioningIndex { $0.range.lowerBound >= block.upperBound }
    return spans[first..<max(first, end)].filter { $0.range.upperBound > block.lowerBound }
  }
}
