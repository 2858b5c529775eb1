internal import Reader
internal import Synchronization

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Events from other threads for the loop, which sleeps until `descriptor` can be read.
///
/// The only lock of the program's reading side. It is held for an append or a swap, never longer.
final class EventQueue: Sendable {
  private let events = Mutex<[Event]>([])
  /// Readable while there may be events.
  let descriptor: Int32
  /// Written to when there are.
  private let entrance: Int32

  /// Fails where the system gives no more descriptors.
  init?() {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    (descriptor, entrance) = (ends[0], ends[1])
  }

  deinit {
    close(descriptor)
    close(entrance)
  }

  func post(_ event: Event) {
    events.withLock { $0.append(event) }
    // A full pipe wakes the loop just as well.
    var byte: UInt8 = 0
    _ = write(entrance, &byte, 1)
  }

  /// What was posted since the last time, in order.
  func drain() -> [Event] {
    var bytes: [UInt8] = Array(repeating: 0, count: 64)
    while read(descriptor, &bytes, bytes.count) == bytes.count {}
    return events.withLock { events in
      defer { events.removeAll() }
      return events
    }
  }
}
