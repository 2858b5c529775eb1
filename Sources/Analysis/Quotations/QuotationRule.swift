/// What shows that something is said: the name that a person reads under "why".
enum QuotationRule: String, Sendable {
  /// "said", with what is said before it, behind it, or on both sides.
  case verb = "verb of saying with its subject"
  /// "was told that".
  case passive = "passive verb of saying, its speaker not told"
  /// "accused the board of hiding".
  case accusation = "accusation"
  /// "according to".
  case accordingTo = "“according to”"
  /// "his claim that".
  case noun = "noun of saying with its owner"
  /// "is confident that".
  case adjective = "adjective of opinion with its subject"
  /// A headline's "X: …".
  case colon = "name and colon in a headline"
  /// In marks, with nothing that reports it.
  case continuation = "goes on from the quotation before"

  var isVerb: Bool { self == .verb || self == .passive || self == .accusation }
}
