import Foundation
import Testing

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// How a process ended.
enum Ending: Equatable {
  case exited(Int32)
  case killed(by: Int32)
}

/// The built program in a terminal of its own, which is the controlling one of its session.
final class TerminalSession {
  private(set) var trace = TerminalTrace()
  private(set) var ending: Ending?
  let process: pid_t
  private var master: Int32
  /// The program's end, kept open so that the terminal's modes can be read when the program is gone.
  private var slave: Int32
  private let modesBefore: [UInt8]

  /// No wait takes longer, however busy the machine is.
  private static let limit: TimeInterval = 20

  /// Starts the built program, or `command` with the arguments behind its own.
  ///
  /// `input` and `output` are files to stand for the terminal as standard input and output.
  init(
    _ arguments: [String],
    command: [String]? = nil,
    columns: Int = 110,
    rows: Int = 30,
    environment: [String: String] = [:],
    input: String? = nil,
    output: String? = nil,
    home: String
  ) throws {
    var (master, slave): (Int32, Int32) = (-1, -1)
    var name: [CChar] = Array(repeating: 0, count: 256)
    try #require(openpty(&master, &slave, &name, nil, nil) == 0)
    // A program that another test starts must not keep this terminal open.
    for descriptor in [master, slave] { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    (self.master, self.slave) = (master, slave)
    modesBefore = terminalModes(slave)
    setSize(master, columns, rows)
    process = try spawn(
      (command ?? [builtProgram()]) + arguments,
      environment: [
        "TERM": "xterm-256color", "LANG": "C.UTF-8", "HOME": home, "PATH": "/usr/bin:/bin",
      ].merging(environment) { $1 },
      terminal: String(
        decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)),
        as: UTF8.self
      ),
      input: input,
      output: output
    )
  }

  deinit {
    if ending == nil {
      kill(-process, SIGKILL)
      kill(process, SIGKILL)
      var status: Int32 = 0
      waitpid(process, &status, 0)
    }
    hangUp()
  }

  // MARK: What the user does

  func type(_ keys: String) {
    let bytes = Array(keys.utf8)
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      sent += count
    }
  }

  func resize(_ columns: Int, _ rows: Int) { setSize(master, columns, rows) }

  func signal(_ number: Int32) { kill(process, number) }

  /// Closes the terminal, as who closes its window does.
  func hangUp() {
    for descriptor in [slave, master] where descriptor >= 0 { close(descriptor) }
    slave = -1
    master = -1
  }

  // MARK: What there is to see

  /// Waits for text among all that has been shown, or among what came after the first `start` characters.
  func sees(_ text: String, since start: Int = 0) -> Bool {
    waits { $0.trace.text.dropFirst(start).contains(text) }
  }

  /// How much text has been shown: where `sees` may look from.
  var shown: Int { trace.text.count }

  /// Waits until the program has ended and all that it wrote has come.
  func ends() -> Ending? {
    _ = waits { $0.ending != nil }
    take(timeout: 0)
    return ending
  }

  /// Waits until something holds; false when it does not within the limit, or not before the program's end.
  func waits(until isTrue: (TerminalSession) -> Bool) -> Bool {
    let deadline = Date(timeIntervalSinceNow: Self.limit)
    while !isTrue(self) {
      guard Date() < deadline else { return false }
      guard ending == nil else {
        take(timeout: 0)
        return isTrue(self)
      }
      take(timeout: 20)
      reap()
    }
    return true
  }

  /// What is not as it was before the program began; empty where all is.
  var leftovers: [String] {
    trace.leftovers + (terminalModes(slave) == modesBefore ? [] : ["the line's modes differ"])
  }

  /// Whether keys reach the program one by one.
  var isRaw: Bool { terminalModes(slave) != modesBefore }

  /// Reads what has come, all of it; waits for the first of it.
  private func take(timeout: Int32) {
    guard master >= 0 else {
      usleep(useconds_t(timeout) * 1000)
      return
    }
    var buffer: [UInt8] = Array(repeating: 0, count: 65536)
    var polled = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    var patience = timeout
    while poll(&polled, 1, patience) > 0, polled.revents & Int16(POLLIN) != 0 {
      let count = read(master, &buffer, buffer.count)
      guard count > 0 else { return }
      trace.feed(buffer[..<count])
      patience = 0
    }
  }

  private func reap() {
    var status: Int32 = 0
    guard waitpid(process, &status, WNOHANG) == process else { return }
    let signal = status & 0x7F
    ending = signal == 0 ? .exited((status >> 8) & 0xFF) : .killed(by: signal)
  }
}

private func setSize(_ terminal: Int32, _ columns: Int, _ rows: Int) {
  var size = winsize()
  size.ws_col = UInt16(columns)
  size.ws_row = UInt16(rows)
  _ = ioctl(terminal, UInt(TIOCSWINSZ), &size)
}

/// The line's modes as bytes, to compare.
private func terminalModes(_ terminal: Int32) -> [UInt8] {
  var modes = termios()
  guard tcgetattr(terminal, &modes) == 0 else { return [] }
  return withUnsafeBytes(of: modes) { Array($0) }
}

/// `POSIX_SPAWN_SETSID`, which the C library hides from Swift on Linux.
#if canImport(Darwin)
  private let newSession = POSIX_SPAWN_SETSID
#else
  private let newSession = 0x80
#endif

/// Starts a process whose controlling terminal is `terminal`, as a session of its own.
private func spawn(
  _ command: [String],
  environment: [String: String],
  terminal: String,
  input: String?,
  output: String?
) throws -> pid_t {
  #if canImport(Darwin)
    var actions: posix_spawn_file_actions_t?
    var attributes: posix_spawnattr_t?
  #else
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
  #endif
  posix_spawn_file_actions_init(&actions)
  posix_spawnattr_init(&attributes)
  defer {
    posix_spawn_file_actions_destroy(&actions)
    posix_spawnattr_destroy(&attributes)
  }
  // The first terminal that the leader of a session opens becomes the one that controls it.
  posix_spawn_file_actions_addopen(&actions, 2, terminal, O_RDWR, 0)
  if let input {
    posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
  } else {
    posix_spawn_file_actions_adddup2(&actions, 2, 0)
  }
  if let output {
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
  } else {
    posix_spawn_file_actions_adddup2(&actions, 2, 1)
  }
  // What the tests run under may ignore or block signals; a shell's child begins without that.
  var signals = sigset_t()
  sigfillset(&signals)
  posix_spawnattr_setsigdefault(&attributes, &signals)
  sigemptyset(&signals)
  posix_spawnattr_setsigmask(&attributes, &signals)
  posix_spawnattr_setflags(
    &attributes,
    Int16(newSession) | Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETSIGMASK)
  )
  var argv: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
  var envp: [UnsafeMutablePointer<CChar>?] =
    environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
  defer { for pointer in argv + envp { free(pointer) } }
  var process: pid_t = 0
  let error = posix_spawn(&process, command[0], &actions, &attributes, &argv, &envp)
  try #require(error == 0, "\(command[0]) does not start: error \(error)")
  return process
}
