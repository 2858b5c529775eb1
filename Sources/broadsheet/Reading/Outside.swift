internal import Reader
internal import Terminal

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// An environment variable's value, if it has one.
func environment(_ name: String) -> String? {
  guard let value = getenv(name), value.pointee != 0 else { return nil }
  return String(cString: value)
}

/// What a sentence says of a failed call.
private func reason(_ error: Int32) -> String { String(cString: strerror(error)) }

// MARK: Files

/// Writes a file as a whole or not at all; over one that is there only if it `replaces` it.
/// - Returns: One sentence where it could not be written.
func writeFile(_ path: String, _ text: String, replaces: Bool) -> String? {
  var path = path
  if path.hasPrefix("~/"), let home = environment("HOME") { path = home + path.dropFirst(1) }
  var template = Array("\(path).XXXXXX".utf8CString)
  let descriptor = mkstemp(&template)
  guard descriptor >= 0 else { return "\(path) cannot be written: \(reason(errno))." }
  defer { unlink(template) }
  var error = writeAll(Array(text.utf8), to: descriptor)
  // As any new file, readable as far as the user lets it be.
  let mask = umask(0)
  umask(mask)
  if error == nil, fchmod(descriptor, 0o666 & ~mask) != 0 || fsync(descriptor) != 0 {
    error = errno
  }
  if close(descriptor) != 0, error == nil { error = errno }
  if let error { return "\(path) cannot be written: \(reason(error))." }
  if replaces {
    guard rename(template, path) == 0 else {
      return "\(path) cannot be written: \(reason(errno))."
    }
    return nil
  }
  guard link(template, path) == 0 else {
    return errno == EEXIST
      ? "\(path) is there already; export! writes over it."
      : "\(path) cannot be written: \(reason(errno))."
  }
  return nil
}

private func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
  var rest = bytes[...]
  while !rest.isEmpty {
    let written = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    if written < 0, errno != EINTR { return errno }
    if written > 0 { rest = rest.dropFirst(written) }
  }
  return nil
}

// MARK: Other programs

/// Starts a program with these arguments, of which no shell makes anything else.
///
/// It reads from `input`, else from the terminal where it `usesTerminal`, else nothing.
/// - Returns: Its process, or nil where there is no such program.
private func start(_ arguments: [String], input: Int32? = nil, usesTerminal: Bool) -> pid_t? {
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
  if let input {
    posix_spawn_file_actions_adddup2(&actions, input, 0)
  } else if !usesTerminal {
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
  } else if isatty(0) != 1 {
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/tty", O_RDWR, 0)
  }
  if !usesTerminal {
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
  }
  // What this program ignores or holds back is no business of another's.
  var standard = sigset_t()
  var none = sigset_t()
  sigemptyset(&none)
  sigemptyset(&standard)
  for signal in [SIGPIPE, SIGINT, SIGQUIT, SIGTSTP, SIGTERM, SIGHUP] {
    sigaddset(&standard, signal)
  }
  posix_spawnattr_setsigdefault(&attributes, &standard)
  posix_spawnattr_setsigmask(&attributes, &none)
  var flags = Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETSIGMASK)
  if !usesTerminal { flags |= Int16(POSIX_SPAWN_SETPGROUP) }
  posix_spawnattr_setflags(&attributes, flags)
  let copies = arguments.map { strdup($0) }
  defer { for copy in copies { free(copy) } }
  var process: pid_t = 0
  let error = posix_spawnp(&process, arguments[0], &actions, &attributes, copies + [nil], environ)
  return error == 0 ? process : nil
}

/// Waits until a program that has the terminal ends; when it is stopped, so are we.
/// - Returns: Its exit status.
private func finish(_ process: pid_t) -> Int32 {
  var status: Int32 = 0
  while true {
    let result = waitpid(process, &status, WUNTRACED)
    if result < 0 {
      if errno == EINTR { continue }
      return 1
    }
    guard status & 0xFF == 0x7F else { break }
    kill(getpid(), SIGSTOP)
    kill(process, SIGCONT)
  }
  return status & 0x7F == 0 ? status >> 8 & 0xFF : 1
}

/// Waits for a program beside the loop, so that it leaves nothing behind.
private func forget(_ process: pid_t) {
  _ = runInBackground {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
  }
}

