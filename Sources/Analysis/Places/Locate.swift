internal import Prose
internal import Reference

/// Finds country, kind and coordinates of every entity that the gazetteer knows.
func locate(
  _ mentions: Mentions,
  _ entities: Entities,
  in lexed: Lexed,
  gazetteer: Gazetteer
) -> Locations {
  Locations()
}
