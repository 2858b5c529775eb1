/// What a search has found since it last told.
public struct SearchProgress: Equatable, Sendable {
  /// In bytes of the text, in text order within themselves.
  public var matches: [Range<UInt32>] = []
  public var isDone = false
  /// Paragraphs in which the expression was given up.
  public var costlyParagraphs = 0
}

/// Looks for a regular expression paragraph by paragraph, from `origin` to the end and then from the beginning.
///
/// No match goes beyond its paragraph, and at most `limit` are looked for. `tell` is called with what was found: at the
/// first match, then after every few thousand paragraphs, and when it is done. `goesOn` is asked between paragraphs;
/// once it says no, the search ends without another word.
public func search(
  _ expression: RegularExpression,
  in bytes: UnsafeBufferPointer<UInt8>,
  paragraphs: [Range<UInt32>],
  from origin: UInt32,
  limit: Int,
  goesOn: () -> Bool,
  tell: (SearchProgress) -> Void
) {
  let start = paragraphs.firstIndex { $0.upperBound > origin } ?? 0
  var progress = SearchProgress()
  var total = 0
  var costly = 0
  var silent = 0
  for row in Array(start..<paragraphs.count) + Array(0..<start) {
    guard goesOn() else { return }
    let paragraph = Int(paragraphs[row].lowerBound)..<Int(paragraphs[row].upperBound)
    var byte = paragraph.lowerBound
    let part = UnsafeBufferPointer(rebasing: bytes[paragraph])
    searching: while byte < paragraph.upperBound, total < limit {
      switch expression.find(in: part, from: byte - paragraph.lowerBound) {
      case .found(let match):
        let found =
          paragraph.lowerBound + match.lowerBound..<paragraph.lowerBound + match.upperBound
        progress.matches.append(UInt32(found.lowerBound)..<UInt32(found.upperBound))
        total += 1
        byte = found.upperBound
      case .notFound:
        break searching
      case .tooCostly:
        costly += 1
        progress.costlyParagraphs += 1
        break searching
      }
    }
    silent += 1
    // The first match at once; then no more often than a screen can follow.
    let isFirst = total == progress.matches.count && total > 0
    if isFirst || silent >= reportInterval {
      if !progress.matches.isEmpty { tell(progress) }
      progress = SearchProgress()
      silent = 0
    }
    if total >= limit || costly >= mostCostly { break }
  }
  guard goesOn() else { return }
  progress.isDone = true
  tell(progress)
}

/// Paragraphs between two reports.
private let reportInterval = 4096
/// After so many paragraphs in which it was given up, an expression will not do better in the others.
private let mostCostly = 8
