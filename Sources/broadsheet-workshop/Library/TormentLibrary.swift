internal import ArgumentParser
internal import Foundation
internal import Library
internal import Prose

/// Kills a process again and again while it writes to a library, and looks each time whether anything is lost.
struct TormentLibrary: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "torment",
    abstract: "Kill a process that writes to a library, again and again, and see what is lost.",
    discussion: """
      The process stores articles, marks, corrects and takes in feeds, and tells of each change once it is kept. \
      After each kill the library must be whole, and have all that was told; what was under way may be lost, but \
      only as a whole.
      """
  )

  @Option(help: "How often the process is killed.")
  var kills = 200

  @Option(help: "What the moments of the kills are drawn from.")
  var seed: UInt64 = 1

  @Option(help: .hidden)
  var writeFrom: Int?

  @Option(help: .hidden)
  var lookAt: Int?

  @Argument(help: "A library's file that is not there yet.")
  var path: String

  mutating func run() throws {
    if let writeFrom {
      try TormentedWriter(store: ArticleStore(path: path)).run(from: writeFrom)
    } else if let lookAt {
      try look(from: max(0, lookAt - 60), to: lookAt)
    } else {
      try torment()
    }
  }

  private func torment() throws {
    var random = Seeded(seed: seed)
    var done = 0
    for kill in 1...max(1, kills) {
      done = try writeAndKill(from: done, afterChanges: random.below(12), random.below(12_000))
      // A process of its own looks, as the next reader would: it finds the files as the killed one left them.
      let (status, output) = try run(["--look-at", "\(done)"])
      guard status == 0 else { throw Loss(what: "After kill \(kill): \(output)") }
      // One more may have been kept than was told of.
      if output.hasPrefix("more") { done += 1 }
    }
    try look(from: 0, to: done)
    print("\(kills) kills, \(done) changes, nothing lost")
  }

  private func look(from start: Int, to end: Int) throws {
    let store = try ArticleStore(path: path)
    let problems = try store.check()
    guard problems.isEmpty else { throw Loss(what: problems.joined(separator: " ")) }
    let writer = TormentedWriter(store: store)
    for number in start..<end where try !writer.has(number) {
      throw Loss(what: "change \(number) of \(end) is not there.")
    }
    if lookAt != nil { print(try writer.has(end) ? "more" : "whole") }
  }

  private func run(_ arguments: [String]) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = Bundle.main.executableURL
    process.arguments = ["torment", path] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, output)
  }

  /// Has a process write, and kills it so many microseconds after it told of so many changes.
  /// - Returns: How many changes were told of in all.
  private func writeAndKill(from start: Int, afterChanges count: Int, _ pause: Int) throws -> Int {
    let process = Process()
    process.executableURL = Bundle.main.executableURL
    process.arguments = ["torment", path, "--write-from", "\(start)"]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    var told = start
    func read() -> Bool {
      let data = pipe.fileHandleForReading.availableData
      told += data.count { $0 == UInt8(ascii: "\n") }
      return !data.isEmpty
    }
    while told < start + count, read() {}
    usleep(useconds_t(pause))
    kill(process.processIdentifier, SIGKILL)
    while read() {}
    process.waitUntilExit()
    return told
  }

  struct Loss: Error, CustomStringConvertible {
    let what: String
    var description: String { what }
  }
}

/// Makes changes of all kinds, each by its number.
private struct TormentedWriter {
  let store: ArticleStore

  /// Writes without end, though not for ever where nobody ends it.
  func run(from start: Int) throws {
    for number in start..<start + 10_000 {
      try make(number)
      FileHandle.standardOutput.write(Data("\(number)\n".utf8))
    }
  }

  private static let articles = 7
  private func location(_ number: Int) -> String { "/torment/\(number % Self.articles)" }
  private func text(_ number: Int) -> SourceText {
    // Each seventh text is another one, so that what is marked has to be found again.
    SourceText(
      "Ferry talks, part \(number / 35)\n\nThe night ferry sails on. "
        + String(repeating: "It rained on the quay. ", count: 1 + number / 35 % 50)
    )
  }
  private let now = "2026-02-01T00:00:00Z"

  private func keep(_ number: Int) throws -> KeptArticle {
    let text = text(number)
    return try store.keep(
      Article(location: location(number), text: text),
      blocks: Blocks(),
      location: location(number),
      title: "Ferry",
      now: now
    )
  }

  private func mark(_ number: Int) -> Annotation {
    Annotation(
      id: "mark-\(number)",
      quote: "night ferry",
      start: 0,
      end: 11,
      color: "green",
      note: "change \(number)",
      created: now,
      changed: now
    )
  }

  private func correction(_ number: Int) -> Correction {
    Correction(
      id: "edit-\(number)",
      made: now,
      edit: Edit(.addIssue, value: "change \(number)")
    )
  }

  private func make(_ number: Int) throws {
    let article = try keep(number).id
    switch number % 4 {
    case 0: try store.change([.put(mark(number))], of: article)
    case 1: try store.change(adding: [correction(number)], removing: [], of: article)
    case 2:
      // Two things that belong together: both or neither.
      try store.change([.put(mark(number)), .put(mark(-number))], of: article)
    default:
      let feed = try store.subscribe(
        Subscription("https://wire.example/\(number % 3)"),
        now: now
      ).id
      var taken = Feed()
      var entry = FeedEntry()
      entry.id = "entry-\(number)"
      entry.title = "change \(number)"
      entry.link = "https://wire.example/entry-\(number)"
      taken.entries = [entry]
      let outcome = FeedAnswer.Outcome.read(taken, texts: [""], entityTag: nil, lastModified: nil)
      try store.take([FeedAnswer(feed: feed, outcome: outcome)], now: now)
    }
  }

  /// Whether a change is there, as a whole.
  func has(_ number: Int) throws -> Bool {
    guard let article = try? store.article(location(number)).id else { return false }
    switch number % 4 {
    case 0: return try store.annotations(of: article).contains { $0.id == "mark-\(number)" }
    case 1: return try store.corrections(of: article).contains { $0.id == "edit-\(number)" }
    case 2:
      let ids = try store.annotations(of: article).map(\.id)
      let found = ["mark-\(number)", "mark-\(-number)"].filter(ids.contains)
      guard found.count != 1 else {
        throw TormentLibrary.Loss(what: "change \(number) is there in part.")
      }
      return found.count == 2
    default:
      return try !store.entries(Query("\"change \(number)\"")).isEmpty
    }
  }
}
