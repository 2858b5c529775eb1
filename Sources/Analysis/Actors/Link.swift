internal import Prose
internal import Reference

/// Joins names into chains and adds what else refers to them: titles, descriptions, unnamed actors.
func link(_ names: Mentions, in lexed: Lexed, gazetteer: Gazetteer) -> (Mentions, Entities) {
  (Mentions(), Entities())
}
