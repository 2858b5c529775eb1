internal import Prose
internal import Reference

/// Marks page matter among `paragraphs`: appeals, the publisher about itself, credits, links and lists of sources.
///
/// A line is page matter by the phrases (`boilerplate-phrases`) that it begins with or mostly consists of. A line
/// that is such a phrase and no more heads a section: its list items, its page matter and, where no prose of the
/// article follows any more, its links and what an appeal goes on to say about the publisher.
func markBoilerplate(
  _ kinds: inout [BlockKind],
  of paragraphs: [Range<Int>],
  in bytes: UnsafeBufferPointer<UInt8>,
  lexicon: Lexicon
) {
  var judge = BoilerplateJudge(bytes: bytes, lexicon: lexicon)
  var row = 0
  while row < paragraphs.count {
    let paragraph = paragraphs[row]
    let isNearEnd = row + 4 >= paragraphs.count
    let verdict = judge.verdict(on: paragraph, isNearEnd: isNearEnd)
    let hasCaption = verdict != .none && (imageCredit(bytes, paragraph) ?? 0) > paragraph.lowerBound
    let isLinkInList = kinds[row] == .listItem && verdict == .alone
    if verdict == .none || hasCaption || isLinkInList
      || kinds[row] == .headline && verdict != .heads
    {
      row += 1
      continue
    }
    kinds[row] = .boilerplate
    row += 1
    guard verdict == .heads else { continue }
    let end = sectionEnd(from: row, kinds, paragraphs, bytes, &judge)
    while row < end {
      kinds[row] = .boilerplate
      row += 1
    }
  }
}

/// Behind the last paragraph of the section whose heading stands before `first`.
private func sectionEnd(
  from first: Int,
  _ kinds: [BlockKind],
  _ paragraphs: [Range<Int>],
  _ bytes: UnsafeBufferPointer<UInt8>,
  _ judge: inout BoilerplateJudge
) -> Int {
  var end = first
  while end < paragraphs.count,
    kinds[end] == .listItem || judge.verdict(on: paragraphs[end], isNearEnd: false) != .none
  {
    end += 1
  }
  // Only the last ten paragraphs, and the second half of the text, can be a section that runs to the end.
  guard end < paragraphs.count, paragraphs.count - end <= 10,
    paragraphs[end].lowerBound * 2 >= bytes.count
  else { return end }
  let isAppeal = judge.isAppeal(paragraphs[first - 1])
  for row in end..<paragraphs.count {
    let isProse = paragraphs[row].count >= 80 && endsSentence(bytes, paragraphs[row])
    if isProse, !(isAppeal && judge.speaksOfPublisher(paragraphs[row])),
      judge.verdict(on: paragraphs[row], isNearEnd: true) == .none
    {
      return end
    }
  }
  return paragraphs.count
}
