import Prose
import TestKit

/// Makes an analyzed document from marked prose, so that no test of the reader hangs on the analysis.
///
/// Marks are `‹text|label›`: `name` of the cast for a mention, `role name` for a title, `quote name`, `clause` around a time, `time` and where
/// it is known how many days from the article's own or the first and the last of them, `issue name` for its label, and `+ issue actor`, `- issue actor`, `? issue actor` and `shows issue` for a sentence
/// that is evidence.
struct DocumentBuilder {
  struct Member {
    let key: String
    let role: Role
    var country: String?
    var coordinates: Coordinates?

    enum Role {
      case actor(ActorKind)
      case place(PlaceKind)
    }
  }

  private let prose: MarkedProse
  private let kinds: [BlockKind]
  private let cast: [Member]
  private let language: String

  init(_ blocks: [(BlockKind, String)], cast: [Member] = [], language: String = "en") {
    prose = MarkedProse(blocks.map(\.1).joined(separator: "\n\n"))
    kinds = blocks.map(\.0)
    self.cast = cast
    self.language = language
  }

  var text: SourceText { SourceText(prose.text) }

  var blocks: Blocks {
    var blocks = Blocks()
    var start: UInt32 = 0
    for (kind, paragraph) in zip(kinds, prose.text.split(separator: "\n\n")) {
      let end = start + UInt32(paragraph.utf8.count)
      blocks.append(kind, start..<end)
      start = end + 2
    }
    return blocks
  }

  /// As it is before the analysis: page matter is not known yet, nor is anything else.
  var opened: Document { Document(text: text, blocks: blocks) }

  var analyzed: Document {
    let text = text
    let blocks = blocks
    let tokens = tokens(in: text)
    let sentences = sentences(of: tokens, blocks, in: text)
    func span(_ range: Range<UInt32>) -> TokenRange {
      tokens.tokens(in: range) ?? TokenRange(0, 1)
    }
    func marks(_ prefix: String) -> [(range: Range<UInt32>, words: [String])] {
      prose.marks.map { ($0.range, $0.label.split(separator: " ").map(String.init)) }
        .filter { $0.1.first == prefix }
    }

    var mentions = Mentions()
    var members: [Int] = []
    for mark in prose.marks {
      guard let member = cast.firstIndex(where: { $0.key == mark.label }) else { continue }
      let form = form(of: text.string(in: mark.range))
      mentions.append(span(mark.range), head: span(mark.range), form: form, type: .person)
      members.append(member)
    }
    var entities = Entities(ofMention: members.map { ID(row: $0) })
    var locations = Locations()
    let names = cast.indices.map { member -> TokenRange in
      let rows = members.indices.filter { members[$0] == member }
      let longest = rows.max { mentions.tokens[$0].count < mentions.tokens[$1].count }
      return longest.map { mentions.tokens[$0] } ?? TokenRange(0, 1)
    }
    for (member, name) in zip(cast, names) {
      entities.append(name: name, type: .person, aliases: [])
      var kind: PlaceKind?
      if case .place(let placeKind) = member.role { kind = placeKind }
      if case .actor(.government) = member.role { kind = .country }
      locations.append(
        country: member.country.flatMap { CountryCode($0) },
        coordinates: nil,
        kind: kind
      )
      if kind == .country, let code = member.country.flatMap({ CountryCode($0) }) {
        locations.name(code, text.string(in: tokens.bytes(of: name)))
      }
    }
    let actorRows = cast.indices.filter { if case .actor = cast[$0].role { true } else { false } }
    let placeRows = cast.indices.filter { if case .place = cast[$0].role { true } else { false } }
    func row<Element>(_ rows: [Int], _ member: Int) -> ID<Element>? {
      rows.firstIndex(of: member).map { ID(row: $0) }
    }
    var actors = NewsActors(ofMention: members.map { row(actorRows, $0) })
    for member in actorRows {
      guard case .actor(let kind) = cast[member].role else { continue }
      let roles = marks("role").filter { $0.words.last == cast[member].key }.map { span($0.range) }
      actors.append(
        entity: ID(row: member),
        name: names[member],
        kind: kind,
        roles: roles,
        aliases: [],
        country: cast[member].country.flatMap { CountryCode($0) },
        salience: 0.5
      )
    }
    var places = Places(ofMention: members.map { row(placeRows, $0) })
    for member in placeRows {
      guard case .place(let kind) = cast[member].role else { continue }
      places.append(
        entity: ID(row: member),
        name: names[member],
        kind: kind,
        aliases: [],
        country: cast[member].country.flatMap { CountryCode($0) },
        coordinates: cast[member].coordinates,
        salience: 0.5
      )
    }
    func actor(_ key: String) -> ID<NewsActor>? {
      cast.firstIndex { $0.key == key }.flatMap { row(actorRows, $0) }
    }

    var quotations = Quotations()
    for mark in marks("quote") {
      quotations.append(
        parts: [span(mark.range)],
        source: nil,
        cue: nil,
        kind: .direct,
        actor: mark.words.count > 1 ? actor(mark.words[1]) : nil,
        why: "test of saying"
      )
    }
    var times = Times()
    for mark in marks("time") {
      let numbers = mark.words.dropFirst().compactMap { Int($0) }
      let days = numbers.first.map { $0...(numbers.last ?? $0) }
      times.append(
        span(mark.range),
        kind: .date,
        value: nil,
        days: days,
        clause: marks("clause").first {
          $0.range.contains(mark.range.lowerBound)
        }.map { span($0.range) },
        why: "test of time"
      )
    }

    var issues = Issues()
    var positions = Positions()
    for (row, label) in marks("issue").enumerated() {
      let key = label.words[1]
      let shows = prose.marks.filter {
        let words = $0.label.split(separator: " ")
        return words.count > 1 && words[1] == key && words[0] != "issue"
      }
      func sentence(_ mark: MarkedProse.Mark) -> ID<Sentence>? {
        sentences.sentence(at: Int(span(mark.range).first)).map { ID(row: $0) }
      }
      issues.append(
        label: span(label.range),
        alsoCalled: [],
        salience: 0.5,
        status: [],
        evidence: Set(shows.compactMap(sentence)).sorted(),
        why: "test"
      )
      for mark in shows {
        let words = mark.label.split(separator: " ").map(String.init)
        let stances: [String: Stance] = ["+": .demands, "-": .rejects, "?": .unspecified]
        guard words.count == 3, let stance = stances[words[0]], let party = actor(words[2]) else {
          continue
        }
        positions.append(
          issue: ID(row: row),
          actor: party,
          stance: stance,
          status: [],
          evidence: [sentence(mark)].compactMap { $0 },
          cue: span(mark.range),
          why: "test of stance"
        )
      }
    }
    return Document(
      text: text,
      language: language,
      blocks: blocks,
      tokens: tokens,
      sentences: sentences,
      mentions: mentions,
      entities: entities,
      locations: locations,
      actors: actors,
      places: places,
      quotations: quotations,
      times: times,
      issues: issues,
      positions: positions
    )
  }

