internal import Export
internal import Foundation
internal import Prose

/// Why a file of marks cannot be taken in.
struct AnnotationFileError: Error, CustomStringConvertible {
  let reason: String

  var description: String {
    "these are no marks (\(reason)); give what broadsheet export --format json or jsonld writes."
  }
}

/// Reads marks as JSON of our own or as W3C Web Annotations.
func readAnnotations(_ bytes: [UInt8]) throws(AnnotationFileError) -> [AnnotatedArticle] {
  let decoder = JSONDecoder()
  let data = Data(bytes)
  do {
    if (try? decoder.decode(Kind.self, from: data))?.schema != nil {
      let file = try decoder.decode(AnnotationFile.self, from: data)
      guard file.schema == annotationSchemaName else {
        throw AnnotationFileError(reason: "the schema is \(file.schema)")
      }
      return file.articles.map(\.article)
    }
    return try decoder.decode(WebAnnotationPage.self, from: data).articles
  } catch let error as AnnotationFileError {
    throw error
  } catch let error as DecodingError {
    throw AnnotationFileError(reason: reason(error))
  } catch {
    throw AnnotationFileError(reason: "\(error)")
  }
}

private func reason(_ error: DecodingError) -> String {
  func path(_ context: DecodingError.Context) -> String {
    context.codingPath.map { $0.intValue.map { "\($0 + 1)" } ?? $0.stringValue }
      .joined(separator: ".")
  }
  return switch error {
  case .keyNotFound(let key, let context):
    "\(key.stringValue) is missing" + (context.codingPath.isEmpty ? "" : " in \(path(context))")
  case .typeMismatch(_, let context), .valueNotFound(_, let context):
    "\(path(context)) is of the wrong kind"
  default: "it is not JSON"
  }
}

private struct Kind: Decodable {
  let schema: String?
}

private struct AnnotationFile: Decodable {
  struct Article: Decodable {
    struct Mark: Decodable {
      let id, quote, prefix, suffix: String
      let start, end: Int
      let color, note, created, changed: String
      let isOrphaned: Bool
    }

    let location, title: String
    let byline: [String]
    let site, published: String?
    let tags: [String]
    let annotations: [Mark]
    let corrections: [Correction]?

    var article: AnnotatedArticle {
      AnnotatedArticle(
        location: location,
        title: title,
        byline: byline,
        site: site,
        published: published,
        tags: tags,
        annotations: annotations.map { mark in
          Annotation(
            id: mark.id,
            quote: mark.quote,
            prefix: mark.prefix,
            suffix: mark.suffix,
            start: mark.start,
            end: mark.end,
            color: mark.color,
            note: mark.note,
            created: mark.created,
            changed: mark.changed,
            isOrphaned: mark.isOrphaned
          )
        },
        corrections: corrections ?? []
      )
    }
  }

  let schema: String
  let articles: [Article]
}

private struct WebAnnotationPage: Decodable {
  struct Item: Decodable {
    struct Body: Decodable {
      let value: String?
    }
    struct Source: Decodable {
      let id: String
      let title: String?
      let location: String?
      let byline, tags: [String]?
      let site, published: String?

      enum CodingKeys: String, CodingKey {
        case id
        case title = "dcterms:title"
        case location = "broadsheet:location"
        case byline = "broadsheet:byline"
        case site = "broadsheet:site"
        case published = "broadsheet:published"
        case tags = "broadsheet:tags"
      }

      /// An object, or the address alone.
      init(from decoder: any Decoder) throws {
        if let address = try? decoder.singleValueContainer().decode(String.self) {
          (id, title, location) = (address, nil, nil)
          (byline, site, published, tags) = (nil, nil, nil, nil)
          return
        }
        let container = try decoder.container(keyedBy: CodingKeys.self)
        id = try container.decode(String.self, forKey: .id)
        title = try container.decodeIfPresent(String.self, forKey: .title)
        location = try container.decodeIfPresent(String.self, forKey: .location)
        byline = try container.decodeIfPresent([String].self, forKey: .byline)
        site = try container.decodeIfPresent(String.self, forKey: .site)
        published = try container.decodeIfPresent(String.self, forKey: .published)
        tags = try container.decodeIfPresent([String].self, forKey: .tags)
      }
    }
    struct Selector: Decodable {
      let type: String
      let exact, prefix, suffix: String?
      let start, end: Int?
    }
    struct Target: Decodable {
      let source: Source
      let selector: [Selector]
    }

    let id: String
    let created, modified: String?
    let body: Body?
    let target: Target
    let color: String?
    let isOrphaned: Bool?
    let edit: Edit?

    enum CodingKeys: String, CodingKey {
      case id, created, modified, body, target
      case edit = "broadsheet:edit"
      case color = "broadsheet:color"
      case isOrphaned = "broadsheet:isOrphaned"
    }

    /// Nil where no words are quoted, by which alone a passage is found.
    var annotation: Annotation? {
      let quote = target.selector.first { $0.type == "TextQuoteSelector" }
      let position = target.selector.first { $0.type == "TextPositionSelector" }
      guard let quote, let exact = quote.exact, !exact.isEmpty else { return nil }
      let start = max(0, position?.start ?? 0)
      let created = created ?? modified ?? timestamp()
      return Annotation(
        id: key,
        quote: exact,
        prefix: quote.prefix ?? "",
        suffix: quote.suffix ?? "",
        start: start,
        end: max(start, position?.end ?? start + exact.unicodeScalars.count),
        color: color ?? "yellow",
        note: body?.value ?? "",
        created: created,
        changed: modified ?? created,
        isOrphaned: isOrphaned ?? false
      )
    }

    private var key: String { id.hasPrefix("urn:uuid:") ? String(id.dropFirst(9)) : id }

    /// Nil for what is no edit of an analysis.
    var correction: Correction? {
      edit.map { Correction(id: key, made: created ?? timestamp(), edit: $0) }
    }

    var location: String {
      if let location = target.source.location { return location }
      let id = target.source.id
      guard id.hasPrefix("file://") else { return id }
      return String(id.dropFirst(7)).removingPercentEncoding ?? id
    }
  }

  let items: [Item]

  /// Article by article, in the order of the first mark in each.
  var articles: [AnnotatedArticle] {
    var articles: [AnnotatedArticle] = []
    var rows: [String: Int] = [:]
    for item in items {
      let correction = item.correction
      let annotation = correction == nil ? item.annotation : nil
      guard correction != nil || annotation != nil else { continue }
      let row = rows[item.location] ?? articles.count
      if row == articles.count {
        rows[item.location] = row
        articles.append(
          AnnotatedArticle(
            location: item.location,
            title: item.target.source.title ?? item.location,
            byline: item.target.source.byline ?? [],
            site: item.target.source.site,
            published: item.target.source.published,
            tags: item.target.source.tags ?? [],
            annotations: []
          )
        )
      }
      if let annotation { articles[row].annotations.append(annotation) }
      if let correction { articles[row].corrections.append(correction) }
    }
    return articles
  }
}
