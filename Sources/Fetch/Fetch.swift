/// Fetches one address; waits for it.
///
/// Follows redirects of the web, unpacks what is compressed, sends no cookies, uses the proxies and the certificates
/// that curl would, and tries again where that may help.
/// - Parameters:
///   - request: What is asked for.
///   - limits: How much is taken, and how long it is waited for.
///   - userAgent: What this program is.
///   - goesOn: Called about ten times a second; false ends the work.
/// - Returns: The answer.
/// - Throws: Where none came that is of use.
public func fetch(
  _ request: FetchRequest,
  limits: FetchLimits = FetchLimits(),
  userAgent: String,
  goesOn: (FetchProgress) -> Bool = { _ in true }
) throws(FetchError) -> Fetched {
  var result: Result<Fetched, FetchError> = .failure(FetchError(request.address, .cancelled))
  fetch([request], limits: limits, userAgent: userAgent, goesOn: goesOn) { _, answer in
    result = answer
  }
  return try result.get()
}

/// Fetches many addresses beside each other, but few at a time from one host; waits for all.
///
/// - Parameters:
///   - requests: What is asked for.
///   - limits: How much is taken, and how many are fetched at a time.
///   - userAgent: What this program is.
///   - goesOn: Called about ten times a second with what all running transfers have received; false ends the work.
///   - handOn: Called once for each request, with its row, as the answers come.
public func fetch(
  _ requests: [FetchRequest],
  limits: FetchLimits = FetchLimits(),
  userAgent: String,
  goesOn: (FetchProgress) -> Bool = { _ in true },
  handOn: (Int, Result<Fetched, FetchError>) -> Void
) {
  guard let session = FetchSession(limits: limits, userAgent: userAgent) else {
    for (row, request) in requests.enumerated() {
      handOn(row, .failure(FetchError(request.address, .noLibrary)))
    }
    return
  }
  var queue = FetchQueue(limits)
  for (row, request) in requests.enumerated() {
    do {
      queue.append(row, try WebAddress(request.address))
    } catch {
      handOn(row, .failure(error))
    }
  }
  let clock = ContinuousClock()
  while !queue.isEmpty {
    guard goesOn(session.progress) else { break }
    while let job = queue.next(at: clock.now) {
      if !session.begin(job, requests[job.row]) {
        queue.finish(job)
        handOn(
          job.row,
          .failure(FetchError(requests[job.row].address, .other(reason: "no memory")))
        )
      }
    }
    session.work(until: queue.nextStart, clock)
    while let (job, answer) = session.nextEnded(requests) {
      if let pause = retryPause(after: answer, attempt: job.attempt, limits) {
        queue.retry(job, after: pause, at: clock.now)
      } else {
        queue.finish(job)
        handOn(job.row, answer)
      }
    }
  }
  for row in queue.rows {
    handOn(row, .failure(FetchError(requests[row].address, .cancelled)))
  }
}

/// How long to wait before what failed is asked for again, in seconds; nil where that is of no use.
private func retryPause(
  after answer: Result<Fetched, FetchError>,
  attempt: Int,
  _ limits: FetchLimits
) -> Double? {
  guard case .failure(let error) = answer, attempt < limits.attempts else { return nil }
  var pause = limits.retrySeconds * Double(1 << min(attempt - 1, 10))
  switch error.cause {
  case .cutOff: break
  case .status(let status, let asked) where [429, 502, 503, 504].contains(status):
    if let asked { pause = max(pause, Double(asked)) }
  default: return nil
  }
  return pause <= limits.longestPause ? pause : nil
}
