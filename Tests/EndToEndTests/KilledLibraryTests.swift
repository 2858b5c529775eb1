import Foundation
import Testing

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

@Suite struct KilledLibraryTests {
  /// Marks as `broadsheet export --format json` writes them, a note apart for each round.
  private func marks(_ round: Int) -> String {
    let marks = (0..<40).map { number in
      """
      {"id": "\(round)-\(number)", "quote": "ferry", "prefix": "", "suffix": "", "start": 0, "end": 5,
       "color": "green", "note": "round \(round)", "created": "2026-02-01T00:00:00Z",
       "changed": "2026-02-01T00:00:00Z", "isOrphaned": false}
      """
    }
    return """
      {"schema": "broadsheet-annotations/1", "articles": [{"location": "/a", "title": "Ferry", "byline": [],
       "site": null, "published": null, "tags": [], "annotations": [\(marks.joined(separator: ","))]}]}
      """
  }

  /// Runs the program in a home of its own, and kills it after so many microseconds.
  private func run(
    _ arguments: [String],
    home: String,
    killAfter microseconds: useconds_t? = nil
  ) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: builtProgram())
    process.arguments = arguments
    process.environment = ["HOME": home, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    if let microseconds {
      usleep(microseconds)
      if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    }
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, output)
  }

  @Test func `a kill at any moment leaves whole rounds of marks and a library in order`() throws {
    let folder = FileManager.default.temporaryDirectory.path + "/killed-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var done: Set<Int> = []
    for round in 0..<60 {
      let file = folder + "/marks.json"
      try marks(round).write(toFile: file, atomically: true, encoding: .utf8)
      // From before the library is opened to behind the end.
      let pause = useconds_t(round % 30) * 3000
      if try run(["library", "import", file], home: folder, killAfter: pause).status == 0 {
        done.insert(round)
      }
    }
    #expect(try run(["library", "import", folder + "/marks.json"], home: folder).status == 0)
    #expect(try run(["library", "check"], home: folder).status == 0)
    let output = try run(["export", "--format", "json"], home: folder).output
    let kept = (0..<60).filter { output.contains("\"round \($0)\"") }
    for round in kept {
      let count = output.components(separatedBy: "\"round \(round)\"").count - 1
      #expect(count == 40, "round \(round) is there in part")
    }
    #expect(done.isSubset(of: kept))
  }

  /// The workshop's own process stores, marks, corrects and takes in feeds until it is killed; `BROADSHEET_KILLS` says
  /// how often.
  @Test func `of hundreds of kills none loses what was kept`() throws {
    let folder = try ScratchFolder()
    let kills = ProcessInfo.processInfo.environment["BROADSHEET_KILLS"].flatMap { Int($0) } ?? 200
    let process = Process()
    process.executableURL = URL(fileURLWithPath: builtProgram() + "-workshop")
    process.arguments = ["torment", "--kills", "\(kills)", folder.path + "/l/library.sqlite"]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(output)")
    #expect(output.hasPrefix("\(kills) kills") && output.hasSuffix("nothing lost\n"), "\(output)")
  }
}
