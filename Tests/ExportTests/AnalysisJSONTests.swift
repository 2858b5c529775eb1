import Export
import Foundation
import Prose
import Testing

typealias Object = [String: Any]

/// What Foundation reads in JSON of ours.
func readBack(_ bytes: [UInt8]) throws -> Object {
  try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? Object)
}

private let article = """
  Ferry – talks 😀 resume

  ‹Elin Marklund|p› came to ‹Rønne|l› on ‹Thursday|t› and ‹Friday|t› for ‹the Union|o› .
  ‹“No fees”|q› she said of ‹the docking fees|i› .
  """

private func analysis(
  _ id: AnalysisID = .string("a.txt"),
  _ layout: JSONLayout = .line
) throws -> Object {
  let document = document(article)
  let source = Article(location: "a.txt", published: "2026-01-29", text: document.text)
  return try readBack(analysisJSON(document, of: source, id: id, layout: layout))
}

/// The words of `text` at a span, counted in code points.
private func words(_ span: Any?, in object: Object) throws -> String {
  let text = Array(try #require(object["text"] as? String).unicodeScalars)
  let ends = try #require(span as? [Int])
  try #require(ends.count == 2 && ends[0] <= ends[1] && ends[1] <= text.count)
  var view = String.UnicodeScalarView()
  view.append(contentsOf: text[ends[0]..<ends[1]])
  return String(view)
}

private func rows(_ name: String, of object: Object) throws -> [Object] {
  try #require(object[name] as? [Object])
}

@Suite
struct AnalysisJSONTests {
  @Test
  func `says what it is and where the article comes from`() throws {
    let object = try analysis()
    #expect(object["schema"] as? String == "broadsheet/1")
    #expect(object["id"] as? String == "a.txt")
    #expect(object["language"] as? String == "en")
    #expect(object["text"] as? String == document(article).text.string)
    let source = try #require(object["source"] as? Object)
    #expect(source["location"] as? String == "a.txt")
    #expect(source["format"] as? String == "text")
    #expect(source["published"] as? String == "2026-01-29")
    #expect(source["title"] is NSNull)
    #expect(source["site"] is NSNull)
    #expect(source["byline"] as? [String] == [])
  }

  @Test
  func `counts in code points behind signs of many bytes`() throws {
    let object = try analysis()
    #expect(try words(object["headline"], in: object) == "Ferry – talks 😀 resume")
    let blocks = try rows("blocks", of: object).map { try words($0["span"], in: object) }
    #expect(blocks.count == 3)
    #expect(blocks[1].hasPrefix("Elin Marklund came to Rønne"))
    #expect(
      try rows("mentions", of: object).map { try words($0["span"], in: object) }
        == ["Elin Marklund", "Rønne", "the Union"]
    )
    let sentences = try #require(object["sentences"] as? [[Int]])
    #expect(try words(sentences.last, in: object) == "“No fees” she said of the docking fees .")
  }

  @Test
  func `links mentions, entities, actors and places`() throws {
    let object = try analysis()
    let entities = try rows("entities", of: object)
    #expect(entities.map { $0["id"] as? String } == ["e1", "e2", "e3"])
    #expect(entities.map { $0["type"] as? String } == ["person", "location", "organization"])
    #expect(entities[1]["country"] as? String == "DK")
    #expect(entities[1]["lat"] as? Double == 55.1)
    #expect(entities[1]["lon"] as? Double == 14.7)
    #expect(entities[0]["lat"] is NSNull)
    let actor = try #require(try rows("actors", of: object).first)
    #expect(actor["id"] as? String == "a1")
    #expect(actor["entity"] as? String == "e1")
    #expect(actor["name"] as? String == "Elin Marklund")
    #expect(actor["roles"] as? [String] == ["Ferry"])
    #expect(actor["country"] is NSNull)
    #expect(actor["salience"] as? Double == 0.5)
    let place = try #require(try rows("places", of: object).first)
    #expect(place["entity"] as? String == "e2")
    #expect(place["aliases"] as? [String] == ["Rønne"])
    #expect(place["region"] as? String == "Hovedstaden")
    let mentions = try rows("mentions", of: object)
    #expect(mentions.map { $0["actor"] as? String } == ["a1", nil, nil])
    #expect(mentions.map { $0["place"] as? String } == [nil, "p1", nil])
    #expect(mentions.map { $0.keys.contains("actor") } == [true, false, false])
  }

  @Test
  func `gives issues, quotations and times with their evidence`() throws {
    let object = try analysis()
    let issue = try #require(try rows("issues", of: object).first)
    #expect(issue["label"] as? String == "the docking fees")
    #expect(try words(issue["span"], in: object) == "the docking fees")
    #expect(issue["status"] as? [String] == ["past"])
    #expect(issue["by"] as? String == "machine")
    let position = try #require((issue["positions"] as? [Object])?.first)
    #expect(position["actor"] as? String == "a1")
    #expect(position["stance"] as? String == "rejects")
    #expect(position["status"] as? [String] == ["attributed", "anonymous"])
    let evidence = try #require(position["evidence"] as? [[Int]])
    #expect(try words(evidence.first, in: object).hasPrefix("“No fees”"))
    let quotation = try #require(try rows("quotations", of: object).first)
    #expect(try words(quotation["content"], in: object) == "“No fees”")
    #expect(try words(quotation["source"], in: object) == "Elin Marklund")
    #expect(quotation["cue"] is NSNull)
    #expect(quotation["actor"] as? String == "a1")
    let times = try rows("times", of: object)
    #expect(times[0]["value"] is NSNull && times[0]["days"] is NSNull)
    #expect(times[1]["value"] as? String == "2026-01-29")
    #expect(times[1]["days"] as? [Int] == [0, 1])
    #expect(times[0]["clause"] is NSNull && (times[1]["clause"] as? [Int])?.count == 2)
    #expect(times.allSatisfy { $0["why"] as? String == "test of time" })
  }

  @Test(arguments: [
    (AnalysisID.string("a \"b\"\n"), #""a \"b\"\n""#), (.number("1.0"), "1.0"), (.none, "null"),
  ])
  func `gives the id back as it was`(id: AnalysisID, written: String) {
    let bytes = failureJSON(id: id, error: "no text")
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == #"{"schema":"broadsheet/1","id":\#(written),"error":"no text"}"# + "\n"
    )
  }

  @Test
  func `is the same on one line and on many`() throws {
    let one = try analysis(.string("a"), .line)
    let many = try analysis(.string("a"), .lines)
    #expect(NSDictionary(dictionary: one) == NSDictionary(dictionary: many))
  }

  @Test
  func `writes an object a line and a row a line`() {
    let document = document("Talks\n‹Rønne|l›")
    let source = Article(location: "a", text: document.text)
    let line = analysisJSON(document, of: source, id: .none)
    #expect(line.filter { $0 == 10 }.count == 1 && line.last == 10)
    let lines = String(
      decoding: analysisJSON(document, of: source, id: .none, layout: .lines),
      as: UTF8.self
    )
    #expect(lines.hasPrefix("{\n  \"schema\": \"broadsheet/1\",\n  \"id\": null,\n"))
    #expect(
      lines.contains(
        """
          "blocks": [
            {"kind": "headline", "span": [0, 5]},
            {"kind": "paragraph", "span": [6, 11]}
          ],
          "sentences": [[0, 5], [6, 11]],

        """
      )
    )
    #expect(lines.hasSuffix("  \"times\": []\n}\n"))
  }
}
