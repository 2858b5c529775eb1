internal import Prose

/// Writes a document's tables as the fields of the schema, in the schema's order.
struct AnalysisEncoder {
  let document: Document
  let codePoints: CodePoints

  func encode(_ article: Article, _ id: AnalysisID, to json: inout JSONWriter) {
    json.document { json in
      json.field("schema")
      json.string(analysisSchemaName)
      json.field("id")
      json.identifier(id)
      json.field("language")
      json.string(document.language)
      json.field("source")
      source(article, to: &json)
      json.field("text")
      document.text.withBytes { json.string($0) }
      json.field("headline")
      span(document.blocks.headline.map(document.blocks.range), to: &json)
      blocks(to: &json)
      sentences(to: &json)
      entities(to: &json)
      actors(to: &json)
      places(to: &json)
      mentions(to: &json)
      issues(to: &json)
      quotations(to: &json)
      times(to: &json)
    }
  }

  private func source(_ article: Article, to json: inout JSONWriter) {
    json.object { json in
      json.name("location")
      json.string(article.location)
      json.name("format")
      json.string(article.format.rawValue)
      json.name("title")
      json.string(orNull: article.title)
      json.name("byline")
      json.strings(article.byline)
      json.name("site")
      json.string(orNull: article.site)
      json.name("published")
      json.string(orNull: article.published)
    }
  }

  private func blocks(to json: inout JSONWriter) {
    json.field("blocks")
    json.rows(0..<document.blocks.count) { json, row in
      json.name("kind")
      json.string(document.blocks.kinds[row].rawValue)
      json.name("span")
      span(document.blocks.range(row), to: &json)
    }
  }

  private func sentences(to json: inout JSONWriter) {
    json.field("sentences")
    json.list(document.sentences.tokens) { json, tokens in span(tokens, to: &json) }
  }

  private func entities(to json: inout JSONWriter) {
    json.field("entities")
    json.rows(document.allEntities) { json, entity in
      json.name("id")
      json.id(entity.id, "e")
      json.name("name")
      json.string(entity.name)
      json.name("type")
      json.string(entity.type.rawValue)
      json.name("aliases")
      json.strings(entity.aliases)
      country(entity.country, to: &json)
      coordinates(entity.coordinates, to: &json)
    }
  }

  private func actors(to json: inout JSONWriter) {
    json.field("actors")
    json.rows(document.allActors) { json, actor in
      json.name("id")
      json.id(actor.id, "a")
      json.name("entity")
      json.id(actor.entity, "e")
      json.name("name")
      json.string(actor.name)
      json.name("kind")
      json.string(actor.kind.rawValue)
      json.name("roles")
      json.strings(actor.roles)
      offices(of: actor, to: &json)
      json.name("aliases")
      json.strings(actor.aliases)
      country(actor.country, to: &json)
      json.name("salience")
      json.number(actor.salience)
      json.person(actor.isCorrected)
    }
  }

  private func offices(of actor: NewsActor, to json: inout JSONWriter) {
    json.name("offices")
    json.list(document.offices(of: actor.id)) { json, office in
      json.object { json in
        json.name("role")
        span(office.tokens, to: &json)
        json.name("time")
        json.string(office.time.rawValue)
        json.name("of")
        json.list(office.holders) { json, entity in json.id(entity, "e") }
      }
    }
  }

  private func places(to json: inout JSONWriter) {
    json.field("places")
    json.rows(document.allPlaces) { json, place in
      json.name("id")
      json.id(place.id, "p")
      json.name("entity")
      json.id(place.entity, "e")
      json.name("name")
      json.string(place.name)
      json.name("kind")
      json.string(place.kind.rawValue)
      json.name("aliases")
      json.strings(place.aliases)
      country(place.country, to: &json)
      json.name("region")
      if let region = place.region { json.string(region) } else { json.null() }
      coordinates(place.coordinates, to: &json)
      json.name("salience")
      json.number(place.salience)
      json.person(place.isCorrected)
    }
  }

  private func mentions(to json: inout JSONWriter) {
    json.field("mentions")
    json.rows(document.allMentions) { json, mention in
      json.name("span")
      span(mention.range, to: &json)
      json.name("head")
      span(mention.head, to: &json)
      json.name("form")
      json.string(mention.form.rawValue)
      json.name("type")
      json.string(mention.type.rawValue)
      json.name("entity")
      json.id(mention.entity, "e")
      if let actor = mention.actor {
        json.name("actor")
        json.id(actor, "a")
      }
      if let place = mention.place {
        json.name("place")
        json.id(place, "p")
      }
      json.person(mention.isCorrected)
    }
  }

