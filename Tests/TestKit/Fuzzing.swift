import Foundation

/// When a test that mutates its input may stop.
///
/// That is at once, after the rounds that it makes in any case, unless `BROADSHEET_FUZZ_SECONDS` asks for more.
public func fuzzingEnd() -> ContinuousClock.Instant {
  let asked = ProcessInfo.processInfo.environment["BROADSHEET_FUZZ_SECONDS"].flatMap(Double.init)
  return ContinuousClock.now + .seconds(min(asked ?? 0, 600))
}
