internal import Prose

/// Finds what is disputed, by whom, and the sentences that show it.
func findIssues(
  in lexed: Lexed,
  _ mentions: Mentions,
  _ entities: Entities,
  _ actors: NewsActors,
  _ quotations: Quotations
) -> (Issues, Positions) {
  (Issues(), Positions())
}
