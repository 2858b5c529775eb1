internal import Prose

/// Finds the element that holds the article's text.
struct BodyFinder {
  let page: Page
  private var tree: MarkupTree { page.tree }

  /// What the page labels as its article; nil where it labels nothing that holds enough.
  func labelled() -> Int? {
    let prose = ProseMap(page.units, rows: tree.count) { $0.proseMass }
    if let told = told(), prose.mass(tree.rows(of: told)) >= 200 { return told }
    let property = tree.name("itemprop")
    guard property != MarkupTree.noName else { return nil }
    // The text may lie in several sections, each of them labelled.
    var covered = 0
    var isIn = Array(repeating: false, count: tree.count)
    for row in 0..<tree.count
    where row >= covered && tree.string(of: row, property) == "articleBody" {
      for inner in tree.rows(of: row) { isIn[inner] = true }
      covered = tree.rows(of: row).upperBound
    }
    let inside = ProseMap(page.units, rows: tree.count) { isIn[$0.firstRow] ? $0.proseMass : 0 }
    guard inside.total >= max(200, prose.total * 0.15) else { return nil }
    return tree.innermost(from: 0, share: 0.9) { inside.mass($0) }
  }

  /// The element in which the text lies that the page tells in its data.
  private func told() -> Int? {
    guard let body = page.labels.articleBody, body.utf8.count >= 500 else { return nil }
    let key = TextKey(body)
    var found = 0
    let matched = ProseMap(page.units, rows: tree.count) { unit in
      guard unit.text.count >= 30, key.contains(unit.text) else { return 0 }
      found += unit.text.count
      return Double(unit.text.count)
    }
    guard Double(found) >= Double(body.utf8.count) * 0.4 else { return nil }
    return around(tree.innermost(from: 0, share: 0.8) { matched.mass($0) })
  }

  /// The best guess among what is not beside the article.
  func guessed(_ exclusions: Exclusions) -> Int {
    let isTeaser = teasers()
    var prose = ProseMap(page.units, rows: tree.count) {
      exclusions.isOut[$0.firstRow] ? 0 : $0.proseMass * (isTeaser[$0.firstRow] ? 0.1 : 1)
    }
    if prose.total < 100 {
      prose = ProseMap(page.units, rows: tree.count) {
        exclusions.isOut[$0.firstRow] || $0.linkShare > 0.5 ? 0 : Double($0.text.count)
      }
    }
    let named = best(prose) {
      page.evidence[$0].isArticleBody && page.role(of: $0).isBlock && tree.parent(of: $0) != 0
    }
    let whole = best(prose) { tree.name(of: $0) == page.article }
    var start = 0
    for candidate in [whole, named].compactMap(\.self) {
      let mass = prose.mass(tree.rows(of: candidate))
      let holder = tree.rows(of: start)
      guard holder.contains(candidate) else { continue }
      let (least, share) = page.holdsTitle(candidate) ? (250.0, 0.08) : (150.0, 0.5)
      if mass >= least, mass >= prose.mass(holder) * share { start = candidate }
    }
    return around(tree.innermost(from: start, share: 0.85) { prose.mass($0) })
  }

  /// The rows of list items with a heading that leads elsewhere: teasers, however much they tell.
  private func teasers() -> [Bool] {
    var result = Array(repeating: false, count: tree.count)
    let whole = ProseMap(page.units, rows: tree.count) { $0.proseMass }
    for row in 0..<tree.count where !result[row] && page.role(of: row) == .heading {
      guard page.isLinkedHeading(row),
        let item = page.ancestors(of: row).first(where: { page.role(of: $0) == .listItem })
      else { continue }
      guard !page.holdsTitle(item), whole.mass(tree.rows(of: item)) < whole.total / 4 else {
        continue
      }
      for inner in tree.rows(of: item) { result[inner] = true }
    }
    return result
  }

  /// The element itself, or what holds it if it is one paragraph.
  private func around(_ row: Int) -> Int {
    var row = row
    while row != 0,
      !page.role(of: row).isBlock
        || [.paragraph, .heading, .listItem, .row].contains(page.role(of: row))
    {
      row = tree.parent(of: row)
    }
    return row
  }

  /// The element with the most prose; of two with the same, the inner one.
  ///
  /// The one with the page's title in it needs less.
  private func best(_ prose: ProseMap, where isWanted: (Int) -> Bool) -> Int? {
    var found: (row: Int, mass: Double)?
    for row in 0..<tree.count where !tree.isText(row) && isWanted(row) {
      let rows = tree.rows(of: row)
      let mass = prose.mass(rows) * (page.holdsTitle(row) ? 4 : 1)
      if mass > 0, mass >= (found?.mass ?? 0) { found = (row, mass) }
    }
    return found?.row
  }
}
