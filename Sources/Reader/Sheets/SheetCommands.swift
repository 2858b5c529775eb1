import Prose
import Screen

extension ReaderState {
  /// The card or view that lies over the text.
  var sheet: Sheet? { view == .article ? sheets.last : nil }

  /// Whether it has the keys.
  var hasSheet: Bool { sheet != nil && panes.active == nil }

  mutating func closeSheets() {
    sheets.removeAll()
  }
}

/// Lays a card or a view over the text, or over the one that is there.
func openSheet(_ state: inout ReaderState, _ kind: Sheet.Kind) -> [Effect] {
  guard state.view == .article, let article = state.article else { return [] }
  if kind != .outline, kind != .highlights, kind != .corrections {
    guard state.findingsOrMessage() != nil else { return [] }
  }
  if let message = emptiness(kind, article) {
    state.message = Message(text: message)
    return []
  }
  state.panes.activate(nil)
  if state.panes.isZoomed { state.panes.isZoomed = false }
  // A view is opened from anywhere, but once.
  if let row = state.sheets.firstIndex(where: { $0.kind == kind }) {
    state.sheets.removeSubrange((row + 1)...)
    return state.askForRecord(kind)
  }
  state.sheets.append(Sheet(kind))
  if state.sheets.count > mostSheets { state.sheets.removeFirst() }
  settleSheet(&state)
  selectNearest(&state)
  let record = state.askForRecord(kind)
  return state.coastlines.isEmpty && hasMap(kind) ? record + [.loadCoastlines] : record
}

private func hasMap(_ kind: Sheet.Kind) -> Bool {
  switch kind {
  case .map, .card(.place): true
  default: false
  }
}

/// Deeper nobody finds the way back.
private let mostSheets = 20

/// Why there is nothing to show on a sheet.
private func emptiness(_ kind: Sheet.Kind, _ article: OpenArticle) -> String? {
  let document = article.findings?.document
  switch kind {
  case .card, .reasons: return nil
  case .outline: return article.layout.isEmpty ? "There is no text." : nil
  case .highlights:
    return article.highlights.all.isEmpty
      ? "Nothing is marked yet: v selects, and a marks what is selected." : nil
  case .corrections:
    return article.highlights.edits.isEmpty
      ? "Nothing is corrected yet; the keys that begin with E do it." : nil
  case .positions: return document?.issues.count == 0 ? Trail.evidence.none : nil
  case .quotes: return document?.quotations.count == 0 ? Trail.quotations.none : nil
  case .timeline:
    let isDated = document?.times.days.contains { $0 != nil } == true
    return isDated ? nil : "No time in this article can be told from its date."
  case .map:
    let isPlaced = document?.places.coordinates.contains { $0 != nil } == true
    return isPlaced ? nil : "No place in this article has known coordinates."
  }
}

/// The card of who or what is followed, or is named here.
func openCard(_ state: inout ReaderState) -> [Effect] {
  if let pane = state.panes.active, let findings = state.findingsOrMessage() {
    let selected = state.panes[pane].selected
    guard selected < findings.entries(pane).count else { return [] }
    return openSheet(&state, .card(subject(pane, selected)))
  }
  guard let document = state.findingsOrMessage()?.document else { return [] }
  let visible = state.visible
  if let current = state.article?.current, visible.overlaps(current),
    let mention = document.firstNamed(in: current), let subject = document.subject(of: mention)
  {
    return openSheet(&state, .card(subject))
  }
  if let focus = state.article?.focus { return openSheet(&state, .card(focus.subject)) }
  guard let mention = document.firstNamed(in: visible), let subject = document.subject(of: mention)
  else {
    state.message = Message(text: "Nobody and no place is named on this screen.")
    return []
  }
  return openSheet(&state, .card(subject))
}

func closeSheet(_ state: inout ReaderState) {
  _ = state.sheets.popLast()
}

/// Goes where the selected spot leads.
func followSpot(_ state: inout ReaderState) -> [Effect] {
  guard let sheet = state.sheet, sheet.content.spots.indices.contains(sheet.selected) else {
    return []
  }
  switch sheet.content.spots[sheet.selected].target {
  case .sheet(let kind):
    return openSheet(&state, kind)
  case .text(let range, let isPassage):
    if case .card(let subject) = sheet.kind { setFocus(&state, subject) }
    jump(&state, to: range, isPassage: isPassage)
  case .elsewhere(let article, let passage):
    return openElsewhere(&state, article, passage)
  case .highlight(let number):
    guard let highlight = state.article?.highlights[number] else { return [] }
    guard !highlight.isLost else {
      state.message = Message(text: "These words are no longer in the text.")
      return []
    }
    jump(&state, to: highlight.range, isPassage: true)
  case .edit(let number):
    guard let article = state.article,
      let edit = article.highlights.edits.first(where: { $0.number == number })?.edit,
      let anchor = edit.passages.first ?? edit.subject?.anchor,
      let range = article.document.text.range(of: anchor)
    else {
      state.message = Message(text: "These words are no longer in the text.")
      return []
    }
    jump(&state, to: range)
  }
  return []
}

// MARK: Moving on a sheet

