import Export
import Foundation
import Prose
import Testing

/// A definition of the schema, by its name.
private func definition(_ name: String) throws -> Object {
  let schema = try readBack(Array(analysisSchema.utf8))
  let definitions = try #require(schema["$defs"] as? Object)
  return try #require(definitions[name] as? Object)
}

private func property(_ name: String, of definition: Object) throws -> Object {
  let properties = try #require(definition["properties"] as? Object)
  return try #require(properties[name] as? Object)
}

@Suite
struct SchemaTests {
  @Test(arguments: [
    ("block", "kind", BlockKind.allCases.map(\.rawValue)),
    ("entity", "type", EntityType.allCases.map(\.rawValue)),
    ("actor", "kind", ActorKind.allCases.map(\.rawValue)),
    ("place", "kind", PlaceKind.allCases.map(\.rawValue)),
    ("mention", "form", MentionForm.allCases.map(\.rawValue)),
    ("mention", "type", MentionType.allCases.map(\.rawValue)),
    ("position", "stance", Stance.allCases.map(\.rawValue)),
    ("quotation", "kind", QuotationKind.allCases.map(\.rawValue)),
    ("time", "kind", TimeKind.allCases.map(\.rawValue)),
    ("source", "format", ArticleFormat.allCases.map(\.rawValue)),
  ])
  func `names every kind that can be written`(row: String, field: String, kinds: [String]) throws {
    let found = try #require(try property(field, of: definition(row))["enum"] as? [String])
    #expect(Set(found) == Set(kinds))
  }

  @Test
  func `names every status`() throws {
    let items = try #require(try definition("status")["items"] as? Object)
    #expect(items["enum"] as? [String] == Status(rawValue: .max).names)
  }

  @Test(arguments: [
    "analysis", "failure", "source", "block", "entity", "actor", "place", "mention", "position",
    "issue",
    "quotation", "time",
  ])
  func `is strict and requires every field but those marked optional`(name: String) throws {
    let definition = try definition(name)
    let properties = try #require(definition["properties"] as? Object)
    let required = try #require(definition["required"] as? [String])
    #expect(definition["additionalProperties"] as? Bool == false)
    #expect(
      Set(required)
        == Set(properties.keys).subtracting(name == "mention" ? ["actor", "place"] : [])
        .subtracting(["actor", "place", "mention", "position"].contains(name) ? ["by"] : [])
    )
  }

  @Test
  func `requires the fields that are written`() throws {
    let document = document("Talks\n‹Elin|p› ‹Rønne|l› ‹“No”|q› ‹Friday|t› ‹fees|i›")
    let source = Article(location: "a", text: document.text)
    let object = try readBack(analysisJSON(document, of: source, id: .none))
    let pairs: [(String, Object?)] = [
      ("analysis", object), ("source", object["source"] as? Object),
      ("block", (object["blocks"] as? [Object])?.first),
      ("entity", (object["entities"] as? [Object])?.first),
      ("actor", (object["actors"] as? [Object])?.first),
      ("place", (object["places"] as? [Object])?.first),
      ("quotation", (object["quotations"] as? [Object])?.first),
      ("time", (object["times"] as? [Object])?.first),
      ("issue", (object["issues"] as? [Object])?.first),
    ]
    for (name, row) in pairs {
      let row = try #require(row, "no \(name) is written")
      #expect(
        Set(row.keys) == Set(try #require(try definition(name)["required"] as? [String])),
        "\(name)"
      )
    }
  }
}
