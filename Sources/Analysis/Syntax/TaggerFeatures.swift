internal import Reference

/// What the tagger looks at to choose a word's tag.
///
/// A template's number is its place: first those that see words only, then those that see the tags before.
package enum TaggerFeatures {
  /// The number of features that see words only.
  package static let wordCount = 32
  /// The number of features that see tags.
  package static let tagCount = 9
  /// The number of all features.
  package static let count = wordCount + tagCount

  /// Writes what is seen of the words around `place` of the padded `forms`.
  @inline(__always)
  package static func writeWords(
    _ forms: UnsafeBufferPointer<WordForm>,
    at place: Int,
    _ capitals: Capitals,
    into features: UnsafeMutableBufferPointer<UInt32>
  ) {
    var row = 0
    func add(_ value: UInt64) {
      features[row] = feature(UInt64(row &+ 1), value)
      row &+= 1
    }
    let form = forms[place]
    let left = forms[place - 1]
    let right = forms[place + 1]
    let right2 = forms[place + 2]
    let letters = form.shape.letters
    let shape = UInt64(form.shape.rawValue)
    let tail3 = UInt64(form.tail & 0xFFFFFF)
    let listed = UInt64(form.listed)
    let nextListed = UInt64(right.listed)
    let context = capitals.rawValue
    add(form.word)
    add(pair(form.word, shape | context << 16))
    add(UInt64(form.tail & 0xFF))
    add(UInt64(form.tail & 0xFFFF))
    add(tail3)
    add(UInt64(form.tail))
    add(UInt64(form.head & 0xFF))
    add(UInt64(form.head & 0xFFFF))
    add(UInt64(form.head & 0xFFFFFF))
    add(UInt64(form.head))
    add(shape | context << 16)
    add(tail3 << 32 | shape << 8 | context)
    add(left.word)
    add(right.word)
    add(forms[place - 2].word)
    add(right2.word)
    add(pair(left.word, form.word))
    add(pair(form.word, right.word))
    add(listed)
    add(nextListed)
    add(listed << 16 | nextListed)
    add(UInt64(right.tail & 0xFFFFFF))
    add(UInt64(left.tail & 0xFFFFFF))
    add(UInt64(right.tail & 0xFFFFFF) << 16 | listed)
    add(left.shape.letters << 8 | letters)
    add(right.shape.letters << 8 | letters)
    add(right.shape.letters << 16 | left.shape.letters << 8 | letters)
    add(pair(left.word, UInt64(form.tail & 0xFFFF)))
    add(pair(right.word, UInt64(form.tail & 0xFFFF)))
    add(listed << 32 | shape << 16 | context)
    add(UInt64(form.stem) << 16 | listed)
    add(nextListed << 32 | right.shape.letters << 16 | letters)
  }

  /// Writes what is seen of the word at `place` and the two tags before it.
  @inline(__always)
  package static func writeTags(
    _ forms: UnsafeBufferPointer<WordForm>,
    at place: Int,
    _ capitals: Capitals,
    previous: UInt8,
    beforePrevious: UInt8,
    into features: UnsafeMutableBufferPointer<UInt32>
  ) {
    var row = 0
    func add(_ value: UInt64) {
      features[row] = feature(UInt64(row &+ wordCount &+ 1), value)
      row &+= 1
    }
    let form = forms[place]
    let right = forms[place + 1]
    let shape = UInt64(form.shape.rawValue)
    let listed = UInt64(form.listed)
    let previous = UInt64(previous)
    let tags = UInt64(beforePrevious) << 8 | previous
    add(previous)
    add(tags)
    add(pair(form.word, previous))
    add(UInt64(form.tail & 0xFFFFFF) << 8 | previous)
    add(listed << 32 | UInt64(right.listed) << 16 | previous)
    add(UInt64(right.listed) << 16 | previous)
    add(shape << 16 | capitals.rawValue << 8 | previous)
    add(pair(right.word, previous))
    add(UInt64(form.stem) << 16 | previous)
  }
}

@inline(__always)
private func pair(_ first: UInt64, _ second: UInt64) -> UInt64 {
  (first &* 0x9FB2_1C65_1E98_DF25) ^ second
}
