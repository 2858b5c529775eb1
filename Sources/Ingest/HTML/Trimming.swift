internal import Prose

/// Drops what stands in the article's element and is no part of it: teasers, link lists, credits, appeals.
struct Trimming {
  let page: Page
  let body: Int

  func trim(_ units: [PageUnit]) -> [PageUnit] {
    let lists = linkLists(units)
    let head = min(12, units.firstIndex { $0.proseMass >= 100 } ?? 0)
    var seen: Set<[UInt8]> = []
    var kept = units.enumerated().filter { offset, unit in
      !isTeaser(unit) && !lists.contains(page.tree.parent(of: unit.holder)) && !isCredit(unit)
        && !isHouseMatter(unit) && !isTitle(unit) && !(offset < max(5, head) && isDateLine(unit))
        && (unit.text.count < 60 || page.role(of: unit.holder) == .paragraph
          || seen.insert(unit.text).inserted)
    }.map { _, unit in marked(unit) }
    kept = withoutIdleHeadings(withoutNotes(withoutRelated(kept)))
    return kept
  }

  /// What stands between the title and the article's element, where it is prose.
  ///
  /// What the page gives as its description is a summary, not the article's beginning.
  func lede(_ units: [PageUnit]) -> [PageUnit] {
    let descriptions = ["og:description", "description", "twitter:description"]
      .compactMap { page.labels.property($0).map { letters($0).prefix(50) } }.filter { !$0.isEmpty }
    return units.filter { unit in
      !descriptions.contains { letters(unit.string).starts(with: $0) } && unit.kind != .heading
        && unit.proseMass >= 60 && unit.linkShare < 0.2 && !isCredit(unit)
        && !isHouseMatter(unit) && !isCaption(unit) && !isDateLine(unit)
    }.prefix(3).map(\.self)
  }

  private func marked(_ unit: PageUnit) -> PageUnit {
    var unit = unit
    if isCaption(unit) { unit.kind = .caption }
    return unit
  }

  private func isCaption(_ unit: PageUnit) -> Bool {
    guard unit.text.count < 600 else { return false }
    if unit.kind == .paragraph, unit.text.count < 360, HousePhrases.isPicture(unit.text) {
      return true
    }
    for row in page.ancestors(of: unit.holder) {
      if row == body { return false }
      if page.evidence[row].contains(.caption), !page.evidence[row].isArticleBody { return true }
    }
    return false
  }

  private func isTitle(_ unit: PageUnit) -> Bool {
    guard unit.text.count < 400 else { return false }
    return unit.firstRow == page.titleRow
      || unit.text.count >= 12 && page.titleLetters == letters(unit.string)
  }

  /// A line with a day or a time on it, and no sentence.
  private func isDateLine(_ unit: PageUnit) -> Bool {
    guard unit.text.count < 120, !unit.isInTable, unit.text.last != UInt8(ascii: ".") else {
      return false
    }
    var (digits, number) = (0, 0)
    for byte in unit.text + [32] {
      if byte >= 48 && byte <= 57 {
        digits += 1
        number = digits > 4 ? 0 : number * 10 + Int(byte - 48)
      } else {
        let isYear = digits == 4 && (1900...2100).contains(number)
        if isYear || digits > 0 && byte == UInt8(ascii: ":") { return true }
        (digits, number) = (0, 0)
      }
    }
    let small = unit.string.lowercased()
    return small.hasPrefix("by ") || small.contains(" min read") || small.contains("minute")
  }

  /// Nothing but a link, or nearly.
  private func isTeaser(_ unit: PageUnit) -> Bool {
    if unit.kind == .heading { return unit.linkShare > 0.9 }
    if unit.kind == .listItem { return false }
    return unit.linkShare > 0.6 && unit.text.count < 300
  }

  /// Lists whose items are links.
  private func linkLists(_ units: [PageUnit]) -> Set<Int> {
    var counts: [Int: (all: Int, linked: Int)] = [:]
    for unit in units where unit.kind == .listItem {
      let list = page.tree.parent(of: unit.holder)
      counts[list, default: (0, 0)].all += unit.text.count
      counts[list, default: (0, 0)].linked += unit.linkedCount
    }
    return Set(counts.filter { $0.value.linked * 10 > $0.value.all * 8 }.keys)
  }

  private func isCredit(_ unit: PageUnit) -> Bool {
    guard unit.text.count < 300 else { return false }
    for row in page.ancestors(of: unit.holder) {
      if row == body { return false }
      if page.evidence[row].contains(.credits), !page.evidence[row].isArticleBody { return true }
    }
    return false
  }

  private func isHouseMatter(_ unit: PageUnit) -> Bool {
    unit.text.count < 420 && HousePhrases.matches(unit.text)
  }

  /// What stands under a heading that promises other articles, up to the next heading or sentence.
  private func withoutRelated(_ units: [PageUnit]) -> [PageUnit] {
    var isUnder = false
    return units.filter { unit in
      if unit.kind == .heading || unit.text.count < 60 && !unit.endsSentence,
        HousePhrases.promisesOthers(unit.text)
      {
        isUnder = true
        return false
      }
      if isUnder {
        if unit.kind == .listItem || unit.linkShare > 0.3
          || unit.proseMass < 30 && unit.kind != .heading
        {
          return false
        }
        isUnder = false
      }
      return true
    }
  }

  /// What the publisher says about itself and its terms at the article's two ends.
  private func withoutNotes(_ units: [PageUnit]) -> [PageUnit] {
    units.indices.filter { index in
      guard index < 2 || index >= units.count - 4, units[index].text.count < 500 else {
        return true
      }
      return !HousePhrases.isNote(units[index].text)
    }.map { units[$0] }
  }

  /// Headings with no text behind them.
  private func withoutIdleHeadings(_ units: [PageUnit]) -> [PageUnit] {
    var result: [PageUnit] = []
    for unit in units.reversed() {
      if unit.kind == .heading {
        guard let next = result.last, next.kind != .heading || next.level > unit.level else {
          continue
        }
      }
      result.append(unit)
    }
    return result.reversed()
  }
}
