public import Prose

/// What is marked in articles, as a page of W3C Web Annotations in JSON-LD.
///
/// Color, whether the passage is gone, and what an edit does have no words in the model; they stand under a prefix of
/// our own. A correction of the analysis is an annotation whose motivation is editing.
/// - Note: Web Annotation Data Model, W3C Recommendation 23 February 2017.
public func webAnnotations(_ articles: [AnnotatedArticle]) -> [UInt8] {
  var json = JSONWriter(layout: .lines)
  let items = articles.flatMap { article in
    article.annotations.map { (article, WebItem.mark($0)) }
      + article.corrections.map { (article, WebItem.correction($0)) }
  }
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
      switch item {
      case (let article, .mark(let annotation)): fields(of: annotation, in: article, to: &json)
      case (let article, .correction(let correction)):
        fields(of: correction, in: article, to: &json)
      }
    }
  }
  return json.bytes
}

private enum WebItem {
  case mark(Annotation)
  case correction(Correction)
}

private func fields(
  of annotation: Annotation,
  in article: AnnotatedArticle,
  to json: inout JSONWriter
) {
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
  if !annotation.note.isEmpty { body(annotation.note, to: &json) }
  json.name("target")
  json.object { target(annotation.anchor, in: article, to: &$0) }
  json.name("broadsheet:color")
  json.string(annotation.color)
  json.name("broadsheet:isOrphaned")
  json.raw(annotation.isOrphaned ? "true" : "false")
}

private func fields(
  of correction: Correction,
  in article: AnnotatedArticle,
  to json: inout JSONWriter
) {
  json.name("id")
  json.string("urn:uuid:\(correction.id)")
  json.name("type")
  json.string("Annotation")
  json.name("motivation")
  json.string("editing")
  json.name("created")
  json.string(correction.made)
  let edit = correction.edit
  body(
    [edit.action.rawValue, edit.object?.name ?? "", edit.value].filter { !$0.isEmpty }
      .joined(separator: ": "),
    to: &json
  )
  json.name("target")
  json.object { json in
    let anchor = edit.passages.first ?? edit.subject?.anchor
    target(anchor ?? TextAnchor(quote: "", start: 0, end: 0), in: article, to: &json)
  }
  json.name("broadsheet:by")
  json.string("person")
  json.name("broadsheet:edit")
  json.object { json in Export.fields(of: edit, to: &json) }
}

private func body(_ text: String, to json: inout JSONWriter) {
  json.name("body")
  json.object { json in
    json.name("type")
    json.string("TextualBody")
    json.name("value")
    json.string(text)
    json.name("format")
    json.string("text/plain")
  }
}

private func target(
  _ anchor: TextAnchor,
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
    json.name("broadsheet:byline")
    json.list(article.byline) { $0.string($1) }
    json.name("broadsheet:site")
    json.optional(article.site)
    json.name("broadsheet:published")
    json.optional(article.published)
    json.name("broadsheet:tags")
    json.list(article.tags) { $0.string($1) }
  }
  json.name("selector")
  json.list([true, false]) { json, isQuote in
    json.object { json in
      json.name("type")
      json.string(isQuote ? "TextQuoteSelector" : "TextPositionSelector")
      if isQuote {
        json.name("exact")
        json.string(anchor.quote)
        json.name("prefix")
        json.string(anchor.prefix)
        json.name("suffix")
        json.string(anchor.suffix)
      } else {
        json.name("start")
        json.number(anchor.start)
        json.name("end")
        json.number(anchor.end)
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
