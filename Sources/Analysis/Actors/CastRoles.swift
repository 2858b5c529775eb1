internal import Prose
internal import Reference

/// Decides for each mention whether it acts or is where something happens.
func castRoles(
  _ mentions: Mentions,
  _ entities: Entities,
  _ locations: Locations,
  in lexed: Lexed,
  gazetteer: Gazetteer
) -> (NewsActors, Places) {
  (NewsActors(), Places())
}
