/// Why the tables cannot be built.
enum SourceError: Error, Equatable, CustomStringConvertible {
  case missing(file: String)
  case malformed(file: String, line: Int, expected: String)
  case unknownPlace(file: String, line: Int, name: String)
  case outdated(String)
  case unlisted(file: String)
  case notFound(file: String, folder: String)
  case otherThanListed(file: String)
  case unsealed(String)

  var description: String {
    switch self {
    case .missing(let file):
      "\(file) is missing from Sources/CReference."
    case .malformed(let file, let line, let expected):
      "\(file):\(line) should hold \(expected)."
    case .unknownPlace(let file, let line, let name):
      "\(file):\(line) names \(name), which no place or country is called."
    case .outdated(let table):
      "\(table) is older than its sources; run `swift run broadsheet-workshop tables`."
    case .unlisted(let file):
      "\(file) is not in inputs.tsv, which lists what the atlas is built from."
    case .notFound(let file, let folder):
      "\(file) is not in \(folder); inputs.tsv says which package holds it."
    case .otherThanListed(let file):
      "\(file) has another checksum than inputs.tsv says; take the edition that is named there."
    case .unsealed(let file):
      "\(file) is not what the atlas was built with; run `broadsheet-workshop atlas` or restore it."
    }
  }
}
