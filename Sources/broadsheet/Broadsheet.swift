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
    let isCommand = arguments.first.map {
      ProgramCommand.isCommand(String(decoding: $0, as: UTF8.self))
    }
    if isCommand != true, arguments.allSatisfy(isFile) {
      exit(openArticles(arguments))
    }
    ProgramCommand.main()
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
