/// The keys of all commands as a configuration file holds them, commented out: "    # j: down   # a line down".
public func defaultKeys() -> String {
  Command.Context.allCases.map { context in
    let commands = commandTable.filter { command in
      command.contexts.contains(context)
        && (context == .reading || !command.contexts.contains(.reading))
    }
    let lines = commands.flatMap { command -> [String] in
      command.keys.isEmpty
        ? ["    # (no key): \(command.name)   # \(command.help)"]
        : command.keys.enumerated().map { row, keys in
          let line = "    # \(quoted(keys)): \(command.name)"
          return row == 0 ? line + "   # \(command.help)" : line
        }
    }
    return "  \(context.rawValue):\n" + lines.joined(separator: "\n") + "\n"
  }.joined()
}

/// In quotes, since many a key means something in YAML.
private func quoted(_ keys: String) -> String {
  keys.contains("'") ? "\"\(keys)\"" : "'\(keys)'"
}
