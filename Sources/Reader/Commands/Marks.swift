func setMark(_ state: inout ReaderState, _ invocation: Invocation) -> [Effect] {
  guard state.view == .article, let letter = invocation.character, letter.isLetter else {
    state.message = Message(text: "A mark's name is a letter.")
    return []
  }
  guard let top = state.article?.top else { return [] }
  state.article?.marks[letter] = top
  state.message = Message(text: "Marked: '\(letter) comes back here.")
  return []
}

/// `'` and a letter; `''` goes to where the last jump began.
func goToMark(_ state: inout ReaderState, _ invocation: Invocation) -> [Effect] {
  guard state.view == .article, let article = state.article,
    let letter = invocation.character
  else { return [] }
  let place = letter == "'" ? article.jumps.last : article.marks[letter]
  guard let place else {
    let text = letter == "'" ? "No jump was made yet." : "There is no mark \(letter)."
    state.message = Message(text: text)
    return []
  }
  state.leavePlace()
  state.putOnTop(place)
  return []
}

func jumpBack(_ state: inout ReaderState, _ invocation: Invocation) -> [Effect] {
  for _ in 0..<min(invocation.times, 100) {
    guard let top = state.article?.top, let place = state.article?.jumps.back(from: top) else {
      state.message = Message(text: "No earlier place to go back to.")
      break
    }
    state.putOnTop(place)
  }
  return []
}

func jumpForward(_ state: inout ReaderState, _ invocation: Invocation) -> [Effect] {
  for _ in 0..<min(invocation.times, 100) {
    guard let place = state.article?.jumps.forward() else {
      state.message = Message(text: "No later place to go forward to.")
      break
    }
    state.putOnTop(place)
  }
  return []
}
