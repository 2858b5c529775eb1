internal import Prose

/// Ways to write codings down for programs that analyze discourse networks.
public enum CodingFormat: String, CaseIterable, Sendable {
  /// The event list of Discourse Network Analyzer: a row for each sentence that shows a position with a side.
  case dna
  /// The same for the positions that take no side, which an agreement of yes or no cannot tell.
  case dnaUnsigned = "dna-unsigned"
  /// The matrix of actors by issues, each cell the positions for less those against.
  case csv
  case graphml
  /// The matrix as UCINET reads it.
  case dl
  /// A line an issue, for those who merge labels into concepts.
  case codesheet
}

/// Writes one file out of the codings of any number of articles, taken in one after the other.
public struct CodingWriter: Sendable {
  private let format: CodingFormat
  private var events = EventList()
  private var graph = NetworkGraph()
  private var matrix = TwoModeMatrix()
  private var isBegun = false

  public init(_ format: CodingFormat) {
    self.format = format
  }

  /// Takes in the next article and gives what can be written by now.
  public mutating func add(_ coding: Coding) -> [UInt8] {
    let begin = beginning()
    let rows =
      switch format {
      case .dna: events.rows(coding) { $0 != .none }
      case .dnaUnsigned: events.rows(coding) { $0 == .none }
      case .graphml: graph.elements(coding)
      case .codesheet: codeSheetRows(coding)
      case .csv, .dl: matrix.add(coding)
      }
    return Array((begin + rows).utf8)
  }

  /// What ends the file; no more is to be taken in.
  public mutating func end() -> [UInt8] {
    let begin = beginning()
    let rest =
      switch format {
      case .dna, .dnaUnsigned, .codesheet: ""
      case .graphml: NetworkGraph.end
      case .csv: matrix.csv
      case .dl: matrix.dl
      }
    return Array((begin + rest).utf8)
  }

  private mutating func beginning() -> String {
    guard !isBegun else { return "" }
    isBegun = true
    switch format {
    case .dna, .dnaUnsigned: return EventList.head
    case .graphml: return NetworkGraph.head
    case .codesheet: return codeSheetHead
    case .csv, .dl: return ""
    }
  }
}
