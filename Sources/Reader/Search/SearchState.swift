import Prose

/// What was looked for last, and all that was found.
struct SearchState: Sendable {
  private(set) var query = ""
  var isBackward = false
  /// In text order.
  private(set) var matches: [Range<UInt32>] = []
  /// Whether the matches stand out; Esc ends that, the next `n` brings it back.
  var isShown = false
  /// Whether signs that mean something in a regular expression are to be found as they stand.
  var isPlain = false
  /// The search under way beside the screen, or the last one that was.
  private(set) var request = 0
  /// Whether all of the text was looked through.
  private(set) var isComplete = true
  /// Whether the expression was none, or had no matches, and the text was looked for as it stands.
  private(set) var isPlainInstead = false
  /// Why an expression cannot be trusted to have found everything.
  private(set) var problem: String?
  /// What is to be done with the first match of a search under way.
  var awaited: Awaited?

  enum Awaited: Sendable {
    /// To go to the one nearest to where the search began.
    case first(Start)
    /// To go so many on, or back.
    case step(Int)
  }

  /// Where a search began.
  struct Start: Sendable {
    let top: UInt32
    let current: Range<UInt32>?
  }

  /// So many that nobody steps through them; the count then says so.
  static let most = 1_000_000
  /// Longer texts are searched beside the screen.
  static let longestAtOnce = 2_000_000

  var isCut: Bool { matches.count >= Self.most }

  /// Whether the query is read as a regular expression.
  var isExpression: Bool { !isPlain && Self.isExpression(query) }

  /// Whether a text holds signs that mean something in a regular expression.
  static func isExpression(_ query: String) -> Bool {
    query.contains { "\\^$.|?*+()[]{}".contains($0) }
  }

  /// Looks for `query` in the whole text, now if that is done at once.
  ///
  /// A search beside the screen is numbered `request` and begins at the byte `origin`.
  /// - Returns: The search to ask for; nil where the matches are there already.
  mutating func find(
    _ query: String,
    in text: SourceText,
    request: Int,
    from origin: UInt32
  ) -> SearchRequest? {
    let before = (query: self.query, isWhole: isComplete && !isExpression)
    let old = matches
    self.query = query
    matches = []
    problem = nil
    isPlainInstead = false
    guard let pattern = LiteralPattern(query) else {
      isComplete = true
      return nil
    }
    if isExpression || text.count > Self.longestAtOnce {
      self.request = request
      isComplete = false
      return SearchRequest(
        request: request,
        query: query,
        isExpression: isExpression,
        origin: origin
      )
    }
    isComplete = true
    if before.isWhole, canNarrow(from: before.query, old), old.count < Self.most {
      // Each letter typed leaves fewer of the places; only these are looked at again.
      text.withBytes { bytes in
        matches = old.compactMap { match in
          pattern.match(bytes, at: Int(match.lowerBound)).map { match.lowerBound..<UInt32($0) }
        }
      }
    } else {
      matches = pattern.matches(in: text, limit: Self.most)
    }
    return nil
  }

  /// Takes in what the search under way has found since.
  mutating func take(_ report: SearchReport) {
    if let first = report.matches.first {
      let place = matches.partitioningIndex { $0.lowerBound >= first.lowerBound }
      matches.insert(contentsOf: report.matches, at: place)
    }
    isComplete = report.isDone
    isPlainInstead = report.isPlain
    problem = report.problem ?? problem
  }

  /// The text is another one.
  mutating func forgetMatches() {
    matches = []
    isShown = false
    isComplete = true
    request = 0
    awaited = nil
  }

  /// No more is wanted of the search under way.
  mutating func stop() {
    // A part of the matches would be taken for all of them; the next `n` looks for them anew.
    if !isComplete { matches = [] }
    request = 0
    awaited = nil
    isComplete = true
  }

  /// Whether every match of the query begins where one of `old`, those of another, does.
  ///
  /// Not where that ends as it begins: of two matches that overlap only the first was kept.
  private func canNarrow(from before: String, _ old: [Range<UInt32>]) -> Bool {
    guard !before.isEmpty, !old.isEmpty, query.hasPrefix(before), query.count > before.count,
      before.contains(where: \.isUppercase) == query.contains(where: \.isUppercase)
    else { return false }
    let letters = Array(before.lowercased())
    return !(1..<max(1, letters.count)).contains { shift in
      letters[shift...].elementsEqual(letters[..<(letters.count - shift)])
    }
  }

  /// "3/14", where `current` is the third; "14" where it is none of them; "3/14…" while more may come.
  func count(at current: Range<UInt32>?) -> String {
    let total = "\(matches.count)" + (isComplete ? isCut ? "+" : "" : "…")
    guard let current, let index = index(of: current) else { return total }
    return "\(index + 1)/\(total)"
  }

  /// How the query was read, where that is not as it stands.
  var manner: String? {
    if isPlainInstead { return "as it stands" }
    return isExpression ? "expression" : nil
  }

  func index(of match: Range<UInt32>) -> Int? {
    let index = matches.partitioningIndex { $0.lowerBound >= match.lowerBound }
    return index < matches.count && matches[index] == match ? index : nil
  }
}

/// A search that is done beside the screen.
public struct SearchRequest: Equatable, Sendable {
  public let request: Int
  public let query: String
  /// Whether the query is a regular expression; where it is none after all, it is found as it stands.
  public let isExpression: Bool
  /// Where to begin, in bytes.
  public let origin: UInt32

  /// Whether capitals and small letters are the same: a capital letter in the query tells them apart.
  public var ignoresCase: Bool {
    var isEscaped = false
    for character in query {
      // In an expression \S, \W and the like are no capital letters.
      if character.isUppercase, !(isExpression && isEscaped) { return false }
      isEscaped = character == "\\" && !isEscaped
    }
    return true
  }
}

/// What such a search has found since it told last.
public struct SearchReport: Sendable {
  /// In text order, none of them among those told before.
  public var matches: [Range<UInt32>]
  public var isDone: Bool
  /// Whether the query was looked for as it stands, since it is no expression or one without matches.
  public var isPlain: Bool
  /// One sentence where not everything could be looked at.
  public var problem: String?

  public init(
    matches: [Range<UInt32>],
    isDone: Bool,
    isPlain: Bool = false,
    problem: String? = nil
  ) {
    self.matches = matches
    self.isDone = isDone
    self.isPlain = isPlain
    self.problem = problem
  }
}
