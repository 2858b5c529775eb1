/// Why the tables cannot be built.
enum SourceError: Error, Equatable, CustomStringConvertible {
  case missing(file: String)
  case malformed(file: String, line: Int, expected: String)
  case unknownPlace(file: String, line: Int, name: String)
  case outdated(String)

  var description: String {
    switch self {
    case .missing(let file):
      "\(file) is missing; every word class has its file."
    case .malformed(let file, let line, let expected):
      "\(file):\(line) should hold \(expected)."
    case .unknownPlace(let file, let line, let name):
      "\(file):\(line) names \(name), which no place or country is called."
    case .outdated(let table):
      "\(table) is older than its sources; run `swift run broadsheet-workshop tables`."
    }
  }
}
