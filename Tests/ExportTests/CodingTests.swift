import Export
import Prose
import Testing

/// An article with an astral character before its positions, so that units and code points differ.
private let marked = """
  Ferry; "talks" 😀 resume

  ‹Elin Marklund|p› came to ‹Rønne|l› .
  ‹“No fees; never”|q› she said of ‹the docking fees|i› .
  """

private func coding(
  _ marked: String = marked,
  published: String? = "2026-01-29T10:30:00+01:00"
) -> Coding {
  let document = document(marked)
  let article = Article(
    location: "a.txt",
    byline: ["A. Writer"],
    site: "Harbor Wire",
    published: published,
    text: document.text
  )
  return code(document, of: article, id: .string("a.txt"))
}

private func written(_ format: CodingFormat, _ codings: [Coding]) -> String {
  var writer = CodingWriter(format)
  var bytes: [UInt8] = []
  for coding in codings { bytes += writer.add(coding) }
  return String(decoding: bytes + writer.end(), as: UTF8.self)
}

@Suite
struct CodingTests {
  @Test
  func `writes the event list in the columns of Discourse Network Analyzer`() {
    let lines = written(.dna, [coding(), coding()]).split(separator: "\n")
    #expect(
      lines == [
        "statement_id;time;person;organization;concept;agreement;start_position;stop_position;text;coder;document_id;document_title;document_author;document_source;document_section;document_type",
        #"1;"2026-01-29 10:30:00";"Elin Marklund";"";"the docking fees";0;56;103;"“No fees, never” she said of the docking fees .";"broadsheet";1;"Ferry, 'talks' 😀 resume";"A. Writer";"Harbor Wire";"";"""#,
        #"2;"2026-01-29 10:30:00";"Elin Marklund";"";"the docking fees";0;56;103;"“No fees, never” she said of the docking fees .";"broadsheet";2;"Ferry, 'talks' 😀 resume";"A. Writer";"Harbor Wire";"";"""#,
      ]
    )
  }

  @Test
  func `keeps positions without a side for a list of their own`() {
    #expect(written(.dnaUnsigned, [coding()]).split(separator: "\n").count == 1)
  }

  @Test(arguments: [
    ("2026-01-29", "2026-01-29 00:00:00"),
    ("2026-01-29T07:05Z", "2026-01-29 07:05:00"),
    ("2026-01-29 23:59:58", "2026-01-29 23:59:58"),
    ("2026-01-29T99:00", "2026-01-29 00:00:00"),
    ("yesterday", ""),
  ])
  func `writes a time as the source's clock gives it`(published: String, time: String) {
    #expect(coding(published: published).time == time)
  }

  @Test
  func `sums the positions of one actor over articles`() {
    let one = coding()
    #expect(written(.csv, [one, one]) == "\"\";\"the docking fees\"\n\"Elin Marklund\";-2\n")
    #expect(
      written(.dl, [one])
        == """
        dl nr = 1, nc = 1, format = fullmatrix
        row labels:
        "Elin Marklund"
        col labels:
        "the docking fees"
        data:
        -1

        """
    )
  }

  @Test
  func `gives a graph an edge for each position and a node for each name`() {
    let graph = written(.graphml, [coding(), coding()])
    #expect(graph.split(separator: "\n").count { $0.contains("<node ") } == 2)
    #expect(graph.split(separator: "\n").count { $0.contains("<edge ") } == 2)
    #expect(graph.contains(#"<data key="weight">-1</data>"#))
    #expect(graph.contains(#"<data key="status">attributed anonymous</data>"#))
    #expect(graph.hasSuffix("</graph>\n</graphml>\n"))
  }

  @Test
  func `lists each issue for those who merge labels`() {
    let lines = written(.codesheet, [coding()]).split(separator: "\n")
    #expect(lines.count == 2)
    #expect(
      lines.last?.hasPrefix(
        #""the docking fees";"the docking fees";"−Elin Marklund";"“No fees, never”"#
      )
        == true
    )
  }

  @Test(arguments: CodingFormat.allCases)
  func `is whole without any article`(format: CodingFormat) {
    var writer = CodingWriter(format)
    let first = writer.end()
    var other = CodingWriter(format)
    let begun = other.add(coding("Nothing\n\nNobody says a word .")) + other.end()
    #expect(first == begun)
  }
}
