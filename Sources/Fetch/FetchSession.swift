internal import CFetch

/// Transfers that run beside each other, over the library.
final class FetchSession {
  private let session: OpaquePointer
  private let limits: FetchLimits
  private let userAgent: String
  private var running: [Int: (job: FetchJob, transfer: OpaquePointer)] = [:]

  /// Nil where the machine has no libcurl.
  init?(limits: FetchLimits, userAgent: String) {
    guard let session = broadsheet_session_open() else { return nil }
    self.session = session
    self.limits = limits
    self.userAgent = userAgent
  }

  deinit {
    for (_, transfer) in running.values { broadsheet_free(session, transfer) }
    broadsheet_session_close(session)
  }

  var progress: FetchProgress {
    var received = 0
    var expected: Int? = 0
    for (_, transfer) in running.values {
      var count = 0
      _ = broadsheet_body(transfer, &count)
      received += count
      let all = Int(broadsheet_expected(transfer))
      expected = all > 0 ? expected.map { $0 + all } : nil
    }
    return FetchProgress(received: received, expected: expected == 0 ? nil : expected)
  }

  /// - Returns: Whether there was memory for it.
  func begin(_ job: FetchJob, _ request: FetchRequest) -> Bool {
    let accept =
      switch request.kind {
      case .page: "text/html,application/xhtml+xml,text/plain;q=0.9,text/markdown;q=0.9,*/*;q=0.5"
      case .feed:
        "application/atom+xml,application/rss+xml,application/feed+json,application/xml;q=0.9,text/xml;q=0.9,*/*;q=0.5"
      }
    let strings = [
      job.address.encoded, userAgent, accept, request.entityTag, request.lastModified,
    ]
    let transfer = withCStrings(strings) { strings -> OpaquePointer? in
      guard let address = strings[0], let agent = strings[1], let accept = strings[2] else {
        return nil
      }
      var asked = broadsheet_request(
        address: address,
        user_agent: agent,
        accept: accept,
        entity_tag: strings[3],
        last_modified: strings[4],
        largest: limits.largest,
        most_redirects: limits.mostRedirects,
        connect_milliseconds: milliseconds(limits.connectSeconds),
        milliseconds: milliseconds(limits.seconds),
        slowest_bytes_per_second: limits.slowestBytesPerSecond,
        slow_seconds: limits.slowSeconds
      )
      return broadsheet_begin(session, &asked, job.row)
    }
    guard let transfer else { return false }
    running[job.row] = (job, transfer)
    return true
  }

  /// Works until something may have happened, a tenth of a second at most.
  func work(until start: ContinuousClock.Instant?, _ clock: ContinuousClock) {
    var wait = 100
    if let start {
      let left = clock.now.duration(to: start)
      wait = min(wait, max(1, Int(left / .milliseconds(1))))
    }
    if running.isEmpty {
      broadsheet_pause(Int32(wait))
    } else if broadsheet_work(session, Int32(wait)) == 0 {
      broadsheet_pause(Int32(wait))
    }
  }

  /// A job that has ended, and what came of it.
  func nextEnded(
    _ requests: [FetchRequest]
  ) -> (FetchJob, Result<Fetched, FetchError>)? {
    guard let transfer = broadsheet_next_ended(session) else { return nil }
    defer { broadsheet_free(session, transfer) }
    guard let (job, _) = running.removeValue(forKey: broadsheet_row(transfer)) else {
      preconditionFailure("a transfer that ends has begun")
    }
    return (job, answer(transfer, requests[job.row]))
  }

  private func answer(
    _ transfer: OpaquePointer,
    _ request: FetchRequest
  ) -> Result<Fetched, FetchError> {
    if let cause = failure(transfer) { return .failure(FetchError(request.address, cause)) }
    let status = broadsheet_status(transfer)
    var fetched = Fetched(address: String(cString: broadsheet_address(transfer)))
    fetched.entityTag = header(broadsheet_entity_tag, of: transfer)
    fetched.lastModified = header(broadsheet_last_modified, of: transfer)
    if broadsheet_has_moved(transfer) != 0 { fetched.movedTo = fetched.address }
    if status == 304 {
      fetched.isUnchanged = true
      fetched.entityTag = fetched.entityTag ?? request.entityTag
      fetched.lastModified = fetched.lastModified ?? request.lastModified
      return .success(fetched)
    }
    guard (200..<300).contains(status) else {
      let pause = header(broadsheet_retry_after, of: transfer).flatMap(pauseSeconds)
      return .failure(FetchError(request.address, .status(status, pause: pause)))
    }
    if request.kind == .page, isLoginPage(fetched.address), !isLoginPage(request.address) {
      return .failure(FetchError(request.address, .login(page: fetched.address)))
    }
    if let type = header(broadsheet_content_type, of: transfer) { fetched.take(contentType: type) }
    if let type = fetched.mediaType,
      ["image/", "audio/", "video/", "font/"].contains(where: type.hasPrefix),
      type != "image/svg+xml"
    {
      return .failure(FetchError(request.address, .mediaType(type)))
    }
    var count = 0
    let bytes = broadsheet_body(transfer, &count)
    fetched.body = Array(UnsafeBufferPointer(start: bytes, count: count))
    return .success(fetched)
  }

  private func failure(_ transfer: OpaquePointer) -> FetchError.Cause? {
    let reason = String(cString: broadsheet_reason(transfer))
    return switch broadsheet_ending(transfer) {
    case Int32(broadsheet_received): nil
    case Int32(broadsheet_bad_address): .notAnAddress
    case Int32(broadsheet_bad_scheme): .redirectElsewhere
    case Int32(broadsheet_no_host): .noHost
    case Int32(broadsheet_no_proxy): .noProxy
    case Int32(broadsheet_no_connection): .noConnection(reason: reason)
    case Int32(broadsheet_timed_out): .timedOut
    case Int32(broadsheet_bad_certificate): .certificate(reason: reason)
    case Int32(broadsheet_no_tls): .noTLS(reason: reason)
    case Int32(broadsheet_too_many_redirects): .tooManyRedirects(limit: limits.mostRedirects)
    case Int32(broadsheet_too_large): .tooLarge(limit: limits.largest)
    case Int32(broadsheet_cut_off): .cutOff
    case Int32(broadsheet_bad_encoding): .encoding
    default: .other(reason: reason)
    }
  }

  private func header(_ header: some BinaryInteger, of transfer: OpaquePointer) -> String? {
    broadsheet_header(transfer, Int32(header)).map { String(cString: $0) }
  }
}

/// The seconds that a server asks to wait: a number of them, or a date.
private func pauseSeconds(_ header: String) -> Int? {
  if let seconds = Int(header) { return max(0, seconds) }
  let moment = broadsheet_seconds(header)
  return moment < 0 ? nil : max(0, Int(moment - broadsheet_now()))
}

private func milliseconds(_ seconds: Double) -> Int { Int(min(seconds, 86_400) * 1000) }

/// Calls `body` with the strings as C wants them; nil stays nil.
private func withCStrings<Result>(
  _ strings: [String?],
  _ body: ([UnsafePointer<CChar>?]) -> Result
) -> Result {
  var bytes: [CChar] = []
  var starts: [Int?] = []
  for string in strings {
    starts.append(string == nil ? nil : bytes.count)
    if let string { bytes.append(contentsOf: string.utf8CString) }
  }
  return bytes.withUnsafeBufferPointer { buffer in
    body(starts.map { start in start.flatMap { place in buffer.baseAddress.map { $0 + place } } })
  }
}