  private func issues(to json: inout JSONWriter) {
    json.field("issues")
    json.rows(document.allIssues) { json, issue in
      json.name("id")
      json.id(issue.id, "i")
      json.name("label")
      json.string(issue.label)
      json.name("span")
      span(issue.range, to: &json)
      json.name("alsoCalled")
      json.strings(issue.alsoCalled)
      json.name("salience")
      json.number(issue.salience)
      json.name("status")
      json.strings(issue.status.names)
      json.name("positions")
      json.list(issue.positions) { json, position in self.position(position, to: &json) }
      json.name("evidence")
      evidence(issue.evidence, to: &json)
      json.name("why")
      json.string(issue.why)
      json.name("by")
      json.string(issue.isCorrected ? "person" : "machine")
    }
  }

  private func position(_ position: Position, to json: inout JSONWriter) {
    json.object { json in
      json.name("actor")
      json.id(position.actor, "a")
      json.name("stance")
      json.string(position.stance.rawValue)
      json.name("status")
      json.strings(position.status.names)
      json.name("evidence")
      evidence(position.evidence, to: &json)
      json.name("cue")
      span(position.cue, to: &json)
      json.name("why")
      json.string(position.why)
      json.person(position.isCorrected)
    }
  }

  private func quotations(to json: inout JSONWriter) {
    json.field("quotations")
    json.rows(document.allQuotations) { json, quotation in
      json.name("content")
      span(quotation.range, to: &json)
      json.name("parts")
      json.list(quotation.parts) { json, part in span(part, to: &json) }
      json.name("source")
      span(quotation.source, to: &json)
      json.name("cue")
      span(quotation.cue, to: &json)
      json.name("kind")
      json.string(quotation.kind.rawValue)
      json.name("actor")
      if let actor = quotation.actor { json.id(actor, "a") } else { json.null() }
      json.name("why")
      json.string(quotation.why)
    }
  }

  private func times(to json: inout JSONWriter) {
    json.field("times")
    json.rows(document.allTimes) { json, time in
      json.name("span")
      span(time.range, to: &json)
      json.name("kind")
      json.string(time.kind.rawValue)
      json.name("value")
      json.string(orNull: time.value)
      json.name("days")
      if let days = time.days {
        json.pair(days.lowerBound, days.upperBound)
      } else {
        json.null()
      }
      json.name("clause")
      span(time.clause, to: &json)
      json.name("why")
      json.string(time.why)
    }
  }

  private func span(_ bytes: Range<UInt32>?, to json: inout JSONWriter) {
    guard let bytes else { return json.null() }
    json.pair(codePoints.offset(bytes.lowerBound), codePoints.offset(bytes.upperBound))
  }

  private func span(_ tokens: TokenRange?, to json: inout JSONWriter) {
    span(tokens.map(document.tokens.bytes), to: &json)
  }

  private func evidence(_ sentences: ArraySlice<ID<Sentence>>, to json: inout JSONWriter) {
    json.list(sentences) { json, sentence in
      span(document.sentences.tokens[sentence.index], to: &json)
    }
  }

  private func country(_ country: CountryCode?, to json: inout JSONWriter) {
    json.name("country")
    json.string(orNull: country?.letters)
  }

  private func coordinates(_ coordinates: Coordinates?, to json: inout JSONWriter) {
    json.name("lat")
    if let coordinates { json.number(coordinates.latitude) } else { json.null() }
    json.name("lon")
    if let coordinates { json.number(coordinates.longitude) } else { json.null() }
  }
}

extension JSONWriter {
  mutating func identifier(_ id: AnalysisID) {
    switch id {
    case .string(let id): string(id)
    case .number(let digits): raw(digits)
    case .none: null()
    }
  }

  /// Says that it is a person's, where it is.
  fileprivate mutating func person(_ isCorrected: Bool) {
    guard isCorrected else { return }
    name("by")
    string("person")
  }

  /// A row's name among those of its table: "e1" is the first entity.
  fileprivate mutating func id<Element>(_ id: ID<Element>, _ letter: Unicode.Scalar) {
    string(letter, id.index + 1)
  }

  fileprivate mutating func string(orNull string: String?) {
    if let string { self.string(string) } else { null() }
  }

  fileprivate mutating func strings(_ strings: [String]) {
    list(strings) { json, string in json.string(string) }
  }

  fileprivate mutating func pair(_ first: Int, _ second: Int) {
    list(CollectionOfOne(first)) { json, first in
      json.number(first)
      json.number(second)
    }
  }
}
