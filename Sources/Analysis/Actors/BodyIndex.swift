internal import Prose

/// The organizations named so far, by what another name of theirs can share with the ones known.
struct BodyIndex {
  /// Chains by the words of their names, the latest named last.
  private var byWord: [UInt64: [Int]] = [:]
  /// Chains by the name itself and by its first letters, both without dots.
  private var byLetters: [String: [Int]] = [:]
  private var acronyms: Set<String> = []

  /// So many that share a word are looked at, the latest first.
  private static let reach = 32

  mutating func note(
    _ name: TokenRange,
    _ key: String,
    _ acronym: String?,
    as chain: Int,
    _ lexed: Lexed
  ) {
    for token in name.rows { Self.touch(chain, &byWord[lexed.hashes[token], default: []]) }
    if name.count == 1 { Self.touch(chain, &byLetters[key, default: []]) }
    guard let acronym else { return }
    acronyms.insert(acronym)
    Self.touch(chain, &byLetters[acronym, default: []])
  }

  /// Whether the letters are the first ones of a longer name: a body's, though a city is called so too.
  func hasAcronym(_ letters: String) -> Bool {
    letters.utf8.count > 2 && acronyms.contains(letters)
  }

  private static func touch(_ chain: Int, _ chains: inout [Int]) {
    guard chains.last != chain else { return }
    if let row = chains.suffix(reach).lastIndex(of: chain) { chains.remove(at: row) }
    chains.append(chain)
  }

  /// Those that share a word with `name`, that are called by its `acronym`, or whose first letters are its `letters`; in the order
  /// in which they were first named.
  func sharing(_ name: TokenRange, _ letters: String, _ acronym: String?, _ lexed: Lexed) -> [Int] {
    var found: Set<Int> = []
    for token in name.rows {
      found.formUnion((byWord[lexed.hashes[token]] ?? []).suffix(Self.reach))
    }
    if name.count == 1 { found.formUnion((byLetters[letters] ?? []).suffix(Self.reach)) }
    if let acronym { found.formUnion((byLetters[acronym] ?? []).suffix(Self.reach)) }
    return found.sorted()
  }
}