func moveOnSheet(_ state: inout ReaderState, _ distance: Distance) {
  guard var sheet = state.sheets.popLast() else { return }
  let height = sheetRows(state, sheet)
  let rows = distance.rows(height: height)
  let spots = sheet.content.spots
  let lowest = max(0, sheet.content.rows.count - height)
  if spots.isEmpty {
    sheet.top = min(max(0, sheet.top + rows), lowest)
  } else {
    switch distance {
    case .lines(let count):
      for _ in 0..<min(abs(count), spots.count) { sheet.selectRow(count > 0) }
      if sheet.selected == 0, count < 0 { sheet.top = 0 }
    case .toStart:
      sheet.selected = 0
      sheet.top = 0
    case .toEnd:
      sheet.selected = spots.count - 1
    case .halves, .pages:
      let goal = spots[sheet.selected].rows.lowerBound + rows
      let column = spots[sheet.selected].columns?.lowerBound
      let index = spots.partitioningIndex { $0.rows.lowerBound >= goal }
      sheet.selected = min(index, spots.count - 1)
      sheet.alignSelection(to: column)
      sheet.top = min(max(0, sheet.top + rows), lowest)
    }
  }
  state.sheets.append(sheet)
}

/// To the spot beside it; on the map, east and west.
func moveAside(_ state: inout ReaderState, _ count: Int) -> [Effect] {
  guard state.hasSheet, var sheet = state.sheets.popLast() else { return [] }
  let spots = sheet.content.spots
  if spots.indices.contains(sheet.selected) {
    let goal = min(max(0, sheet.selected + count), spots.count - 1)
    if spots[goal].columns != nil, spots[goal].rows == spots[sheet.selected].rows {
      sheet.selected = goal
      sheet.goalColumn = spots[goal].columns?.lowerBound
    }
  }
  state.sheets.append(sheet)
  return []
}

extension Sheet {
  /// The nearest spot of the next row that has any, or of the one before.
  fileprivate mutating func selectRow(_ isDown: Bool) {
    let spots = content.spots
    guard spots.indices.contains(selected) else { return }
    let here = spots[selected]
    let isThere = { (spot: SheetSpot) in
      isDown
        ? spot.rows.lowerBound >= here.rows.upperBound
        : spot.rows.upperBound <= here.rows.lowerBound
    }
    guard let index = isDown ? spots.firstIndex(where: isThere) : spots.lastIndex(where: isThere)
    else { return }
    selected = index
    goalColumn = here.columns == nil ? nil : goalColumn ?? here.columns?.lowerBound
    alignSelection(to: goalColumn)
  }

  /// Of the spots in the selected one's row, selects the one nearest to `column`.
  fileprivate mutating func alignSelection(to column: Int?) {
    let spots = content.spots
    guard let column, spots.indices.contains(selected) else { return }
    let row = spots[selected].rows
    func distance(_ index: Int) -> Int { abs((spots[index].columns?.lowerBound ?? 0) - column) }
    let beside = spots.indices.filter { spots[$0].rows == row }
    selected = beside.min { distance($0) < distance($1) } ?? selected
  }
}

/// Selects what is nearest to the place in the text: an outline opens where the reader is.
private func selectNearest(_ state: inout ReaderState) {
  guard var sheet = state.sheets.popLast() else { return }
  if sheet.kind == .outline || sheet.kind == .highlights {
    let here = state.visible.lowerBound
    let last = sheet.content.spots.lastIndex { spot in
      switch spot.target {
      case .text(let range, _): range.lowerBound <= here
      case .highlight(let number):
        (state.article?.highlights[number]?.range.lowerBound ?? .max) <= here
      case .sheet, .edit, .elsewhere: false
      }
    }
    sheet.selected = last ?? 0
  }
  state.sheets.append(sheet)
  settleSheet(&state)
}

/// Makes the content anew where it is out of date, and scrolls so that what is selected is seen.
func settleSheet(_ state: inout ReaderState) {
  guard state.view == .article, var sheet = state.sheets.popLast() else { return }
  let rect = sheetRect(state, state.layout)
  let stamp = stamp(of: sheet, state, rect)
  if sheet.content.stamp != stamp {
    sheet.content = sheetContent(state, sheet, columns: sheetColumns(rect))
    sheet.content.stamp = stamp
  }
  let height = sheetRows(state, sheet)
  let spots = sheet.content.spots
  sheet.selected = min(max(0, sheet.selected), max(0, spots.count - 1))
  if spots.indices.contains(sheet.selected) {
    let rows = spots[sheet.selected].rows
    sheet.top = max(sheet.top, rows.upperBound - height)
    // What stands above the first one, as a section's name, is seen with it.
    let first = sheet.selected == 0 ? 0 : rows.lowerBound - 1
    sheet.top = min(sheet.top, max(0, first))
    if rows.upperBound - sheet.top > height { sheet.top = max(0, rows.upperBound - height) }
    if rows.lowerBound < sheet.top { sheet.top = rows.lowerBound }
  }
  sheet.top = min(max(0, sheet.top), max(0, sheet.content.rows.count - height))
  state.sheets.append(sheet)
}

/// All that a sheet is made from, in numbers that change with it.
private func stamp(of sheet: Sheet, _ state: ReaderState, _ rect: Rect) -> [Int] {
  guard let article = state.article else { return [] }
  let findings = article.findings
  var stamp = [
    rect.columns, article.row, article.request, findings == nil ? 0 : 1,
    Int(findings?.window.lowerBound ?? 0), article.highlights.version,
    article.highlights.editsVersion, article.orphans.count, state.library.records.count,
  ]
  // The map is as high as the screen, and has the chosen place in its middle.
  if sheet.kind == .map {
    stamp += [rect.rows, sheet.zoom, sheet.selected, state.coastlines.count]
  } else {
    stamp.append(state.coastlines.count)
  }
  return stamp
}

/// The rows that move.
private func sheetRows(_ state: ReaderState, _ sheet: Sheet) -> Int {
  sheetBody(sheetRect(state, state.layout), sheet).rows
}
