internal import Prose
internal import Reference

/// The places that stand within the names of bodies, where the text names them by themselves too: "Texas" in "University of
/// Texas".
///
/// Such a place neither acts nor is a scene there. It is no name of its own in the text, so its form is that of a nominal: a
/// noun that says which body is meant.
func nestedPlaces(in builder: ChainBuilder, _ lexed: Lexed) -> [LinkedMention] {
  /// For each place's name its chain.
  var chains: [UInt64: Int] = [:]
  var longest = 0
  for mention in builder.mentions where mention.form == .name && mention.type == .location {
    chains[lexed.hash(mention.tokens)] = mention.chain
    longest = max(longest, mention.tokens.count)
  }
  guard !chains.isEmpty else { return [] }
  longest = min(longest, 4)
  return builder.mentions.flatMap { mention -> [LinkedMention] in
    guard mention.form == .name, mention.tokens.count > 1, isBody(mention, lexed) else { return [] }
    var found: [LinkedMention] = []
    var start = mention.tokens.rows.lowerBound
    while start < mention.tokens.rows.upperBound {
      let end = min(start + longest, mention.tokens.rows.upperBound)
      let name = stride(from: end, to: start, by: -1).lazy
        .map { TokenRange(start..<$0) }
        .first { $0 != mention.tokens && chains[lexed.hash($0)] != nil }
      if let name, let chain = chains[lexed.hash(name)] {
        found.append(
          LinkedMention(tokens: name, head: name, form: .nominal, type: .location, chain: chain)
        )
      }
      start = name?.rows.upperBound ?? start + 1
    }
    return found
  }
}

/// An organization, or a building called like one: "Metro Toronto Convention Centre".
private func isBody(_ mention: LinkedMention, _ lexed: Lexed) -> Bool {
  mention.type == .organization
    || mention.type == .location
      && lexed.span(at: mention.tokens.rows.upperBound - 1, .facilityWords) != nil
}
