public import Prose

/// What is marked in articles, as a page of W3C Web Annotations in JSON-LD.
///
/// Color and whether the passage is gone have no words in the model; they stand under a prefix of our own.
/// - Note: Web Annotation Data Model, W3C Recommendation 23 February 2017.
public func webAnnotations(_ articles: [AnnotatedArticle]) -> [UInt8] {
  var json = JSONWriter(layout: .lines)
  let items = articles.flatMap { article in article.annotations.map { (article, $0) } }
  json.document { json in
    json.field("@context")
    json.list([true, false]) { json, isStandard in
      if isStandard {
        json.string("http://www.w3.org/ns/anno.jsonld")
      } else {
        json.object { json in
          json.name("broadsheet")
          json.string("urn:broadsheet:")
        }
      }
    }
    json.field("type")
    json.string("AnnotationPage")
    json.field("items")
    json.rows(items) { json, item in
      let (article, annotation) = item
      json.name("id")
      json.string("urn:uuid:\(annotation.id)")
      json.name("type")
      json.string("Annotation")
      json.name("motivation")
      json.string(annotation.note.isEmpty ? "highlighting" : "commenting")
      json.name("created")
      json.string(annotation.created)
      json.name("modified")
      json.string(annotation.changed)
      if !annotation.note.isEmpty {
        json.name("body")
        json.object { json in
          json.name("type")
          json.string("TextualBody")
          json.name("value")
          json.string(annotation.note)
          json.name("format")
          json.string("text/plain")
        }
      }
      json.name("target")
      json.object { target(annotation, in: article, to: &$0) }
      json.name("broadsheet:color")
      json.string(annotation.color)
      json.name("broadsheet:isOrphaned")
      json.raw(annotation.isOrphaned ? "true" : "false")
    }
  }
  return json.bytes
}

private func target(
  _ annotation: Annotation,
  in article: AnnotatedArticle,
  to json: inout JSONWriter
) {
  json.name("source")
  json.object { json in
    json.name("id")
    json.string(address(of: article.location))
    json.name("type")
    json.string("Text")
    json.name("dcterms:title")
    json.string(article.title)
    json.name("broadsheet:location")
    json.string(article.location)
  }
  json.name("selector")
  json.list([true, false]) { json, isQuote in
    json.object { json in
      json.name("type")
      json.string(isQuote ? "TextQuoteSelector" : "TextPositionSelector")
      if isQuote {
        json.name("exact")
        json.string(annotation.quote)
        json.name("prefix")
        json.string(annotation.prefix)
        json.name("suffix")
        json.string(annotation.suffix)
      } else {
        json.name("start")
        json.number(annotation.start)
        json.name("end")
        json.number(annotation.end)
      }
    }
  }
}

/// A location as an IRI: an address as it is, a path as one of a file, what has neither as a name.
private func address(of location: String) -> String {
  if location.contains("://") { return location }
  let allowed = Set("-._~/".utf8)
  var escaped = ""
  for byte in location.utf8 {
    let isPlain =
      byte < 0x80
      && (Character(Unicode.Scalar(byte)).isLetter || Character(Unicode.Scalar(byte)).isNumber
        || allowed.contains(byte))
    if isPlain {
      escaped.unicodeScalars.append(Unicode.Scalar(byte))
    } else {
      escaped += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }
  }
  return location.hasPrefix("/") ? "file://" + escaped : "urn:broadsheet:" + escaped
}
