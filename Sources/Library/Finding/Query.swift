/// What to look for in the library.
///
/// Words must all be there; `"…"` is a phrase, `word*` a beginning, `a OR b` one of two, `-word` must not be there,
/// `NEAR(a b, 5)` both with five words between them at most. Fields: `title:`, `actor:`, `place:`, `issue:`,
/// `speaker:`, `said:`, `tag:`, `before:`, `after:`, `feed:`, `folder:`, `author:`, `is:read`, `is:unread`,
/// `is:marked`, `is:later`.
public struct Query: Equatable, Sendable {
  enum Table: Equatable {
    case words
    case names
    case quotations
  }

  struct Condition: Equatable {
    var table: Table
    /// In FTS5's language; what a person typed stands in it in quotation marks only.
    var expression: String
    var isNegated: Bool
  }

  /// Where an article came from.
  struct Origin: Equatable {
    enum Kind: String {
      case feed
      case folder
      case author
    }

    let kind: Kind
    let name: String
    /// The name in FTS5's language.
    let expression: String
    let isNegated: Bool
  }

  private(set) var conditions: [Condition] = []
  private(set) var tags: [(name: String, isNegated: Bool)] = []
  private(set) var after: String?
  private(set) var before: String?
  private(set) var isRead: Bool?
  private(set) var isMarked: Bool?
  private(set) var isLater: Bool?
  private(set) var origins: [Origin] = []
  /// Whether a word is asked for by one letter or two that it begins with, as too many words do.
  private(set) var hasShortBeginning = false

  public static func == (left: Self, right: Self) -> Bool {
    left.conditions == right.conditions && left.tags.elementsEqual(right.tags, by: ==)
      && left.after == right.after && left.before == right.before && left.isRead == right.isRead
      && left.isMarked == right.isMarked && left.isLater == right.isLater
      && left.origins == right.origins
  }

  /// Reads a query as a person types it.
  public init(_ text: String) throws(LibraryError) {
    var terms = QueryTerms(text)
    var groups: [[String]] = []
    var excluded: [String] = []
    var joinsNext = false
    var speakers: [String] = []
    var said: [String] = []
    while let term = terms.next() {
      if term.field == nil, term.value == "OR", !term.isQuoted, !groups.isEmpty {
        joinsNext = true
        continue
      }
      switch term.field {
      case nil, "title", "text":
        guard let phrase = term.expression else { continue }
        if term.isPrefix, term.lastWord.count < 3, term.lastWord.allSatisfy(\.isASCII) {
          hasShortBeginning = true
        }
        let expression = term.field.map { "\($0) : \(phrase)" } ?? phrase
        if term.isNegated {
          excluded.append(expression)
        } else if joinsNext {
          groups[groups.count - 1].append(expression)
        } else {
          groups.append([expression])
        }
      case "actor", "place", "issue":
        guard let field = term.field, let phrase = term.expression else { continue }
        add(.names, "\(field)s : \(phrase)", term.isNegated)
      case "speaker":
        guard let phrase = term.expression else { continue }
        if term.isNegated {
          add(.names, "speakers : \(phrase)", true)
        } else {
          speakers.append(phrase)
        }
      case "said":
        guard let phrase = term.expression else { continue }
        if term.isNegated {
          add(.quotations, "said : \(phrase)", true)
        } else {
          said.append(phrase)
        }
      case "tag": tags.append((folded(term.value), term.isNegated))
      case let field? where Origin.Kind(rawValue: field) != nil:
        guard let kind = Origin.Kind(rawValue: field), let phrase = term.expression else {
          continue
        }
        origins.append(
          Origin(kind: kind, name: term.value, expression: phrase, isNegated: term.isNegated)
        )
      case "before": before = try Self.day(term.value, "before")
      case "after": after = try Self.day(term.value, "after")
      case "is": try setState(term.value, isNegated: term.isNegated)
      case let field?:
        throw .notAQuery(
          """
          There is no field \(field); there are title, actor, place, issue, speaker, said, tag, feed, folder, author, \
          before, after and is.
          """
        )
      }
      joinsNext = false
    }
    // Who is asked for with what was said must have said it.
    if !said.isEmpty {
      let all = said.map { "said : \($0)" } + speakers.map { "speaker : \($0)" }
      add(.quotations, all.map { "(\($0))" }.joined(separator: " AND "), false)
    } else {
      for speaker in speakers { add(.names, "speakers : \(speaker)", false) }
    }
    if !groups.isEmpty {
      let wanted = groups.map { "(" + $0.map { "(\($0))" }.joined(separator: " OR ") + ")" }
      let unwanted = excluded.map { " NOT (\($0))" }.joined()
      conditions.insert(
        Condition(
          table: .words,
          expression: "(" + wanted.joined(separator: " AND ") + ")" + unwanted,
          isNegated: false
        ),
        at: 0
      )
    } else {
      for expression in excluded { add(.words, expression, true) }
    }
    guard !isEmpty else { throw .notAQuery("Nothing to look for: name a word or a field.") }
  }

  /// Whether every article answers to it.
  private var isEmpty: Bool {
    conditions.isEmpty && tags.isEmpty && after == nil && before == nil && isRead == nil
      && isMarked == nil && isLater == nil && origins.isEmpty
  }

  /// Whether nothing but words is asked for.
  var isOfWordsAlone: Bool {
    conditions.allSatisfy { $0.table == .words } && tags.isEmpty && after == nil && before == nil
      && isRead == nil && isMarked == nil && isLater == nil && origins.isEmpty
  }

  private mutating func add(_ table: Table, _ expression: String, _ isNegated: Bool) {
    conditions.append(Condition(table: table, expression: expression, isNegated: isNegated))
  }

  private mutating func setState(_ value: String, isNegated: Bool) throws(LibraryError) {
    switch value {
    case "read": isRead = !isNegated
    case "unread": isRead = isNegated
    case "marked": isMarked = !isNegated
    case "later": isLater = !isNegated
    default:
      throw .notAQuery("An article is:read, is:unread, is:marked or is:later, not is:\(value).")
    }
  }

  /// A day, month or year, as the day it begins with.
  private static func day(_ value: String, _ field: String) throws(LibraryError) -> String {
    let parts = value.split(separator: "-", omittingEmptySubsequences: false)
    let lengths = [4, 2, 2]
    let isDay =
      (1...3).contains(parts.count)
      && zip(parts, lengths).allSatisfy { part, length in
        part.utf8.count == length && part.utf8.allSatisfy { (48...57).contains($0) }
      }
    guard isDay else {
      throw .notAQuery(
        "\(field):\(value) is no day; write it as \(field):2026-01-29, 2026-01 or 2026."
      )
    }
    return value + ["", "-01-01", "-01", ""][parts.count]
  }
}
