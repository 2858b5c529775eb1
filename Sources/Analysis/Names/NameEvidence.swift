internal import Prose
internal import Reference

/// What speaks for each kind of name; the highest wins.
struct NameEvidence: Sendable {
  var person = 0.0
  var organization = 0.0
  var location = 0.0

  /// The kind with the most evidence and how much that is; nil where nothing speaks for any.
  var best: (type: MentionType, weight: Double)? {
    let ranked: [(MentionType, Double)] = [
      (.person, person), (.organization, organization), (.location, location),
    ]
    guard let best = ranked.max(by: { $0.1 < $1.1 }), best.1 > 0 else { return nil }
    return best
  }

  static func += (left: inout Self, right: Self) {
    left.person += right.person
    left.organization += right.organization
    left.location += right.location
  }
}

/// Weighs what a candidate's words and its surroundings say about its kind.
struct NameWeigher: Sendable {
  let lexed: Lexed
  let places: [Int: KnownPlace]

  static let givenNames: WordClasses = [.maleNames, .femaleNames]
  static let builtWords: WordClasses = [.facilityWords, .regionWords, .waterWords]

  func weigh(_ name: TokenRange) -> NameEvidence {
    var evidence = inside(name)
    evidence += around(name)
    return evidence
  }

  /// What the words of the name themselves say.
  func inside(_ name: TokenRange) -> NameEvidence {
    var evidence = NameEvidence()
    let first = name.rows.lowerBound
    let last = name.rows.upperBound - 1
    if let place = places[first], place.name == name, !place.isDemonym { evidence.location += 2.5 }
    if let listed = lexed.span(at: first, [.organizations, .media]), listed == name {
      evidence.organization += 3
    }
    if name.rows.contains(where: { lexed.isAny($0, .organizationEndings) }), name.count > 1 {
      evidence.organization += 4
    }
    if hasOrganizationWord(name) { evidence.organization += name.count > 1 ? 3 : 1 }
    if name.count > 1 {
      if lexed.isAny(last, Self.builtWords) { evidence.location += 3 }
      if lexed.isAny(first, Self.builtWords) { evidence.location += 2 }
      if name.rows.dropFirst().contains(where: isInitial) || isInitial(first) {
        evidence.person += 2
      }
      if name.rows.contains(where: {
        lexed.isAny($0, .nameParticles) && !lexed.has($0, .capitalized)
      }) {
        evidence.person += 0.5
      }
    }
    if lexed.isAny(first, Self.givenNames) { evidence.person += name.count > 1 ? 2.5 : 1.5 }
    if lexed.isAny(last, .surnames) { evidence.person += name.count > 1 ? 1.5 : 1 }
    if name.count == 1, lexed.has(first, .allCapitals), !lexed.has(first, .heading) {
      evidence.organization += 2
    }
    if (2...3).contains(name.count), evidence.best == nil { evidence.person += 0.6 }
    return evidence
  }

  private func hasOrganizationWord(_ name: TokenRange) -> Bool {
    name.rows.contains { token in
      lexed.isAny(token, .organizationWords)
        || lexed.phrase(at: token, .organizationWords).map { name.contains($0.tokens) } == true
    }
  }

  private func isInitial(_ token: Int) -> Bool {
    let key = lexed.keys[token]
    return lexed.has(token, .capitalized)
      && (key.count == 1 || key.count == 2 && key.last == UInt8(ascii: "."))
  }

  /// What stands before and behind the name says.
  private func around(_ name: TokenRange) -> NameEvidence {
    var evidence = NameEvidence()
    let before = name.rows.lowerBound - 1
    let behind = name.rows.upperBound
    if lexed.isAny(before, [.honorifics, .roleNouns]), !lexed.isToken(before, "the") {
      evidence.person += 2
    } else if lexed.isAny(before, .personNouns) {
      evidence.person += 1
    }
    if lexed.isToken(before, in: Self.locativePrepositions) { evidence.location += 1 }
    if lexed.isAny(behind, [.speechVerbs, .attitudeVerbs]) {
      evidence.person += 0.8
      evidence.organization += 0.4
    }
    if lexed.isToken(behind, ","), behind + 2 < lexed.count,
      lexed.tokens.kinds[behind + 1] == .number,
      lexed.isToken(behind + 2, ",")
    {
      evidence.person += 2.5
    }
    if lexed.isToken(before, "the"), name.count == 1 {
      evidence.organization += 0.7
      evidence.person -= 1
    }
    return evidence
  }

  static let locativePrepositions: Set<String> = [
    "in", "at", "near", "outside", "inside", "across", "throughout", "around", "into", "toward",
    "towards", "via", "within",
  ]
}
