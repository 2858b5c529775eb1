import Analysis
import Foundation
import Prose
import Reference
import Testing

@testable import broadsheet_workshop

struct AntecedentTests {
  private static let chains = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources/broadsheet-workshop/Chains")

  @Test func `a mark stands behind its pronoun and names whom it means`() throws {
    let file = SourceFile(name: "a.txt", text: "# about\nAna Ruiz said she‹Ruiz› saw it‹-› rain.\n")
    let passages = try readMarkedPassages(file)
    #expect(passages.map { $0.text.string } == ["Ana Ruiz said she saw it rain."])
    #expect(passages[0].marks.map { passages[0].text.string(in: $0.range) } == ["she", "it"])
    #expect(passages[0].marks.map(\.key) == ["Ruiz", nil])
  }

  @Test(arguments: ["she‹Ruiz said.\n", "‹Ruiz› said.\n"])
  func `a mark that is not whole is told with its line`(text: String) {
    #expect(
      throws: SourceError.malformed(file: "a.txt", line: 1, expected: "marks like she‹Ruiz›")
    ) {
      try readMarkedPassages(SourceFile(name: "a.txt", text: text))
    }
  }

  @Test func `the package's own passages are many, and most offer the right choice`() throws {
    let passages = try readMarkedPassages(in: Self.chains)
    #expect(passages.count >= 250)
    let choices = passages.prefix(60).flatMap {
      pronounChoices($0.text, $0.blocks, marks: $0.marks)
    }
    let reached = choices.filter { $0.right.contains(true) }
    #expect(reached.count * 10 > choices.count * 9)
    #expect(reached.allSatisfy { $0.right.count == $0.candidates.count })
  }

  @Test func `weights are learned from choices, and the same each time`() {
    var first = AntecedentFeatures()
    first.insert(.lastSubject)
    var second = AntecedentFeatures()
    second.insert(.nearest)
    let choice = PronounChoice(
      form: 0,
      candidates: [second, first],
      right: [false, true]
    )
    let table = AntecedentTraining().train([choice, choice])
    #expect(table == AntecedentTraining().train([choice, choice]))
    let model = AntecedentModel(TableBytes(keeping: table))
    #expect(model.bytes.checksum == model.bytes.statedChecksum)
    let (subject, nearest) = (AntecedentFeature.lastSubject, AntecedentFeature.nearest)
    #expect(model.weight(0, Int(subject.rawValue)) > 0)
    #expect(model.weight(0, Int(nearest.rawValue)) < 0)
    // A form that was never seen does as the others do.
    #expect(model.weight(7, Int(subject.rawValue)) > 0)
  }
}
