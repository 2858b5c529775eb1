import Prose
import Testing

@testable import Analysis

struct BlockTests {
  @Test func `an article has its headline, byline, date line and headings`() {
    let ground = Ground(
      """
      Harbor strike enters second week
      By Ana Ruiz and Ivo Brandt in Port Anselm
      Thursday, 29 January 2026

      Dock workers in Port Anselm stayed away for an eighth day, their union said.
      What the union wants
      Higher pay and shorter shifts are the two demands that it has made.
      • A raise of 5%
      • A week of 35 hours
      """
    )
    #expect(
      ground.outline == [
        "headline: Harbor strike enters second week",
        "byline: By Ana Ruiz and Ivo Brandt in Port Anselm",
        "dateline: Thursday, 29 January 2026",
        "paragraph: Dock workers in Port Anselm stayed away for an eighth day, their union said.",
        "heading: What the union wants",
        "paragraph: Higher pay and shorter shifts are the two demands that it has made.",
        "listItem: • A raise of 5%",
        "listItem: • A week of 35 hours",
      ]
    )
  }

  @Test func `an article that begins with prose has no headline`() {
    let ground = Ground(
      "Dock workers in Port Anselm stayed away for an eighth day.\nTalks go on.\nHope is small."
    )
    #expect(ground.blocks.headline == nil)
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `hard-wrapped paragraphs are joined over their lines`(lineEnd: String) {
    let text = """
      Harbor strike enters second week

      Dock workers in Port Anselm stayed away from
      their cranes for an eighth day on Thursday, and
      their union said that it would go on.

      The company called the strike unlawful and asked
      a court to end it. A ruling is due on Friday.
      """
    let ground = Ground(text.replacing("\n", with: lineEnd))
    #expect(ground.blocks.kinds == [.headline, .paragraph, .paragraph])
    #expect(ground.sentences.count == 4)
  }

  @Test func `a list in hard-wrapped text keeps its lines`() {
    let text = """
      The union has made the following demands in its
      letter to the company that runs the harbor:

      - a raise of five percent for all who work there,
        night shifts included
      - a week of 35 hours
      """
    #expect(Ground(text).blocks.kinds == [.paragraph, .listItem, .listItem])
  }

  @Test func `short lines that are whole sentences are paragraphs of their own`() {
    let text =
      "The harbor is closed until further notice today.\nThe bridge is open to all cars and trains.\nThe road is blocked by snow and ice near town."
    #expect(Ground(text).blocks.count == 3)
  }

  @Test(arguments: [
    [
      "Support our newsroom",
      "Every gift from a reader keeps this paper free of any owner’s wishes.",
      "The paper follows no party, and we report what we find without fear.",
    ],
    ["Related articles", "Ferry service resumes", "Fish prices at a new high"],
    ["Read more: Ferry service resumes"],
    ["Subscribe to our newsletter"],
    ["Ivo Brandt contributed to this report."],
    ["© 2026 Harbor Wire. All rights reserved."],
    ["https://harbor.example/ferry"],
    ["Sources", "Harbor Wire", "Port Authority"],
  ])
  func `page matter at the end is boilerplate`(lines: [String]) {
    let prose = [
      "Harbor strike enters second week",
      "Dock workers in Port Anselm stayed away for an eighth day on Thursday.",
      "The company that runs the harbor has asked a court to end the strike before the weekend comes.",
    ]
    let ground = Ground((prose + lines).joined(separator: "\n"))
    #expect(ground.blocks.kinds.prefix(3) == [.headline, .paragraph, .paragraph])
    #expect(ground.blocks.kinds.dropFirst(3).allSatisfy { $0 == .boilerplate }, "\(ground.outline)")
  }

  @Test(arguments: [
    "Sources said the company would not sign up to the deal.",
    "“We will support our journalism with all we have,” the editor of the local paper told its readers.",
    "Donate blood, doctors at the hospital said on Thursday.",
    "The image showed a crane that had fallen into the harbor.",
  ])
  func `prose with the same words is not boilerplate`(line: String) {
    let ground = Ground(
      "Harbor strike\nDock workers stayed away on Thursday.\n\(line)\nTalks go on in the town hall."
    )
    #expect(!ground.blocks.kinds.contains(.boilerplate), "\(ground.outline)")
  }

  @Test func `an image's credit parts from its caption`() {
    let ground = Ground(
      "Harbor strike\nCranes stand still. Image: Ana Ruiz.\nDock workers stayed away on Thursday."
    )
    #expect(
      ground.outline[1...2] == ["caption: Cranes stand still.", "boilerplate: Image: Ana Ruiz."]
    )
  }

  @Test(arguments: ["", "\n", " \t\r\n", "\u{FEFF}"])
  func `a text without ink has no blocks`(text: String) {
    #expect(Ground(text).blocks.count == 0)
  }

  @Test(arguments: 0..<300)
  func `blocks of any bytes are ordered, begin and end with ink and cover it`(seed: Int) {
    let bytes = RandomText(seed: seed).bytes
    let ground = Ground(bytes)
    var end = 0
    for row in 0..<ground.blocks.count {
      let range = Int(ground.blocks.starts[row])..<Int(ground.blocks.ends[row])
      bytes.withUnsafeBufferPointer { bytes in
        #expect(skipBlank(bytes, end..<range.lowerBound) == range.lowerBound, "seed \(seed)")
        #expect(skipBlank(bytes, range) == range.lowerBound && !range.isEmpty, "seed \(seed)")
        #expect(dropBlank(bytes, range) == range.upperBound, "seed \(seed)")
      }
      end = range.upperBound
    }
    bytes.withUnsafeBufferPointer { bytes in
      #expect(skipBlank(bytes, end..<bytes.count) == bytes.count, "seed \(seed)")
    }
  }
}
