internal import Analysis
internal import ArgumentParser
internal import Foundation
internal import Prose
internal import Reference

/// Measures how fast the analysis is and how much memory it takes, in processor time on one core.
struct Benchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "benchmark",
    abstract: "Measure the speed and the memory of segmentation, names and the whole analysis.",
    discussion: """
      The text is the package's own annotated articles, joined to some 5 kB each; long texts repeat them. All \
      times are processor time of this one thread. Run a release build.
      """
  )

  @Option(help: "The folder of annotated articles in marked prose.")
  var own = "Sources/broadsheet-workshop/Sentences"

  @Option(help: "How long to measure each speed, in seconds.")
  var seconds = 2.0

  @Option(help: "The lengths of the long texts, in MB, separated by commas; nothing for none.")
  var lengths = "1,4,16"

  @Flag(help: "Measure nothing but the whole analysis, as for a profiler.")
  var wholeOnly = false

  func run() throws {
    let articles = try BenchmarkTexts(folder: URL(filePath: own)).articles
    print("text: \(articles.count) articles, \(articles.reduce(0) { $0 + $1.text.count }) bytes")
    let references = References.builtIn
    let lexicon = references.lexicon
    var tokenCount = 0
    var byteCount = 0
    for article in articles {
      tokenCount +=
        tokenize(article.text, article.blocks, in: article.text.range, lexicon: lexicon).count
      byteCount += article.text.count
    }
    let megabytes = Double(byteCount) / 1e6
    let tokens = Double(tokenCount)

    if !wholeOnly {
      let segmentation = passes { article in
        let tokens = tokenize(
          article.text,
          article.blocks,
          in: article.text.range,
          lexicon: lexicon
        )
        return segment(tokens, article.blocks, in: article.text, lexicon: lexicon).count
      }
      print("segmentation: \(rounded(megabytes / segmentation)) MB/s")
      let tokenizing = passes { article in
        tokenize(article.text, article.blocks, in: article.text.range, lexicon: lexicon).count
      }
      print("  of it tokens: \(rounded(megabytes / tokenizing)) MB/s")
      let blocks = passes { findBlocks(in: $0.text, lexicon: lexicon).count }
      print("blocks: \(rounded(megabytes / blocks)) MB/s")
      let names = passes {
        analyze($0.text, layers: [.names], references: references).mentions.count
      }
      print("names: \(Int(tokens / names)) tokens a CPU second")
    }
    let all = passes { analyze($0.text, references: references).mentions.count }
    print("whole analysis: \(Int(tokens / all)) tokens a CPU second")
    let perByte = all / Double(byteCount)
    print("an article of 5 kB: \(rounded(perByte * 5000 * 1000)) ms")
    for length in lengths.split(separator: ",").compactMap({ Int($0) }) {
      measureLong(articles, megabytes: length)
    }

    /// The processor time of one pass over all articles, the least of as many as fit the time.
    func passes(_ work: (BenchmarkTexts.Article) -> Int) -> Double {
      var best = Double.infinity
      var spent = 0.0
      var kept = 0
      while spent < seconds {
        let start = cpuSeconds()
        for article in articles { kept &+= work(article) }
        let time = cpuSeconds() - start
        best = min(best, time)
        spent += time
      }
      precondition(kept != 0, "the articles have words")
      return best
    }
  }

  private func measureLong(_ articles: [BenchmarkTexts.Article], megabytes: Int) {
    var bytes: [UInt8] = []
    let length = megabytes * 1_000_000
    bytes.reserveCapacity(length + 20_000)
    var row = 0
    while bytes.count < length {
      articles[row % articles.count].text.withBytes { bytes.append(contentsOf: $0) }
      bytes.append(contentsOf: [10, 10])
      row += 1
    }
    let text = SourceText(bytes)
    bytes = []
    let before = residentBytes()
    let start = cpuSeconds()
    let document = analyze(text)
    let time = cpuSeconds() - start
    let held = Double(max(0, peakBytes() - before)) / Double(text.count)
    print(
      "\(megabytes) MB: \(rounded(time)) s, \(rounded(time / Double(megabytes))) s/MB, "
        + "\(rounded(held)) bytes more at the peak for each of the text, "
        + "\(document.mentions.count) mentions"
    )
  }
}

private func rounded(_ number: Double) -> String { String(format: "%.2f", number) }

private func cpuSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// The most memory that was resident so far.
private func peakBytes() -> Int {
  var usage = rusage()
  #if canImport(Darwin)
    getrusage(RUSAGE_SELF, &usage)
    return usage.ru_maxrss
  #else
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss * 1024
  #endif
}

/// The memory that is resident now; the peak where the system does not tell.
private func residentBytes() -> Int {
  let fields = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8))?
    .split(separator: " ")
  guard let fields, fields.count > 1, let pages = Int(fields[1]) else { return peakBytes() }
  return pages * Int(sysconf(Int32(_SC_PAGESIZE)))
}
