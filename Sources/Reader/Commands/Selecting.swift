import Prose
import Screen

/// `v`: selects what the reader stands on, or else the first word on the screen.
func startSelection(_ state: inout ReaderState) -> [Effect] {
  guard state.hasText, let article = state.article else { return [] }
  state.panes.activate(nil)
  state.closeSheets()
  let text = article.document.text
  let visible = state.visible
  guard !visible.isEmpty else { return [] }
  if let current = article.current, visible.contains(current.lowerBound), !current.isEmpty {
    state.selection = Selection(
      anchor: current.lowerBound,
      head: text.characterStart(before: current.upperBound)
    )
    return []
  }
  var selection = Selection(anchor: visible.lowerBound, head: visible.lowerBound)
  selection.head = moved(selection.head, .wordEnd, forward: true, state) ?? selection.head
  state.selection = selection
  return []
}

/// Moves the head so many steps.
func moveSelectionHead(
  _ state: inout ReaderState,
  _ motion: SelectionMotion,
  _ count: Int
) -> [Effect] {
  guard var selection = state.selection else { return [] }
  for _ in 0..<min(abs(count), 10_000) {
    guard let next = moved(selection.head, motion, forward: count > 0, state),
      next != selection.head
    else { break }
    selection.head = next
  }
  state.selection = selection
  revealHead(&state)
  return []
}

func swapSelectionEnds(_ state: inout ReaderState) -> [Effect] {
  guard let selection = state.selection else { return [] }
  state.selection = Selection(anchor: selection.head, head: selection.anchor)
  revealHead(&state)
  return []
}

/// Selects a whole word, sentence, paragraph, name or quotation; what is one already grows by the next.
func selectObject(_ state: inout ReaderState, _ object: TextObject, _ count: Int) -> [Effect] {
  guard let selection = state.selection, let text = state.article?.document.text else { return [] }
  var range = selection.range(in: text)
  for step in 0..<min(max(1, count), 1000) {
    guard let found = objectRange(object, at: step == 0 ? selection.head : range.upperBound, state)
    else {
      if step == 0 { state.message = Message(text: object.none) }
      break
    }
    let isWhole = range.lowerBound <= found.lowerBound && found.upperBound <= range.upperBound
    if step == 0, !isWhole {
      range = found
    } else if step == 0 {
      // Whole already: the next one joins.
      guard let next = objectRange(object, at: range.upperBound, state),
        next.upperBound > range.upperBound
      else { break }
      range = min(range.lowerBound, next.lowerBound)..<next.upperBound
    } else {
      range = min(range.lowerBound, found.lowerBound)..<max(range.upperBound, found.upperBound)
    }
  }
  guard !range.isEmpty else { return [] }
  state.selection = Selection(
    anchor: range.lowerBound,
    head: text.characterStart(before: range.upperBound)
  )
  revealHead(&state)
  return []
}

extension TextObject {
  fileprivate var none: String {
    switch self {
    case .word, .sentence, .paragraph: "There is nothing to select."
    case .name: "Nobody and no place is named here."
    case .quotation: "Nobody is quoted here."
    }
  }
}

/// The object that covers `byte`, or else the next one on from it.
private func objectRange(
  _ object: TextObject,
  at byte: UInt32,
  _ state: ReaderState
) -> Range<UInt32>? {
  guard let article = state.article else { return nil }
  let document = article.findings?.document ?? article.document
  let text = document.text
  guard let byte = inText(byte, article) else { return nil }
  switch object {
  case .paragraph:
    return article.document.blocks.block(at: byte).map { article.document.blocks.range($0) }
  case .sentence:
    return document.sentenceRange(at: byte)
  case .word:
    var start = byte
    let kind = text.characterKind(byte)
    guard kind != .space else { return nil }
    let block = article.document.blocks.block(at: byte).map { article.document.blocks.range($0) }
    while start > (block?.lowerBound ?? 0) {
      let before = text.characterStart(before: start)
      guard text.characterKind(before) == kind else { break }
      start = before
    }
    var end = text.characterEnd(byte)
    while end < (block?.upperBound ?? 0), text.characterKind(end) == kind {
      end = text.characterEnd(end)
    }
    return start..<end
  case .name:
    if let mention = document.named(at: byte) { return document.range(of: mention) }
    return document.firstNamed(in: byte..<UInt32(text.count)).map { document.range(of: $0) }
  case .quotation:
    let all = article.findings?.quotations ?? []
    if let inside = all.first(where: { $0.contains(byte) }) { return inside }
    let next = all.partitioningIndex { $0.lowerBound >= byte }
    return next < all.count ? all[next] : nil
  }
}

/// `byte`, or the start of the next paragraph where it lies between two; nil behind the last.
private func inText(_ byte: UInt32, _ article: OpenArticle) -> UInt32? {
  let blocks = article.document.blocks
  guard let block = blocks.block(at: byte) else { return nil }
  var byte = max(byte, blocks.starts[block])
  let text = article.document.text
  while byte < blocks.ends[block], text.characterKind(byte) == .space {
    byte = text.characterEnd(byte)
  }
  return byte < blocks.ends[block] ? byte : inText(blocks.ends[block] + 1, article)
}

