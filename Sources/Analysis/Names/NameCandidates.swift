internal import Prose
internal import Reference

/// Finds the runs of words that names may fill.
struct NameCandidates: Sendable {
  let lexed: Lexed
  let places: [Int: KnownPlace]

  /// A run in running text, cut where titles, nationalities and the like part it.
  func candidates(in sentence: TokenRange) -> [TokenRange] {
    var found: [TokenRange] = []
    var token = sentence.rows.lowerBound
    while token < sentence.rows.upperBound {
      guard begins(at: token) else {
        token += 1
        continue
      }
      let end = runEnd(from: token, before: sentence.rows.upperBound)
      found.append(contentsOf: pieces(of: TokenRange(token..<end)))
      token = end
    }
    return found
  }

  private func begins(at token: Int) -> Bool {
    guard lexed.has(token, .capitalized), lexed.isWord(token) else { return false }
    if let place = places[token], place.name.count > 1 { return true }
    if lexed.span(at: token, [.organizations, .media]) != nil { return true }
    return !isOrdinary(token)
  }

  /// A capitalized word that is no part of a name by itself.
  private func isOrdinary(_ token: Int) -> Bool {
    let isListedName = lexed.isAny(
      token,
      [.maleNames, .femaleNames, .surnames, .organizations, .media]
    )
    if lexed.isAny(token, [.pronouns, .functionWords]) { return true }
    if lexed.isAny(token, [.weekdays, .months]), !isListedName { return true }
    guard lexed.has(token, .startsSentence) else { return false }
    if isListedName || places[token] != nil || lexed.has(token, .allCapitals) { return false }
    let continues =
      lexed.has(token + 1, .capitalized) && lexed.isWord(token + 1)
      && !lexed.isAny(token + 1, [.pronouns, .functionWords])
    if lexed.isAny(
      token,
      [.commonWords, .roleNouns, .roleModifiers, .groupNouns, .personNouns, .honorifics]
    ) {
      // "Police Chief Ana Ruiz": the run is cut where the title ends; "Talks Monday" is no name.
      return !continues
        || lexed.isAny(token, .commonWords) && !lexed.isAny(token, .organizationWords)
    }
    return !continues && looksInflected(token)
  }

  /// Whether an unlisted word at the start of a sentence is rather an ordinary word with an ending.
  private func looksInflected(_ token: Int) -> Bool {
    let word = lexed.lower(token)
    return ["s", "ing", "ed", "ly"].contains { word.hasSuffix($0) } && !word.hasSuffix("ss")
  }

  private func runEnd(from start: Int, before limit: Int) -> Int {
    var end = start + 1
    if let place = places[start] { end = max(end, place.name.rows.upperBound) }
    if let listed = lexed.span(at: start, [.organizations, .media]) {
      end = max(end, listed.rows.upperBound)
    }
    while end < limit {
      let next = continuation(of: start, at: end, before: limit)
      guard next > end else { break }
      end = next
    }
    return end
  }

  /// Where the run goes on to from `end`; `end` itself where it stops.
  private func continuation(of start: Int, at end: Int, before limit: Int) -> Int {
    if continues(at: end) { return end + 1 }
    let key = lexed.lower(end)
    let hasNext = end + 1 < limit && continues(at: end + 1)
    if key == "-", hasNext, lexed.has(end, .touchesPrevious), lexed.has(end + 1, .touchesPrevious) {
      return end + 2
    }
    if key == "&", hasNext { return end + 2 }
    if key == "'s" || key == "'", hasNext, opensWithSaint(start) { return end + 2 }
    if key == "of" || key == "for", isTitleOfBody(TokenRange(start..<end)) {
      var next = end + 1
      if lexed.isToken(next, "the") { next += 1 }
      if next < limit, continues(at: next) { return next + 1 }
    }
    if key == "and", isTitleOfBody(TokenRange(start..<end)), hasNext,
      (start..<end).contains(where: { lexed.isToken($0, in: ["of", "for"]) })
    {
      return end + 2
    }
    if lexed.isAny(end, .nameParticles), !lexed.has(end, .capitalized) {
      var next = end + 1
      while next < limit, next < end + 3, lexed.isAny(next, .nameParticles), !continues(at: next) {
        next += 1
      }
      let isHyphen = lexed.isToken(next, "-") && next + 1 < limit
      if isHyphen { next += 1 }
      if next < limit, continues(at: next) { return next + 1 }
    }
    return end
  }

