#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

/// Takes the place of a standard descriptor that is closed, so that no other file comes to stand there.
///
/// It is opened the wrong way round: reading standard input, or writing to the others, fails as it should.
func holdStandardDescriptors() {
  for descriptor: Int32 in 0...2 where fcntl(descriptor, F_GETFD) == -1 {
    _ = open("/dev/null", descriptor == 0 ? O_WRONLY : O_RDONLY)
  }
}

func printOut(_ text: String) { printOut(Array(text.utf8)) }

/// Writes to standard output; leaves the program when that is impossible.
///
/// A reader that has seen enough and closed the pipe is no failure.
func printOut(_ bytes: [UInt8]) {
  guard let error = write(bytes, to: 1) else { return }
  if error == EPIPE { exit(0) }
  complain("standard output cannot be written: \(String(cString: strerror(error))).")
  exit(1)
}

/// Tells one sentence on standard error, without what a terminal would obey.
func complain(_ sentence: String) {
  let scalars = sentence.unicodeScalars.map { scalar in
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: "\u{FFFD}"
    default: String(scalar)
    }
  }
  _ = write(Array("broadsheet: \(scalars.joined())\n".utf8), to: 2)
}

/// Writes all bytes; gives the system's error number when it cannot.
func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
  bytes.withUnsafeBytes { bytes in
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = write(
        descriptor,
        UnsafeRawBufferPointer(rebasing: rest).baseAddress,
        rest.count
      )
      if written >= 0 {
        rest = rest.dropFirst(written)
        continue
      }
      switch errno {
      case EINTR: continue
      case EAGAIN:
        var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = poll(&waiting, 1, -1)
      default: return errno
      }
    }
    return nil
  }
}
