import Prose
import Testing

struct SyntaxTests {
  @Test func `every tag and relation is known by its label`() {
    for tag in PennTag.allCases { #expect(PennTag(label: tag.label) == tag) }
    for relation in Relation.allCases { #expect(Relation(label: relation.label) == relation) }
    #expect(PennTag.possessivePronoun.label == "PRP$")
    #expect(Relation.nsubjPass.label == "nsubj:pass")
    #expect(PennTag(label: "noun") == nil)
  }

  @Test(arguments: [
    [UInt32(1), 1, 1], [0, 0, 1], [0],
  ])
  func `heads that lead to one root are a tree`(heads: [UInt32]) {
    #expect(DependencyTree(heads: heads, relations: heads.map { _ in .dep }) != nil)
  }

  @Test(arguments: [
    [], [UInt32(1), 0], [0, 1], [0, 2, 1], [0, 7],
  ])
  func `heads with no root, several, a cycle or a gap are none`(heads: [UInt32]) {
    #expect(DependencyTree(heads: heads, relations: heads.map { _ in .dep }) == nil)
  }

  @Test func `a word reaches over all that it governs`() throws {
    // the old wall of the port fell
    let tree = try #require(
      DependencyTree(
        heads: [2, 2, 6, 5, 5, 2, 6],
        relations: [.det, .amod, .nsubj, .case, .det, .nmod, .root]
      )
    )
    #expect(tree.reach(of: 2) == 0..<6)
    #expect(tree.reach(of: 5) == 3..<6)
    #expect(tree.dependents(of: 2) == [0, 1, 5])
    #expect(tree.dependent(of: 6, [.nsubj, .nsubjPass]) == 2)
    #expect(tree.head(of: 6) == nil)
    #expect(tree.governs(6, 3))
    #expect(!tree.governs(5, 0))
  }
}
