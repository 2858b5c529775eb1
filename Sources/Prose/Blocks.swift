public enum BlockKind: String, CaseIterable, Sendable {
  case headline
  case byline
  case dateline
  case heading
  case paragraph
  case quotation
  case listItem
  case caption
  case boilerplate
}

/// The article's paragraphs and what they are, in text order; together they cover all but white space.
public struct Blocks: Sendable {
  public private(set) var kinds: [BlockKind] = []
  public private(set) var starts: [UInt32] = []
  public private(set) var ends: [UInt32] = []

  public init() {}

  @inlinable public var count: Int { kinds.count }

  /// Adds a block behind all others.
  ///
  /// `range` is in bytes and begins and ends with ink, not space.
  public mutating func append(_ kind: BlockKind, _ range: Range<UInt32>) {
    precondition(range.lowerBound >= (ends.last ?? 0), "blocks are in text order")
    kinds.append(kind)
    starts.append(range.lowerBound)
    ends.append(range.upperBound)
  }

  /// The block's place in the text, in bytes.
  @inlinable
  public func range(_ row: Int) -> Range<UInt32> { starts[row]..<ends[row] }

  /// The block that holds `byte` or, between blocks, the one after it; nil behind the last.
  @inlinable
  public func block(at byte: UInt32) -> Int? {
    let row = ends.partitioningIndex { $0 > byte }
    return row < count ? row : nil
  }

  /// The first headline's row.
  public var headline: Int? { kinds.firstIndex(of: .headline) }
}

public struct Block: Sendable {
  public let document: Document
  public let id: ID<Block>

  public var kind: BlockKind { document.blocks.kinds[id.index] }
  public var range: Range<UInt32> { document.blocks.range(id.index) }
}

extension RandomAccessCollection where Index == Int {
  /// The first index whose element fulfills `belongsInSecondPartition`, which is monotonic; else the end.
  @inlinable
  public func partitioningIndex(
    where belongsInSecondPartition: (Element) -> Bool
  ) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = low + (high - low) / 2
      if belongsInSecondPartition(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
