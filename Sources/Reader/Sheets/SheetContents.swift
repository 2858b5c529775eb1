import Prose
import Screen

/// What stands on a sheet so many columns wide.
func sheetContent(_ state: ReaderState, _ sheet: Sheet, columns: Int) -> SheetContent {
  guard let article = state.article else { return SheetContent() }
  switch sheet.kind {
  case .outline:
    return outlineContent(article, columns: columns)
  case .highlights:
    return highlightsContent(article, columns: columns)
  case .corrections:
    return correctionsContent(article, columns: columns)
  default: break
  }
  guard let findings = article.findings else { return SheetContent() }
  switch sheet.kind {
  case .card(.actor(let actor)) where actor.index < findings.document.actors.count:
    return actorCard(state, findings, actor, columns: columns)
  case .card(.place(let place)) where place.index < findings.document.places.count:
    return placeCard(state, findings, place, columns: columns)
  case .card(.issue(let issue)) where issue.index < findings.document.issues.count:
    return issueCard(state, findings, issue, columns: columns)
  case .positions:
    return positionsContent(findings, columns: columns)
  case .quotes:
    return quotesContent(findings, columns: columns)
  case .timeline:
    return timelineContent(article, findings, columns: columns)
  case .reasons(let range):
    return reasonsContent(findings, range, columns: columns)
  case .map:
    return mapContent(state, findings, sheet, columns: columns)
  default:
    return SheetContent()
  }
}

extension Document {
  /// A sentence on one line.
  func sentenceText(_ sentence: ID<Sentence>) -> String {
    onOneLine(text.string(in: range(of: sentence)))
  }

  /// The sentence that a token stands in.
  func sentence(of tokens: TokenRange) -> ID<Sentence>? {
    sentences.sentence(at: Int(tokens.first)).map { ID(row: $0) }
  }

  func sentence(of mention: ID<Mention>) -> ID<Sentence>? {
    sentence(of: mentions.tokens[mention.index])
  }

  /// The name that a country goes by.
  func countryName(_ code: CountryCode?) -> String? {
    code.map { locations.countryNames[$0] ?? $0.letters }
  }

  func target(_ sentence: ID<Sentence>) -> SheetSpot.Target {
    .text(range(of: sentence), isPassage: true)
  }
}

extension Findings {
  /// "7 mentions", with the part of the text that they were looked for in.
  func counted(_ count: Int, _ word: String) -> String {
    let words = count == 1 ? "1 \(word)" : "\(count) \(word)s"
    return coverage.map { "\(words) in \($0)" } ?? words
  }
}
