internal import CNcurses
public import Screen

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// What the terminal has to tell.
public enum TerminalEvent: Equatable, Sendable {
  case input(Input)
  /// The program was stopped, and is in the foreground again; the screen will be drawn anew.
  case resumed
  /// The terminal has told, asked by `asksForBackground`, whether its background is dark.
  case background(isDark: Bool)
  /// The program must end: by `TextTerminal.die(by:)` for a signal; nil where the terminal is gone.
  case ended(signal: Int32?)
}

/// The terminal, from the first frame to the way out; one at a time, used by the main thread alone.
///
/// ncurses knows the terminals, and draws on all but the usual ones, into memory: each frame goes out in one write.
/// Modes, keys and signals are our own, so that the terminal is as it was on every way out.
public final class TextTerminal {
  private let keys: Int32
  private let output: Int32 = 1
  private let signals: Int32
  private let modes: TerminalModes
  private let escapeDelay: Int32
  private let palette: Palette
  private let isUTF8: Bool
  /// What the terminal can do if we draw ourselves; nil where ncurses draws.
  private let abilities: CellPainter.Abilities?
  private var painter: Painter
  private var decoder = InputDecoder()
  private var events: [TerminalEvent] = []
  private var outgoing: [UInt8] = []
  /// What the next frame sends first.
  private var prologue: [UInt8]
  /// What goes out before the next frame.
  private var errand: [UInt8] = []
  private var showsCursor = false
  private var isClaimed = false
  private var isGone = false

  /// The terminal's size as last heard.
  public private(set) var size: Size

  /// Whether themes make a difference.
  public var hasColors: Bool { palette != .none }

  /// Takes over the terminal on standard output.
  ///
  /// Keys come from standard input or, where that is something else, from the terminal that controls the program.
  /// - Parameters:
  ///   - theme: How it looks.
  ///   - colorless: How it looks instead where there are no colors, or where `NO_COLOR` asks for none.
  ///   - asksForBackground: Whether the terminal is asked with the first frame if its background is dark; the answer is an
  ///     event, and nothing waits for it.
  /// - Throws: With the terminal as it was.
  public init(
    theme: Theme,
    colorless: Theme,
    asksForBackground: Bool = false
  ) throws(TerminalError) {
    guard isatty(output) == 1 else { throw .notATerminal }
    keys = isatty(0) == 1 ? 0 : open("/dev/tty", O_RDWR | O_CLOEXEC)
    guard keys >= 0 else { throw .noKeys }
    size = Self.measure(output) ?? Size(columns: 80, rows: 24)
    let isUTF8 = broadsheet_set_locale() == 1
    let wantsColors = environment("NO_COLOR") == nil
    let abilities = try Self.start(size: size, wantsColors: wantsColors)
    let palette =
      wantsColors
      ? Palette(
        colors: Int(broadsheet_colors()),
        hasTrueColor: abilities != nil && saysTrueColor()
      ) : .none
    self.palette = palette
    self.isUTF8 = isUTF8
    self.abilities = abilities
    painter = Painter(
      theme: palette == .none && theme.usesColor ? colorless : theme,
      palette: palette,
      isUTF8: isUTF8,
      abilities: abilities
    )
    modes = TerminalModes { broadsheet_capability($0).map { String(cString: $0) } }
    // ncurses enters the other screen itself, with the first frame.
    prologue = (abilities == nil ? [] : modes.enter) + modes.ask
    if asksForBackground, palette != .none, modes.isXterm {
      prologue += Array("\u{1B}]11;?\u{1B}\\".utf8)
      decoder.awaitsBackground = true
    }
    escapeDelay = environment("ESCDELAY").flatMap { Int32($0) }.map { min(max($0, 0), 5000) } ?? 25
    signals = broadsheet_watch_signals()
    guard signals >= 0 else { throw .refused(errno: errno) }
    let error = claim()
    guard error == 0 else { throw .refused(errno: error) }
  }

