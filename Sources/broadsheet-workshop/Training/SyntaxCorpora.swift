internal import Foundation
internal import Prose

/// The corpora that the tagger is trained on; the first two have trees too.
///
/// The tags of the first are the ones to learn. The others' conventions differ from them here and there, and what is
/// theirs alone is learned apart. They count by how carefully they were tagged.
func taggedSources(in folder: URL) throws -> [TaggerTraining.Source] {
  let trees = folder.appending(path: "syntax")
  let tagged = folder.appending(path: "entities")
  let gum = try readCoNLLU(trees.appending(path: "gum-train.conllu.xz"))
  let ewt = try readCoNLLU(trees.appending(path: "ewt-train.conllu.xz"))
  let gmb = try readTagged(tagged.appending(path: "gmb-sample.tsv.gz"))
  let masc = try readTagged(tagged.appending(path: "masc-pos.tsv.gz"))
  return [
    TaggerTraining.Source(bank: Treebank(gum), isForeign: false, amount: 6),
    TaggerTraining.Source(bank: Treebank(ewt), isForeign: true, amount: 2),
    TaggerTraining.Source(bank: Treebank(adapted(gmb)), isForeign: true, amount: 2),
    TaggerTraining.Source(bank: Treebank(adapted(masc)), isForeign: true, amount: 1),
  ]
}

/// The corpora that scores are measured on and nothing is trained on.
func developmentBanks(in folder: URL) throws -> [(name: String, bank: Treebank)] {
  let trees = folder.appending(path: "syntax")
  let gum = try readCoNLLU(trees.appending(path: "gum-dev.conllu.xz"))
  let ewt = try readCoNLLU(trees.appending(path: "ewt-dev.conllu.xz"))
  func part(_ genres: [String]) -> Treebank {
    Treebank(gum.filter { sentence in genres.contains { sentence.document.hasPrefix($0) } })
  }
  return [
    ("GUM news", part(["GUM_news"])),
    ("GUM interviews", part(["GUM_interview"])),
    ("GUM news and interviews", part(["GUM_news", "GUM_interview"])),
    ("GUM, all", Treebank(gum)),
    ("EWT", Treebank(ewt)),
  ]
}

/// Tags by the older rules of the Penn Treebank as the newer ones have them, or none where they differ.
///
/// The preposition *to* is `IN` and only the infinitive's is `TO`; marks have tags of their own.
private func adapted(
  _ sentences: [(document: String, words: [Treebank.Word])]
) -> [(document: String, words: [Treebank.Word])] {
  sentences.map { sentence in
    var words = sentence.words
    for row in words.indices {
      switch words[row].form {
      case "to", "To", "TO":
        let next = row + 1 < words.count ? words[row + 1].tag : nil
        words[row].tag = next == .baseVerb ? .to : next == .adverb ? nil : .preposition
      case "(", "[": words[row].tag = .openBracket
      case ")", "]": words[row].tag = .closeBracket
      case ",", ".", ":", ";", "?", "!", "$", "%", "&": break
      case let form where form.utf8.contains(where: isWordByte): break
      default: words[row].tag = nil
      }
    }
    return (sentence.document, words)
  }
}

private func isWordByte(_ byte: UInt8) -> Bool {
  (byte | 0x20) &- 97 < 26 || byte &- 48 < 10
}
