internal import Prose

/// Finds what is said and links it to its speaker.
///
/// Direct speech in any marks, over paragraphs and around its speaker; reports of speech, thought and wish without
/// marks; and both mixed. Attributions do not nest: the outer one counts.
func findQuotations(
  in clauses: Clauses,
  _ mentions: Mentions,
  _ entities: Entities,
  _ actors: NewsActors
) -> Quotations {
  let lexed = clauses.lexed
  let spans = findQuotedSpans(in: lexed)
  var assembler = QuotationAssembler(clauses, spans)
  assembler.assemble()
  var isQuoted = [Bool](repeating: false, count: lexed.count)
  for span in spans {
    for token in span.tokens.rows { isQuoted[token] = true }
  }
  let roster = Roster(clauses, mentions, entities, actors)
  var quotations = Quotations()
  for draft in assembler.drafts {
    quotations.append(
      parts: draft.parts,
      source: draft.source?.tokens,
      cue: draft.cue,
      kind: kind(of: draft.parts, isQuoted, lexed),
      actor: draft.source.flatMap { roster.actors(of: $0).first },
      why: draft.rule.rawValue
    )
  }
  return quotations
}

/// By the share of words in quotation marks: nine tenths make it direct.
private func kind(of parts: [TokenRange], _ isQuoted: [Bool], _ lexed: Lexed) -> QuotationKind {
  var words = 0
  var quoted = 0
  for part in parts {
    for token in part.rows where lexed.isWord(token) || lexed.tokens.kinds[token] == .number {
      words += 1
      if isQuoted[token] { quoted += 1 }
    }
  }
  if quoted == 0 { return .indirect }
  return quoted * 10 >= words * 9 ? .direct : .mixed
}