/// Has a text edited by the user's editor, which gets the terminal meanwhile.
func editText(_ text: String, on terminal: TextTerminal) -> Event {
  let folder = environment("TMPDIR") ?? "/tmp"
  var template = Array("\(folder)/broadsheet-note.XXXXXX".utf8CString)
  let descriptor = mkstemp(&template)
  guard descriptor >= 0 else {
    return .edited(nil, problem: "No file for the editor: \(reason(errno)).")
  }
  defer {
    close(descriptor)
    unlink(template)
  }
  if let error = writeAll(Array(text.utf8), to: descriptor) {
    return .edited(nil, problem: "No file for the editor: \(reason(error)).")
  }
  let path = template.withUnsafeBufferPointer { buffer in
    String(decoding: buffer.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
  let editor = environment("VISUAL") ?? environment("EDITOR") ?? "vi"
  var status: Int32?
  terminal.runOutside {
    // The editor's own arguments are the user's; the file is one word whatever it is called.
    let arguments = ["/bin/sh", "-c", "\(editor) \"$1\"", "sh", path]
    status = start(arguments, usesTerminal: true).map(finish)
  }
  guard status == 0 else {
    return .edited(nil, problem: "The editor \(editor) failed; VISUAL and EDITOR name another one.")
  }
  guard let bytes = readAll(path) else {
    return .edited(nil, problem: "The note cannot be read back: \(reason(errno)).")
  }
  return .edited(String(decoding: bytes, as: UTF8.self), problem: nil)
}

/// The first million bytes of a file that was just written.
private func readAll(_ path: String) -> [UInt8]? {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { return nil }
  defer { close(descriptor) }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 65_536)
  while bytes.count < 1_000_000 {
    let count = read(descriptor, &buffer, buffer.count)
    if count < 0, errno == EINTR { continue }
    guard count >= 0 else { return nil }
    if count == 0 { break }
    bytes.append(contentsOf: buffer[..<count])
  }
  return bytes
}

/// Puts a text on the clipboard: through the terminal, and where the user sits at this machine by its own tool.
/// - Returns: One sentence where there is no way.
func copyText(_ text: String, on terminal: TextTerminal) -> String? {
  let isSent = terminal.copy(text)
  let isRemote = environment("SSH_TTY") != nil || environment("SSH_CONNECTION") != nil
  var tools: [[String]] = []
  if !isRemote {
    #if canImport(Darwin)
      tools.append(["pbcopy"])
    #endif
    if environment("WAYLAND_DISPLAY") != nil { tools.append(["wl-copy"]) }
    if environment("DISPLAY") != nil {
      tools.append(["xclip", "-selection", "clipboard"])
      tools.append(["xsel", "--clipboard", "--input"])
    }
  }
  if environment("TMUX") != nil, !isSent { tools.append(["tmux", "load-buffer", "-"]) }
  for tool in tools {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { break }
    _ = fcntl(ends[1], F_SETFD, FD_CLOEXEC)
    let process = start(tool, input: ends[0], usesTerminal: false)
    close(ends[0])
    guard let process else {
      close(ends[1])
      continue
    }
    let entrance = ends[1]
    let isStarted = runInBackground {
      _ = writeAll(Array(text.utf8), to: entrance)
      close(entrance)
      var status: Int32 = 0
      while waitpid(process, &status, 0) < 0, errno == EINTR {}
    }
    if !isStarted { close(entrance) }
    return nil
  }
  return isSent ? nil : "This terminal takes no copies, and no tool for the clipboard was found."
}

/// Shows an address in the browser that `BROWSER` names, or in the desktop's.
/// - Returns: What came of it, and whether that is an error.
func openAddress(_ address: String, on terminal: TextTerminal) -> (String, isError: Bool) {
  let isWeb = address.hasPrefix("https://") || address.hasPrefix("http://")
  guard isWeb, address.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
    return ("Only addresses of the web are opened.", true)
  }
  var commands: [[String]] = []
  for choice in (environment("BROWSER") ?? "").split(separator: ":") {
    var words = choice.split(separator: " ").map(String.init)
    if let place = words.firstIndex(of: "%s") {
      words[place] = address
    } else {
      words.append(address)
    }
    commands.append(words)
  }
  #if canImport(Darwin)
    commands.append(["open", address])
  #else
    if environment("DISPLAY") != nil || environment("WAYLAND_DISPLAY") != nil {
      commands.append(["xdg-open", address])
    }
  #endif
  for command in commands where command.count > 1 {
    let name = command[0].split(separator: "/").last.map(String.init) ?? command[0]
    guard ["w3m", "lynx", "links", "links2", "elinks", "browsh", "chawan", "cha"].contains(name)
    else {
      guard let process = start(command, usesTerminal: false) else { continue }
      forget(process)
      return ("\(address) is opened with \(name).", false)
    }
    var status: Int32?
    terminal.runOutside { status = start(command, usesTerminal: true).map(finish) }
    if status != nil { return ("Back from \(name).", false) }
  }
  guard let problem = copyText(address, on: terminal) else {
    return ("No browser was found (BROWSER names one); the address is copied.", false)
  }
  return ("No browser was found; BROWSER names one. \(problem)", true)
}
