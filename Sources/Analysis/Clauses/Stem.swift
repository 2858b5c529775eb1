internal import Prose

/// A word without its most regular endings, so that "demands" and "demanded" meet.
func stem(_ word: String) -> String {
  var stem = Substring(word)
  if stem.count > 4, stem.hasSuffix("ies") {
    stem = stem.dropLast(3) + "y"
  } else if stem.count > 3, stem.hasSuffix("s"), !stem.hasSuffix("ss"), !stem.hasSuffix("us"),
    !stem.hasSuffix("is")
  {
    stem = stem.dropLast()
  }
  for ending in ["ing", "ed"] where stem.hasSuffix(ending) && stem.count - ending.count >= 3 {
    stem = stem.dropLast(ending.count)
    if stem.count > 3, let last = stem.last, stem.dropLast().last == last, last != "l", last != "s"
    {
      stem = stem.dropLast()
    }
    break
  }
  if stem.count > 4, stem.hasSuffix("e") { stem = stem.dropLast() }
  return String(stem)
}
