internal import Prose

/// The article's own paragraphs, in order.
func extractBody(_ page: Page) -> [PageUnit] {
  let finder = BodyFinder(page: page)
  let labelled = finder.labelled()
  let body = labelled ?? finder.guessed(Exclusions(page, body: nil))
  let exclusions = Exclusions(page, body: body)
  let rows = page.tree.rows(of: body)
  let trimming = Trimming(page: page, body: body)
  let inside = page.units.filter {
    rows.contains($0.firstRow) && !exclusions.isOut[$0.firstRow]
  }
  let before = page.units.filter {
    $0.firstRow < rows.lowerBound && $0.firstRow > (page.titleRow ?? Int.max)
      && !exclusions.isOut[$0.firstRow]
  }
  let kept = trimming.trim(inside)
  // A page of a few words has nothing to be told apart by.
  return trimming.lede(before)
    + (kept.isEmpty ? inside.filter { $0.firstRow != page.titleRow } : kept)
}
