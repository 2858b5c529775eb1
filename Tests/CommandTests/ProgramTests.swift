import Foundation
import Testing

@testable import broadsheet

/// What a run of the built program gave.
struct Run {
  let output: String
  let errors: String
  let status: Int32

  /// Runs the program with its standard input from `input`.
  init(_ arguments: String..., input: String = "") throws {
    try self.init(all: arguments, input: input)
  }

  init(all arguments: [String], input: String = "", in place: String? = nil) throws {
    let program = Bundle.main.bundleURL.appendingPathComponent("broadsheet")
    let executable =
      FileManager.default.isExecutableFile(atPath: program.path)
      ? program
      : Bundle.main.bundleURL.deletingLastPathComponent().appendingPathComponent("broadsheet")
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    if let place { process.currentDirectoryURL = URL(fileURLWithPath: place) }
    let folder = FileManager.default.temporaryDirectory.path + "/broadsheet-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    func file(_ name: String, _ text: String = "") throws -> FileHandle {
      let path = "\(folder)/\(name)"
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
      return try #require(FileHandle(forUpdatingAtPath: path))
    }
    let (given, output, errors) = (try file("in", input), try file("out"), try file("err"))
    process.standardInput = given
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    process.waitUntilExit()
    func text(_ handle: FileHandle) throws -> String {
      try handle.seek(toOffset: 0)
      return String(decoding: try handle.readToEnd() ?? Data(), as: UTF8.self)
    }
    self.output = try text(output)
    self.errors = try text(errors)
    status = process.terminationStatus
  }

  /// The objects of the output's lines.
  func objects() throws -> [[String: Any]] {
    try output.split(separator: "\n").map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
  }
}

@Suite
struct ProgramTests {
  @Test
  func `prints an article as text where there is no terminal`() throws {
    let run = try Run("-", input: "Talks resume\r\n\r\nThe ships wait.\r\n")
    #expect(run.output == "Talks resume\n\nThe ships wait.\n")
    #expect(run.errors == "")
    #expect(run.status == 0)
  }

  @Test
  func `reads what is piped in when nothing is named`() throws {
    #expect(try Run(input: "Talks resume\n").output == "Talks resume\n")
  }

  @Test
  func `prints what can be read and complains about the rest`() throws {
    let run = try Run("/no/such/file", "-", input: "Talks resume\n")
    #expect(run.output == "Talks resume\n")
    #expect(run.errors == "broadsheet: there is no file /no/such/file; check the name.\n")
    #expect(run.status == 1)
  }

  @Test(arguments: ["", " \n\n"])
  func `refuses an empty input in one sentence`(input: String) throws {
    let run = try Run("-", input: input)
    #expect(run.output == "")
    #expect(run.errors == "broadsheet: standard input is empty; there is nothing to read.\n")
    #expect(run.status == 1)
  }

  @Test
  func `never lets a file's name control the terminal`() throws {
    let run = try Run("a\u{1B}[2Jb")
    #expect(run.errors == "broadsheet: there is no file a\u{FFFD}[2Jb; check the name.\n")
  }

  @Test(arguments: [
    ["--nonsense"], ["analyze", "--date", "tomorrow"], ["analyze", "--layers", "names,moods"],
    ["analyze", "--jsonl", "--format", "json"], ["analyze", "--schema", "a"],
    ["--theme", "nonesuch", "-"], ["--verbose"],
  ])
  func `calls a wrong command line a wrong one`(arguments: [String]) throws {
    let run = try Run(all: arguments)
    #expect(run.status == 64)
    #expect(run.output == "")
    #expect(run.errors.hasPrefix("Error: "))
  }