  /// Starts ncurses under the terminal's name, or under that of its likeliest relative.
  /// - Returns: What the terminal can do if we draw ourselves; nil where ncurses draws.
  private static func start(
    size: Size,
    wantsColors: Bool
  ) throws(TerminalError) -> CellPainter.Abilities? {
    let name = environment("TERM") ?? "unknown"
    let isModern = [
      "256color", "kitty", "alacritty", "ghostty", "foot", "wezterm", "tmux", "direct",
    ]
    .contains { name.utf8.count > 0 && contains(name, $0) }
    for candidate in [name] + (isModern ? ["xterm-256color"] : []) + ["xterm", "vt100", "ansi"] {
      guard broadsheet_describe(candidate) == 0 else { continue }
      if let abilities = CellPainter.Abilities(
        colors: Int(broadsheet_colors()),
        capability: { broadsheet_capability($0).map { String(cString: $0) } },
        flag: { broadsheet_flag($0) == 1 }
      ) {
        return abilities
      }
      let result = broadsheet_start(
        candidate,
        Int32(size.columns),
        Int32(size.rows),
        wantsColors ? 1 : 0
      )
      if result == 0 { return nil }
      if result == -2 { throw .cannotMoveCursor(name: name) }
    }
    throw .unknownTerminal(name: name)
  }

  private static func measure(_ descriptor: Int32) -> Size? {
    var width: Int32 = 0
    var height: Int32 = 0
    guard broadsheet_get_size(descriptor, &width, &height) == 0 else { return nil }
    return Size(columns: Int(width), rows: Int(height))
  }

  private func claim() -> Int32 {
    let error = broadsheet_claim(keys, output, modes.leave, modes.leave.count)
    isClaimed = error == 0
    return error
  }

  // MARK: Drawing

  /// Brings the screen up to date, in one write; in none where nothing changed.
  public func draw(_ frame: Frame) {
    guard isClaimed, !isGone else { return }
    let cursor = frame.cursor ?? Point(column: 0, row: max(0, frame.size.rows - 1))
    outgoing.removeAll(keepingCapacity: true)
    outgoing.append(contentsOf: errand)
    outgoing.append(contentsOf: TerminalModes.beginFrame)
    outgoing.append(contentsOf: prologue)
    let start = outgoing.count
    painter.paint(
      frame,
      cursor: Point(
        column: min(max(0, cursor.column), max(0, size.columns - 1)),
        row: min(max(0, cursor.row), max(0, size.rows - 1))
      ),
      to: &outgoing
    )
    let toggles = frame.showsCursor != showsCursor
    guard outgoing.count > start || toggles || !prologue.isEmpty || !errand.isEmpty else { return }
    errand.removeAll()
    if toggles {
      outgoing.append(contentsOf: frame.showsCursor ? modes.showCursor : modes.hideCursor)
    }
    outgoing.append(contentsOf: TerminalModes.endFrame)
    prologue.removeAll()
    showsCursor = frame.showsCursor
    send(outgoing)
  }

  /// Asks the terminal to put a text on its user's clipboard, before the next frame; it is never asked what is there.
  /// - Returns: Whether it is one that may know how.
  public func copy(_ text: String) -> Bool {
    guard modes.isXterm else { return false }
    errand += Array("\u{1B}]52;c;".utf8) + base64(Array(text.utf8)) + Array("\u{1B}\\".utf8)
    return true
  }

  /// Shows the next frame, and those that follow, in another theme.
  public func change(theme: Theme) {
    guard palette != .none else { return }
    painter = Painter(theme: theme, palette: palette, isUTF8: isUTF8, abilities: abilities)
    painter.forget()
  }

  /// Draws the whole screen anew with the next frame.
  public func redraw() {
    painter.forget()
  }

  private func send(_ bytes: [UInt8]) {
    let error = broadsheet_write(output, bytes, bytes.count)
    if error != 0, error != EINTR { isGone = true }
  }

  // MARK: Waiting

  /// Waits until the terminal has something to tell or `descriptor` can be read, and no longer.
  ///
  /// - Parameters:
  ///   - descriptor: Read by the caller; -1 for none.
  ///   - blocks: False to look only at what is there already.
  /// - Returns: What happened, in order; empty if nothing did or if it is `descriptor`'s turn.
  public func wait(alsoOn descriptor: Int32 = -1, blocks: Bool = true) -> [TerminalEvent] {
    while events.isEmpty {
      if isGone {
        events.append(.ended(signal: nil))
        break
      }
      var polled = [
        pollfd(fd: keys, events: Int16(POLLIN), revents: 0),
        pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
        pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
      ]
      let patience: Int32 =
        switch decoder.patience {
        case nil: -1
        case .short: escapeDelay
        case .long: 1000
        }
      let ready = poll(&polled, nfds_t(polled.count), blocks ? patience : 0)
      if ready < 0, errno != EINTR { isGone = true }
      if ready <= 0 {
        if ready == 0, blocks {
          while let input = decoder.next(isFinal: true) { events.append(.input(input)) }
        }
        if !blocks { break }
        continue
      }
      if polled[1].revents != 0 { readSignals() }
      if polled[0].revents != 0 { readKeys() }
      if polled[2].revents != 0 || !blocks { break }
    }
    defer { events.removeAll() }
    return events
  }

