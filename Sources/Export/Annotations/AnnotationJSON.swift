public import Prose

/// What the JSON of marks says it is; it grows within a major version and changes nothing.
public let annotationSchemaName = "broadsheet-annotations/1"

/// What is marked in articles, as JSON: everything that the library has of it.
public func annotationsJSON(_ articles: [AnnotatedArticle]) -> [UInt8] {
  var json = JSONWriter(layout: .lines)
  json.document { json in
    json.field("schema")
    json.string(annotationSchemaName)
    json.field("articles")
    json.rows(articles) { json, article in
      json.name("location")
      json.string(article.location)
      json.name("title")
      json.string(article.title)
      json.name("byline")
      json.list(article.byline) { $0.string($1) }
      json.name("site")
      json.optional(article.site)
      json.name("published")
      json.optional(article.published)
      json.name("tags")
      json.list(article.tags) { $0.string($1) }
      json.name("annotations")
      json.list(article.annotations) { json, annotation in
        json.object { fields(of: annotation, to: &$0) }
      }
      json.name("corrections")
      json.list(article.corrections) { json, correction in
        json.object { json in
          json.name("id")
          json.string(correction.id)
          json.name("made")
          json.string(correction.made)
          json.name("by")
          json.string("person")
          json.name("edit")
          json.object { json in fields(of: correction.edit, to: &json) }
        }
      }
    }
  }
  return json.bytes
}

private func fields(of annotation: Annotation, to json: inout JSONWriter) {
  json.name("id")
  json.string(annotation.id)
  json.name("quote")
  json.string(annotation.quote)
  json.name("prefix")
  json.string(annotation.prefix)
  json.name("suffix")
  json.string(annotation.suffix)
  json.name("start")
  json.number(annotation.start)
  json.name("end")
  json.number(annotation.end)
  json.name("color")
  json.string(annotation.color)
  json.name("note")
  json.string(annotation.note)
  json.name("created")
  json.string(annotation.created)
  json.name("changed")
  json.string(annotation.changed)
  json.name("isOrphaned")
  json.raw(annotation.isOrphaned ? "true" : "false")
}

/// An edit as an object; what an action does not need is left out.
func fields(of edit: Edit, to json: inout JSONWriter) {
  json.name("action")
  json.string(edit.action.rawValue)
  for (name, referent) in [("subject", edit.subject), ("object", edit.object)] {
    guard let referent else { continue }
    json.name(name == "subject" ? "subject" : "object")
    json.object { json in
      json.name("kind")
      json.string(referent.kind.rawValue)
      json.name("name")
      json.string(referent.name)
      json.name("anchor")
      json.object { json in fields(of: referent.anchor, to: &json) }
    }
  }
  json.name("value")
  json.string(edit.value)
  json.name("passages")
  json.list(edit.passages) { json, anchor in
    json.object { json in fields(of: anchor, to: &json) }
  }
}

private func fields(of anchor: TextAnchor, to json: inout JSONWriter) {
  json.name("quote")
  json.string(anchor.quote)
  json.name("prefix")
  json.string(anchor.prefix)
  json.name("suffix")
  json.string(anchor.suffix)
  json.name("start")
  json.number(anchor.start)
  json.name("end")
  json.number(anchor.end)
}

extension JSONWriter {
  mutating func optional(_ string: String?) {
    if let string { self.string(string) } else { null() }
  }
}
