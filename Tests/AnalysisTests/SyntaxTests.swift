import Prose
import Reference
import TestKit
import Testing

@testable import Analysis

struct SyntaxTests {
  @Test(arguments: [
    ("The mayor has rejected the plan.", "DT NN VBZ VBN DT NN ."),
    ("Velia's ships didn't leave on Monday.", "NNP POS NNS VBD RB VB IN NNP ."),
    ("She said that talks would resume.", "PRP VBD IN NNS MD VB ."),
    ("They want to go to the islands.", "PRP VBP TO VB IN DT NNS ."),
    ("“We are ready,” he said.", "`` PRP VBP JJ , '' PRP VBD ."),
    ("Prices rose 3% and wages fell.", "NNS VBD CD NN CC NNS VBD ."),
    ("A US-led force arrived (again).", "DT NNP HYPH VBN NN VBD -LRB- RB -RRB- ."),
    ("The report was published by Mr Brandt.", "DT NN VBD VBN IN NNP NNP ."),
  ])
  func `words get their parts of speech`(text: String, labels: String) {
    let prose = Ground(paragraph: text)
    let tags = tag(prose.tokens, prose.sentences, in: prose.text, model: .builtIn)
    #expect(tags.values.map(\.label).joined(separator: " ") == labels)
  }

  @Test(arguments: [
    ("On Thursday, Velia rejected the offer.", "rejected", "obl Thursday, nsubj Velia, obj offer"),
    ("The minister said she would resign.", "said", "nsubj minister, ccomp resign"),
    (
      "The bill was opposed by farmers.", "opposed",
      "nsubj:pass bill, aux:pass was, obl:agent farmers"
    ),
    ("The army did not cross the river.", "cross", "nsubj army, aux did, advmod not, obj river"),
    ("Brandt, a spokesman, denied it.", "denied", "nsubj Brandt, obj it"),
  ])
  func `a verb governs who acts and what is acted on`(
    text: String,
    verb: String,
    found: String
  ) throws {
    let prose = Ground(paragraph: text)
    let tags = tag(prose.tokens, prose.sentences, in: prose.text, model: .builtIn)
    let sentence = try #require(prose.sentences.tokens.first)
    let tree = parse(
      sentence,
      of: prose.tokens,
      tags,
      in: prose.text,
      model: .builtIn,
      lexicon: .builtIn
    )
    let words = prose.words
    let head = try #require(words.firstIndex(of: verb))
    let shown = tree.dependents(of: head).filter { tree.relations[$0] != .punct }
      .map { "\(tree.relations[$0].label) \(words[$0])" }
    #expect(shown.joined(separator: ", ") == found)
  }

  @Test(arguments: [
    "‹The old harbor wall|noun› ‹had not been repaired|verb› since ‹1998|noun›.",
    "‹Velia|noun›'s ‹three new ships|noun› ‹want|verb› ‹to leave|verb› ‹the port|noun›.",
    "‹She|noun› ‹said|verb› ‹the very long strike|noun› ‹would end|verb› on ‹Sunday|noun›.",
    "‹Police|noun› ‹gave up|verb› ‹the search|noun›, and ‹they|noun› ‹waited|verb›.",
  ])
  func `chunks hold together what the tags hold together`(marked: String) {
    let expected = MarkedProse(marked)
    let prose = Ground(paragraph: expected.text)
    let tags = tag(prose.tokens, prose.sentences, in: prose.text, model: .builtIn)
    let chunks = chunk(tags, prose.sentences)
    let marks = (0..<chunks.count).map { row in
      MarkedProse.Mark(
        range: prose.tokens.bytes(of: chunks.tokens[row]),
        label: "\(chunks.kinds[row])"
      )
    }
    #expect(MarkedProse.render(expected.text, marks) == marked)
  }

  @Test(.timeLimit(.minutes(1)))
  func `a long run of adjectives without a noun is looked through once`() {
    let count = 200_000
    var tags = Tags([PennTag](repeating: .adjective, count: count))
    tags.append(.terminal)
    tags.append(.adjective)
    tags.append(.noun)
    var sentences = Sentences()
    sentences.append(TokenRange(0..<tags.count), block: 0)
    let chunks = chunk(tags, sentences)
    #expect(chunks.tokens == [TokenRange(count + 1..<count + 3)])
  }

  @Test(arguments: [UInt64(1), 2, 3, 4, 5])
  func `any text at all gets a tag for each token and a tree for each sentence`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let prose = Ground(oddText(count: 400, using: &random))
    let tags = tag(prose.tokens, prose.sentences, in: prose.text, model: .builtIn)
    #expect(tags.count == prose.tokens.count)
    var parser = Parser(.builtIn, .builtIn)
    for sentence in prose.sentences.tokens {
      let tree = parser.parse(sentence, of: prose.tokens, tags, in: prose.text)
      #expect(DependencyTree(heads: tree.heads, relations: tree.relations) == tree)
      #expect(tree.count == sentence.count)
    }
    let chunks = chunk(tags, prose.sentences)
    for row in 1..<max(1, chunks.count) {
      #expect(chunks.tokens[row - 1].end <= chunks.tokens[row].first)
    }
  }

  @Test func `a capital alone makes no name where the text has the word in lower case`() {
    let text = "Harbor talks fail. The harbor is closed. Nobody enters the harbor."
    let prose = Ground(paragraph: text)
    let tags = tag(prose.tokens, prose.sentences, in: prose.text, model: .builtIn)
    #expect(tags[0] == .noun)
  }
}