  @Test
  func `says how a file is opened whose name begins with a dash`() throws {
    let folder = FileManager.default.temporaryDirectory.path + "/broadsheet-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Data("The ships wait.\n".utf8).write(to: URL(fileURLWithPath: "\(folder)/-dash.txt"))
    let refused = try Run(all: ["-dash.txt"], in: folder)
    #expect(refused.status == 64)
    #expect(refused.output == "")
    #expect(
      refused.errors == """
        broadsheet: -dash.txt looks like an option; to open the file of that name, write ./-dash.txt or put -- \
        before it.

        """
    )
    for arguments in [["./-dash.txt"], ["--", "-dash.txt"]] {
      let run = try Run(all: arguments, in: folder)
      #expect(run.output == "The ships wait.\n")
      #expect(run.status == 0)
    }
  }

  @Test
  func `tells its version and what it is made of`() throws {
    let version = try Run("--version").output
    #expect(version.hasPrefix("broadsheet "))
    let credits = try Run("--version", "--verbose").output
    #expect(credits.hasPrefix(version))
    for source in ["Natural Earth", "GeoNames", "CC BY 4.0", "CLDR"] {
      #expect(credits.contains(source))
    }
  }

  @Test
  func `lists the themes that it takes`() throws {
    #expect(try Run("themes", "--faces").output.contains("actor.person"))
    let names = try Run("themes").output.split(separator: "\n")
      .compactMap { $0.split(separator: " ").first.map(String.init) }
    #expect(!names.isEmpty)
    for name in names {
      #expect(try Run("--theme", name, "-", input: "Talks resume\n").status == 0)
    }
  }

  @Test
  func `prints the schema of its output`() throws {
    let schema = try #require(
      try JSONSerialization.jsonObject(with: Data(try Run("analyze", "--schema").output.utf8))
        as? [String: Any]
    )
    #expect(schema["title"] as? String == "broadsheet/1")
  }

  @Test
  func `analyzes articles, an object each, in order`() throws {
    let run = try Run("analyze", "--format", "jsonl", "-", "/no/such/file", input: "Talks resume\n")
    let objects = try run.objects()
    #expect(objects.map { $0["id"] as? String } == ["-", "/no/such/file"])
    #expect(objects[0]["text"] as? String == "Talks resume\n")
    #expect(objects[1]["error"] as? String == "there is no file /no/such/file; check the name.")
    #expect(Set(objects[1].keys) == ["schema", "id", "error"])
    #expect(run.errors == "broadsheet: there is no file /no/such/file; check the name.\n")
    #expect(run.status == 1)
  }

  @Test
  func `filters lines and answers bad ones in their place`() throws {
    let lines = [
      #"{"id":"a","text":"Talks resume\r\n\u0000"}"#, "no JSON", #"{"id":3.50,"text":""}"#,
      #"{"id":"d"}"#, "", #"{"text":"The ships wait.","url":"https://example.org/"}"#,
    ]
    let run = try Run("analyze", "--jsonl", input: lines.joined(separator: "\n"))
    let objects = try run.objects()
    #expect(objects.count == lines.count)
    #expect(objects[0]["text"] as? String == "Talks resume\r\n\0")
    #expect(objects[1]["id"] is NSNull && objects[1]["error"] is String)
    #expect(run.output.contains(#""id":3.50,"#))
    #expect(objects[3]["id"] as? String == "d" && objects[3]["error"] is String)
    #expect(objects[4]["error"] is String)
    #expect(
      (objects[5]["source"] as? [String: Any])?["location"] as? String == "https://example.org/"
    )
    #expect(run.errors.split(separator: "\n").count == 3)
    #expect(run.status == 1)
  }

  @Test
  func `takes the day from the line or from the command line`() throws {
    let line = #"{"id":1,"text":"Talks resumed on Thursday.","published":"2026-01-30T08:00:00Z"}"#
    let own = try Run("analyze", "--jsonl", input: line).objects()[0]
    let given = try Run("analyze", "--jsonl", "--date", "2025-06-04", input: line).objects()[0]
    func value(_ object: [String: Any]) -> String? {
      (object["times"] as? [[String: Any]])?.first?["value"] as? String
    }
    #expect((own["source"] as? [String: Any])?["published"] as? String == "2026-01-30T08:00:00Z")
    #expect(value(own) == "2026-01-29")
    #expect(value(given) == "2025-05-29")
  }
}

@Test func `a command's name is told from a file's without asking the commands`() {
  #expect(
    Set(Broadsheet.commandNames.map(\.description)) == Set(ProgramCommand.names)
  )
}
