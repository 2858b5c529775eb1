internal import Prose
internal import Reference

/// Finds the names of people, organizations and places, and nationalities.
///
/// A trained sequence model decides; gazetteer, lexicons and what the text shows of a word elsewhere are among
/// the features it weighs. Whether another name is a nationality the gazetteer says.
/// - Returns: Mentions of form `name`, in text order, without overlaps.
func findNames(
  in lexed: Lexed,
  knownPlaces: [KnownPlace],
  gazetteer: Gazetteer,
  weights: NameWeights
) -> Mentions {
  let features = NameFeatures(lexed, knownPlaces: knownPlaces, gazetteer: gazetteer)
  let decoder = NameDecoder(transitions: weights.transitions())
  let places = Set(knownPlaces.filter { !$0.isDemonym }.map(\.name))
  /// Countries, and regions by their letters: "NSW".
  let lands = Set(
    knownPlaces.filter { place in
      guard !place.isDemonym else { return false }
      let kind = gazetteer.kind(of: place.candidates[0].place)
      return kind == .country
        || kind == .region && place.name.count == 1
          && lexed.has(place.name.rows.lowerBound, .allCapitals)
    }.map(\.name)
  )
  var names: [(tokens: TokenRange, type: MentionType)] = []
  var labels: [NameLabel] = []
  withUnsafeTemporaryAllocation(of: UInt32.self, capacity: NameFeatures.capacity) { buckets in
    guard let base = buckets.baseAddress else { return }
    var scores: [SIMD16<Float>] = []
    for (row, sentence) in lexed.sentences.tokens.enumerated()
    where !lexed.has(Int(sentence.first), .boilerplate) || lexed.isImageCredit(row) {
      scores.removeAll(keepingCapacity: true)
      labels.removeAll(keepingCapacity: true)
      for token in sentence.rows {
        guard features.isNearCapital[token] else {
          scores.append(NameDecoder.outside)
          continue
        }
        let count = features.write(
          token,
          in: sentence.rows,
          shift: UInt64(64 - weights.bucketBits),
          to: base
        )
        scores.append(weights.scores(of: UnsafeBufferPointer(rebasing: buckets[..<count])))
      }
      let edges = features.edges[sentence.rows]
      scores.withUnsafeBufferPointer { decoder.decode($0, edges, to: &labels) }
      for (tokens, kind) in spans(of: labels[...], from: sentence.rows.lowerBound) {
        guard let type = MentionType(kind), let tokens = lexed.withoutLowerStart(tokens) else {
          continue
        }
        // "West Nile virus" is no place.
        if type == .location, lexed.isToken(tokens.rows.upperBound, in: diseases) { continue }
        // A country that acts stays a place here; what it does there a later layer says.
        if type == .organization, lands.contains(tokens) {
          names.append((tokens, .location))
        } else if type == .organization, let pair = lexed.pair(tokens, of: places) {
          names.append((pair.0, .location))
          names.append((pair.1, .location))
        } else {
          names.append((tokens, type))
        }
      }
    }
  }
  let revised = NameConsistency(lexed: lexed, isPlace: places).revised(names)
    .sorted { $0.tokens < $1.tokens }
  return mentions(
    revised,
    and: nationalities(knownPlaces, besides: revised.map(\.tokens), in: lexed)
  )
}

/// Behind a place's name they make it the name of what people catch.
private let diseases: WordSet = [
  "disease", "encephalitis", "fever", "influenza", "syndrome", "virus", "viruses",
]

extension Lexed {
  /// The two of `places` that "and" joins in what was taken for one name: "Ontario and New Brunswick".
  fileprivate func pair(
    _ name: TokenRange,
    of places: Set<TokenRange>
  ) -> (TokenRange, TokenRange)? {
    guard name.count > 2, !places.contains(name),
      let joint = name.rows.dropFirst().dropLast().first(where: { isToken($0, "and") })
    else { return nil }
    let left = TokenRange(name.rows.lowerBound..<joint)
    let right = TokenRange(joint + 1..<name.rows.upperBound)
    return places.contains(left) && places.contains(right) ? (left, right) : nil
  }

  /// The name without words in lower case before it ("southern", "the"), unless they are its particles.
  fileprivate func withoutLowerStart(_ name: TokenRange) -> TokenRange? {
    // "President-elect Ana Ruiz"
    let elect = name.rows.dropFirst().last { isToken($0, "elect") && isToken($0 - 1, "-") }
    let words = (elect ?? name.rows.lowerBound - 1) + 1..<name.rows.upperBound
    let first = words.first { token in
      has(token, .capitalized) || has(token, .hasDigit) || isAny(token, .nameParticles)
        || !isAny(token, [.functionWords, .locationModifiers])
    }
    return first.map { TokenRange($0..<name.rows.upperBound) }
  }
}

extension MentionType {
  /// Nil for names of other things, which the reader does not follow.
  fileprivate init?(_ kind: NameLabel.Kind) {
    switch kind {
    case .person: self = .person
    case .organization: self = .organization
    case .location: self = .location
    case .other: return nil
    }
  }
}

/// The peoples' names that stand outside other names.
private func nationalities(
  _ known: [KnownPlace],
  besides names: [TokenRange],
  in lexed: Lexed
) -> [TokenRange] {
  known.compactMap { place in
    guard place.isDemonym, !lexed.has(Int(place.name.first), .boilerplate) else { return nil }
    let next = names.partitioningIndex { $0.end > place.name.first }
    let isTaken = next < names.count && names[next].overlaps(place.name)
    return isTaken ? nil : place.name
  }
}

private func mentions(
  _ names: [(tokens: TokenRange, type: MentionType)],
  and nationalities: [TokenRange]
) -> Mentions {
  let all = names + nationalities.map { ($0, .nationality) }
  var mentions = Mentions()
  for (tokens, type) in all.sorted(by: { $0.tokens < $1.tokens }) {
    mentions.append(tokens, head: tokens, form: .name, type: type)
  }
  return mentions
}
