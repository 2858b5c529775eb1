internal import Foundation

/// Why a corpus cannot be used.
enum CorpusError: Error, Equatable, CustomStringConvertible {
  case unreadable(file: String)
  case malformed(file: String, line: Int, expected: String)

  var description: String {
    switch self {
    case .unreadable(let file):
      "\(file) cannot be read; name the folder of the corpora with --corpora."
    case .malformed(let file, let line, let expected):
      "\(file):\(line) should hold \(expected)."
    }
  }
}

/// The lines of a text file, also of a compressed one (`.xz`, `.gz`: the tools of that name must be installed).
func corpusLines(_ file: URL) throws -> [Substring] {
  let data: Data
  switch file.pathExtension {
  case "xz": data = try expand(file, with: "xz")
  case "gz": data = try expand(file, with: "gzip")
  default:
    guard let read = try? Data(contentsOf: file) else {
      throw CorpusError.unreadable(file: file.path(percentEncoded: false))
    }
    data = read
  }
  return String(decoding: data, as: UTF8.self).split(
    separator: "\n",
    omittingEmptySubsequences: false
  )
}

private func expand(_ file: URL, with tool: String) throws -> Data {
  let path = file.path(percentEncoded: false)
  let process = Process()
  process.executableURL = URL(filePath: "/usr/bin/env")
  process.arguments = [tool, "-dc", "--", path]
  let pipe = Pipe()
  process.standardOutput = pipe
  do { try process.run() } catch { throw CorpusError.unreadable(file: path) }
  let data = pipe.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  guard process.terminationStatus == 0 else { throw CorpusError.unreadable(file: path) }
  return data
}
