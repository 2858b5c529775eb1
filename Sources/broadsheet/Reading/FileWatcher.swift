internal import Terminal

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Tells when a file has become another one, until it is let go; while nothing happens it costs nothing.
///
/// Watched is the folder: who writes a file as a whole puts a new one in its place.
final class FileWatcher: Sendable {
  private let stop: Int32

  /// Calls `tell` on a thread of its own; nil where `path` is no file or cannot be watched.
  init?(_ path: String, tell: @escaping @Sendable () -> Void) {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    stop = ends[1]
    let end = ends[0]
    // Known before anyone watches: what changes from here on is new.
    let first = Self.identity(path)
    guard let source = Self.begin(path) else {
      close(end)
      return nil
    }
    let isStarted = runInBackground {
      var known = first
      while Self.wait(source, end, forever: true) {
        // Who writes a file writes on for a moment.
        while Self.wait(source, end, forever: false) {}
        let now = Self.identity(path)
        guard now != known, let now else { continue }
        known = now
        tell()
      }
      close(source)
      close(end)
    }
    guard isStarted else {
      close(source)
      close(end)
      return nil
    }
  }

  deinit { close(stop) }

  /// What tells a file from its successor.
  private static func identity(_ path: String) -> [Int]? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    return [Int(status.st_ino), Int(status.st_size), time.tv_sec, time.tv_nsec]
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  #if canImport(Darwin)
    private static func begin(_ path: String) -> Int32? {
      let queue = kqueue()
      guard queue >= 0 else { return nil }
      for name in [path, folder(of: path)] {
        let file = open(name, O_EVTONLY | O_CLOEXEC)
        guard file >= 0 else { continue }
        var change = kevent(
          ident: UInt(file),
          filter: Int16(EVFILT_VNODE),
          flags: UInt16(EV_ADD | EV_CLEAR),
          fflags: UInt32(NOTE_WRITE | NOTE_EXTEND | NOTE_DELETE | NOTE_RENAME),
          data: 0,
          udata: nil
        )
        _ = kevent(queue, &change, 1, nil, 0, nil)
      }
      return queue
    }

    private static func drain(_ source: Int32) {
      var events = [kevent](repeating: kevent(), count: 16)
      var none = timespec()
      _ = kevent(source, nil, 0, &events, 16, &none)
    }
  #else
    private static func begin(_ path: String) -> Int32? {
      let source = inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
      guard source >= 0 else { return nil }
      let events = UInt32(IN_CLOSE_WRITE) | UInt32(IN_MOVED_TO) | UInt32(IN_MODIFY)
      guard inotify_add_watch(source, folder(of: path), events) >= 0 else {
        close(source)
        return nil
      }
      return source
    }

    private static func drain(_ source: Int32) {
      var buffer = [UInt8](repeating: 0, count: 4096)
      while read(source, &buffer, buffer.count) > 0 {}
    }
  #endif

  /// Waits until something happens in the folder, or for a moment.
  /// - Returns: Whether anything did; false once nobody wants to know.
  private static func wait(_ source: Int32, _ stop: Int32, forever: Bool) -> Bool {
    while true {
      var polled = [
        pollfd(fd: source, events: Int16(POLLIN), revents: 0),
        pollfd(fd: stop, events: Int16(POLLIN), revents: 0),
      ]
      let ready = poll(&polled, 2, forever ? -1 : 60)
      if ready < 0, errno == EINTR { continue }
      guard ready > 0, polled[1].revents == 0 else { return false }
      drain(source)
      return true
    }
  }
}
