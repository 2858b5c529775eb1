public import Prose

/// An article's positions as coders of discourse networks write them down: a value of its own, without the text.
public struct Coding: Sendable {
  /// What tells the article apart: its id, path or address.
  public let article: String
  public let title: String
  public let author: String
  /// The site, else where the article was found.
  public let source: String
  /// `2026-01-29 10:30:00`, as the source gives it; empty where it gives none.
  public let time: String
  public let issues: [CodedIssue]
  public let positions: [CodedPosition]
}

public struct CodedIssue: Sendable, Equatable {
  public let label: String
  public let synonyms: [String]
  /// With the sign before the name: "+Velia".
  public let parties: [String]
  public let firstSentence: String
  public let why: String
  public let isCorrected: Bool
}

public struct CodedPosition: Sendable, Equatable {
  public let party: CodedParty
  /// Who speaks; nil where no person is told.
  public let person: String?
  /// What is spoken for; nil where no body is told.
  public let organization: String?
  /// The issue's label.
  public let concept: String
  public let stance: Stance
  public let status: Status
  public let evidence: [CodedSentence]
  public let isCorrected: Bool
}

public struct CodedParty: Hashable, Sendable {
  public let name: String
  public let kind: ActorKind
  public let country: String?
}

public struct CodedSentence: Hashable, Sendable {
  public let text: String
  /// In UTF-16 units of the article's text, as Java counts.
  public let range: Range<Int>
}

/// Reads off a document who stands where; `date` is the day the article reports from, if its source gives none.
public func code(
  _ document: Document,
  of article: Article,
  id: AnalysisID,
  date: CalendarDate? = nil
) -> Coding {
  let coder = Coder(document: document, offsets: UTF16Offsets(document.text))
  let headline = document.blocks.headline.map {
    document.text.string(in: document.blocks.range($0))
  }
  return Coding(
    article: cleanLine(id.words ?? article.location),
    title: cleanLine(article.title ?? headline ?? ""),
    author: cleanLine(article.byline.joined(separator: ", ")),
    source: cleanLine(article.site ?? article.location),
    time: codedTime(article.published ?? date?.iso) ?? "",
    issues: document.allIssues.map(coder.issue),
    positions: document.allIssues.flatMap { issue in
      issue.positions.map { coder.position($0, on: issue) }
    }
  )
}

extension AnalysisID {
  fileprivate var words: String? {
    switch self {
    case .string(let id), .number(let id): id
    case .none: nil
    }
  }
}

/// `yyyy-MM-dd HH:mm:ss` of an ISO 8601 time, its clock as written; nil for what is none.
func codedTime(_ iso: String?) -> String? {
  guard let iso, let day = CalendarDate(iso: iso) else { return nil }
  let clock = Array(iso.utf8.dropFirst(11))
  func digits(_ start: Int, below limit: Int) -> String? {
    guard clock.count >= start + 2, start == 0 || clock[start - 1] == UInt8(ascii: ":"),
      let number = Int(String(decoding: clock[start..<start + 2], as: UTF8.self)),
      (0..<limit).contains(number)
    else { return nil }
    return number < 10 ? "0\(number)" : String(number)
  }
  guard let hour = digits(0, below: 24), let minute = digits(3, below: 60) else {
    return day.iso + " 00:00:00"
  }
  return "\(day.iso) \(hour):\(minute):\(digits(6, below: 60) ?? "00")"
}
