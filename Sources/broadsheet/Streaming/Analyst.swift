internal import Analysis
internal import Export
internal import Ingest
internal import Prose

/// Turns inputs into their analyses, as the command line wants them.
struct Analyst: Sendable {
  /// Goes before the article's own date.
  let date: CalendarDate?
  let layers: Set<Layer>
  let form: Form

  /// What an analysis is written as.
  enum Form: Sendable {
    case json(JSONLayout)
    case markdown
    case coding
    case page
  }

  func answer(_ source: ArticleSource) -> Answer {
    let id = AnalysisID.string(source.location)
    do {
      return answer(try loadArticle(source), id: id)
    } catch {
      return failure(id: id, error.description)
    }
  }

  func answer(_ item: LineIntake.Item) -> Answer {
    switch item {
    case .line(let line, let place):
      do {
        let record = try readRecord(line)
        return answer(record.article, id: AnalysisID(record.id))
      } catch {
        return failure(id: AnalysisID(error.id), "\(place) \(error.reason).")
      }
    case .tooLong(let place):
      let reason = RecordError.tooLong(limit: LineIntake.longestLine)
      return failure(id: .none, "\(place) \(reason).")
    case .unreadable(let error):
      return failure(id: .string(error.location), error.description)
    }
  }

  private func answer(_ article: Article, id: AnalysisID) -> Answer {
    let document = analyze(
      article.text,
      blocks: article.blocks,
      date: date ?? article.published.flatMap(CalendarDate.init(iso:)),
      language: article.language,
      layers: layers
    )
    return answer(document, of: article, id: id)
  }

  /// What an analysis gives that is there already.
  func answer(_ document: Document, of article: Article, id: AnalysisID) -> Answer {
    switch form {
    case .json(let layout):
      guard article.text.count > longestWholeText else {
        return Answer(output: analysisJSON(document, of: article, id: id, layout: layout))
      }
      return Answer(output: []) { write in
        writeAnalysisJSON(document, of: article, id: id, layout: layout, to: write)
      }
    case .markdown:
      return Answer(output: markdownBrief(document, of: article, date: date))
    case .coding:
      return Answer(output: [], finding: .coding(code(document, of: article, id: id, date: date)))
    case .page:
      return Answer(output: [], finding: .page(document, article))
    }
  }

  private func failure(id: AnalysisID, _ sentence: String) -> Answer {
    guard case .json(let layout) = form else { return Answer(output: [], complaint: sentence) }
    return Answer(output: failureJSON(id: id, error: sentence, layout: layout), complaint: sentence)
  }
}

extension AnalysisID {
  fileprivate init(_ id: Record.Identifier) {
    self =
      switch id {
      case .string(let id): .string(id)
      case .number(let digits): .number(digits)
      case .none: .none
      }
  }
}
