internal import CNcurses

/// Has a mapped file read as zeros where another program cuts it, instead of ending the program.
///
/// It works while there is a `TextTerminal`.
/// - Parameters:
///   - address: Where the file is mapped.
///   - count: Its length in bytes.
/// - Returns: What ends that, to be called when the file is no longer mapped; nil where no more files can be guarded.
public func guardPages(address: UInt, count: Int) -> (@Sendable () -> Void)? {
  guard broadsheet_guard(address, count) == 1 else { return nil }
  return { broadsheet_unguard(address) }
}
