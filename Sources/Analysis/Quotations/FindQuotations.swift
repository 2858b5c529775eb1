internal import Prose

/// Finds what is said and links it to its speaker.
func findQuotations(
  in lexed: Lexed,
  _ mentions: Mentions,
  _ entities: Entities,
  _ actors: NewsActors
) -> Quotations {
  Quotations()
}
