internal import CNcurses

/// Runs `body` on a thread of its own, which ends with it.
///
/// The thread leaves the signals that the loop waits for to the main one; should it crash, even by running out
/// of stack, the terminal is restored.
/// - Returns: False if the system gives no thread; `body` was not called then.
public func runInBackground(_ body: @escaping @Sendable () -> Void) -> Bool {
  let work = Unmanaged.passRetained(Work(body))
  let error = broadsheet_start_thread(
    { context in
      guard let context else { return }
      Unmanaged<Work>.fromOpaque(context).takeRetainedValue().body()
    },
    work.toOpaque()
  )
  if error != 0 { work.release() }
  return error == 0
}

private final class Work: Sendable {
  let body: @Sendable () -> Void

  init(_ body: @escaping @Sendable () -> Void) {
    self.body = body
  }
}