  private func continues(at token: Int) -> Bool {
    guard token < lexed.count, lexed.isWord(token), lexed.has(token, .capitalized) else {
      return false
    }
    if lexed.isAny(token, [.weekdays, .months]) { return false }
    return !lexed.isAny(token, [.pronouns, .functionWords])
  }

  private func opensWithSaint(_ start: Int) -> Bool {
    lexed.isToken(start, in: ["st", "st.", "saint", "lloyd", "king", "queen"])
  }

  private func isTitleOfBody(_ range: TokenRange) -> Bool {
    range.rows.contains {
      lexed.isAny($0, [.organizationWords, .facilityWords, .regionWords, .waterWords])
    }
  }

  // MARK: - Cutting

  /// Cuts a run at titles before a name and at nationalities, unless the whole of it is one body's name.
  private func pieces(of run: TokenRange) -> [TokenRange] {
    if let place = places[run.rows.lowerBound], place.name == run { return [run] }
    if isBody(run) { return bodyPieces(of: run) }
    var pieces: [TokenRange] = []
    var start: Int?
    var token = run.rows.lowerBound
    func close(_ end: Int) {
      if let begun = start, begun < end { pieces.append(TokenRange(begun..<end)) }
      start = nil
    }
    while token < run.rows.upperBound {
      if let title = title(at: token, in: run) {
        close(token)
        token = title
      } else if start == nil, let place = places[token], run.contains(place.name),
        standsAlone(place, in: run)
      {
        pieces.append(place.name)
        token = place.name.rows.upperBound
      } else {
        if start == nil { start = token }
        token += 1
      }
    }
    close(run.rows.upperBound)
    return pieces.compactMap(trimmed)
  }

  /// A country or people that begins a run and is followed by something else: "US President", "French Open".
  private func standsAlone(_ place: KnownPlace, in run: TokenRange) -> Bool {
    let behind = place.name.rows.upperBound
    guard behind < run.rows.upperBound else { return true }
    if place.isDemonym { return true }
    return title(at: behind, in: run) != nil
  }

  /// Where the title, rank or office that begins at `token` ends; nil where none does.
  private func title(at token: Int, in run: TokenRange) -> Int? {
    var end = token
    while end < run.rows.upperBound {
      if let span = lexed.span(at: end, [.honorifics, .roleNouns]),
        span.rows.upperBound <= run.rows.upperBound,
        !lexed.isAny(end, [.maleNames, .femaleNames]) || end == token && span.count > 1
      {
        end = span.rows.upperBound
        continue
      }
      // A modifier is part of a title only where the title's noun follows: "Foreign Minister".
      if lexed.isAny(end, .roleModifiers) || lexed.isToken(end, "-"),
        let noun = (end + 1..<run.rows.upperBound).first(where: {
          !lexed.isAny($0, .roleModifiers) && !lexed.isToken($0, "-")
        }),
        lexed.span(at: noun, [.honorifics, .roleNouns]) != nil
      {
        end = noun
        continue
      }
      break
    }
    return end > token ? end : nil
  }

  private func isBody(_ run: TokenRange) -> Bool {
    let last = run.rows.upperBound - 1
    if lexed.isAny(last, .organizationEndings), run.count > 1 { return true }
    if let listed = lexed.span(at: run.rows.lowerBound, [.organizations, .media]), listed == run {
      return true
    }
    guard run.count > 1 else { return false }
    if lexed.isAny(last, .organizationWords), !lexed.isAny(last, .roleNouns) { return true }
    return run.rows.contains { lexed.isToken($0, in: ["of", "for"]) } && isTitleOfBody(run)
      && !lexed.isAny(run.rows.lowerBound, [.roleNouns, .honorifics])
  }

  /// A body's name; a nationality or a country's short form before it is a name of its own.
  private func bodyPieces(of run: TokenRange) -> [TokenRange] {
    let first = run.rows.lowerBound
    guard let place = places[first], place.name.rows.upperBound < run.rows.upperBound,
      lexed.has(first, .allCapitals), !place.isDemonym
    else { return [run] }
    let rest = TokenRange(place.name.rows.upperBound..<run.rows.upperBound)
    return [place.name, rest]
  }

  private func trimmed(_ piece: TokenRange) -> TokenRange? {
    var rows = piece.rows
    let loose: (Int) -> Bool = { token in
      !lexed.isWord(token) || !lexed.has(token, .capitalized)
    }
    while let first = rows.first, loose(first) { rows = rows.dropFirst() }
    while let last = rows.last, loose(last) { rows = rows.dropLast() }
    return rows.isEmpty ? nil : TokenRange(rows)
  }
}
