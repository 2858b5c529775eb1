internal import Foundation
internal import Reference

/// Builds the lexicon from the folder's files, one or more for each word class.
func buildLexicon(from folder: URL) throws -> [UInt8] {
  try buildLexicon(
    WordClass.allCases.flatMap { word in
      try word.fileNames.map { (word, try SourceFile(folder.appending(path: $0 + ".txt"))) }
    }
  )
}

/// Builds the lexicon of `files`; a word in several of them gets all their classes.
///
/// Where a file's head says `accents: optional`, its words are listed without their accents too. Columns that
/// say more of a word, as a person's office or a party's country, are for those who keep the lists.
func buildLexicon(_ files: [(WordClass, SourceFile)]) throws -> [UInt8] {
  var classes: [String: WordClasses] = [:]
  for (word, file) in files {
    guard let inflection = Inflection(rawValue: file.head["inflect"] ?? "") else {
      throw SourceError.malformed(
        file: file.name,
        line: 1,
        expected: "# inflect: none, noun or verb"
      )
    }
    for line in file.lines {
      guard !line[0].isEmpty, line[0] == line[0].lowercased() else {
        throw SourceError.malformed(
          file: file.name,
          line: line.number,
          expected: "a lower-case word"
        )
      }
      let irregular = line[1].split(separator: " ").map(String.init)
      for form in inflection.forms(of: line[0], irregular: irregular) {
        let key = tableKey(form)
        let keys: Set = file.head["accents"] == "optional" ? [key, key.withoutAccents] : [key]
        for key in keys {
          classes[key, default: []].insert(WordClasses(word))
          for prefix in key.phrasePrefixes { classes[prefix, default: []].insert(.beginsPhrase) }
        }
      }
    }
  }
  var writer = TableWriter(format: Lexicon.format, version: Lexicon.version)
  let sets = Set(classes.values.map(\.rawValue)).sorted()
  let rows = Dictionary(uniqueKeysWithValues: zip(sets, UInt64(0)...))
  writer.append(classes.compactMapValues { rows[$0.rawValue] }, isNarrow: true)
  writer.pad(to: 8)
  for set in sets { writer.append(set) }
  return writer.finished()
}