  private func readKeys() {
    var buffer: [UInt8] = Array(repeating: 0, count: 4096)
    let count = read(keys, &buffer, buffer.count)
    if count > 0 {
      decoder.feed(buffer[..<count])
      while let input = decoder.next() { events.append(.input(input)) }
      if let isDark = decoder.takeBackground() { events.append(.background(isDark: isDark)) }
    } else if count == 0 || (errno != EINTR && errno != EAGAIN) {
      // The end of a terminal's input is the end of the terminal.
      isGone = true
    }
  }

  private func readSignals() {
    var buffer: [UInt8] = Array(repeating: 0, count: 256)
    let count = max(0, read(signals, &buffer, buffer.count))
    let numbers = Set(buffer[..<count].map(Int32.init))
    if numbers.contains(SIGWINCH) { followSize() }
    if numbers.contains(SIGTSTP) {
      suspend(wholeGroup: false)
    } else if numbers.contains(SIGCONT) {
      // Stopped by SIGSTOP, which nobody can prepare for: the shell has had the terminal.
      reclaim()
    }
    if let ending = numbers.first(where: { [SIGTERM, SIGHUP, SIGINT].contains($0) }) {
      events.append(.ended(signal: ending))
    }
  }

  private func followSize() {
    guard let measured = Self.measure(output), measured != size else { return }
    size = measured
    if abilities == nil { broadsheet_resize(Int32(size.columns), Int32(size.rows)) }
    painter.forget()
    events.append(.input(.resize(size)))
  }

  // MARK: Ways out

  /// Stops the program as Control-Z does, its whole job with it; returns when it goes on.
  ///
  /// The next `wait` reports `resumed`, and a new size if it changed.
  public func suspend() {
    suspend(wholeGroup: true)
  }

  private func suspend(wholeGroup: Bool) {
    broadsheet_release()
    isClaimed = false
    broadsheet_stop(wholeGroup ? 1 : 0)
    // That we go on also comes as a signal, which would do all of this again.
    var buffer: [UInt8] = Array(repeating: 0, count: 256)
    let count = max(0, read(signals, &buffer, buffer.count))
    reclaim()
    for ending in buffer[..<count].map(Int32.init) where [SIGTERM, SIGHUP, SIGINT].contains(ending)
    {
      events.append(.ended(signal: ending))
    }
  }

  /// Gives the terminal to another program while `body` runs it.
  ///
  /// Signals from the keyboard are that program's. The next `wait` reports `resumed`.
  public func runOutside(_ body: () -> Void) {
    broadsheet_release()
    isClaimed = false
    let interrupt = signal(SIGINT, SIG_IGN)
    let quit = signal(SIGQUIT, SIG_IGN)
    body()
    signal(SIGINT, interrupt)
    signal(SIGQUIT, quit)
    reclaim()
  }

  private func reclaim() {
    guard claim() == 0 else {
      isGone = true
      return
    }
    prologue = modes.enter + modes.ask
    showsCursor = false
    painter.forget()
    followSize()
    events.append(.resumed)
  }

  /// Gives the terminal back as it was.
  public func close() {
    broadsheet_release()
    isClaimed = false
  }

  /// Gives the terminal back and ends the program by `signal`, so that who waits for it sees why.
  public func die(by signal: Int32) {
    broadsheet_die(signal)
  }
}

/// Whether the terminal says in the environment that it shows all colors, and is told them as most are.
private func saysTrueColor() -> Bool {
  guard let says = environment("COLORTERM"), says == "truecolor" || says == "24bit",
    let set = broadsheet_capability("setaf")
  else { return false }
  return strstr(set, "38;5;") != nil
}

/// An environment variable's value, if it has one.
private func environment(_ name: String) -> String? {
  guard let value = getenv(name), value.pointee != 0 else { return nil }
  return String(cString: value)
}

/// - Note: RFC 4648, section 4.
private func base64(_ bytes: [UInt8]) -> [UInt8] {
  let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  var result: [UInt8] = []
  result.reserveCapacity((bytes.count + 2) / 3 * 4)
  for start in stride(from: 0, to: bytes.count, by: 3) {
    let group = bytes[start..<min(bytes.count, start + 3)]
    let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
    for place in 0..<4 {
      result.append(place <= group.count ? letters[bits >> (18 - 6 * place) & 63] : 0x3D)
    }
  }
  return result
}

private func contains(_ text: String, _ part: String) -> Bool {
  strstr(text, part) != nil
}
