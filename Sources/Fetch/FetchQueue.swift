/// One attempt at a request.
struct FetchJob {
  let row: Int
  let address: WebAddress
  /// 1 for the first.
  var attempt = 1
  fileprivate var notBefore: ContinuousClock.Instant?
}

/// The requests that are not done, and whose turn it is.
///
/// Few run at a time from one host, and not all of them begin at once; a host that asked for a pause has it.
struct FetchQueue {
  private let limits: FetchLimits
  private var waiting: [FetchJob] = []
  private var running: [Int: FetchJob] = [:]
  private var hosts: [String: Host] = [:]

  private struct Host {
    var running = 0
    var notBefore: ContinuousClock.Instant?
  }

  init(_ limits: FetchLimits) {
    self.limits = limits
  }

  var isEmpty: Bool { waiting.isEmpty && running.isEmpty }

  /// The requests that are not done.
  var rows: [Int] { (waiting.map(\.row) + running.keys).sorted() }

  mutating func append(_ row: Int, _ address: WebAddress) {
    waiting.append(FetchJob(row: row, address: address))
  }

  /// The next job that may begin now; it is then running.
  mutating func next(at now: ContinuousClock.Instant) -> FetchJob? {
    guard running.count < limits.most else { return nil }
    let place = waiting.firstIndex { job in
      guard job.notBefore.map({ $0 <= now }) ?? true else { return false }
      guard let host = hosts[job.address.host] else { return true }
      return host.running < limits.mostPerHost && host.notBefore.map { $0 <= now } ?? true
    }
    guard let place else { return nil }
    let job = waiting.remove(at: place)
    running[job.row] = job
    var host = hosts[job.address.host] ?? Host()
    host.running += 1
    host.notBefore = now + .seconds(limits.hostPause)
    hosts[job.address.host] = host
    return job
  }

  /// When a job that waits for the time alone may begin; nil where there is none.
  var nextStart: ContinuousClock.Instant? {
    guard running.count < limits.most else { return nil }
    var next: ContinuousClock.Instant?
    for job in waiting {
      let host = hosts[job.address.host] ?? Host()
      guard host.running < limits.mostPerHost,
        let start = [job.notBefore, host.notBefore].compactMap({ $0 }).max()
      else { continue }
      next = next.map { min($0, start) } ?? start
    }
    return next
  }

  mutating func finish(_ job: FetchJob) {
    running[job.row] = nil
    hosts[job.address.host]?.running -= 1
  }

  /// Puts a job back, and lets its host rest.
  mutating func retry(_ job: FetchJob, after seconds: Double, at now: ContinuousClock.Instant) {
    finish(job)
    var job = job
    job.attempt += 1
    job.notBefore = now + .seconds(seconds)
    hosts[job.address.host]?.notBefore = job.notBefore
    waiting.append(job)
  }
}
