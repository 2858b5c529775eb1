internal import Analysis
internal import ArgumentParser
internal import Foundation
internal import Prose
internal import Reference

/// Finds who is who with given weights: for the scorers.
struct MeasureChains: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure-chains",
    abstract: "Print the chains found in texts, a JSON object each: {\"id\", \"clusters\"}."
  )

  @Argument(help: "A file of lines {\"id\", \"text\"}.")
  var texts: String

  @Option(help: "A table of pronouns' weights; the built-in one by default.")
  var antecedents: String?

  private struct Input: Decodable {
    let id: String
    let text: String
  }

  private struct Output: Encodable {
    let id: String
    let clusters: [[[Int]]]
  }

  func run() throws {
    let builtIn = References.builtIn
    let model = try antecedents.map { path in
      AntecedentModel(TableBytes(keeping: [UInt8](try Data(contentsOf: URL(filePath: path)))))
    }
    let references = References(
      lexicon: builtIn.lexicon,
      gazetteer: builtIn.gazetteer,
      atlas: builtIn.atlas,
      names: builtIn.names,
      tagger: builtIn.tagger,
      parser: builtIn.parser,
      antecedents: model ?? builtIn.antecedents
    )
    for line in try String(contentsOf: URL(filePath: texts), encoding: .utf8).split(separator: "\n")
    {
      let input = try JSONDecoder().decode(Input.self, from: Data(line.utf8))
      let document = analyze(
        SourceText(input.text),
        layers: [.blocks, .sentences, .names, .actors],
        references: references
      )
      let output = Output(id: input.id, clusters: clusters(document))
      print(String(decoding: try JSONEncoder().encode(output), as: UTF8.self))
    }
  }

  private func clusters(_ document: Document) -> [[[Int]]] {
    var found: [ID<Entity>: [[Int]]] = [:]
    let offsets = codePointOffsets(document.text)
    for mention in document.allMentions where mention.type != .nationality {
      found[mention.entity, default: []].append([
        offsets[Int(mention.range.lowerBound)], offsets[Int(mention.range.upperBound)],
      ])
    }
    return found.keys.sorted().compactMap { found[$0] }
  }

  /// For each byte, and for the end, how many code points begin before it.
  private func codePointOffsets(_ text: SourceText) -> [Int] {
    var offsets: [Int] = []
    var count = 0
    text.withBytes { bytes in
      for byte in bytes {
        offsets.append(count)
        if byte & 0xC0 != 0x80 { count += 1 }
      }
    }
    offsets.append(count)
    return offsets.indices.map { row in
      row < offsets.count - 1 ? offsets[row] : count
    }
  }
}
