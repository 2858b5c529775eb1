import Prose
import Testing

@Suite struct CorrectedDocumentTests {
  private let machine = Strait.builder.analyzed

  private func actor(_ name: String, in document: Document? = nil) throws -> NewsActor {
    try #require((document ?? machine).allActors.first { $0.name == name })
  }

  private func referent(_ name: String) throws -> Referent {
    if let actor = machine.allActors.first(where: { $0.name == name }) {
      return try #require(machine.referent(actor.id))
    }
    if let place = machine.allPlaces.first(where: { $0.name == name }) {
      return try #require(machine.referent(place.id))
    }
    return try issue(name)
  }

  private func issue(_ label: String) throws -> Referent {
    machine.referent(try #require(machine.allIssues.first { $0.label == label }).id)
  }

  private func anchor(_ words: String) throws -> TextAnchor {
    let text = machine.text.string
    let range = try #require(text.range(of: words))
    let start = UInt32(text.utf8.distance(from: text.startIndex, to: range.lowerBound))
    return machine.text.anchor(start..<start + UInt32(words.utf8.count))
  }

  private func made(_ edits: Edit...) -> Document {
    let (document, orphans) = machine.corrected(by: edits)
    #expect(orphans.isEmpty)
    return document
  }

  @Test func `merging two actors joins their mentions, words and positions`() throws {
    let (guild, velia) = (try referent("Pilots' Guild"), try referent("Velia"))
    let document = made(Edit(.merge, guild, object: velia))
    #expect(document.actors.count == machine.actors.count - 1)
    let joined = try actor("Velia", in: document)
    let count = try actor("Velia").mentions.count + actor("Pilots' Guild").mentions.count
    #expect(joined.mentions.count == count)
    #expect(joined.aliases.contains("Pilots' Guild"))
    #expect(joined.isCorrected)
    #expect(document.positions.actors.count { $0 == joined.id } == 4)
  }

  @Test func `splitting an actor takes the mentions told and leaves the others`() throws {
    let document = made(
      Edit(
        .split,
        try referent("Mara Oyelaran"),
        passages: [try anchor("Oyelaran turned")].map {
          TextAnchor(
            quote: "Oyelaran",
            prefix: $0.prefix,
            suffix: " turned" + $0.suffix.prefix(10),
            start: $0.start,
            end: $0.start + 8
          )
        }
      )
    )
    let (old, new) = (try actor("Mara Oyelaran", in: document), try actor("Oyelaran", in: document))
    #expect(new.mentions.count == 1)
    #expect(old.mentions.count + 1 == (try actor("Mara Oyelaran")).mentions.count)
    #expect(new.isCorrected && old.isCorrected)
  }

  @Test func `an actor gets another name, kind and roles`() throws {
    let ivo = try referent("Ivo Brandt")
    let document = made(
      Edit(.rename, ivo, value: "Ivo A. Brandt"),
      Edit(.kind, ivo, value: "source"),
      Edit(.roles, ivo, value: "envoy\nspokesman")
    )
    let brandt = try actor("Ivo A. Brandt", in: document)
    #expect(brandt.kind == .source)
    #expect(brandt.roles == ["envoy", "spokesman"])
    #expect(brandt.mentions.count == (try actor("Ivo Brandt")).mentions.count)
  }

  @Test func `a place becomes an actor and is a place again`() throws {
    let anselm = try referent("Port Anselm")
    let acting = made(Edit(.toActor, anselm, value: "government"))
    let actor = try actor("Port Anselm", in: acting)
    #expect(actor.kind == .government)
    #expect(!acting.allPlaces.contains { $0.name == "Port Anselm" })
    let back = acting.corrected(
      by: [Edit(.toPlace, acting.referent(actor.id), value: "city")]
    )
    let place = try #require(back.document.allPlaces.first { $0.name == "Port Anselm" })
    #expect(place.mentions.count == actor.mentions.count)
    #expect(place.kind == .city)
  }

  @Test func `mentions are dropped, and given to others`() throws {
    let document = made(
      Edit(.dropMention, passages: [try referent("Ivo Brandt").anchor]),
      Edit(.addMention, try referent("Velia"), passages: [try anchor("fishermen")])
    )
    let before = try actor("Ivo Brandt").mentions.count
    #expect(document.allActors.contains { $0.mentions.count == before - 1 && $0.kind == .person })
    let count = try actor("Velia").mentions.count
    #expect(try actor("Velia", in: document).mentions.count == count + 1)
    #expect(document.mentions.tokens == document.mentions.tokens.sorted { $0.first < $1.first })
  }

  @Test func `an actor is added, and one is deleted with its positions`() throws {
    let document = made(
      Edit(.add, value: "group", passages: [try anchor("fishermen")]),
      Edit(.delete, try referent("Pilots' Guild"))
    )
    #expect(try actor("fishermen", in: document).kind == .group)
    #expect(!document.allActors.contains { $0.name == "Pilots' Guild" })
    #expect(document.positions.count == machine.positions.count - 1)
  }

  @Test func `issues are added, renamed, merged and deleted`() throws {
    let light = try issue("Kessel lighthouse")
    let document = made(
      Edit(.addIssue, value: "who may wait", passages: [try anchor("Brandt said")]),
      Edit(.merge, try referent("escort of merchant ships"), object: light),
      Edit(.rename, light, value: "the lighthouse"),
      Edit(.delete, try referent("withdrawal from the outer islands"))
    )
    #expect(Set(document.allIssues.map(\.label)) == ["who may wait", "the lighthouse"])
    let joined = try #require(document.allIssues.first { $0.label == "the lighthouse" })
    #expect(joined.positions.count == 4)
    #expect(joined.isCorrected)
  }

  @Test func `a party's stance is set, and its evidence added and taken away`() throws {
    let (issue, guild) = (try issue("Kessel lighthouse"), try referent("Pilots' Guild"))
    let ivo = try referent("Ivo Brandt")
    let document = made(
      Edit(.position, issue, object: guild, value: "supports"),
      Edit(.position, issue, object: ivo, value: "denies", passages: [try anchor("would wait")]),
      Edit(.addEvidence, issue, object: guild, passages: [try anchor("would wait")]),
      Edit(.dropEvidence, issue, object: guild, passages: [try anchor("wants to keep")]),
      Edit(.dropPosition, issue, object: try referent("Velia"))
    )
    let light = try #require(document.allIssues.first { $0.label == "Kessel lighthouse" })
    let positions = light.positions
    #expect(positions.count == 2)
    let first = try #require(positions.first { $0.stance == .supports })
    #expect(first.evidence.count == 1 && first.isCorrected)
    #expect(positions.contains { $0.stance == .denies && $0.evidence == first.evidence })
  }

  @Test func `an edit whose words are gone is an orphan and changes nothing`() throws {
    let gone = TextAnchor(quote: "The lord of the isles", start: 4, end: 25)
    let edits = [
      Edit(.rename, Referent(.actor, name: "Lord", anchor: gone), value: "Lady"),
      Edit(.rename, try referent("Velia"), value: "Old Velia"),
    ]
    let (document, orphans) = machine.corrected(by: edits)
    #expect(orphans == [0])
    #expect(document.allActors.contains { $0.name == "Old Velia" })
    #expect(machine.corrected(by: []).document === machine)
  }
}

extension String {
  fileprivate func range(of words: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(words) { return start..<index(start, offsetBy: words.count) }
      start = index(after: start)
    }
    return nil
  }
}
