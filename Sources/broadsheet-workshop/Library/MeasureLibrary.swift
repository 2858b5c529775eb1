internal import Analysis
internal import ArgumentParser
internal import Library
internal import Prose

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Fills a library with articles made up for it, and tells how long storing and finding take.
struct MeasureLibrary: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "library",
    abstract: "Measure a library of many made-up articles.",
    discussion: """
      The articles are some hundred texts of 5 kB, each kept many times under different locations and days: the \
      indexes grow as with different ones. A library that is there is filled up to the number asked for.
      """
  )

  @Option(help: "How many articles.")
  var articles = 100_000

  @Option(help: "How many different texts they are made from.")
  var texts = 200

  @Argument(help: "The library's file.")
  var path: String

  mutating func run() throws {
    let store = try ArticleStore(path: path)
    try fill(store)
    try measure(store)
  }

  private func fill(_ store: ArticleStore) throws {
    let there = try store.count()
    guard there < articles else { return }
    let templates = (0..<texts).map { MadeUpArticle(seed: UInt64($0)) }
    var times: [Duration] = []
    let begin = processorTime()
    for number in there..<articles {
      let template = templates[number % templates.count]
      let day = CalendarDate(dayNumber: 14_000 + number / 20)?.iso ?? "2026-01-01"
      let start = ContinuousClock.now
      let article = Article(
        location: "/made-up/\(number).txt",
        published: day,
        text: template.document.text
      )
      let kept = try store.keep(
        article,
        blocks: template.document.blocks,
        location: article.location,
        title: template.title,
        now: day + "T12:00:00Z"
      )
      try store.keepFindings(template.document, of: kept.id, analyzer: 1)
      times.append(start.duration(to: .now))
    }
    times.sort()
    let bytes = templates.map(\.document.text.count).reduce(0, +) / max(1, templates.count)
    print("text: \(bytes) bytes an article")
    report("store one article", times, processor: (processorTime() - begin) / Double(times.count))
  }

  private func measure(_ store: ArticleStore) throws {
    try time("open the library") { _ = try ArticleStore(path: path) }
    try time("list of 200") {
      for article in try store.recent(limit: 200) { _ = try store.about(article.id) }
    }
    for query in MadeUpArticle.queries {
      let found = try store.articles(Query(query)).count
      try time("search \(query) (\(found) articles)") { _ = try store.search(Query(query)) }
    }
    for name in MadeUpArticle.people.prefix(3) {
      guard let actor = try store.actors(named: name).first else { continue }
      try time("card of \(name), in \(actor.articleCount) articles") {
        _ = try store.card(ofActor: actor.id, except: 1)
      }
    }
    let issue = try store.recent(limit: 50).lazy.compactMap { try? store.about($0.id).issues.first }
      .first
    if let issue {
      let count = try store.card(ofIssue: issue, except: 1).articleCount
      try time("card of the issue \(issue), in \(count) articles") {
        _ = try store.card(ofIssue: issue, except: 1)
      }
    }
    try store.tidy()
    var status = stat()
    if stat(path, &status) == 0 {
      let count = try store.count()
      print("file: \(status.st_size) bytes, \(Int(status.st_size) / max(1, count)) an article")
    }
  }

  private func time(_ name: String, _ body: () throws -> Void) throws {
    var times: [Duration] = []
    let begin = processorTime()
    for _ in 0..<20 {
      let start = ContinuousClock.now
      try body()
      times.append(start.duration(to: .now))
    }
    report(name, times.sorted(), processor: (processorTime() - begin) / 20)
  }

  /// Milliseconds that this process has had of a processor: the clock tells more while others want it too.
  private func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1000 + Double(time.tv_nsec) / 1_000_000
  }

  private func report(_ name: String, _ times: [Duration], processor: Double) {
    guard let last = times.last else { return }
    func rounded(_ number: Double) -> Double { (number * 100).rounded() / 100 }
    func milliseconds(_ duration: Duration) -> Double { rounded(duration / .milliseconds(1)) }
    let median = milliseconds(times[times.count / 2])
    let high = milliseconds(times[times.count * 19 / 20])
    print(
      "\(name): median \(median), 95 % \(high), most \(milliseconds(last)), processor \(rounded(processor)) ms"
    )
  }
}

