internal import ArgumentParser

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// The program.
///
/// Opening articles is the fast path: where the arguments are files alone, no option parser runs, and neither
/// Foundation nor a theme file is touched before the first screen is up.
@main
enum Broadsheet {
  static let version = "0.1.0"

  static func main() {
    holdStandardDescriptors()
    let arguments = rawArguments()
    if arguments.first.map(isCommand) != true, arguments.allSatisfy(isFile) {
      exit(openArticles(arguments))
    }
    if let file = fileLikeOption(arguments) {
      complain(
        "\(file) looks like an option; to open the file of that name, write ./\(file) or put -- before it."
      )
      exit(64)
    }
    if let shell = shellToComplete(arguments) {
      print(completionScript(for: shell))
      exit(0)
    }
    ProgramCommand.main()
  }

  /// The shell that is named behind `--generate-completion-script`; what else is asked there the parser answers.
  private static func shellToComplete(_ arguments: [[UInt8]]) -> CompletionShell? {
    guard arguments.count == 2, arguments[0] == Array("--generate-completion-script".utf8) else {
      return nil
    }
    return CompletionShell(rawValue: String(decoding: arguments[1], as: UTF8.self))
  }

  /// What a first argument may be that is no file; the commands themselves would be slow to ask.
  static let commandNames: [StaticString] = [
    "analyze", "config", "export", "feeds", "help", "library", "manual", "read", "search", "themes",
  ]

  private static func isCommand(_ argument: [UInt8]) -> Bool {
    commandNames.contains { name in
      argument.count == name.utf8CodeUnitCount
        && memcmp(argument, name.utf8Start, argument.count) == 0
    }
  }

  /// An argument that begins with a dash and is the name of a file that is there; behind -- all are names.
  private static func fileLikeOption(_ arguments: [[UInt8]]) -> String? {
    let options = arguments.prefix { $0 != Array("--".utf8) }
    let file = options.first { argument in
      argument.count > 1 && argument.first == UInt8(ascii: "-")
        && (argument + [0]).withUnsafeBytes { bytes in
          bytes.bindMemory(to: CChar.self).baseAddress.map { access($0, F_OK) == 0 } ?? false
        }
    }
    return file.map { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether an argument is no option; "-" is standard input.
  private static func isFile(_ argument: [UInt8]) -> Bool {
    argument.first != UInt8(ascii: "-") || argument.count == 1
  }
}

/// The command line's arguments as the bytes they are: a file's name need not be UTF-8.
func rawArguments() -> [[UInt8]] {
  (1..<max(1, Int(CommandLine.argc))).compactMap { row in
    guard let argument = CommandLine.unsafeArgv[row] else { return nil }
    let bytes = UnsafeRawBufferPointer(start: argument, count: strlen(argument))
    return Array(bytes)
  }
}
