import Testing

@testable import Ingest

@Suite
struct MarkupTreeTests {
  /// The tree in one line: elements as letters with what they hold in brackets.
  private func outline(
    _ source: String,
    as language: MarkupLanguage = .html,
    limits: MarkupLimits = MarkupLimits()
  ) throws -> String {
    let tree = try tree(source, as: language, limits: limits)
    var result = ""
    var ends: [Int] = []
    for row in 0..<tree.count {
      while let end = ends.last, end <= row {
        result += ")"
        ends.removeLast()
      }
      if tree.isText(row) {
        result += "'" + String(decoding: tree.text(of: row), as: UTF8.self) + "'"
      } else {
        result += tree.string(tree.name(of: row)) + "("
        ends.append(tree.end(of: row))
      }
    }
    return result + String(repeating: ")", count: ends.count)
  }

  private func tree(
    _ source: String,
    as language: MarkupLanguage = .html,
    limits: MarkupLimits = MarkupLimits()
  ) throws -> MarkupTree {
    try Array(source.utf8).withUnsafeBufferPointer {
      try MarkupTree($0, as: language, limits: limits)
    }
  }

  @Test(arguments: [
    ("<p>Ferries <b>wait</b>.", "html(body(p('Ferries 'b('wait')'.')))"),
    ("<p>one<p>two", "html(body(p('one')p('two')))"),
    ("<p>Tide &amp; time &eacute;&#8212;", "html(body(p('Tide & time é—')))"),
    ("<script>if (a < b && c)</script>", "html(head(script('if (a < b && c)')))"),
    ("", ""),
  ])
  func `reads HTML as browsers do`(source: String, expected: String) throws {
    #expect(try outline(source) == expected)
  }

  @Test(arguments: [
    ("<a><b>one</b><c/></a>", "a(b('one')c())"),
    ("<a><![CDATA[<b>]]></a>", "a('<b>')"),
    ("<a><b>one</a>", "a(b('one'))"),
    ("<a><b>one</b> &#38; two</c></a>", "a(b('one')' & two')"),
  ])
  func `reads XML that is ill-formed`(source: String, expected: String) throws {
    #expect(try outline(source, as: .xml) == expected)
  }

  @Test
  func `knows attributes and name spaces`() throws {
    let tree = try tree(
      "<r xmlns:d='urn:dates'><d:day d:zone='UTC' id='x'>29</d:day></r>",
      as: .xml
    )
    let day = 1
    #expect(tree.string(tree.name(of: day)) == "day")
    #expect(tree.space(of: day) == "urn:dates")
    #expect(tree.string(of: day, "id") == "x")
    #expect(tree.string(of: day, "missing") == nil)
    #expect(tree.attributes(of: day).map(\.space) == ["urn:dates", ""])
    #expect(tree.allText(of: 0) == "29")
  }

  @Test
  func `stops at its limits and keeps what it has`() throws {
    let deep = try tree(String(repeating: "<div>", count: 100_000) + "end")
    #expect(deep.isCut && deep.count <= 1024)
    let wide = try tree(
      "<p>first" + String(repeating: "<br>", count: 5000),
      limits: MarkupLimits(depth: 1024, nodes: 100)
    )
    #expect(wide.isCut && wide.count == 100)
    #expect(wide.allText(of: 0) == "first")
  }

  @Test
  func `expands no entity that a document declares`() throws {
    let levels = (1...9).map {
      "<!ENTITY e\($0) \"" + String(repeating: "&e\($0 - 1);", count: 10) + "\">"
    }
    let bomb =
      "<!DOCTYPE r [<!ENTITY e0 'boom'>\(levels.joined())<!ENTITY f SYSTEM 'file:///etc/passwd'>]><r>&e9;&f;</r>"
    let tree = try tree(bomb, as: .xml)
    #expect(tree.allText(of: 0).count < 100)
    #expect(!tree.allText(of: 0).contains("root:"))
  }
}
