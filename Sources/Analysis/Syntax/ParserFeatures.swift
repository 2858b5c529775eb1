internal import Prose
internal import Reference

/// What the parser looks at to choose its next step.
/// - Note: The templates of Zhang and Nivre (2011), "Transition-based Dependency Parsing with Rich Non-local Features", with the stack's
///   second word besides.
package enum ParserFeatures {
  /// The number of features of a state.
  package static let count = 83

  /// Those of them that tell an arc's relation, once it is made.
  package static let relationTemplates = [
    0, 1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12, 13, 15, 16, 17, 19, 20, 23, 27, 29, 33, 36, 48, 49, 50,
    51, 52, 53, 56, 61, 63, 69, 70, 72, 75, 76, 78, 79, 80, 82,
  ]

  /// A feature as the weights of relations know it: the same is another for an arc that points the other way.
  @inline(__always)
  package static func relationFeature(_ feature: UInt32, _ action: Action) -> UInt32 {
    action == .left ? feature : feature ^ 0x5BD1_E995
  }

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
    func add(_ template: UInt64, _ value: UInt64) {
      features[row] = feature(template, value)
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
    add(1, sWordTag)
    add(2, s.word)
    add(3, sTag)
    add(4, nWordTag)
    add(5, n.word)
    add(6, UInt64(n.tag))
    add(8, n1.word)
    add(9, UInt64(n1.tag))
    add(12, UInt64(n2.tag))
    // Pairs.
    add(13, mix(sWordTag, nWordTag))
    add(16, mix(sWordTag, UInt64(n.tag)))
    add(17, mix(nWordTag, sTag))
    add(18, mix(s.word, n.word))
    add(19, pair)
    add(20, UInt64(n.tag) << 8 | UInt64(n1.tag))
    // Threes.
    add(21, UInt64(n.tag) << 16 | UInt64(n1.tag) << 8 | UInt64(n2.tag))
    add(22, pair << 8 | UInt64(n1.tag))
    add(23, pair << 8 | UInt64(h.tag))
    add(24, pair << 8 | UInt64(sl.tag))
    add(25, pair << 8 | UInt64(sr.tag))
    add(26, pair << 8 | UInt64(nl.tag))
    // Distance.
    add(28, sTag << 8 | distance)
    add(30, UInt64(n.tag) << 8 | distance)
    add(32, pair << 8 | distance)
    // Numbers of dependents.
    add(34, sTag << 8 | UInt64(s.rightCount))
    add(36, sTag << 8 | UInt64(s.leftCount))
    add(38, UInt64(n.tag) << 8 | UInt64(n.leftCount))
    // The neighborhood in the tree.
    add(39, h.word)
    add(40, UInt64(h.tag))
    add(41, UInt64(s.relation))
    add(42, sl.word)
    add(43, UInt64(sl.tag))
    add(44, UInt64(sl.relation))
    add(45, sr.word)
    add(46, UInt64(sr.tag))
    add(47, UInt64(sr.relation))
    add(48, nl.word)
    add(49, UInt64(nl.tag))
    add(50, UInt64(nl.relation))
    add(52, UInt64(h2.tag))
    add(53, UInt64(h.relation))
    add(55, UInt64(sl2.tag))
    add(58, UInt64(sr2.tag))
    add(61, UInt64(nl2.tag))
    add(63, sTag << 16 | UInt64(sl.tag) << 8 | UInt64(sl2.tag))
    add(64, sTag << 16 | UInt64(sr.tag) << 8 | UInt64(sr2.tag))
    add(65, sTag << 16 | UInt64(h.tag) << 8 | UInt64(h2.tag))
    add(66, UInt64(n.tag) << 16 | UInt64(nl.tag) << 8 | UInt64(nl2.tag))
    // Sets of relations.
    add(67, mix(s.word, s.rightRelations))
    add(68, mix(sTag, s.rightRelations))
    add(69, mix(s.word, s.leftRelations))
    add(70, mix(sTag, s.leftRelations))
    add(71, mix(n.word, n.leftRelations))
    add(72, mix(UInt64(n.tag), n.leftRelations))
    // The stack's second word, and further ahead.
    add(73, mix(u.word, UInt64(u.tag)))
    add(74, UInt64(u.tag))
    add(75, pair << 8 | UInt64(u.tag))
    add(76, mix(mix(u.word, sTag), UInt64(n.tag)))
    add(77, mix(UInt64(u.tag), mix(s.word, UInt64(n.tag))))
    add(78, mix(UInt64(u.tag) << 8 | sTag, n.word))
    add(79, pair << 16 | UInt64(n1.tag) << 8 | UInt64(n2.tag))
    add(80, mix(n1.word, pair))
    add(82, mix(h.word, pair))
    add(83, pair << 16 | UInt64(s.relation) << 8 | UInt64(h.tag))
    add(84, mix(mix(pair, s.rightRelations), UInt64(n1.tag)))
    add(85, mix(mix(pair, n.leftRelations), s.leftRelations))
    add(86, mix(mix(s.word, UInt64(n.tag)), UInt64(n1.tag)))
    add(87, mix(mix(n.word, sTag), UInt64(n1.tag)))
    add(88, mix(sr.word, pair))
    // The next word's preposition, which says more of its head than it does itself.
    add(89, mix(s.word, nl.word))
    add(90, mix(mix(sTag, nl.word), UInt64(n.tag)))
    add(91, mix(nl.word, s.leftRelations))
    add(92, mix(mix(h.word, nl.word), sTag))
    // What the lexicon knows: names of people are built otherwise than those of things.
    func kind(_ node: ParserNode) -> UInt64 { UInt64(node.kind.rawValue) << 8 | UInt64(node.tag) }
    let sKind = kind(s)
    let nKind = kind(n)
    let kinds = sKind << 16 | nKind
    add(93, sKind)
    add(94, nKind)
    add(95, kinds)
    add(96, kinds << 16 | kind(n1))
    add(97, kinds << 16 | kind(u))
    add(98, mix(kinds << 16 | kind(h), UInt64(s.relation)))
    add(99, mix(kinds << 16 | kind(sl), s.leftRelations))
    add(100, mix(kinds, nl.word))
    add(101, nKind << 32 | kind(n1) << 16 | kind(n2))
    // Who did what was done.
    add(
      102,
      mix(nl.word, (s.leftRelations & ParserFeatures.passive) << 8 | sKind) &* 31 ^ UInt64(n.tag)
    )
  }
}