  private func form(of string: String) -> MentionForm {
    if ["he", "she", "it", "they", "her", "his"].contains(string.lowercased()) { return .pronoun }
    return string.first?.isUppercase == true ? .name : .nominal
  }

  /// Runs of letters and digits, and every other mark by itself.
  private func tokens(in text: SourceText) -> Tokens {
    var tokens = Tokens()
    let bytes = Array(prose.text.utf8)
    func isWord(_ byte: UInt8) -> Bool {
      byte >= 0x80 || (48...57).contains(byte) || (65...90).contains(byte)
        || (97...122).contains(byte)
    }
    var byte = 0
    while byte < bytes.count {
      var end = byte + 1
      if isWord(bytes[byte]) {
        while end < bytes.count, isWord(bytes[end]) { end += 1 }
        tokens.append(.word, UInt32(byte)..<UInt32(end))
      } else if bytes[byte] > 32 {
        tokens.append(.punctuation, UInt32(byte)..<UInt32(end))
      }
      byte = end
    }
    return tokens
  }

  /// A sentence ends with a full stop, and with its block.
  private func sentences(of tokens: Tokens, _ blocks: Blocks, in text: SourceText) -> Sentences {
    var sentences = Sentences()
    for block in 0..<blocks.count {
      guard let range = tokens.tokens(in: blocks.range(block)) else { continue }
      var first = range.first
      for token in range.rows {
        let isStop = text.string(in: tokens.bytes(of: token)) == "."
        guard isStop || UInt32(token + 1) == range.end else { continue }
        sentences.append(TokenRange(first, UInt32(token + 1)), block: block)
        first = UInt32(token + 1)
      }
    }
    return sentences
  }
}
