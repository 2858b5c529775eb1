/// How the words of a lexicon file change their form.
enum Inflection: String {
  case none
  /// The phrase's last word takes a plural.
  case noun
  /// The phrase's first word takes -s, -ed and -ing.
  case verb

  /// The phrase itself and its other forms; `irregular` ones replace the regular.
  func forms(of phrase: String, irregular: [String]) -> [String] {
    var words = phrase.split(separator: " ").map(String.init)
    let place: Int
    switch self {
    case .none: return [phrase]
    case .noun: place = words.count - 1
    case .verb: place = 0
    }
    guard words.indices.contains(place) else { return [phrase] }
    let base = words[place]
    let others = irregular.isEmpty ? regularForms(of: base) : irregular
    return [phrase]
      + others.map { form in
        words[place] = form
        return words.joined(separator: " ")
      }
  }

  private func regularForms(of word: String) -> [String] {
    let endsInConsonantY =
      word.last == "y" && !"aeiou".contains(word.dropLast().last ?? "a")
    let hisses = ["s", "x", "z", "ch", "sh"].contains { word.hasSuffix($0) }
    let third = endsInConsonantY ? word.dropLast() + "ies" : word + (hisses ? "es" : "s")
    guard self == .verb else { return [String(third)] }
    let past =
      endsInConsonantY ? word.dropLast() + "ied" : word + (word.last == "e" ? "d" : "ed")
    let isSilentE = word.hasSuffix("e") && !["ee", "ye", "oe"].contains { word.hasSuffix($0) }
    let progressive =
      word.hasSuffix("ie")
      ? word.dropLast(2) + "ying" : (isSilentE ? word.dropLast() : word[...]) + "ing"
    return [String(third), String(past), String(progressive)]
  }
}
