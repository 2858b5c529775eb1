/// The commands of a group that have keys, with their keys and what they do: what help, README and manual show.
public struct KeyGroup: Sendable {
  public struct Row: Sendable {
    public let keys: [String]
    public let help: String
  }

  public let heading: String
  public let rows: [Row]
}

public func keyGroups() -> [KeyGroup] {
  Command.Group.allCases.map { group in
    let rows = commandTable.filter { $0.group == group && !$0.keys.isEmpty }.map { command in
      KeyGroup.Row(keys: command.keys, help: command.help)
    }
    return KeyGroup(heading: group.rawValue, rows: rows)
  }
}

/// The keys as Markdown tables, one for each group of commands: what the README shows.
public func keyReference() -> String {
  keyGroups().map { group in
    let rows = group.rows.map { row in
      let keys = row.keys.map { "`\($0 == "|" ? "\\|" : $0)`" }.joined(separator: " ")
      return "| \(keys) | \(row.help) |"
    }
    return """
      | \(group.heading) | |
      |---|---|
      \(rows.joined(separator: "\n"))
      """
  }.joined(separator: "\n\n") + "\n"
}
