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

extension JSONWriter {
  mutating func optional(_ string: String?) {
    if let string { self.string(string) } else { null() }
  }
}