/// Where the head stands after one step; nil at the end of the text.
private func moved(
  _ head: UInt32,
  _ motion: SelectionMotion,
  forward: Bool,
  _ state: ReaderState
) -> UInt32? {
  guard var article = state.article, let block = article.document.blocks.block(at: head) else {
    return nil
  }
  let document = article.findings?.document ?? article.document
  let blocks = article.document.blocks
  let text = document.text
  /// The last character of a range.
  func last(_ end: UInt32) -> UInt32 { text.characterStart(before: end) }
  func next(_ byte: UInt32) -> UInt32? {
    let end = text.characterEnd(byte)
    guard let block = blocks.block(at: byte) else { return nil }
    if end < blocks.ends[block] { return end }
    return block + 1 < blocks.count ? blocks.starts[block + 1] : nil
  }
  func previous(_ byte: UInt32) -> UInt32? {
    guard let block = blocks.block(at: byte) else { return nil }
    if byte > blocks.starts[block] { return text.characterStart(before: byte) }
    return block > 0 ? last(blocks.ends[block - 1]) : nil
  }
  let step = forward ? next : previous
  switch motion {
  case .character:
    return step(head)
  case .word:
    // Forward to where the next word begins; back to where this one, or the one before, does.
    if forward {
      let kind = text.characterKind(head)
      var byte = next(head)
      var isSame = true
      while let here = byte {
        let other = text.characterKind(here)
        if other != kind || blocks.block(at: here) != block { isSame = false }
        if !isSame, other != .space { return here }
        byte = next(here)
      }
      return nil
    }
    var byte = previous(head)
    while let here = byte, text.characterKind(here) == .space { byte = previous(here) }
    while let here = byte, let before = previous(here),
      text.characterKind(before) == text.characterKind(here),
      blocks.block(at: before) == blocks.block(at: here)
    {
      byte = before
    }
    return byte
  case .wordEnd:
    var byte = next(head)
    if text.characterKind(head) != .space, byte.map({ text.characterKind($0) }) != nil,
      head == state.visible.lowerBound, state.selection == nil
    {
      byte = head
    }
    while let here = byte, text.characterKind(here) == .space { byte = next(here) }
    while let here = byte, let after = next(here),
      text.characterKind(after) == text.characterKind(here),
      blocks.block(at: after) == blocks.block(at: here)
    {
      byte = after
    }
    return byte
  case .sentence:
    guard let here = document.sentenceRange(at: head) else { return nil }
    if forward {
      if head < last(here.upperBound) { return last(here.upperBound) }
      return inText(here.upperBound, article)
        .flatMap { document.sentenceRange(at: $0) }.map { last($0.upperBound) }
    }
    if head > here.lowerBound { return here.lowerBound }
    return previous(here.lowerBound).flatMap { document.sentenceRange(at: $0) }?.lowerBound
  case .paragraph:
    let range = blocks.range(block)
    if forward {
      if head < last(range.upperBound) { return last(range.upperBound) }
      return block + 1 < blocks.count ? last(blocks.ends[block + 1]) : nil
    }
    if head > range.lowerBound { return range.lowerBound }
    return block > 0 ? blocks.starts[block - 1] : nil
  case .line:
    return lineNeighbor(head, forward ? 1 : -1, &article)
  case .lineEdge:
    guard let spot = article.layout.spot(at: head) else { return nil }
    let lines = article.layout.lines(of: spot.passage)
    guard lines.indices.contains(spot.line) else { return nil }
    return forward ? last(lines[spot.line].upperBound) : lines[spot.line].lowerBound
  }
}

/// The character in the same column of the next line that has text, or of the one before.
private func lineNeighbor(_ head: UInt32, _ step: Int, _ article: inout OpenArticle) -> UInt32? {
  guard var spot = article.layout.spot(at: head) else { return nil }
  let text = article.document.text
  let lines = article.layout.lines(of: spot.passage)
  guard lines.indices.contains(spot.line) else { return nil }
  let column = columns(of: text.string(in: lines[spot.line].lowerBound..<head))
  for _ in 0..<4 {
    let next = article.layout.moved(spot, by: step)
    guard next != spot else { return nil }
    spot = next
    let lines = article.layout.lines(of: spot.passage)
    guard lines.indices.contains(spot.line) else { continue }
    let line = lines[spot.line]
    var byte = line.lowerBound
    while byte < line.upperBound {
      let end = text.characterEnd(byte)
      if columns(of: text.string(in: line.lowerBound..<end)) > column || end >= line.upperBound {
        return byte
      }
      byte = end
    }
  }
  return nil
}

private func revealHead(_ state: inout ReaderState) {
  guard let head = state.selection?.head else { return }
  let height = state.textHeight
  let visible = state.visible
  guard !visible.contains(head) else { return }
  // A selection scrolls as little as it must.
  let isBelow = head >= visible.upperBound
  state.changeArticle { article, _ in
    guard let spot = article.layout.spot(at: head) else { return }
    let top = isBelow ? article.layout.moved(spot, by: 1 - height) : spot
    article.top = article.layout.byte(of: top)
  }
}
