internal import Prose

/// A word without its most regular endings, so that "demands" and "demanded" meet.
func stem(_ word: String) -> String {
  var word = word
  return word.withUTF8 { stem($0) }
}

/// The same for the bytes of a word in lower case.
func stem(_ word: UnsafeBufferPointer<UInt8>) -> String {
  // Endings are ASCII, but lengths count letters.
  let extra = word.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 1 : 0) }
  var end = word.count
  var last: UInt8 { word[end - 1] }
  var letters: Int { end - extra }
  func isLetter(_ place: Int, _ letter: Unicode.Scalar) -> Bool {
    end >= place && word[end - place] == UInt8(ascii: letter)
  }
  var endsInY = false
  if letters > 4, isLetter(3, "i"), isLetter(2, "e"), isLetter(1, "s") {
    end -= 3
    endsInY = true
  } else if letters > 3, isLetter(1, "s"), !isLetter(2, "s"), !isLetter(2, "u"), !isLetter(2, "i") {
    end -= 1
  }
  if !endsInY {
    let isGerund = isLetter(3, "i") && isLetter(2, "n") && isLetter(1, "g") && letters >= 6
    let isPast = isLetter(2, "e") && isLetter(1, "d") && letters >= 5
    if isGerund || isPast {
      end -= isGerund ? 3 : 2
      // The letter that is written twice before an ending.
      if letters > 3, last < 0x80, word[end - 2] == last, last != UInt8(ascii: "l"),
        last != UInt8(ascii: "s")
      {
        end -= 1
      }
    }
    if letters > 4, isLetter(1, "e") { end -= 1 }
  }
  let stem = String(decoding: word[..<end], as: UTF8.self)
  return endsInY ? stem + "y" : stem
}
