internal import Prose
internal import Reference

/// What the parser looks at to choose its next step.
/// - Note: The templates of Zhang and Nivre (2011), "Transition-based Dependency Parsing with Rich Non-local Features", with the stack's
///   second word besides.
package enum ParserFeatures {
  /// The number of features of a state.
  package static let count = 102

  /// The relations that a passive verb's dependents have.
  private static let passive: UInt64 =
    1 << UInt64(Relation.auxPass.rawValue) | 1 << UInt64(Relation.nsubjPass.rawValue)

  @inline(__always)
  package static func write(
    _ nodes: UnsafeBufferPointer<ParserNode>,
    top: Int,
    second: Int,
    next: Int,
    into features: UnsafeMutableBufferPointer<UInt32>
  ) {
    var row = 0
    func add(_ value: UInt64) {
      features[row] = feature(UInt64(row &+ 1), value)
      row &+= 1
    }
    func mix(_ first: UInt64, _ second: UInt64) -> UInt64 {
      (first &* 0x9FB2_1C65_1E98_DF25) ^ second
    }
    let s = nodes[top]
    let n = nodes[next]
    let n1 = nodes[next + 1]
    let n2 = nodes[next + 2]
    let h = nodes[Int(s.head)]
    let h2 = nodes[Int(h.head)]
    let sl = nodes[Int(s.left)]
    let sl2 = nodes[Int(s.left2)]
    let sr = nodes[Int(s.right)]
    let sr2 = nodes[Int(s.right2)]
    let nl = nodes[Int(n.left)]
    let nl2 = nodes[Int(n.left2)]
    let u = nodes[second]
    let hasHead: UInt64 = s.head != 0 ? 1 : 0
    let gap = next - top
    let distance: UInt64 = top == 0 ? 0 : gap < 5 ? UInt64(gap) : gap < 10 ? 5 : 6
    let sTag = UInt64(s.tag) | hasHead << 7
    let pair = sTag << 8 | UInt64(n.tag)
    let sWordTag = mix(s.word, sTag)
    let nWordTag = mix(n.word, UInt64(n.tag))
    // The words at hand.
    add(sWordTag)
    add(s.word)
    add(sTag)
    add(nWordTag)
    add(n.word)
    add(UInt64(n.tag))
    add(mix(n1.word, UInt64(n1.tag)))
    add(n1.word)
    add(UInt64(n1.tag))
    add(mix(n2.word, UInt64(n2.tag)))
    add(n2.word)
    add(UInt64(n2.tag))
    // Pairs.
    add(mix(sWordTag, nWordTag))
    add(mix(sWordTag, n.word))
    add(mix(s.word, nWordTag))
    add(mix(sWordTag, UInt64(n.tag)))
    add(mix(nWordTag, sTag))
    add(mix(s.word, n.word))
    add(pair)
    add(UInt64(n.tag) << 8 | UInt64(n1.tag))
    // Threes.
    add(UInt64(n.tag) << 16 | UInt64(n1.tag) << 8 | UInt64(n2.tag))
    add(pair << 8 | UInt64(n1.tag))
    add(pair << 8 | UInt64(h.tag))
    add(pair << 8 | UInt64(sl.tag))
    add(pair << 8 | UInt64(sr.tag))
    add(pair << 8 | UInt64(nl.tag))
    // Distance.
    add(mix(s.word, distance))
    add(sTag << 8 | distance)
    add(mix(n.word, distance))
    add(UInt64(n.tag) << 8 | distance)
    add(mix(mix(s.word, n.word), distance))
    add(pair << 8 | distance)
    // Numbers of dependents.
    add(mix(s.word, UInt64(s.rightCount)))
    add(sTag << 8 | UInt64(s.rightCount))
    add(mix(s.word, UInt64(s.leftCount)))
    add(sTag << 8 | UInt64(s.leftCount))
    add(mix(n.word, UInt64(n.leftCount)))
    add(UInt64(n.tag) << 8 | UInt64(n.leftCount))
    // The neighborhood in the tree.
    add(h.word)
    add(UInt64(h.tag))
    add(UInt64(s.relation))
    add(sl.word)
    add(UInt64(sl.tag))
    add(UInt64(sl.relation))
    add(sr.word)
    add(UInt64(sr.tag))
    add(UInt64(sr.relation))
    add(nl.word)
    add(UInt64(nl.tag))
    add(UInt64(nl.relation))
    add(h2.word)
    add(UInt64(h2.tag))
    add(UInt64(h.relation))
    add(sl2.word)
    add(UInt64(sl2.tag))
    add(UInt64(sl2.relation))
    add(sr2.word)
    add(UInt64(sr2.tag))
    add(UInt64(sr2.relation))
    add(nl2.word)
    add(UInt64(nl2.tag))
    add(UInt64(nl2.relation))
    add(sTag << 16 | UInt64(sl.tag) << 8 | UInt64(sl2.tag))
    add(sTag << 16 | UInt64(sr.tag) << 8 | UInt64(sr2.tag))
    add(sTag << 16 | UInt64(h.tag) << 8 | UInt64(h2.tag))
    add(UInt64(n.tag) << 16 | UInt64(nl.tag) << 8 | UInt64(nl2.tag))
    // Sets of relations.
    add(mix(s.word, s.rightRelations))
    add(mix(sTag, s.rightRelations))
    add(mix(s.word, s.leftRelations))
    add(mix(sTag, s.leftRelations))
    add(mix(n.word, n.leftRelations))
    add(mix(UInt64(n.tag), n.leftRelations))
    // The stack's second word, and further ahead.
    add(mix(u.word, UInt64(u.tag)))
    add(UInt64(u.tag))
    add(pair << 8 | UInt64(u.tag))
    add(mix(mix(u.word, sTag), UInt64(n.tag)))
    add(mix(UInt64(u.tag), mix(s.word, UInt64(n.tag))))
    add(mix(UInt64(u.tag) << 8 | sTag, n.word))
    add(pair << 16 | UInt64(n1.tag) << 8 | UInt64(n2.tag))
    add(mix(n1.word, pair))
    add(pair << 16 | UInt64(n1.tag) << 8 | UInt64(nodes[next + 3].tag))
    add(mix(h.word, pair))
    add(pair << 16 | UInt64(s.relation) << 8 | UInt64(h.tag))
    add(mix(mix(pair, s.rightRelations), UInt64(n1.tag)))
    add(mix(mix(pair, n.leftRelations), s.leftRelations))
    add(mix(mix(s.word, UInt64(n.tag)), UInt64(n1.tag)))
    add(mix(mix(n.word, sTag), UInt64(n1.tag)))
    add(mix(sr.word, pair))
    // The next word's preposition, which says more of its head than it does itself.
    add(mix(s.word, nl.word))
    add(mix(mix(sTag, nl.word), UInt64(n.tag)))
    add(mix(nl.word, s.leftRelations))
    add(mix(mix(h.word, nl.word), sTag))
    // What the lexicon knows: names of people are built otherwise than those of things.
    func kind(_ node: ParserNode) -> UInt64 { UInt64(node.kind.rawValue) << 8 | UInt64(node.tag) }
    let sKind = kind(s)
    let nKind = kind(n)
    let kinds = sKind << 16 | nKind
    add(sKind)
    add(nKind)
    add(kinds)
    add(kinds << 16 | kind(n1))
    add(kinds << 16 | kind(u))
    add(mix(kinds << 16 | kind(h), UInt64(s.relation)))
    add(mix(kinds << 16 | kind(sl), s.leftRelations))
    add(mix(kinds, nl.word))
    add(nKind << 32 | kind(n1) << 16 | kind(n2))
    // Who did what was done.
    add(mix(nl.word, (s.leftRelations & ParserFeatures.passive) << 8 | sKind) &* 31 ^ UInt64(n.tag))
  }
}
