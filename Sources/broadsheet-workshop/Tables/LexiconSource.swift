internal import Foundation
internal import Reference

/// Builds the lexicon from the folder's files, one for each word class.
func buildLexicon(from folder: URL) throws -> [UInt8] {
  try buildLexicon(
    WordClass.allCases.map { word in
      (word, try SourceFile(folder.appending(path: word.fileName + ".txt")))
    }
  )
}

/// Builds the lexicon of `files`; a word in several of them gets all their classes.
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
        classes[key, default: []].insert(WordClasses(word))
        for prefix in key.phrasePrefixes { classes[prefix, default: []].insert(.beginsPhrase) }
      }
    }
  }
  var writer = TableWriter(format: Lexicon.format, version: Lexicon.version)
  writer.append(classes.mapValues(\.rawValue))
  return writer.finished()
}
