public import Prose
public import Reference

/// Finds the dependency tree of one sentence.
///
/// Goes from left to right, two steps for each word, and follows the best few parses side by side. For several sentences
/// keep a `Parser`.
/// - Parameters:
///   - sentence: The sentence's tokens.
///   - tokens: All tokens.
///   - tags: Their parts of speech.
///   - text: The article.
///   - model: The weights.
///   - lexicon: What tells names and words apart.
/// - Returns: The tree; its words are counted from the sentence's first.
/// - Complexity: Linear in the sentence.
public func parse(
  _ sentence: TokenRange,
  of tokens: Tokens,
  _ tags: Tags,
  in text: SourceText,
  model: ParserModel,
  lexicon: Lexicon
) -> DependencyTree {
  var parser = Parser(model, lexicon)
  return parser.parse(sentence, of: tokens, tags, in: text)
}

/// A parser at work: what it keeps from sentence to sentence to spare allocations.
public struct Parser {
  private let model: ParserModel
  private let lexicon: Lexicon
  private var beam: ParserBeam

  /// How many parses are followed side by side.
  public static let usualWidth = 4

  public init(_ model: ParserModel, _ lexicon: Lexicon, width: Int = Parser.usualWidth) {
    self.model = model
    self.lexicon = lexicon
    beam = ParserBeam(width: width, slack: model.slack)
  }

  /// Finds the tree of a sentence; `classes` says what the lexicon knows of each token, where that was looked up before.
  public mutating func parse(
    _ sentence: TokenRange,
    of tokens: Tokens,
    _ tags: Tags,
    in text: SourceText,
    classes: [WordClasses]? = nil
  ) -> DependencyTree {
    beam.begin(parserNodes(sentence, of: tokens, tags, in: text, lexicon, classes))
    let model = model
    let count = ParserFeatures.count
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: count * beam.width) { all in
      /// What the scores of an item rested on.
      func features(_ item: Int) -> UnsafeMutableBufferPointer<UInt32> {
        UnsafeMutableBufferPointer(rebasing: all[count * item..<count * (item + 1)])
      }
      while !beam.isDone {
        beam.advance { state, item in
          let features = features(item)
          state.write(into: features)
          return SIMD4<Int32>(
            truncatingIfNeeded: model.actions.scores(of: UnsafeBufferPointer(features))
          )
        } relation: { _, item, action in
          model.relation(UnsafeBufferPointer(features(item)), action)
        }
      }
    }
    return tree(of: beam.items[0].state)
  }
}

extension ParserModel {
  /// The relation of the arc that `action` makes in the state with these features.
  fileprivate func relation(_ features: UnsafeBufferPointer<UInt32>, _ action: Action) -> Relation {
    let templates = ParserFeatures.relationTemplates
    return withUnsafeTemporaryAllocation(of: UInt32.self, capacity: templates.count) { chosen in
      for (row, template) in templates.enumerated() {
        chosen[row] = ParserFeatures.relationFeature(features[template], action)
      }
      return withUnsafeTemporaryAllocation(of: Int16.self, capacity: relations.scoreCount) {
        scores in
        guard let address = scores.baseAddress else { return .dep }
        scores.update(repeating: 0)
        relations.add(UnsafeBufferPointer(chosen), to: address)
        return bestRelation(scores)
      }
    }
  }
}

/// The relation that scores best; the root's is no arc's between two words.
@inline(__always)
package func bestRelation(
  _ scores: UnsafeMutableBufferPointer<some FixedWidthInteger>
) -> Relation {
  var best = 1
  for row in 2..<Relation.allCases.count where scores[row] > scores[best] { best = row }
  return Relation(rawValue: UInt8(best)) ?? .dep
}

extension ParserState {
  package func write(into features: UnsafeMutableBufferPointer<UInt32>) {
    nodes.withUnsafeBufferPointer { nodes in
      ParserFeatures.write(
        nodes,
        top: top,
        second: second,
        next: next,
        into: features
      )
    }
  }
}

/// The sentence's words as the parser begins with them.
package func parserNodes(
  _ sentence: TokenRange,
  of tokens: Tokens,
  _ tags: Tags,
  in text: SourceText,
  _ lexicon: Lexicon,
  _ classes: [WordClasses]? = nil
) -> [ParserNode] {
  var key: [UInt8] = []
  return text.withBytes { bytes in
    sentence.rows.map { token in
      let range = tokens.bytes(of: token)
      let form = WordForm(bytes, Int(range.lowerBound)..<Int(range.upperBound))
      var node = ParserNode()
      node.word = form.word
      node.tag = tags[token].rawValue + 1
      if form.shape.contains(.hasLetter) {
        if let classes {
          node.kind = WordKind(classes[token])
        } else {
          writeKey(of: range, in: text, to: &key)
          node.kind = WordKind(key.withUnsafeBufferPointer { lexicon.classes(of: $0) })
        }
      } else if form.length == 4,
        bytes[Int(range.lowerBound)] == 0x31
          || bytes[Int(range.lowerBound)] == 0x32, form.shape.isSubset(of: [.hasDigit, .short])
      {
        node.kind = .time
      }
      return node
    }
  }
}

/// The tree that a finished parse has found: of several words left to the root the first is it, and the others
/// stand beside it.
package func tree(of state: ParserState) -> DependencyTree {
  var heads: [UInt32] = []
  var relations: [Relation] = []
  let root = state.nodes[1...state.count].firstIndex { Int($0.head) == state.root } ?? 1
  for word in 1...state.count {
    let node = state.nodes[word]
    if word == root {
      heads.append(UInt32(root - 1))
      relations.append(.root)
    } else if Int(node.head) == state.root {
      heads.append(UInt32(root - 1))
      relations.append(.parataxis)
    } else {
      heads.append(UInt32(node.head - 1))
      relations.append(Relation(rawValue: node.relation &- 1) ?? .dep)
    }
  }
  return DependencyTree(checked: heads, relations, root: root - 1)
}
