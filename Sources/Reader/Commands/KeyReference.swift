/// The keys as Markdown tables, one for each group of commands: what the README shows.
public func keyReference() -> String {
  Command.Group.allCases.map { group in
    let rows = commandTable.filter { $0.group == group && !$0.keys.isEmpty }.map { command in
      let keys = command.keys.map { "`\($0 == "|" ? "\\|" : $0)`" }.joined(separator: " ")
      return "| \(keys) | \(command.help) |"
    }
    return """
      | \(group.rawValue) | |
      |---|---|
      \(rows.joined(separator: "\n"))
      """
  }.joined(separator: "\n\n") + "\n"
}
