import Analysis
import Prose
import Reference
import Testing

@testable import broadsheet_workshop

struct TrainingTests {
  /// Sentences `word/TAG/head/relation`, heads counted from 1 and 0 for the root.
  private static let sentences = [
    "The/DT/2/det mayor/NN/3/nsubj spoke/VBD/0/root ././3/punct",
    "Ships/NNS/2/nsubj left/VBD/0/root the/DT/4/det port/NN/2/obj ././2/punct",
    "A/DT/2/det strike/NN/3/nsubj ended/VBD/0/root on/IN/5/case Monday/NNP/3/obl ././3/punct",
    "She/PRP/2/nsubj left/VBD/0/root the/DT/5/det old/JJ/5/amod port/NN/2/obj ././2/punct",
  ]

  private static var bank: Treebank {
    Treebank(
      sentences.map { sentence in
        let words = sentence.split(separator: " ").enumerated().map { row, word in
          let parts = word.split(separator: "/", omittingEmptySubsequences: false)
          let head = UInt32(parts[2]) ?? 0
          return Treebank.Word(
            form: String(parts[0]),
            tag: PennTag(label: String(parts[1])),
            isSpaced: true,
            head: head == 0 ? UInt32(row) : head - 1,
            relation: Relation(label: String(parts[3]))
          )
        }
        return (document: "a", words: words)
      }
    )
  }

  @Test func `a tagger learns what it is shown, and the same each time`() {
    let bank = Self.bank
    var training = TaggerTraining()
    training.least = 1
    let source = TaggerTraining.Source(bank: bank, isForeign: false)
    let table = training.train([source]) { _ in }
    #expect(table == training.train([source]) { _ in })
    let model = TaggerModel(TableBytes(keeping: table))
    #expect(model.bytes.checksum == model.bytes.statedChecksum)
    let tags = tag(bank.tokens, bank.sentences, in: bank.text, model: model)
    #expect(tags.values == bank.words.map(\.tag))
  }

  @Test func `a parser learns what it is shown, and the same each time`() {
    let bank = Self.bank
    var training = ParserTraining()
    training.least = 1
    let tags = Tags(bank.words.compactMap(\.tag))
    let source = ParserTraining.Source(bank: bank, tags: tags)
    let table = training.train([source]) { _ in }
    #expect(table == training.train([source]) { _ in })
    var parser = Parser(ParserModel(TableBytes(keeping: table)), .builtIn)
    for sentence in 0..<bank.count {
      let tree = parser.parse(
        bank.sentences.tokens[sentence],
        of: bank.tokens,
        tags,
        in: bank.text
      )
      #expect(tree.heads == bank.words(sentence).map(\.head))
      #expect(tree.relations == bank.words(sentence).map(\.relation))
    }
  }

  @Test(arguments: [0, 1, 2, 3])
  func `steps that lose nothing lead to the true tree`(sentence: Int) {
    let bank = Self.bank
    let words = bank.words(sentence)
    let oracle = ParserOracle(words)
    var state = ParserState()
    state.begin(words.map { _ in ParserNode() })
    while !state.isDone {
      let costs = oracle.costs(in: state)
      #expect(costs.least == 0)
      let action = oracle.action(costs)
      state.perform(
        Transition(action: action, relation: oracle.relation(action, in: state) ?? .dep)
      )
    }
    let heads = state.nodes[1...words.count].map { Int($0.head) }
    let relations = state.nodes[1...words.count].map { Relation(rawValue: $0.relation - 1) }
    let gold = words.enumerated().map { row, word in
      Int(word.head ?? 0) == row ? state.root : Int(word.head ?? 0) + 1
    }
    #expect(heads == gold)
    #expect(relations == words.map(\.relation))
  }

  @Test func `weights are read as they were written`() {
    var index = FeatureIndex()
    var random = Seeded(seed: 7)
    for _ in 0..<500 { index.see(UInt32(truncatingIfNeeded: random.next())) }
    let classCount = 11
    let perceptron = Perceptron(index, classCount: classCount)
    // Some rows have one class, others all.
    var averages = [Float](repeating: 0, count: index.count * perceptron.scoreCount)
    for row in 0..<index.count {
      for target in 0..<(row % classCount + 1) {
        averages[row * perceptron.scoreCount + target] = Float(random.below(255)) - 127
      }
    }
    let weights = TrainedWeights(perceptron, averages, bytes: 1 << 20)
    var writer = TableWriter(format: "TEST", version: 1)
    weights.write(to: &writer)
    let table = WeightTable(
      TableBytes(keeping: writer.finished()),
      at: TableBytes.headerCount
    )
    for (row, feature) in index.features.enumerated() {
      var scores = [Int16](repeating: 0, count: table.scoreCount)
      [feature].withUnsafeBufferPointer { features in
        scores.withUnsafeMutableBufferPointer { scores in
          if let address = scores.baseAddress { table.add(features, to: address) }
        }
      }
      let start = row * perceptron.scoreCount
      let expected = averages[start..<start + classCount].map {
        Int16(($0 * weights.scale).rounded())
      }
      #expect(Array(scores.prefix(classCount)) == expected)
    }
  }

  @Test func `weights of actions are read as they were written`() {
    var index = FeatureIndex()
    var random = Seeded(seed: 11)
    for _ in 0..<500 { index.see(UInt32(truncatingIfNeeded: random.next())) }
    let perceptron = Perceptron(index, classCount: 4, alignment: 4)
    let averages = (0..<2000).map { _ in Float(random.below(255)) - 127 }
    let weights = TrainedActions(perceptron, averages, bytes: 1 << 20)
    var writer = TableWriter(format: "TEST", version: 1)
    weights.write(to: &writer)
    let table = ActionWeights(
      TableBytes(keeping: writer.finished()),
      at: TableBytes.headerCount
    )
    var sum = SIMD4<Int16>(repeating: 0)
    for (row, feature) in index.features.enumerated() {
      let expected = SIMD4<Int16>(
        (0..<4).map { target in
          Int16((averages[4 * row + target] * weights.scale).rounded())
        }
      )
      let found = [feature].withUnsafeBufferPointer { table.scores(of: $0) }
      #expect(found == expected)
      if row < WeightTable.maximumFeatures { sum &+= expected }
    }
    // Together with features that nothing is known of.
    let all = index.features.prefix(WeightTable.maximumFeatures)
    #expect(Array(all).withUnsafeBufferPointer { table.scores(of: $0) } == sum)
    let unknown = (0..<100).map { _ in UInt32(truncatingIfNeeded: random.next()) }
    #expect(unknown.withUnsafeBufferPointer { table.scores(of: $0) } == SIMD4(repeating: 0))
  }

  @Test func `a shuffle has every row once, and the same for the same seed`() {
    var random = Seeded(seed: 3)
    let order = random.order(of: 100)
    #expect(order.sorted() == Array(0..<100))
    #expect(order != Array(0..<100))
    var again = Seeded(seed: 3)
    #expect(again.order(of: 100) == order)
  }
}
