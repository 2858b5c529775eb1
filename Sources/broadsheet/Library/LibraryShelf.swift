internal import Library
internal import Prose
internal import Reader

/// The articles on the screen and in the library: which row is which, and what was last kept of each.
struct LibraryShelf: Sendable {
  private struct Entry: Sendable {
    let id: Int64
    let text: SourceText
    /// What the reader's numbers are called in the library.
    var keys: [Int: String] = [:]
    var annotations: [String: Annotation] = [:]
    /// What the reader and the library last agreed on: what differs from it is the reader's own doing.
    var agreed: [String: MarkedPassage] = [:]
    /// The edits that are kept, in their order.
    var corrections: [Correction] = []
    /// The analysis of the text before it is corrected.
    var machine: Document?
    /// Whether the library has just that.
    var isAnalyzed = false
  }

  private let queue: EventQueue
  private let door: LibraryDoor
  private var store: ArticleStore?
  private var hasFailed = false
  private var entries: [Int: Entry] = [:]
  /// What could not be kept when it was opened: a mark in it is another reason to try.
  private var unkept: [Int: (article: Article, document: Document)] = [:]

  init(queue: EventQueue, door: LibraryDoor) {
    self.queue = queue
    self.door = door
  }

  mutating func open(_ row: Int, _ article: Article, _ document: Document) {
    unkept[row] = (article, document)
    attempt { shelf throws(LibraryError) in
      guard let store = try shelf.openStore() else { return }
      let kept = try store.keep(
        article,
        blocks: document.blocks,
        location: libraryLocation(of: article),
        title: libraryTitle(of: article, document.blocks),
        now: timestamp()
      )
      var entry = Entry(id: kept.id, text: article.text)
      for annotation in kept.annotations { entry.annotations[annotation.id] = annotation }
      if let old = shelf.entries[row], old.id == kept.id {
        entry.keys = old.keys
        entry.agreed = old.agreed
      }
      entry.corrections = kept.corrections
      entry.isAnalyzed = kept.analyzer == analyzerVersion && kept.corrections.isEmpty
      let place = kept.position > 0 ? article.text.byte(ofCodePoint: kept.position) : nil
      let numbers = Dictionary(entry.keys.map { ($1, $0) }) { first, _ in first }
      let passages = kept.annotations.map {
        passage($0, numbers[$0.id], in: article.text)
      }
      // What another reader has changed is agreed on only when this one has heard of it.
      for passage in passages {
        if let key = passage.key, entry.agreed[key] == nil { entry.agreed[key] = passage }
      }
      shelf.entries[row] = entry
      shelf.unkept[row] = nil
      if place != nil || !passages.isEmpty {
        shelf.queue.post(.recalled(row: row, passages, place: place))
      }
      if !kept.corrections.isEmpty {
        let edits = kept.corrections.map { correction in
          MadeEdit(number: numbers[correction.id], key: correction.id, edit: correction.edit)
        }
        shelf.queue.post(.recalledEdits(row: row, edits))
      }
    }
  }

  mutating func keepFindings(_ document: Document, _ row: Int) {
    attempt { shelf throws(LibraryError) in
      guard var entry = shelf.entries[row], document.text.isIdentical(to: entry.text) else {
        return
      }
      entry.machine = document
      shelf.entries[row] = entry
      if !entry.isAnalyzed { try shelf.keepCorrected(entry) }
    }
  }

  private func keepCorrected(_ entry: Entry) throws(LibraryError) {
    guard let store, let machine = entry.machine else { return }
    try store.keepFindings(
      machine,
      corrected: machine.corrected(by: entry.corrections.map(\.edit)).document,
      of: entry.id,
      analyzer: analyzerVersion
    )
  }

  /// Keeps the edits that are new, and takes out those that this reader had and no longer has.
  mutating func keepEdits(_ edits: [MadeEdit], _ row: Int) {
    tryAgain(row)
    attempt { shelf throws(LibraryError) in
      guard var entry = shelf.entries[row], let store = shelf.store else { return }
      let now = timestamp()
      var all: [Correction] = []
      for edit in edits {
        guard let number = edit.number else { continue }
        let key = edit.key ?? entry.keys[number] ?? newKey()
        entry.keys[number] = key
        let known = entry.corrections.first { $0.id == key }
        all.append(known ?? Correction(id: key, made: now, edit: edit.edit))
      }
      let old = Set(entry.corrections.map(\.id))
      let new = Set(all.map(\.id))
      let own = Set(entry.keys.values)
      let removed = old.subtracting(new).intersection(own)
      let added = all.filter { !old.contains($0.id) }
      guard !added.isEmpty || !removed.isEmpty else {
        shelf.entries[row] = entry
        return
      }
      try store.change(adding: added, removing: removed.sorted(), of: entry.id)
      entry.corrections = try store.corrections(of: entry.id)
      shelf.entries[row] = entry
      try shelf.keepCorrected(entry)
    }
  }

