public import Prose

/// An article's findings as a brief in Markdown (CommonMark): the issues with who stands where and the sentences
/// that show it, who acts, where, who said what, and when.
///
/// Sections without findings are left out.
public func markdownBrief(
  _ document: Document,
  of article: Article,
  date: CalendarDate? = nil
) -> [UInt8] {
  let brief = MarkdownBrief(
    document: document,
    day: date ?? article.published.flatMap { CalendarDate(iso: $0) }
  )
  var lines = ["# \(markdown(article.title(in: document)))", ""]
  lines += [article.facts.map(markdown).joined(separator: " · "), ""]
  lines += brief.sections
  return Array((lines.joined(separator: "\n")).utf8)
}

private struct MarkdownBrief {
  let document: Document
  let day: CalendarDate?

  var sections: [String] {
    section("Issues", issues) + section("Actors", actors) + section("Places", places)
      + section("Quotations", quotations) + section("Times", times)
  }

  private func section(_ title: String, _ lines: [String]) -> [String] {
    lines.isEmpty ? [] : ["## \(title)", ""] + lines + [""]
  }

  private var issues: [String] {
    document.allIssues.flatMap { issue in
      let other =
        issue.alsoCalled.isEmpty
        ? "" : " (also: \(issue.alsoCalled.map(markdown).joined(separator: ", ")))"
      let by = issue.isCorrected ? personWords : ""
      return ["### \(markdown(issue.label))\(other)\(by)", ""] + issue.positions.flatMap(position)
        + [""]
    }.dropLast()
  }

  private func position(_ position: Position) -> [String] {
    let name = document.name(of: position.actor)
    let status =
      position.status.names.isEmpty ? "" : ", \(position.status.names.joined(separator: ", "))"
    let head =
      "- **\(position.stance.sign.symbol) \(markdown(name))** \(position.stance.rawValue)\(status)"
      + (position.isCorrected ? personWords : "")
    return [head] + position.evidence.map { "  > \(sentence($0))" }
  }

  private var actors: [String] {
    document.allActors.map { actor in
      let facts = [
        actor.kind.rawValue,
        actor.country.map { document.name(of: $0) },
        actor.isCorrected ? "by: person" : nil,
      ]
      let roles = actor.roles.map(markdown)
      let aliases =
        actor.aliases.isEmpty ? [] : ["also " + actor.aliases.map(markdown).joined(separator: ", ")]
      let details = (roles + facts.compactMap(\.self) + aliases).joined(separator: "; ")
      return "- **\(markdown(actor.name))** (\(mentionCount(actor.mentions.count))): \(details)"
    }
  }

  private var places: [String] {
    document.allPlaces.map { place in
      let facts = [
        place.kind == .other ? nil : place.kind.rawValue, place.region,
        place.kind == .country
          ? nil : place.country.map { document.name(of: $0) },
        place.coordinates.map { "\($0.latitude), \($0.longitude)" },
        place.isCorrected ? "by: person" : nil,
      ].compactMap(\.self)
      let details = facts.isEmpty ? "" : ": " + facts.map(markdown).joined(separator: "; ")
      return "- **\(markdown(place.name))** (\(mentionCount(place.mentions.count)))\(details)"
    }
  }

  private func mentionCount(_ count: Int) -> String {
    count == 1 ? "1 mention" : "\(count) mentions"
  }

  private var quotations: [String] {
    document.allQuotations.flatMap { quotation in
      let parts = document.quotations.parts[quotation.id.index].map(document.string)
      let speaker =
        quotation.actor.map { document.name(of: $0) }
        ?? quotation.source.map(document.string)
      return [
        "> \(markdown(parts.joined(separator: " … ")))  ",
        "> — \(speaker.map(markdown) ?? "no speaker named")", "",
      ]
    }.dropLast()
  }

  /// Those that have a place in time, the earliest first.
  private var times: [String] {
    let dated = document.allTimes.compactMap { time in time.days.map { (time: time, days: $0) } }
      .sorted {
        ($0.days.lowerBound, $0.days.upperBound, $0.time.id)
          < ($1.days.lowerBound, $1.days.upperBound, $1.time.id)
      }
    return dated.map { time, days in
      let row = document.sentences.sentence(at: Int(time.tokens.first))
      let words =
        time.clause.map { markdown(document.string($0)) }
        ?? row.map { sentence(ID(row: $0)) } ?? markdown(document.string(time.tokens))
      return "- **\(dayWords(days))**: \(words)"
    }
  }

  private func dayWords(_ days: ClosedRange<Int>) -> String {
    guard let day, let first = CalendarDate(dayNumber: day.dayNumber + days.lowerBound),
      let last = CalendarDate(dayNumber: day.dayNumber + days.upperBound)
    else {
      return days.count == 1
        ? "day \(days.lowerBound)" : "days \(days.lowerBound) to \(days.upperBound)"
    }
    return first == last ? first.iso : "\(first.iso) to \(last.iso)"
  }

  private func sentence(_ id: ID<Sentence>) -> String {
    markdown(document.string(document.sentences.tokens[id.index]))
  }
}

/// Marks what a person has corrected.
private let personWords = " (by: person)"

/// A text so that Markdown shows it as it is.
func markdown(_ text: String) -> String {
  var written = String.UnicodeScalarView()
  for scalar in cleanLine(text).unicodeScalars {
    if #"\`*_[]<>#|~&"#.unicodeScalars.contains(scalar) { written.append("\\") }
    written.append(scalar)
  }
  return String(written)
}
