internal import Prose

/// Actors by issues, over any number of articles.
///
/// A cell holds the positions that support less those that oppose, each counted once an article. Actors of one
/// name and kind are one row, labels that differ in case alone are one column; both stand in order of appearance.
struct TwoModeMatrix {
  private var rowOf: [CodedParty: Int] = [:]
  private var columnOf: [String: Int] = [:]
  private var parties: [CodedParty] = []
  private var concepts: [String] = []
  private var weights: [[Int: Int]] = []

  /// Takes in an article's positions; nothing can be written yet.
  mutating func add(_ coding: Coding) -> String {
    for position in coding.positions {
      let row = row(of: position.party)
      let column = column(of: position.concept)
      weights[row][column, default: 0] += position.stance.sign.weight
    }
    return ""
  }

  private mutating func row(of party: CodedParty) -> Int {
    if let row = rowOf[party] { return row }
    rowOf[party] = parties.count
    parties.append(party)
    weights.append([:])
    return parties.count - 1
  }

  private mutating func column(of concept: String) -> Int {
    let key = concept.lowercased()
    if let column = columnOf[key] { return column }
    columnOf[key] = concepts.count
    concepts.append(concept)
    return concepts.count - 1
  }

  var csv: String {
    let head = ([quoted("")] + concepts.map(quoted)).joined(separator: ";") + "\n"
    return head
      + names.enumerated().map { row, name in
        quoted(name) + cells(row).map { ";\($0)" }.joined() + "\n"
      }.joined()
  }

  var dl: String {
    "dl nr = \(parties.count), nc = \(concepts.count), format = fullmatrix\n"
      + "row labels:\n" + names.map { quoted($0) + "\n" }.joined()
      + "col labels:\n" + concepts.map { quoted($0) + "\n" }.joined()
      + "data:\n"
      + parties.indices.map { row in
        cells(row).map(String.init).joined(separator: " ") + "\n"
      }.joined()
  }

  private func cells(_ row: Int) -> [Int] {
    concepts.indices.map { weights[row][$0] ?? 0 }
  }

  /// A name that two kinds of actors share has its kind behind it, since labels must differ.
  private var names: [String] {
    let counts = Dictionary(parties.map { ($0.name, 1) }, uniquingKeysWith: +)
    return parties.map { party in
      guard counts[party.name] != 1 else { return party.name }
      return
        "\(party.name) (\([party.kind.rawValue, party.country].compactMap(\.self).joined(separator: ", ")))"
    }
  }
}

extension StanceSign {
  /// 1 for, -1 against, 0 where no side is taken.
  var weight: Int {
    switch self {
    case .plus: 1
    case .minus: -1
    case .none: 0
    }
  }
}
