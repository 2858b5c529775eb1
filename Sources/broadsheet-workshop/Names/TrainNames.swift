internal import Analysis
internal import ArgumentParser
internal import Foundation
internal import Prose
internal import Reference

/// Trains the name model.
struct TrainNames: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train-names",
    abstract: "Train the name model on corpora in columns and on the package's own sentences."
  )

  @Option(help: "The folder with the corpora.")
  var corpora: String

  @Option(help: "A folder of annotated articles in marked prose.")
  var own: String?

  @Option(help: "What one of these counts beside a sentence of the corpora.")
  var ownWeight: Float = 2

  @Option(help: "A folder of scored sets to measure on.")
  var measure: String?

  @Option(help: "Where to write the table.")
  var output: String?

  @Option(help: "How often each sentence is seen.")
  var passes = 12
  @Option(help: "The size of a step before it is scaled down.")
  var rate: Float = 0.05
  @Option(help: "How strongly weights are drawn to zero.")
  var decay: Float = 1e-6
  @Option(help: "The share of features left out at each step.")
  var dropout: Float = 0.5
  @Option(help: "The logarithm of the number of rows in the table.")
  var bits = 17
  @Option(help: "The corpora and what a sentence of each counts.")
  var sets =
    "gmb-sample:1,gum:1,uner-ewt:1,wikigold:1,crossner-politics:1,crossner-other:1,litbank:0.3"

  func run() throws {
    var sentences: [TrainingSentence] = []
    let folder = URL(filePath: corpora, directoryHint: .isDirectory)
    for entry in sets.split(separator: ",") {
      let parts = entry.split(separator: ":")
      let texts = try readColumns(folder.appending(path: "\(parts[0]).tsv.gz"))
      let weight = parts.count > 1 ? Float(parts[1]) ?? 1 : 1
      for text in texts { sentences.append(contentsOf: self.sentences(of: text, weight: weight)) }
      print("\(parts[0]): \(sentences.count) sentences so far")
    }
    if let own {
      let files = try FileManager.default.contentsOfDirectory(
        at: URL(filePath: own),
        includingPropertiesForKeys: nil
      )
      for file in files.sorted(by: { $0.path() < $1.path() }) where file.pathExtension == "txt" {
        for text in try readMarkedArticles(SourceFile(file)) {
          sentences.append(contentsOf: self.sentences(of: text, weight: ownWeight))
        }
        print("\(file.lastPathComponent): \(sentences.count) sentences so far")
      }
    }
    var trainer = RandomFieldTrainer(buckets: 1 << bits, rate: rate, decay: decay, dropout: dropout)
    var mean = AveragedField(buckets: 1 << bits)
    var numbers = SeededNumbers(seed: 1)
    var order = Array(sentences.indices)
    for pass in 1...passes {
      order.shuffle(using: &numbers)
      let start = ContinuousClock.now
      let loss = trainer.pass(sentences, order: order, numbers: &numbers)
      if pass > passes / 3 { mean.add(trainer) }
      print("pass \(pass): loss \(loss), \(ContinuousClock.now - start)")
    }
    let (rows, step) = mean.quantized()
    if let measure { try report(mean.weights, mean.transitions, measure) }
    if let measure { try report(rows.map { SIMD16<Float>($0) * step }, mean.transitions, measure) }
    var writer = TableWriter(format: NameWeights.format, version: NameWeights.version)
    writer.append(UInt32(bits))
    writer.append(step.bitPattern)
    for row in mean.transitions { for label in 0..<16 { writer.append(row[label].bitPattern) } }
    for row in rows { for label in 0..<16 { writer.append(row[label]) } }
    let table = writer.finished()
    if let output {
      try Data(table).write(to: URL(filePath: output), options: .atomic)
      print("\(output): \(table.count) bytes")
    }
  }

  private func sentences(of named: NamedText, weight: Float) -> [TrainingSentence] {
    let read = NameReading(named.text, named.blocks)
    let labels = read.labels(named.names)
    return read.sentences.map { rows in
      var starts = [0]
      var features: [UInt32] = []
      for token in rows {
        features.append(contentsOf: read.features(token, in: rows, bits: bits))
        starts.append(features.count)
      }
      return TrainingSentence(
        starts: starts,
        features: features,
        labels: Array(labels[rows]),
        edges: Array(read.edges(in: rows)),
        weight: weight
      )
    }
  }

  private func report(
    _ weights: [SIMD16<Float>],
    _ transitions: [SIMD16<Float>],
    _ folder: String
  ) throws {
    let decoder = NameDecoder(transitions: transitions)
    var mean = 0.0
    let sets = ["gmb-sample", "gum", "re3d", "uner-ewt", "wikigold", "crossner-politics"]
    var line = ""
    for set in sets {
      var (right, found, gold) = (0, 0, 0)
      for named in try readGold(URL(filePath: folder).appending(path: "\(set).jsonl")) {
        let read = NameReading(named.text, named.blocks)
        var names: Set<String> = []
        for rows in read.sentences {
          let scores = rows.map { token in
            read.features(token, in: rows, bits: bits).reduce(SIMD16<Float>(repeating: 0)) {
              $0 + weights[Int($1)]
            }
          }
          var labels: [NameLabel] = []
          scores.withUnsafeBufferPointer {
            decoder.decode($0, read.edges(in: rows), to: &labels)
          }
          for (tokens, kind) in spans(of: labels[...], from: rows.lowerBound) where kind != .other {
            names.insert("\(read.bytes(tokens)) \(kind)")
          }
        }
        let wanted = Set(named.names.map { "\($0.range) \($0.kind)" })
        right += wanted.intersection(names).count
        found += names.count
        gold += wanted.count
      }
      let score = 200 * Double(right) / Double(max(1, found + gold))
      mean += score / Double(sets.count)
      line += "\(set) \((score * 10).rounded() / 10)  "
    }
    print(line + "mean \((mean * 100).rounded() / 100)")
  }
}
