internal import Reader

/// The whole configuration file as it is without one, with what each line means.
func defaultConfiguration() -> String {
  let style = ReadingStyle()
  return """
    # The configuration of broadsheet. It is read from
    # $XDG_CONFIG_HOME/broadsheet/config.yaml, else from
    # ~/.config/broadsheet/config.yaml. All of it may be left out; what stands
    # here is what holds without it. broadsheet config --check tells what is
    # wrong with yours.

    # A theme that `broadsheet themes` lists, or a theme file; or one for light
    # and one for dark terminals:
    #   theme: { light: paper, dark: night }
    # C-t in the reader shows them on the open article. For one of your own,
    # `broadsheet themes --faces` tells what there is to color.
    theme: terminal

    text:
      # The most columns of a line, from \(ReadingStyle.measures.lowerBound) to \(ReadingStyle.measures.upperBound).
      measure: \(style.measure)
      # center or left, where the window is wider.
      align: \(style.isCentered ? "center" : "left")
      # Whether blanks are widened until lines are full, and whether long
      # English words are broken.
      justify: \(style.isJustified)
      hyphenate: \(style.isHyphenated)

    # For screen readers: the text alone, without boxes, panes beside it, and
    # color.
    linear: false

    # Keys and the commands that they run. Keys are written as below, commands
    # as at the prompt, with what they take behind them; a list of commands is
    # run one after the other; none takes a key its meaning:
    #   'x': down
    #   'F': [next-person, card]
    #   'Q': none
    # Those under reading hold while reading, those under selection while a part
    # of the text is selected.
    keys:
    \(defaultKeys())
    """
}
