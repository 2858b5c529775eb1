internal import Analysis
internal import Foundation
internal import Prose

/// A corpus as the analysis sees one: a text with tokens and sentences, and what people have said of them.
struct Treebank {
  /// A word as it stands in a corpus file.
  struct Word {
    var form: String
    /// The tag; nil where the corpus has none that can be trusted.
    var tag: PennTag?
    var isSpaced: Bool
    /// The head, counted from the sentence's first word, the root its own; nil without a tree.
    var head: UInt32?
    var relation: Relation?
    /// Left out of the attachment scores.
    var isPunctuation = false
  }

  private(set) var text = SourceText("")
  private(set) var tokens = Tokens()
  private(set) var sentences = Sentences()
  private(set) var words: [Word] = []
  /// For each sentence the identifier of its document.
  private(set) var documents: [String] = []

  init(_ sentences: [(document: String, words: [Word])]) {
    var bytes: [UInt8] = []
    for sentence in sentences where !sentence.words.isEmpty {
      let first = tokens.count
      for word in sentence.words {
        let start = bytes.count
        bytes.append(contentsOf: word.form.utf8)
        tokens.append(.word, UInt32(start)..<UInt32(bytes.count))
        if word.isSpaced { bytes.append(0x20) }
        words.append(word)
      }
      self.sentences.append(TokenRange(first..<tokens.count), block: 0)
      documents.append(sentence.document)
      bytes.append(0x0A)
    }
    text = SourceText(bytes)
  }

  var count: Int { sentences.count }

  /// The documents' sentences.
  var documentRows: [Range<Int>] {
    var rows: [Range<Int>] = []
    var start = 0
    for row in 1..<max(1, count + 1) where row == count || documents[row] != documents[start] {
      rows.append(start..<row)
      start = row
    }
    return rows
  }

  /// The sentences as they were taken in.
  var marked: [(document: String, words: [Word])] {
    (0..<count).map { (documents[$0], Array(words($0))) }
  }

  /// The bank's parts that hold a document each.
  var perDocument: [Treebank] {
    documentRows.map { rows in Treebank(rows.map { (documents[$0], Array(words($0))) }) }
  }

  /// The sentence's words.
  func words(_ sentence: Int) -> ArraySlice<Word> { words[sentences.tokens[sentence].rows] }
}

/// The sentences of a CoNLL-U file: words, Penn tags, heads and relations.
func readCoNLLU(_ file: URL) throws -> [(document: String, words: [Treebank.Word])] {
  var sentences: [(document: String, words: [Treebank.Word])] = []
  var words: [Treebank.Word] = []
  var document = ""
  for (number, line) in try corpusLines(file).enumerated() {
    if line.isEmpty {
      if !words.isEmpty { sentences.append((document, words)) }
      words = []
    } else if line.hasPrefix("# newdoc id = ") {
      document = String(line.dropFirst("# newdoc id = ".count))
    } else if !line.hasPrefix("#") {
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard columns.count == 10, UInt32(columns[0]) != nil, let head = UInt32(columns[6]) else {
        throw CorpusError.malformed(
          file: file.lastPathComponent,
          line: number + 1,
          expected: "a word in ten columns"
        )
      }
      words.append(
        Treebank.Word(
          form: String(columns[1]),
          tag: PennTag(label: String(columns[4])),
          isSpaced: !columns[9].contains("SpaceAfter=No"),
          head: head == 0 ? UInt32(words.count) : head - 1,
          relation: Relation(label: String(columns[7])),
          isPunctuation: columns[3] == "PUNCT"
        )
      )
    }
  }
  if !words.isEmpty { sentences.append((document, words)) }
  return sentences
}

/// The sentences of a file of one word a line: form, Penn tag, name, and `+` where a space follows.
func readTagged(_ file: URL) throws -> [(document: String, words: [Treebank.Word])] {
  var sentences: [(document: String, words: [Treebank.Word])] = []
  var words: [Treebank.Word] = []
  var document = ""
  for (number, line) in try corpusLines(file).enumerated() {
    let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
    if columns.count == 4 {
      words.append(
        Treebank.Word(
          form: String(columns[0]),
          tag: PennTag(label: String(columns[1])),
          isSpaced: columns[3] == "+"
        )
      )
    } else if line.isEmpty {
      if !words.isEmpty { sentences.append((document, words)) }
      words = []
    } else if line.hasPrefix("# doc ") {
      document = String(line.dropFirst("# doc ".count))
    } else if !line.hasPrefix("#") {
      throw CorpusError.malformed(
        file: file.lastPathComponent,
        line: number + 1,
        expected: "a word in four columns"
      )
    }
  }
  if !words.isEmpty { sentences.append((document, words)) }
  return sentences
}
