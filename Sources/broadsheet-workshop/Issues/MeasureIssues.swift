internal import Analysis
internal import ArgumentParser
internal import Foundation
internal import Prose

/// Measures disputed issues and positions on the package's own articles.
struct MeasureIssues: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure-issues",
    abstract: "Score disputed issues and positions on annotated articles."
  )

  @Option(help: "The folder of the package's own articles.")
  var own = "Sources/broadsheet-workshop/Disputes"

  @Flag(help: "List what was missed and what was too much.")
  var errors = false

  func run() throws {
    var score = IssueScore()
    for url in try FileManager.default.contentsOfDirectory(
      at: URL(filePath: own),
      includingPropertiesForKeys: nil
    )
    .sorted(by: { $0.path < $1.path }) where url.pathExtension == "txt" {
      let contents = try String(contentsOf: url, encoding: .utf8)
      for article in try readDisputedArticles(contents, file: url.lastPathComponent) {
        let found = FoundIssue.all(in: analyze(SourceText(article.text)))
        score.add(found, against: article)
      }
    }
    print(score.summary)
    if errors { for line in score.errors { print(line) } }
  }
}

/// An issue as found, in words.
struct FoundIssue {
  let label: String
  let parties: [(actors: [String], stance: Stance)]

  static func all(in document: Document) -> [FoundIssue] {
    let actors = document.allActors
    return document.allIssues.map { issue in
      FoundIssue(
        label: "\(issue.label)",
        parties: issue.positions.map { position in
          let actor = actors[position.actor.index]
          return (["\(actor.name)"] + actor.aliases.map { "\($0)" }, position.stance)
        }
      )
    }
  }
}

/// Hits, false finds and misses over some articles.
struct IssueScore {
  private(set) var issues = Counts()
  private(set) var positions = Counts()
  private(set) var signs = Counts()
  private(set) var peaceful = 0
  private(set) var falseAlarms = 0
  private(set) var errors: [String] = []

  struct Counts: Equatable {
    var hits = 0
    var extra = 0
    var missed = 0

    var f1: Double {
      hits == 0 ? 0 : 2 * Double(hits) / Double(2 * hits + extra + missed)
    }
  }

  /// Compares the issues found in an article with those annotated.
  mutating func add(_ found: [FoundIssue], against article: DisputedArticle) {
    if article.matters.isEmpty {
      peaceful += 1
      if !found.isEmpty { falseAlarms += 1 }
    }
    var rest = found
    for matter in article.matters {
      let row = rest.indices.max { likeness(rest[$0], matter) < likeness(rest[$1], matter) }
      guard let row, likeness(rest[row], matter) >= 0.5 else {
        issues.missed += 1
        positions.missed += matter.parties.count
        signs.missed += matter.parties.count
        errors.append("\(article.name): missed \(matter.labels[0])")
        continue
      }
      issues.hits += 1
      add(rest.remove(at: row).parties, against: matter, in: article.name)
    }
    issues.extra += rest.count
    for issue in rest {
      positions.extra += issue.parties.count
      signs.extra += issue.parties.count
      errors.append("\(article.name): too much, \(issue.label)")
    }
  }

  private mutating func add(
    _ found: [(actors: [String], stance: Stance)],
    against matter: DisputedArticle.Matter,
    in name: String
  ) {
    var rest = found
    for party in matter.parties {
      let sought = contentWords(party.actor)
      let row = rest.firstIndex { one in
        one.actors.contains { isSame(contentWords($0), sought) }
      }
      guard let row else {
        positions.missed += 1
        signs.missed += 1
        errors.append("\(name): missed \(party.actor) on \(matter.labels[0])")
        continue
      }
      positions.hits += 1
      if rest.remove(at: row).stance.sign == Stance(rawValue: party.stance)?.sign {
        signs.hits += 1
      } else {
        signs.extra += 1
        signs.missed += 1
        errors.append("\(name): wrong sign for \(party.actor) on \(matter.labels[0])")
      }
    }
    positions.extra += rest.count
    signs.extra += rest.count
    for one in rest { errors.append("\(name): too much, \(one.actors[0]) on \(matter.labels[0])") }
  }

  private func likeness(_ issue: FoundIssue, _ matter: DisputedArticle.Matter) -> Double {
    let words = contentWords(issue.label)
    return matter.labels.map { label in
      let own = contentWords(label)
      let shared = own.intersection(words).count
      return shared == 0 ? 0 : 2 * Double(shared) / Double(own.count + words.count)
    }
    .max() ?? 0
  }

  private func isSame(_ left: Set<String>, _ right: Set<String>) -> Bool {
    !left.isEmpty && !right.isEmpty && (left.isSubset(of: right) || right.isSubset(of: left))
  }

  /// The words that tell what is meant, in lower case, without the endings of number.
  private func contentWords(_ text: String) -> Set<String> {
    let small: Set<String> = ["the", "a", "an", "of", "to", "in", "on", "for", "and", "its", "at"]
    return Set(
      text.lowercased().split { !$0.isLetter && !$0.isNumber }
        .map { $0.count > 3 && $0.hasSuffix("s") ? String($0.dropLast()) : String($0) }
        .filter { !small.contains($0) && $0 != "s" }
    )
  }

  var summary: String {
    func line(_ name: String, _ counts: Counts) -> String {
      let score = (counts.f1 * 1000).rounded() / 10
      return
        "\(name) F1 \(score) (\(counts.hits) right, \(counts.extra) too much, \(counts.missed) missed)"
    }
    return [
      line("issues", issues), line("positions", positions), line("signs", signs),
      "false alarms \(falseAlarms) of \(peaceful) articles without a dispute",
    ]
    .joined(separator: "\n")
  }
}
