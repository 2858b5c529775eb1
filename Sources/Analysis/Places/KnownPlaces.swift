internal import Prose
internal import Reference

/// A name in the text that the gazetteer lists.
struct KnownPlace: Sendable {
  /// All that is listed: "Donetsk region".
  let tokens: TokenRange
  /// The part with capitals, which is the name that the text gives: "Donetsk".
  let name: TokenRange
  /// Best known place first; never empty.
  let candidates: [Gazetteer.Candidate]

  /// Whether the name first means a people or its adjective, not a place.
  var isDemonym: Bool { candidates[0].naming == .demonym }
}

/// Finds the longest names that the gazetteer lists, in text order, without overlaps.
///
/// A word of such a name is written with a capital, but for the small words inside it; a name of two or three
/// letters (US, UK, UAE) is all capitals. A part of a longer capitalized run may be found too: what
/// surrounds it decides later what it is.
func findKnownPlaces(in lexed: Lexed, gazetteer: Gazetteer) -> [KnownPlace] {
  var found: [KnownPlace] = []
  var key: [UInt8] = []
  for sentence in lexed.sentences.tokens {
    var token = sentence.rows.lowerBound
    while token < sentence.rows.upperBound {
      guard lexed.has(token, .capitalized), !lexed.has(token, .boilerplate) else {
        token += 1
        continue
      }
      var best: KnownPlace?
      key.removeAll(keepingCapacity: true)
      for end in token..<sentence.rows.upperBound {
        if end > token { key.append(0x20) }
        key.append(contentsOf: lexed.keys[end])
        guard let match = key.withUnsafeBufferPointer({ gazetteer.match($0) }) else { break }
        let range = TokenRange(token..<end + 1)
        if !match.candidates.isEmpty, isWritten(range, asNameIn: lexed) {
          best = KnownPlace(
            tokens: range,
            name: capitalizedPart(of: range, in: lexed),
            candidates: match.candidates
          )
        }
        if !match.beginsLonger { break }
      }
      if let best { found.append(best) }
      token = best?.tokens.rows.upperBound ?? token + 1
    }
  }
  return found
}

private func isWritten(_ range: TokenRange, asNameIn lexed: Lexed) -> Bool {
  let bytes = lexed.tokens.bytes(of: range)
  if range.count == 1, bytes.count <= 3 { return lexed.has(Int(range.first), .allCapitals) }
  return range.rows.allSatisfy { token in
    !lexed.isWord(token) || lexed.has(token, .capitalized)
      || lexed.isAny(token, [.functionWords, .nameParticles, .facilityWords, .regionWords])
  }
}

private func capitalizedPart(of range: TokenRange, in lexed: Lexed) -> TokenRange {
  let last = range.rows.last { lexed.has($0, .capitalized) || lexed.has($0, .hasDigit) }
  return TokenRange(range.rows.lowerBound..<(last ?? range.rows.lowerBound) + 1)
}

extension Lexed {
  /// A place's name with the common words that say what it is: "Donetsk region", "Zaporizhzhia nuclear power plant".
  func extended(_ name: TokenRange, _ places: [Int: KnownPlace]) -> TokenRange {
    if let place = places[name.rows.lowerBound], place.name == name, place.tokens != name {
      return place.tokens
    }
    let end = name.rows.upperBound
    guard sentences.tokens[sentence(of: name.rows.lowerBound)].contains(end),
      let kind = span(at: end, [.facilityWords, .regionWords, .waterWords]),
      !has(end, .capitalized)
    else { return name }
    return TokenRange(name.rows.lowerBound..<kind.rows.upperBound)
  }
}
