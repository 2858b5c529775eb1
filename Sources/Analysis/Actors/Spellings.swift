/// Whether two names in lower case are one name in two spellings: "zelensky" and "zelenskyy", "mohammed" and "muhammad".
func areSpellings(_ left: String, _ right: String) -> Bool {
  guard let one = soundKey(left), let other = soundKey(right) else { return false }
  return one == other
}

/// A name as it sounds, the same for the spellings that different transliterations give it; nil for one too short to tell.
///
/// Vowels that transliterations interchange become one, and doubled letters one letter.
func soundKey(_ word: String) -> String? {
  var letters = Array(word.utf8)
  guard letters.count >= 5, letters.allSatisfy(isLetter) else { return nil }
  for (from, to) in respellings { replace(from, by: to, in: &letters) }
  var sound: [UInt8] = []
  for letter in letters where sound.last != letter { sound.append(letter) }
  return sound.count >= 4 ? String(decoding: sound, as: UTF8.self) : nil
}

private func isLetter(_ byte: UInt8) -> Bool {
  byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z")
}

/// In this order; longer ones come before what they hold.
private let respellings: [([UInt8], [UInt8])] = [
  ("tsch", "ch"), ("tch", "ch"), ("sch", "sh"), ("dzh", "j"), ("dj", "j"), ("zh", "j"),
  ("kh", "h"), ("gh", "g"), ("ph", "f"), ("ck", "k"), ("q", "k"), ("ks", "x"), ("w", "v"),
  ("iy", "i"), ("yi", "i"), ("iye", "e"), ("ye", "e"), ("ie", "e"), ("yo", "o"), ("yu", "u"),
  ("iu", "u"), ("ia", "a"), ("ya", "a"), ("y", "i"), ("ij", "i"), ("ou", "u"),
  ("oo", "u"), ("ee", "i"), ("ei", "ai"), ("o", "u"), ("e", "a"),
].map { (Array($0.0.utf8), Array($0.1.utf8)) }

private func replace(_ from: [UInt8], by to: [UInt8], in letters: inout [UInt8]) {
  guard from != to else { return }
  var row = 0
  while row + from.count <= letters.count {
    guard letters[row..<row + from.count].elementsEqual(from) else {
      row += 1
      continue
    }
    letters.replaceSubrange(row..<row + from.count, with: to)
    row += to.count
  }
}
