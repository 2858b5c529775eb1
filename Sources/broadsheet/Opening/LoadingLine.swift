internal import Fetch
internal import Ingest

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// The line that tells, before there is a screen, that a page is loading; Escape and Control-C call it off.
///
/// The terminal is as it was on every way out: signals that end the program are held back until it is.
struct LoadingLine {
  private let terminal: Int32
  private let settings: termios
  private let mask: sigset_t
  private let address: String
  private let begin = ContinuousClock.now
  private var isShown = false

  /// Does `work`, which is given what it has to ask while a page loads; for a file that is nothing.
  static func show<Result>(
    _ source: ArticleSource,
    _ work: ((FetchProgress) -> Bool) throws(OpeningError) -> Result
  ) throws(OpeningError) -> Result {
    guard case .address(let address) = source, var line = LoadingLine(address) else {
      return try work { _ in true }
    }
    defer { line.end() }
    return try work { line.goesOn($0) }
  }

  /// Nil where there is no terminal, or it is another program's turn on it.
  private init?(_ address: String) {
    let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)
    guard terminal >= 0 else { return nil }
    var settings = termios()
    guard tcgetpgrp(terminal) == getpgrp(), tcgetattr(terminal, &settings) == 0 else {
      close(terminal)
      return nil
    }
    self.terminal = terminal
    self.settings = settings
    self.address = address
    var held = sigset_t()
    var mask = sigset_t()
    sigemptyset(&held)
    for signal in Self.endings { sigaddset(&held, signal) }
    pthread_sigmask(SIG_BLOCK, &held, &mask)
    self.mask = mask
    var quiet = settings
    quiet.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG)
    tcsetattr(terminal, TCSANOW, &quiet)
  }

  private static let endings = [SIGTERM, SIGHUP, SIGINT, SIGQUIT]

  private mutating func goesOn(_ progress: FetchProgress) -> Bool {
    // What is there at once needs no line.
    if begin.duration(to: .now) > .milliseconds(300) { draw(loadingSentence(address, progress)) }
    var pending = sigset_t()
    sigpending(&pending)
    if Self.endings.contains(where: { sigismember(&pending, $0) == 1 }) { return false }
    var keys = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
    guard poll(&keys, 1, 0) > 0 else { return true }
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = read(terminal, &bytes, bytes.count)
    guard count > 0 else { return false }
    // An arrow begins with Escape too, but does not end there.
    let isEscape = count == 1 && bytes[0] == 27
    return !isEscape && !bytes[..<count].contains(3)
  }

  /// The sentence on one line, with nothing in it that a terminal would obey.
  private mutating func draw(_ sentence: String) {
    var size = winsize()
    let width = ioctl(terminal, UInt(TIOCGWINSZ), &size) == 0 ? Int(size.ws_col) : 80
    let line = sentence.unicodeScalars.map { $0.value < 32 || $0.value > 126 ? "?" : String($0) }
    put("\r\(line.prefix(max(0, width - 1)).joined())")
    isShown = true
  }

  private func end() {
    if isShown {
      var size = winsize()
      let width = ioctl(terminal, UInt(TIOCGWINSZ), &size) == 0 ? Int(size.ws_col) : 80
      put("\r\(String(repeating: " ", count: max(0, width - 1)))\r")
    }
    var settings = settings
    tcsetattr(terminal, TCSANOW, &settings)
    close(terminal)
    var mask = mask
    // What was held back ends the program now.
    pthread_sigmask(SIG_SETMASK, &mask, nil)
  }

  private func put(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(terminal, bytes, bytes.count)
  }
}
