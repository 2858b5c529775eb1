import Prose

/// A sentence that shows a dispute, and which sides it shows.
struct EvidenceSign: Sendable {
  /// The sentence, in bytes.
  let sentence: Range<UInt32>
  /// One for each issue that the sentence is evidence of.
  let sides: [Side]

  struct Side: Sendable {
    let issue: ID<Issue>
    var hasPlus = false
    var hasMinus = false
  }

  /// The sign for `issue`, or for all of them together; nil where the sentence says nothing about it.
  func sign(for issue: ID<Issue>?) -> GutterSign? {
    let here = sides.filter { issue == nil || $0.issue == issue }
    guard !here.isEmpty else { return nil }
    switch (here.contains { $0.hasPlus }, here.contains { $0.hasMinus }) {
    case (true, true): return .both
    case (true, false): return .plus
    case (false, true): return .minus
    case (false, false): return .unsigned
    }
  }
}

/// What the gutter shows where evidence begins.
enum GutterSign: Character, Sendable {
  case plus = "+"
  case minus = "−"
  case both = "±"
  case unsigned = "?"
}

/// The evidence of all issues by sentence, in text order.
func evidenceSigns(_ document: Document) -> [EvidenceSign] {
  var sides: [ID<Sentence>: [EvidenceSign.Side]] = [:]
  for row in 0..<document.issues.count {
    let issue = ID<Issue>(row: row)
    for sentence in document.issues.evidence[row] {
      sides[sentence, default: []].append(EvidenceSign.Side(issue: issue))
    }
  }
  let undecided = undecidedSentences(document)
  for row in 0..<document.positions.count {
    let issue = document.positions.issues[row]
    let cue = document.sentences.sentence(at: document.positions.cues[row].rows.lowerBound)
    for sentence in document.positions.evidence[row] {
      // A sentence that only says that there is a dispute tells no side, though it is evidence of one.
      if undecided[issue]?.contains(sentence) == true, sentence.index != cue { continue }
      var here = sides[sentence] ?? []
      let index = here.firstIndex { $0.issue == issue } ?? here.endIndex
      if index == here.endIndex { here.append(EvidenceSign.Side(issue: issue)) }
      switch document.positions.stances[row].sign {
      case .plus: here[index].hasPlus = true
      case .minus: here[index].hasMinus = true
      case .none: break
      }
      sides[sentence] = here
    }
  }
  return sides.sorted { $0.key < $1.key }.map {
    EvidenceSign(sentence: document.range(of: $0.key), sides: $0.value)
  }
}

/// For each issue the sentences by which a party is in the dispute without its side being told.
private func undecidedSentences(_ document: Document) -> [ID<Issue>: Set<ID<Sentence>>] {
  var found: [ID<Issue>: Set<ID<Sentence>>] = [:]
  for row in 0..<document.positions.count where document.positions.stances[row].sign == .none {
    let cue = document.positions.cues[row].rows.lowerBound
    if let sentence = document.sentences.sentence(at: cue) {
      found[document.positions.issues[row], default: []].insert(ID(row: sentence))
    }
  }
  return found
}
