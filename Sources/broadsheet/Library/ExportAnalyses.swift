internal import Analysis
internal import ArgumentParser
internal import Export
internal import Library
internal import Prose

/// Writes what was found in these articles of the library, as a person has corrected it, one after the other.
///
/// An analysis that the library has is taken from it; one of an older analyzer is made anew.
func exportAnalyses(
  _ store: ArticleStore,
  _ ids: [Int64],
  _ format: AnalyzeCommand.Format,
  to path: String?
) throws {
  var outputs: [Output]
  do {
    outputs = try format.outputs(path)
  } catch {
    complain(error.description)
    throw ExitCode(1)
  }
  var withoutText = 0
  for id in ids {
    guard let stored = try store.stored(id) else {
      withoutText += 1
      continue
    }
    let article = stored.article
    let date = article.published.flatMap(CalendarDate.init(iso:))
    let machine: Document
    if let known = try store.analysis(of: id, text: article.text, analyzer: analyzerVersion) {
      machine = known
    } else {
      machine = analyze(article.text, blocks: article.blocks, date: date)
    }
    let document = machine.corrected(by: stored.corrections.map(\.edit)).document
    let analyst = Analyst(date: date, layers: Set(Layer.allCases), form: format.form)
    let answer = analyst.answer(document, of: article, id: .string(article.location))
    for row in outputs.indices { outputs[row].add(answer) }
  }
  if ids.isEmpty { complain("the library has no such article.") }
  if withoutText > 0 {
    complain(
      "\(withoutText == 1 ? "1 article is" : "\(withoutText) articles are") left out: their text is not in the library."
    )
  }
  var failed = false
  for row in outputs.indices {
    guard let problem = outputs[row].end() else { continue }
    complain(problem)
    failed = true
  }
  if failed { throw ExitCode(1) }
}