  mutating func keepMarks(_ passages: [MarkedPassage], _ row: Int) {
    tryAgain(row)
    attempt { shelf throws(LibraryError) in
      guard var entry = shelf.entries[row], let store = shelf.store else { return }
      let now = timestamp()
      var changes: [AnnotationChange] = []
      var present: Set<String> = []
      for passage in passages {
        guard let number = passage.number else { continue }
        let key = passage.key ?? entry.keys[number] ?? newKey()
        entry.keys[number] = key
        present.insert(key)
        let new = annotation(
          passage,
          key,
          of: entry.text,
          entry.annotations[key],
          agreed: entry.agreed[key],
          now
        )
        entry.agreed[key] = passage
        guard new != entry.annotations[key] else { continue }
        changes.append(.put(new))
        entry.annotations[key] = new
      }
      // Only what this reader had and no longer has is deleted, not what another one has made since.
      for key in entry.keys.values where !present.contains(key) && entry.annotations[key] != nil {
        changes.append(.delete(id: key))
        entry.annotations[key] = nil
        entry.agreed[key] = nil
      }
      try store.change(changes, of: entry.id)
      shelf.entries[row] = entry
    }
  }

  mutating func leave(_ row: Int, _ place: UInt32, _ seconds: Double, _ showedEnd: Bool) {
    attempt { shelf throws(LibraryError) in
      guard let entry = shelf.entries[row], let store = shelf.store else { return }
      let position = entry.text.codePoints(before: place)
      try store.notePosition(position, of: entry.id, secondsMore: seconds)
      if showedEnd { try store.setRead(true, of: entry.id) }
    }
  }

  mutating func search(_ query: String, _ limit: Int) {
    do throws(LibraryError) {
      guard let store = try openStore() else { return }
      let answer = try store.search(Query(query), limit: limit)
      queue.post(
        .libraryHits(
          query: query,
          answer.hits.map(libraryHit),
          isBestFirst: answer.isBestFirst,
          hasMore: answer.hasMore
        )
      )
    } catch {
      queue.post(.queryRefused(query: query, error.description))
    }
  }

  mutating func findPassage(_ article: Int64, _ query: String, _ row: Int) {
    attempt { shelf throws(LibraryError) in
      guard let store = try shelf.openStore(),
        let passage = try store.passage(of: Query(query), in: article)
      else { return }
      shelf.queue.post(.passage(row: row, passage))
    }
  }

  mutating func loadRecord(_ subject: LibrarySubject, _ row: Int) {
    attempt { shelf throws(LibraryError) in
      guard let entry = shelf.entries[row], let store = shelf.store else { return }
      let record = try libraryRecord(store, subject, except: entry.id)
      shelf.queue.post(.record(row: row, subject, record))
    }
  }

  /// Keeps an article now that could not be kept before; where that fails again, it is said again, since what is marked
  /// would be lost with it.
  private mutating func tryAgain(_ row: Int) {
    guard let (article, document) = unkept[row] else { return }
    hasFailed = false
    open(row, article, document)
  }

  private mutating func openStore() throws(LibraryError) -> ArticleStore? {
    if store == nil, !hasFailed {
      do {
        store = try door.store()
      } catch {
        hasFailed = true
        throw error
      }
    }
    return store
  }

  private mutating func attempt(
    _ body: (inout LibraryShelf) throws(LibraryError) -> Void
  ) {
    do {
      try body(&self)
    } catch {
      queue.post(.told(error.description, isError: true))
    }
  }
}

/// What an annotation is on the screen.
private func passage(_ annotation: Annotation, _ number: Int?, in text: SourceText) -> MarkedPassage
{
  let place = min(text.byte(ofCodePoint: annotation.start), UInt32(text.count))
  let range = annotation.isOrphaned ? nil : text.range(of: annotation)
  return MarkedPassage(
    number: number,
    key: annotation.id,
    range: range ?? place..<place,
    quote: annotation.quote,
    color: annotation.color,
    note: annotation.note,
    isLost: range == nil
  )
}

/// What a passage is in the library, where it was `old`.
private func annotation(
  _ passage: MarkedPassage,
  _ key: String,
  of text: SourceText,
  _ old: Annotation?,
  agreed: MarkedPassage?,
  _ now: String
) -> Annotation {
  var new =
    old
    ?? Annotation(
      id: key,
      quote: passage.quote,
      start: 0,
      end: 0,
      color: passage.color,
      created: now,
      changed: now
    )
  if passage.color != agreed?.color { new.color = passage.color }
  if passage.note != agreed?.note { new.note = passage.note }
  new.isOrphaned = passage.isLost
  if !passage.isLost, Int(passage.range.upperBound) <= text.count {
    let anchor = text.anchor(passage.range)
    // Where the shape of its signs has changed, the words stay as they were marked.
    new.quote = old?.quote ?? anchor.quote
    new.prefix = anchor.prefix
    new.suffix = anchor.suffix
    new.start = anchor.start
    new.end = anchor.end
  }
  if let old, new != old { new.changed = now }
  return new
}
