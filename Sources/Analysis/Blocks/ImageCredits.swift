internal import Prose

/// Where the image credit begins that ends a short line: `Image: Ana Ruiz.`, `(Photo by …)`.
func imageCredit(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Int? {
  guard line.count <= 400 else { return nil }
  var best: Int?
  var offset = line.lowerBound
  while offset < line.upperBound {
    let isWordStart = offset == line.lowerBound || !isASCIILetter(bytes[offset - 1])
    if isWordStart, isInitial(bytes[offset]), creditCue(bytes, offset, line.upperBound) {
      best = offset
      break
    }
    offset += 1
  }
  guard var best, line.upperBound - best <= 100 else { return nil }
  if best > line.lowerBound, bytes[best - 1] == 40 || bytes[best - 1] == 91 { best -= 1 }
  return best
}

extension Lexed {
  /// Whether the sentence is of a block that names who took a picture: page matter, but with names that the text may bring up.
  func isImageCredit(_ sentence: Int) -> Bool {
    let block = Int(sentences.blocks[sentence])
    let range = blocks.range(block)
    guard blocks.kinds[block] == .boilerplate, range.count <= 100 else { return false }
    return text.withBytes { bytes in
      imageCredit(bytes, Int(range.lowerBound)..<Int(range.upperBound)) == Int(range.lowerBound)
    }
  }
}

private let imageWords = PackedWord.set("image images photo photos picture pictures")

/// Whether a cue can begin with the letter; asked first, since most letters say no.
@inline(__always)
private func isInitial(_ byte: UInt8) -> Bool {
  byte == 65 || byte == 67 || byte == 73 || byte == 80 || byte == 82
}

/// Whether a word that announces an image's source stands at `offset`.
private func creditCue(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int, _ end: Int) -> Bool {
  var word = offset
  while word < end, isASCIILetter(bytes[word]) { word += 1 }
  let range = offset..<word
  let isImage =
    PackedWord(bytes, range).map(imageWords.contains) ?? equals(bytes, range, "photograph")
  if isImage || equals(bytes, range, "credit") {
    guard word + 1 < end else { return false }
    if bytes[word] == 58 { return true }
    guard isImage, bytes[word] == 32 else { return false }
    var next = word + 1
    while next < end, isASCIILetter(bytes[next]) { next += 1 }
    let second = word + 1..<next
    return equals(bytes, second, "by") || equals(bytes, second, "credit")
      || equals(bytes, second, "credits") || equals(bytes, second, "courtesy")
  }
  // AP Photo/…, REUTERS/…, AFP/…
  guard word < end, word > offset + 1 else { return false }
  if equals(bytes, range, "ap"), word + 7 < end {
    return equals(bytes, word + 1..<word + 7, "photo/")
  }
  return bytes[word] == 47 && (equals(bytes, range, "reuters") || equals(bytes, range, "afp"))
}
