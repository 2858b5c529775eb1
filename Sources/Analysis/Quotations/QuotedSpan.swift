internal import Prose

/// A run of text in quotation marks, the marks included.
struct QuotedSpan: Sendable {
  let tokens: TokenRange
  /// Whether its closing mark is there; without one it ends with its block.
  let isClosed: Bool
  /// Whether it goes on with a quotation that was left open in the block before.
  let continues: Bool
  let block: Int

  var start: Int { tokens.rows.lowerBound }
  var end: Int { tokens.rows.upperBound }
}

/// Finds what stands in quotation marks, the outermost pairs only.
///
/// A mark that is left open holds to the end of its block; where the next block opens one again, it goes on.
func findQuotedSpans(in lexed: Lexed) -> [QuotedSpan] {
  var spans: [QuotedSpan] = []
  var isLeftOpen = false
  for (row, block) in blockTokens(lexed) {
    if lexed.has(block.lowerBound, .boilerplate) {
      isLeftOpen = false
      continue
    }
    var open: (token: Int, mark: QuotationMark)?
    var isFirst = true
    var leavesOpen = false
    for token in block {
      guard let mark = QuotationMark(token, lexed) else { continue }
      if let (start, opening) = open {
        guard mark.closes(opening, at: token, lexed) else { continue }
        if token > start + 1 {
          spans.append(
            QuotedSpan(
              tokens: TokenRange(start..<token + 1),
              isClosed: true,
              continues: isFirst && start == block.lowerBound && isLeftOpen,
              block: row
            )
          )
          isFirst = false
        }
        open = nil
      } else if mark.opens(at: token, lexed, in: block) {
        open = (token, mark)
      }
    }
    if let (start, opening) = open, opening.isDouble, start + 1 < block.upperBound {
      spans.append(
        QuotedSpan(
          tokens: TokenRange(start..<block.upperBound),
          isClosed: false,
          continues: isFirst && start == block.lowerBound && isLeftOpen,
          block: row
        )
      )
      leavesOpen = true
    }
    isLeftOpen = leavesOpen
  }
  return spans
}

/// The tokens of each block that has any.
private func blockTokens(_ lexed: Lexed) -> [(row: Int, tokens: Range<Int>)] {
  var found: [(row: Int, tokens: Range<Int>)] = []
  for (row, sentence) in lexed.sentences.tokens.enumerated() {
    let block = Int(lexed.sentences.blocks[row])
    if let last = found.last, last.row == block {
      found[found.count - 1].tokens = last.tokens.lowerBound..<sentence.rows.upperBound
    } else {
      found.append((block, sentence.rows))
    }
  }
  return found
}

/// One quotation mark as written.
private struct QuotationMark {
  let text: String

  init?(_ token: Int, _ lexed: Lexed) {
    guard lexed.tokens.kinds[token] == .punctuation || lexed.tokens.kinds[token] == .symbol else {
      return nil
    }
    // Most marks are commas and periods.
    guard Self.firstBytes.contains(lexed.text[Int(lexed.tokens.starts[token])]) else { return nil }
    let text = lexed.string(token)
    guard ["\"", "“", "”", "„", "«", "»", "‘", "’", "'", "``", "''"].contains(text) else {
      return nil
    }
    self.text = text
  }

  private static let firstBytes: [UInt8] = [0x22, 0x27, 0x60, 0xC2, 0xE2]

  var isDouble: Bool { !["‘", "’", "'"].contains(text) }

  func opens(at token: Int, _ lexed: Lexed, in block: Range<Int>) -> Bool {
    let next = token + 1
    guard block.contains(next) else { return false }
    switch text {
    case "“", "„", "«", "``": return true
    case "\"":
      // After a space or at the start; inside a run of letters only before a word.
      return !lexed.has(token, .touchesPrevious) || token == block.lowerBound
        || lexed.tokens.touchesNext(token) && lexed.tokens.kinds[next] != .punctuation
    case "‘", "'":
      return !lexed.has(token, .touchesPrevious) && lexed.tokens.touchesNext(token)
        && closesLater(token, lexed, in: block)
    default: return false
    }
  }

  /// Whether a single mark has its partner: at the end of a word, before a space or another mark.
  private func closesLater(_ token: Int, _ lexed: Lexed, in block: Range<Int>) -> Bool {
    let end = min(block.upperBound, token + 120)
    return (token + 2..<max(end, token + 2)).contains { row in
      guard let mark = QuotationMark(row, lexed) else { return false }
      return mark.closes(self, at: row, lexed)
    }
  }

  func closes(_ opening: QuotationMark, at token: Int, _ lexed: Lexed) -> Bool {
    switch opening.text {
    case "“": text == "”" || text == "\""
    case "„": text == "“" || text == "”" || text == "\""
    case "«": text == "»"
    case "``": text == "''"
    case "\"": text == "\"" || text == "”"
    case "‘": text == "’" && isFree(token, lexed)
    case "'": text == "'" && isFree(token, lexed)
    default: false
    }
  }

  /// Whether a single mark is no apostrophe: nothing but space or another mark follows.
  private func isFree(_ token: Int, _ lexed: Lexed) -> Bool {
    lexed.has(token, .touchesPrevious)
      && (!lexed.tokens.touchesNext(token) || lexed.tokens.kinds[token + 1] == .punctuation)
  }
}
