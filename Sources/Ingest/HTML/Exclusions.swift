/// The rows that stand beside the article by the word of their element or its class.
///
/// A class is believed only where what it would take away is little beside what it leaves: a page whose whole text
/// lies in "content-sidebar" has a strange template, and no sidebar.
struct Exclusions {
  private struct Candidate {
    let row: Int
    let reason: Int
    let mass: Double
  }

  private static let besideReason = -1
  private static let teaserReason = -3
  private static let innerReason = -4

  private(set) var isOut: [Bool]

  init(_ page: Page, body: Int?) {
    let tree = page.tree
    isOut = Array(repeating: false, count: tree.count)
    let prose = ProseMap(page.units, rows: tree.count) { $0.proseMass }
    let protected = Set(body.map { Array(page.ancestors(of: $0)) } ?? [])
    let total = body.map { prose.mass(tree.rows(of: $0)) } ?? prose.total
    var candidates: [Candidate] = []
    var row = 0
    while row < tree.count {
      let rows = tree.rows(of: row)
      if !tree.isText(row), !protected.contains(row),
        let (most, reason) = Self.mostTaken(page, row, body: body)
      {
        let mass = prose.mass(rows)
        if mass <= most * total {
          candidates.append(Candidate(row: row, reason: reason, mass: mass))
          row = rows.upperBound
          continue
        }
      }
      row += 1
    }
    // What takes the page apart piece by piece is a word that this template uses otherwise.
    var sums: [Int: Double] = [:]
    for candidate in candidates { sums[candidate.reason, default: 0] += candidate.mass }
    for candidate in candidates {
      let words = Int(ClassEvidence([.comment, .cookie]).rawValue)
      let isPlain =
        [Self.besideReason, Self.teaserReason].contains(candidate.reason)
        || candidate.reason > 0 && candidate.reason & words != 0
      let most = isPlain ? 0.95 : 0.5
      guard (sums[candidate.reason] ?? 0) <= total * most else { continue }
      for inner in tree.rows(of: candidate.row) { isOut[inner] = true }
    }
  }

  /// How much of the page's prose may be beside the article on this element's word, and a number for the word.
  private static func mostTaken(
    _ page: Page,
    _ row: Int,
    body: Int?
  ) -> (most: Double, reason: Int)? {
    let evidence = page.evidence[row]
    let role = page.role(of: row)
    let reason = Int(evidence.intersection(.besides).rawValue)
    if role == .beside { return (evidence.isArticleBody ? 0.2 : 0.5, besideReason) }
    if page.tree.name(of: row) == page.noscript { return (0.3, -2) }
    // An article in the article is a teaser, or a reader's comment.
    if let body, page.tree.name(of: row) == page.article, page.tree.rows(of: body).contains(row),
      !page.holdsTitle(row)
    {
      return (0.3, page.holdsLinkedHeading(row) ? teaserReason : innerReason)
    }
    guard reason != 0, role != .inline || !evidence.isDisjoint(with: .apart) else { return nil }
    if page.tree.parent(of: row) == 0 { return nil }
    // A window over the page that shows the article has its title.
    if evidence.contains(.navigation), page.holdsTitle(row), page.holdsArticle(row) { return nil }
    if evidence.contains(.cookie) { return (0.95, reason) }
    if evidence.isArticleBody { return (0.05, reason) }
    if evidence.contains(.comment) { return (0.9, reason) }
    // Quoted posts are called by their network's name.
    if evidence.intersection(.besides) == .share, page.holdsQuotation(row) { return nil }
    // A teaser leads elsewhere.
    if evidence.intersection(.besides) == .related, !page.holdsLink(row) { return nil }
    return (0.4, reason)
  }
}
