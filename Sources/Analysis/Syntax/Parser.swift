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
  public static let usualWidth = 8

  public init(_ model: ParserModel, _ lexicon: Lexicon, width: Int = Parser.usualWidth) {
    self.model = model
    self.lexicon = lexicon
    beam = ParserBeam(width: width, slack: model.slack)
  }

  public mutating func parse(
    _ sentence: TokenRange,
    of tokens: Tokens,
    _ tags: Tags,
    in text: SourceText
  ) -> DependencyTree {
    beam.begin(parserNodes(sentence, of: tokens, tags, in: text, lexicon))
    let model = model
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: ParserFeatures.count) { features in
      withUnsafeTemporaryAllocation(of: Int16.self, capacity: model.weights.scoreCount) { scores in
        guard let address = scores.baseAddress else { return }
        while !beam.isDone {
          beam.advance(scores) { state in
            state.write(into: features)
            scores.update(repeating: 0)
            model.weights.add(UnsafeBufferPointer(features), to: address)
          }
        }
      }
    }
    return tree(of: beam.items[0].state)
  }
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
  _ lexicon: Lexicon
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
        writeKey(of: range, in: text, to: &key)
        node.kind = WordKind(key.withUnsafeBufferPointer { lexicon.classes(of: $0) })
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
