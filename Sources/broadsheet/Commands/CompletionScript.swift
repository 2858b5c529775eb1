internal import ArgumentParser
internal import Foundation

/// The script by which a shell completes the program's arguments.
///
/// The parser's own script knows what `read` takes only behind that word, which is seldom written: what is no name of
/// a command is completed as if it were.
func completionScript(for shell: CompletionShell) -> String {
  let script = ProgramCommand.completionScript(for: shell)
  switch shell {
  case .bash: return readingByDefault(bash: script)
  case .zsh: return readingByDefault(zsh: script)
  case .fish: return readingByDefault(fish: script)
  default: return script
  }
}

private let names = ProgramCommand.names.sorted()

private func readingByDefault(bash script: String) -> String {
  replacing("        # Offer subcommand completions\n", in: script) {
    """
            # Without a subcommand it reads
            COMPREPLY=()
            unparsed_words=("${COMP_WORDS[@]:1:${COMP_CWORD}}")
            _broadsheet_read
            [[ "${COMP_CWORD}" -eq 1 ]] || return
    \($0)
    """
  }
}

private func readingByDefault(zsh script: String) -> String {
  let described = replacing("        _describe -V subcommand subcommands && ret=0\n", in: script) {
    $0 + "        _files && ret=0\n"
  }
  let parsing = "    _arguments -w -s -S : \"${arg_specs[@]}\" && ret=0\n    case"
  return replacing(parsing, in: described) {
    """
        case "${words[2]}" in
        \(names.joined(separator: "|")))
            ;;
        *)
            # Without a subcommand it reads
            if (( CURRENT > 2 )) || [[ "${words[2]}" = -* ]]; then
                _broadsheet_read
                return
            fi
            ;;
        esac
    \($0)
    """
  }
}

private func readingByDefault(fish script: String) -> String {
  let isReading = "-n 'not __fish_seen_subcommand_from \(names.joined(separator: " "))'"
  let lines = script.split(separator: "\n", omittingEmptySubsequences: false)
  let added = lines.compactMap { line -> String? in
    guard line.hasPrefix("complete "), line.contains("\"broadsheet read\""),
      let start = line.range(of: "-n '"), let end = line[start.upperBound...].firstIndex(of: "'")
    else { return nil }
    return line[..<start.lowerBound] + isReading + line[line.index(after: end)...]
  }
  return ([script, "# Without a subcommand it reads"] + added).joined(separator: "\n")
}

/// The first place of `part` put anew; the text as it is where it has none.
private func replacing(_ part: String, in text: String, with new: (String) -> String) -> String {
  guard let range = text.range(of: part) else { return text }
  return text.replacingCharacters(in: range, with: new(part))
}
