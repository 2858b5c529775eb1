internal import Prose

/// The rows of an event list in the columns of Discourse Network Analyzer.
struct EventList {
  private var statementCount = 0
  private var articleCount = 0

  static let head = """
    statement_id;time;person;organization;concept;agreement;start_position;stop_position;text;coder;\
    document_id;document_title;document_author;document_source;document_section;document_type\n
    """

  /// The article's positions of the wanted signs, a row for each sentence that shows one.
  mutating func rows(_ coding: Coding, where isWanted: (StanceSign) -> Bool) -> String {
    articleCount += 1
    var rows = ""
    for position in coding.positions where isWanted(position.stance.sign) {
      for sentence in position.evidence {
        statementCount += 1
        let agreement =
          switch position.stance.sign {
          case .plus: "1"
          case .minus: "0"
          case .none: ""
          }
        rows += [
          String(statementCount),
          quoted(coding.time),
          quoted(position.person ?? ""),
          quoted(position.organization ?? ""),
          quoted(position.concept),
          agreement,
          String(sentence.range.lowerBound),
          String(sentence.range.upperBound),
          quoted(sentence.text),
          quoted(position.isCorrected ? "person" : "broadsheet"),
          String(articleCount),
          quoted(coding.title),
          quoted(coding.author),
          quoted(coding.source),
          quoted(""),
          quoted(""),
        ].joined(separator: ";")
        rows += "\n"
      }
    }
    return rows
  }
}

let codeSheetHead = "label;synonyms;parties;first_sentence;document;rule\n"

/// A line for each issue of the article.
func codeSheetRows(_ coding: Coding) -> String {
  coding.issues.map { issue in
    [
      issue.label, issue.synonyms.joined(separator: ", "), issue.parties.joined(separator: ", "),
      issue.firstSentence, coding.article, issue.isCorrected ? "person" : issue.why,
    ].map(quoted).joined(separator: ";") + "\n"
  }.joined()
}

/// A text as Discourse Network Analyzer writes it between semicolons: `"` becomes `'`, and `;` becomes `,`.
func quoted(_ text: String) -> String {
  var written = "\""
  for character in text.unicodeScalars {
    switch character {
    case "\"": written += "'"
    case ";": written += ","
    default: written.unicodeScalars.append(character)
    }
  }
  return written + "\""
}
