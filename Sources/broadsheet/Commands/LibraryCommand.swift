internal import ArgumentParser
internal import Ingest
internal import Library

/// `broadsheet library`: what the library holds, and its care.
struct LibraryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "library",
    abstract: "List, tag, check and forget what the library holds.",
    subcommands: [
      LibraryList.self, LibraryActors.self, LibraryIssue.self, LibraryTag.self, LibraryForget.self,
      LibraryImport.self, LibraryCheck.self, LibraryBackup.self, LibraryPath.self,
    ],
    defaultSubcommand: LibraryList.self
  )
}

struct LibraryList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "The articles, the one opened last first."
  )

  @Option(help: ArgumentHelp("How many are shown.", valueName: "number"))
  var limit = 50

  mutating func validate() throws {
    guard limit > 0 else { throw ValidationError("--limit is a number from 1.") }
  }

  mutating func run() throws {
    try withLibrary { printOut(try $0.recent(limit: limit).map(listLine).joined()) }
  }
}

struct LibraryActors: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "actor",
    abstract: "An actor's articles, quotations and positions, the newest first."
  )

  @Argument(help: ArgumentHelp("A name, or how one begins.", valueName: "name"))
  var name: [String]

  mutating func run() throws {
    try withLibrary { store in
      let actors = try store.actors(named: name.joined(separator: " "))
      guard !actors.isEmpty else {
        complain("nobody in the library goes by that name.")
        throw ExitCode(1)
      }
      for actor in actors.prefix(5) { printOut(try actorCard(actor, store)) }
      if actors.count > 5 { complain("\(actors.count - 5) more go by that name.") }
    }
  }

  private func actorCard(_ actor: LibraryActor, _ store: ArticleStore) throws -> String {
    let card = try store.card(ofActor: actor.id)
    let about = [actor.kind, actor.country].compactMap { $0 } + actor.roles
    let articles = actor.articleCount == 1 ? "1 article" : "\(actor.articleCount) articles"
    var text =
      "\(printable(actor.name)) (\(printable(about.joined(separator: ", ")))): \(articles)\n"
    for article in card.articles { text += "  " + listLine(article) }
    if !card.quotations.isEmpty { text += " Said:\n" }
    for quotation in card.quotations {
      text += "  \(quotation.article.day)  \(printable(quotation.said))\n"
    }
    if !card.positions.isEmpty { text += " Stands:\n" }
    for position in card.positions {
      text += "  \(position.article.day)  \(position.stance)  \(printable(position.issue))\n"
    }
    return text + "\n"
  }
}

struct LibraryIssue: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "issue",
    abstract: "Who stood where on an issue, the newest first."
  )

  @Argument(help: ArgumentHelp("The issue's label.", valueName: "label"))
  var label: [String]

  mutating func run() throws {
    try withLibrary { store in
      let positions = try store.positions(onIssue: label.joined(separator: " "))
      if positions.isEmpty {
        complain("the library has no such issue; broadsheet search issue:… finds labels by a word.")
      }
      for position in positions {
        printOut(
          "\(position.article.day)  \(position.stance)  \(printable(position.actor))\n"
            + position.evidence.map { "    \(printable($0))\n" }.joined()
        )
      }
    }
  }
}

struct LibraryTag: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tag",
    abstract: "Give an article a tag, or take one from it."
  )

  @Flag(help: "Take the tags from it.")
  var remove = false

  @Argument(help: ArgumentHelp("The article's number or location.", valueName: "article"))
  var article: String

  @Argument(help: ArgumentHelp("The tags; none to list those it has.", valueName: "tag"))
  var tags: [String] = []

  mutating func run() throws {
    try withLibrary { store in
      let id = try store.article(article).id
      for tag in tags {
        if remove {
          try store.removeTag(tag, from: id)
        } else {
          try store.addTag(tag, to: id)
        }
      }
      if tags.isEmpty { printOut(try store.tags(of: id).map { printable($0) + "\n" }.joined()) }
    }
  }
}

struct LibraryForget: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forget",
    abstract: "Delete an article for good, with all that was marked and found in it."
  )

  @Argument(help: ArgumentHelp("The articles' numbers or locations.", valueName: "article"))
  var articles: [String]

  mutating func run() throws {
    try withLibrary { store in
      let found = try articles.map { try store.article($0) }
      for article in found { try store.forget(article.id) }
    }
  }
}

struct LibraryImport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take in highlights and notes, as broadsheet export or another program wrote them."
  )

  @Argument(
    help: ArgumentHelp(
      "JSON or W3C Web Annotations, or - for standard input.",
      valueName: "file|-"
    ),
    completion: .file()
  )
  var file: String

  mutating func run() throws {
    do {
      let articles = try readAnnotations(
        try readRawBytes(ArticleSource(argument: rawBytes(of: file)))
      )
      let store = try ArticleStore(path: ArticleStore.defaultPath(environment))
      let count = try store.take(articles, now: timestamp())
      let others = count.passedOver == 0 ? "" : "; \(count.passedOver) were there already"
      printOut("\(count.taken == 1 ? "1 mark" : "\(count.taken) marks") taken in\(others).\n")
    } catch let error as IngestError {
      complain(error.description)
      throw ExitCode(1)
    } catch let error as LibraryError {
      complain(error.description)
      throw ExitCode(1)
    } catch let error as AnnotationFileError {
      complain("\(file): \(error.description)")
      throw ExitCode(1)
    }
  }
}

struct LibraryCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Look whether the library is whole."
  )

  mutating func run() throws {
    try withLibrary { store in
      let problems = try store.check()
      for problem in problems { printOut(printable(problem) + "\n") }
      guard problems.isEmpty else { throw ExitCode(1) }
      printOut("The library is whole: \(try store.count()) articles.\n")
    }
  }
}

struct LibraryBackup: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Copy the library into a file, whoever uses it meanwhile."
  )

  @Argument(help: ArgumentHelp("The copy.", valueName: "file"), completion: .file())
  var file: String

  mutating func run() throws {
    try withLibrary { try $0.backUp(to: file) }
  }
}

struct LibraryPath: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "path",
    abstract: "Print where the library is, or would be."
  )

  mutating func run() throws {
    do throws(LibraryError) {
      printOut(try ArticleStore.defaultPath(environment) + "\n")
    } catch {
      complain(error.description)
      throw ExitCode(1)
    }
  }
}
