import Foundation
import Testing

/// Expects a screen to be as it stands in `Screens/`, so that a changed screen is a diff that someone reads.
///
/// With `BROADSHEET_WRITE_SCREENS` set in the environment, it writes the file instead.
func expect(
  _ screen: String,
  isScreen name: String,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Screens")
  let file = folder.appendingPathComponent(name + ".txt")
  if ProcessInfo.processInfo.environment["BROADSHEET_WRITE_SCREENS"] != nil {
    do {
      try (screen + "\n").write(to: file, atomically: true, encoding: .utf8)
    } catch {
      Issue.record("\(file.path) cannot be written: \(error)", sourceLocation: sourceLocation)
    }
    return
  }
  guard let data = FileManager.default.contents(atPath: file.path) else {
    Issue.record("There is no screen \(name).", sourceLocation: sourceLocation)
    return
  }
  let expected = String(decoding: data, as: UTF8.self)
  guard screen + "\n" != expected else { return }
  Issue.record("\(name) is now:\n\(screen)", sourceLocation: sourceLocation)
}