/// A text of 5 kB with names, quotations and a dispute, of words that are rarer the later they come.
private struct MadeUpArticle {
  let title: String
  let document: Document

  static let people = [
    "Mara Oyelaran", "Ivo Brandt", "Odile Marchetti", "Tomas Veld", "Yusra Ingvald",
    "Pieter Sandoz",
    "Alma Kessel", "Jorun Hale", "Lucia Ferrante", "Emeka Duru", "Sven Aldana", "Noor Halabi",
  ]
  private static let places = ["Paris", "Nairobi", "Lima", "Oslo", "Kyiv", "Jakarta", "Quebec"]
  static let words: [String] = (0..<4000).map { number in
    let beginnings = ["har", "quar", "lan", "ves", "mer", "tol", "bri", "sal", "gran", "fen"]
    let middles = ["bo", "ti", "ra", "de", "mu", "ne", "lo", "si", "ga", "pe"]
    let endings = ["r", "nt", "l", "ck", "st", "m", "sh", "ld", "n", "rd"]
    let rare = number >= 1000 ? middles[number / 1000] : ""
    return beginnings[number % 10] + middles[number / 10 % 10] + rare + endings[number / 100 % 10]
  }

  /// Common words, rare ones, phrases, beginnings, words near each other, and each field.
  static let queries = [
    words[0], words[150], words[3900], "\(words[0]) \(words[3900])",
    "\"\(words[3]) \(words[4])\"", "\"\(words[0]) \(words[1])\"", "\"will not\"",
    "\(words[1]) \(words[180])", "qua*", "\(words[3900].prefix(5))*",
    "NEAR(\(words[0]) \(words[2]), 3)", "NEAR(minister \(words[3900]), 5)",
    "\(words[5]) OR \(words[3901])", "\(words[0]) -\(words[1])", "title:\(words[0])",
    "actor:\"\(people[0])\"", "actor:\"\(people[0])\" \(words[3900])", "place:Nairobi",
    "issue:\(words[2])", "speaker:\"\(people[1])\" \(words[7])",
    "speaker:\"\(people[1])\" \(words[3900])",
    "said:\(words[3900])", "said:\"will not\"", "speaker:\"\(people[2])\" said:\(words[0])",
    "\(words[9]) after:2020 before:2021", "\(words[9]) after:2010", "after:2012-03 before:2012-04",
    "tag:none", "is:marked", "is:unread", "is:read", "\(words[0]) is:read", "author:nobody",
    "-actor:\"\(people[0])\" \(words[0])",
  ]

  init(seed: UInt64) {
    var random = Seeded(seed: seed)
    func pick<Element>(_ all: [Element]) -> Element { all[random.below(all.count)] }
    /// The first words come up far more often than the last.
    func word() -> String {
      let share = Double(random.below(1_000_000)) / 1_000_000
      return Self.words[Int(share * share * share * Double(Self.words.count - 1))]
    }
    title = "The \(word()) \(word()) of \(pick(Self.places))"
    var text = title + "\n\n"
    let disputed = "\(Self.words[random.below(40)]) levy"
    text +=
      "\(Self.people[random.below(12)]) supports the \(disputed). \(Self.people[random.below(12)]) opposes the \(disputed), which has divided the government.\n\n"
    while text.utf8.count < 5000 {
      let (one, other) = (pick(Self.people), pick(Self.people))
      let matter = "\(word()) \(word())"
      text +=
        "\(one), the minister of \(pick(Self.places)), said on Thursday that the \(word()) would \(word()) the \(matter). "
      text += "“We will not \(word()) the \(word()) \(word()),” \(one) said. "
      text +=
        "\(other) rejected the \(matter), while the \(word()) \(word()) and the \(word()) remained in dispute.\n\n"
    }
    document = analyze(SourceText(text))
  }
}
