internal import Prose
internal import Reference

/// Finds the names of people, organizations and places, and nationalities.
/// - Returns: Mentions of form `name`, in text order, without overlaps.
func findNames(in lexed: Lexed, gazetteer: Gazetteer) -> Mentions {
  Mentions()
}
