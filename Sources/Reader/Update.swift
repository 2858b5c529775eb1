public import Screen

public struct ReaderState: Sendable {
  public init() {}
}

public func update(_ state: inout ReaderState, _ event: Event) -> [Effect] { [] }

public func render(_ state: ReaderState, size: Size) -> Frame { Frame(size: size) }
