import Foundation

/// The program as `swift test` built it, beside the tests.
func builtProgram() -> String {
  let beside = Bundle.main.bundleURL.appendingPathComponent("broadsheet")
  if FileManager.default.isExecutableFile(atPath: beside.path) { return beside.path }
  return Bundle.main.bundleURL.deletingLastPathComponent().appendingPathComponent("broadsheet").path
}

/// A folder of the test's own that goes with it.
final class ScratchFolder {
  let path = FileManager.default.temporaryDirectory.path + "/broadsheet-\(UUID().uuidString)"

  init() throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file and returns its path.
  func file(_ name: String, _ bytes: [UInt8]) throws -> String {
    let file = "\(path)/\(name)"
    try Data(bytes).write(to: URL(fileURLWithPath: file))
    return file
  }

  func file(_ name: String, _ text: String) throws -> String {
    try file(name, Array(text.utf8))
  }
}

/// An article that fills several screens: its first words, forty paragraphs, and a person who is named at its end only.
let longArticle =
  "Harbor talks resume\n\nThe two sides still disagree over the withdrawal from the outer islands.\n\n"
  + (1...40).map { "The ships waited for day \($0), and the lamps were lit at dusk.\n\n" }.joined()
  + "On Sunday President Mara Oyelaran signed the paper with a borrowed pencil.\n"
