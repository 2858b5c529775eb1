/// How a line of a paragraph is set.
public struct LineSetting: Sendable {
  /// The columns that the line may take.
  public var measure: Int
  /// Where the paragraph begins in the bytes, and which way its characters run, if some run to the left.
  public var paragraph: Int
  public var directions: Directions?
  /// Whether blanks are widened until the line is full.
  public var isJustified: Bool
  /// Whether a line that ends within a word shows a hyphen.
  public var isHyphenated: Bool

  public init(
    measure: Int,
    paragraph: Int = 0,
    directions: Directions? = nil,
    isJustified: Bool = false,
    isHyphenated: Bool = false
  ) {
    self.measure = measure
    self.paragraph = paragraph
    self.directions = directions
    self.isJustified = isJustified
    self.isHyphenated = isHyphenated
  }
}

/// Calls `body` for every displayed cluster of a line from left to right, with its column in the line.
///
/// What runs to the left comes in the order of the screen, its brackets turned, and a paragraph that does as a
/// whole ends at the right. A widened blank comes several times with the same bytes. A hyphen that is not in
/// the text has an empty range, where the line ends.
/// - Parameters:
///   - bytes: The text.
///   - line: A range that `wrap` gave.
///   - setting: How the line is set.
///   - body: Takes a cluster and its column.
public func forEachPlaced(
  of bytes: UnsafeBufferPointer<UInt8>,
  in line: Range<Int>,
  _ setting: LineSetting,
  _ body: (TextCluster, Int) -> Void
) {
  let hasHyphen = setting.isHyphenated && endsInHyphen(line, of: bytes)
  guard setting.directions != nil || setting.isJustified else {
    var column = 0
    forEachCluster(of: bytes, in: line) { cluster in
      body(cluster, column)
      column += cluster.columns
    }
    if hasHyphen { body(.hyphen(at: line.upperBound), column) }
    return
  }
  var clusters: [TextCluster] = []
  forEachCluster(of: bytes, in: line) { clusters.append($0) }
  if hasHyphen { clusters.append(.hyphen(at: line.upperBound)) }
  if setting.isJustified { widenBlanks(&clusters, to: setting.measure) }
  var column = 0
  if let directions = setting.directions {
    turn(&clusters, directions, from: setting.paragraph)
    if directions.isRightToLeft {
      column = max(0, setting.measure - clusters.reduce(0) { $0 + $1.columns })
    }
  }
  for cluster in clusters {
    body(cluster, column)
    column += cluster.columns
  }
}

extension TextCluster {
  fileprivate static func hyphen(at offset: Int) -> TextCluster {
    TextCluster(glyph: .scalar(0x2D), bytes: offset..<offset, columns: 1)
  }

  fileprivate var isBlank: Bool { glyph == .scalar(0x20) }
}

/// Gives blanks more columns, as evenly as whole columns allow; a line that would be full of holes stays as it is.
private func widenBlanks(_ clusters: inout [TextCluster], to measure: Int) {
  let missing = measure - clusters.reduce(0) { $0 + $1.columns }
  let gaps = clusters.count { $0.isBlank }
  guard missing > 0, gaps > 0, missing <= gaps * 2 else { return }
  var wider: [TextCluster] = []
  wider.reserveCapacity(clusters.count + missing)
  var gap = 0
  for cluster in clusters {
    wider.append(cluster)
    guard cluster.isBlank else { continue }
    let more = (gap + 1) * missing / gaps - gap * missing / gaps
    wider.append(contentsOf: repeatElement(cluster, count: more))
    gap += 1
  }
  clusters = wider
}

/// Brings clusters into the order of the screen.
/// - Note: Unicode Annex #9, rules L1 to L4; a line has no blank at its end, so that L1 has nothing to do.
private func turn(_ clusters: inout [TextCluster], _ directions: Directions, from paragraph: Int) {
  let levels = clusters.map { directions.level(at: $0.bytes.lowerBound - paragraph) }
  clusters = visualOrder(levels).map { index in
    let cluster = clusters[index]
    guard levels[index] & 1 == 1, case .scalar(let scalar) = cluster.glyph,
      let other = mirror(of: scalar)
    else { return cluster }
    return TextCluster(glyph: .scalar(other), bytes: cluster.bytes, columns: cluster.columns)
  }
}
