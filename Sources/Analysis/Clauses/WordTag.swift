/// A word's part in its sentence, as far as the chunker tells parts apart.
enum WordTag: UInt8, Sendable {
  case noun
  case name
  case pronoun
  case determiner
  /// "his", "their", and the possessive mark behind a name.
  case possessive
  case adjective
  case number
  case verb
  case auxiliary
  case modal
  /// "to" before a verb.
  case infinitive
  case negation
  case adverb
  case preposition
  /// "and", "or", "but".
  case conjunction
  /// "because", "if", "while": begins a clause.
  case subordinator
  /// "who", "which", and "that" behind a noun.
  case relative
  /// "that" before what is said.
  case complementizer
  case hyphen
  case quote
  case comma
  /// Any other mark: it ends a phrase.
  case mark
}

/// The words of the closed classes; what is in none is told by the word lists, its ending and its neighbors.
enum ClosedWords {
  /// The class of the word with this hash.
  static func tag(of hash: UInt64) -> WordTag? { tags[hash] }

  static let be: WordSet = [
    "be", "is", "are", "was", "were", "been", "being", "am", "'re", "'m",
  ]
  static let have: WordSet = ["have", "has", "had", "having", "'ve"]
  static let `do`: WordSet = ["do", "does", "did"]

  private static let tags: WordTable<WordTag> = {
    var tags = WordTable<WordTag>(capacity: 512, empty: .mark)
    for (tag, words) in table {
      for word in words.split(separator: " ") { tags.update(wordHash(word.utf8)) { $0 = tag } }
    }
    return tags
  }()

  private static let table: [(WordTag, String)] = [
    (.determiner, "a an the this these those some any every each either neither no another such"),
    (.determiner, "both all half many much more most few several enough other own same what"),
    (.possessive, "my your his her its our their whose 's"),
    (
      .pronoun,
      "i me you he him she it we us they them himself herself itself themselves myself ourselves"
    ),
    (.pronoun, "mine yours hers ours theirs one everyone everybody everything someone somebody"),
    (.pronoun, "something anyone anybody anything nobody nothing none others there"),
    (.auxiliary, "be is are was were been being am 're 'm have has had having 've do does did"),
    (.modal, "can could may might must shall should will would ought cannot 'll 'd ca wo"),
    (.negation, "not n't never"),
    (
      .preposition,
      "of in on at from by with without within into onto upon for about above across after against"
    ),
    (.preposition, "along alongside amid among amongst around before behind below beneath beside"),
    (.preposition, "besides between beyond concerning despite down during except following like"),
    (.preposition, "near off out outside inside over past per plus regarding since than through"),
    (.preposition, "throughout till toward towards under underneath until unlike up via versus"),
    (.preposition, "including according to as"),
    (.conjunction, "and or but nor &"),
    (.subordinator, "because if although though while whilst whereas unless once lest so whether"),
    (.subordinator, "when where why how whenever wherever"),
    (.relative, "who whom which"),
    (.adverb, "also too very only just even still already again always ever often sometimes now"),
    (.adverb, "then here thus therefore else rather quite almost nearly instead otherwise indeed"),
    (.adverb, "meanwhile moreover however furthermore nevertheless nonetheless perhaps maybe yet"),
    (.adverb, "later earlier soon ago today yesterday tomorrow tonight previously away"),
    (.adverb, "further together apart forward largely mostly"),
  ]
}
