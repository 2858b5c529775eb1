/// Why something could not be fetched.
public struct FetchError: Error, Equatable, Sendable {
  /// What was asked for.
  public let address: String
  public let cause: Cause

  public enum Cause: Equatable, Sendable {
    /// The machine has no libcurl.
    case noLibrary
    case notAnAddress
    case scheme(String)
    case noHost
    case noProxy
    /// `reason` is the library's word for it, here and below.
    case noConnection(reason: String)
    case timedOut
    case certificate(reason: String)
    case noTLS(reason: String)
    case tooManyRedirects(limit: Int)
    /// A redirect to something that is not of the web.
    case redirectElsewhere
    case tooLarge(limit: Int)
    /// The server hung up before the end.
    case cutOff
    /// Broken compression.
    case encoding
    /// `pause` is how many seconds the server asks for.
    case status(Int, pause: Int?)
    /// Where the page was expected stands one that asks who is there.
    case login(page: String)
    case mediaType(String)
    case cancelled
    case other(reason: String)
  }

  public init(_ address: String, _ cause: Cause) {
    self.address = address
    self.cause = cause
  }
}

extension FetchError: CustomStringConvertible {
  /// One sentence: what happened, and what to do next.
  public var description: String {
    switch cause {
    case .noLibrary:
      "\(address) cannot be fetched: this machine has no libcurl; install it (libcurl4 on Debian), or save the page and open the file."
    case .notAnAddress:
      "\(address) is no address that can be fetched; check how it is written."
    case .scheme(let scheme):
      "\(address) cannot be fetched: addresses begin with https:// or http://, not with \(scheme):."
    case .noHost:
      "\(address) cannot be fetched: there is no such host, or no network; check both."
    case .noProxy:
      "\(address) cannot be fetched: the proxy is not found; check http_proxy and https_proxy."
    case .noConnection:
      "\(address) cannot be fetched: the server does not answer; try again later, or check the address."
    case .timedOut:
      "\(address) took too long and was given up; try again later."
    case .certificate(let reason):
      "\(address) cannot be trusted: \(sentence(reason)); check the date of this machine and the address, or open it in a browser."
    case .noTLS(let reason):
      "\(address) offers no secure connection: \(sentence(reason)); try again later, or with http:// if you trust the network."
    case .tooManyRedirects(let limit):
      "\(address) leads in circles: more than \(limit) redirects; open it in a browser."
    case .redirectElsewhere:
      "\(address) leads to what is not of the web, and is not followed; open it in a browser if you trust it."
    case .tooLarge(let limit):
      "\(address) is larger than \(limit >> 20) MB; save it and open the file."
    case .cutOff:
      "\(address) was cut off on the way; try again."
    case .encoding:
      "\(address) came in a broken compression; try again later."
    case .status(let status, let pause):
      "\(address) \(Self.meaning(of: status, pause: pause))."
    case .login(let page):
      "\(address) asks for a login at \(page); log in with a browser, and save the page or pipe its text in."
    case .mediaType(let type):
      "\(address) is \(type), not a page; open it in a browser."
    case .cancelled:
      "\(address) was not loaded, as you wished."
    case .other(let reason):
      "\(address) cannot be fetched: \(sentence(reason)); try again later."
    }
  }

  private static func meaning(of status: Int, pause: Int?) -> String {
    switch status {
    case 401, 407: "asks for a login; log in with a browser, and save the page or pipe its text in"
    case 402: "is for subscribers; log in with a browser, and save the page or pipe its text in"
    case 403:
      "is refused to this reader; open it in a browser, and save the page or pipe its text in"
    case 404: "is not there; check the address"
    case 410: "is gone for good; look for it elsewhere"
    case 429, 503:
      pause.map { "is busy and asks to come back in \(duration($0)); try again then" }
        ?? "is busy; try again later"
    case 451: "is withheld for legal reasons; look for it elsewhere"
    case 500...: "has an error of its own (\(status)); try again later"
    default: "answered with status \(status); open it in a browser"
    }
  }

  private static func duration(_ seconds: Int) -> String {
    seconds < 120 ? "\(seconds) seconds" : "\((seconds + 59) / 60) minutes"
  }
}

/// The library's words without the line ends and the full stop that they may have.
///
/// Of OpenSSL's "error:0A00010B:SSL routines::wrong version number" only the last words tell something.
private func sentence(_ reason: String) -> String {
  var line = String(reason.map { $0.isNewline ? " " : $0 })
  if line.contains("error:"), let words = line.split(separator: ":").last { line = String(words) }
  return line.hasSuffix(".") ? String(line.dropLast()) : line
}
