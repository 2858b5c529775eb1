internal import Analysis
internal import Ingest
internal import Prose
internal import Reader
internal import Synchronization
internal import Terminal

/// Has the rest of long articles read beside the loop.
struct RestDesk {
  private let queue: EventQueue
  private var waiting: [(row: Int, beginning: Article, document: Document, rest: ArticleRest)] = []

  init(queue: EventQueue) {
    self.queue = queue
  }

  mutating func take(_ row: Int, _ beginning: Article, _ document: Document, _ rest: ArticleRest) {
    waiting.append((row, beginning, document, rest))
  }

  /// Begins with what waits.
  mutating func begin() {
    for (row, beginning, document, rest) in waiting {
      let queue = queue
      let read: @Sendable () -> Void = {
        readRest(rest, of: row, beginning, document, queue)
      }
      // Without threads the reader waits, but gets the text.
      if !runInBackground(read) { read() }
    }
    waiting = []
  }
}

private func readRest(
  _ rest: ArticleRest,
  of row: Int,
  _ beginning: Article,
  _ document: Document,
  _ queue: EventQueue
) {
  var last = (beginning, document)
  do {
    let article = try rest.read { address, count in
      guardPages(address: address, count: count)
    } growing: { article in
      let blocks = findBlocks(in: article.text, lexicon: References.builtIn.lexicon)
      last = (article, Document(text: article.text, blocks: blocks))
      queue.post(.grown(row: row, last.0, last.1))
    }
    let blocks = findBlocks(in: article.text, lexicon: References.builtIn.lexicon)
    article.text.rest()
    queue.post(.extended(row: row, article, Document(text: article.text, blocks: blocks)))
  } catch {
    // What is there stays, and is all there is.
    queue.post(.extended(row: row, last.0, last.1))
    queue.post(.told("Only the beginning could be read: \(error)", isError: true))
  }
}
