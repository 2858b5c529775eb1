internal import Prose
internal import Reference

/// A person's name in lower case, without forms of address and generation: "Dr Ana Ruiz" is "ana ruiz".
struct PersonName {
  /// Never empty.
  let words: [String]
  /// Which of two who bear one name, as "jr" or "iii"; nil where the name does not say.
  let generation: String?
  /// What the title before it says.
  let titled: Gender?

  var first: String { words[0] }
  var last: String { words[words.count - 1] }
  var isWhole: Bool { words.count > 1 }

  init(words: [String]) {
    self.words = words
    generation = nil
    titled = nil
  }

  init(_ tokens: TokenRange, in lexed: Lexed) {
    var rows = tokens.rows
    while rows.count > 1, lexed.isAny(rows.lowerBound, .honorifics) { rows = rows.dropFirst() }
    let suffix = rows.upperBound - 1
    if rows.count > 2, lexed.isToken(suffix, in: Self.generations) {
      generation = lexed.lower(suffix).filter { $0 != "." }
      rows = rows.dropLast()
      if lexed.isToken(rows.upperBound - 1, ","), rows.count > 1 { rows = rows.dropLast() }
    } else {
      generation = nil
    }
    words = rows.map(lexed.lower)
    let before = tokens.rows.lowerBound - (rows.lowerBound == tokens.rows.lowerBound ? 1 : 0)
    titled =
      lexed.isToken(before, in: ["mr", "mr.", "sir"])
      ? .male
      : lexed.isToken(before, in: ["mrs", "mrs.", "ms", "ms.", "miss"]) ? .female : nil
  }

  private static let generations: WordSet = ["jr", "jr.", "sr", "sr.", "ii", "iii", "iv"]

  /// Whether both can be one person's, whose surname is the same: one has no given name, or the given names agree.
  func agrees(with other: PersonName) -> Bool {
    guard isWhole, other.isWhole else { return true }
    return Self.agree(first, other.first) || other.words.dropLast().contains(first)
      || words.dropLast().contains(other.first)
  }

  /// Whether two given names can be one person's: equal, short for one another, or one the other's initial.
  static func agree(_ left: String, _ right: String) -> Bool {
    if left == right || areNicknames(left, right) || areSpellings(left, right) { return true }
    let (short, long) = left.count < right.count ? (left, right) : (right, left)
    return (short.count == 1 || short.count == 2 && short.hasSuffix("."))
      && long.first == short.first
  }
}

/// Who was named so far, by the parts of their names.
struct PeopleIndex {
  private struct Person {
    var names: [PersonName] = []
    var generation: String?
    var count = 0
  }

  private var people: [Int: Person] = [:]
  /// Chains by last word, by first word and by the last word's sound, the latest mentioned last.
  private var byLast: [String: [Int]] = [:]
  private var byFirst: [String: [Int]] = [:]
  private var bySound: [String: [Int]] = [:]
  /// Who was last called by exactly these words.
  private var byWords: [[String]: Int] = [:]

  /// So many who share a part of the name are looked at, the latest first.
  private static let reach = 16

  func hasSurname(_ word: String) -> Bool { byLast[word] != nil }

  mutating func note(_ name: PersonName, as chain: Int) {
    people[chain, default: Person()].count += 1
    if people[chain]?.generation == nil { people[chain]?.generation = name.generation }
    if people[chain]?.names.contains(where: { $0.words == name.words }) != true {
      people[chain]?.names.append(name)
    }
    // Who has a generation of their own is not meant by the name without it while someone else bears that.
    // A form of address tells two apart, so what is said without it goes on to mean the other.
    let isOnly = (byLast[name.last] ?? []).allSatisfy { $0 == chain }
    if name.generation == nil && name.titled == nil || byWords[name.words] == nil && isOnly {
      byWords[name.words] = chain
    }
    Self.touch(chain, name.last, in: &byLast)
    if name.isWhole { Self.touch(chain, name.first, in: &byFirst) }
    if let sound = soundKey(name.last) { Self.touch(chain, sound, in: &bySound) }
  }

  private static func touch(_ chain: Int, _ word: String, in index: inout [String: [Int]]) {
    guard index[word]?.last != chain else { return }
    index[word, default: []].removeAll { $0 == chain }
    index[word, default: []].append(chain)
  }

  /// The chain that the name means; nil for someone new.
  ///
  /// `gender` tells what is known of a chain's.
  func find(_ name: PersonName, gender: (Int) -> Gender?) -> Int? {
    name.isWhole ? whole(name) : namesake(name, gender)
  }

  private func whole(_ name: PersonName) -> Int? {
    if let same = byWords[name.words], isSameGeneration(name, same) { return same }
    let bearers = (byLast[name.last] ?? []).suffix(Self.reach)
    if let chain = bearers.last(where: { isOne(name, $0) }) { return chain }
    // Family name first: "Higuchi Ichiyo" is "Ichiyo Higuchi".
    if name.words.count == 2, name.generation == nil,
      let turned = byWords[name.words.reversed()]
    {
      return turned
    }
    guard let sound = soundKey(name.last) else { return nil }
    return bySound[sound]?.suffix(Self.reach).last { isOne(name, $0) }
  }

  private func isOne(_ name: PersonName, _ chain: Int) -> Bool {
    isSameGeneration(name, chain)
      && people[chain]?.names.allSatisfy { $0.agrees(with: name) } == true
  }

  private func isSameGeneration(_ name: PersonName, _ chain: Int) -> Bool {
    name.generation == nil || name.generation == people[chain]?.generation
  }

  /// Whom a surname alone means: who was called by it alone before, else who was named most often, the first of two alike.
  ///
  /// A courtesy title rules out those of the other gender.
  private func namesake(_ name: PersonName, _ gender: (Int) -> Gender?) -> Int? {
    func open(_ chains: [Int]) -> [Int] {
      chains.suffix(Self.reach).filter { chain in
        let known = gender(chain)
        return name.titled == nil || known == nil || known == name.titled
      }
    }
    func mostNamed(_ chains: [Int]) -> Int? {
      chains.max { left, right in
        let (one, other) = (people[left]?.count ?? 0, people[right]?.count ?? 0)
        return one < other || one == other && left > right
      }
    }
    let bearers = open(byLast[name.last] ?? [])
    if let called = byWords[name.words], bearers.contains(called) { return called }
    if let chain = mostNamed(bearers) { return chain }
    if let chain = open(byFirst[name.first] ?? []).last { return chain }
    if let called = byWords[name.words], let chain = open([called]).last { return chain }
    guard let sound = soundKey(name.last) else { return nil }
    return mostNamed(open(bySound[sound] ?? []))
  }
}
