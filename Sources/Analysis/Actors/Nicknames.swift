/// Whether one given name is a common short form of the other, or both are of a third; in lower case.
func areNicknames(_ left: String, _ right: String) -> Bool {
  let (one, other) = (nicknames[left], nicknames[right])
  guard one != nil || other != nil else { return false }
  return ((one ?? []) + [left]).contains { $0 == right || other?.contains($0) == true }
}

/// For each short form the full names that it stands for.
private let nicknames: [String: [String]] = {
  var table: [String: [String]] = [:]
  for line in nicknameLines.split(separator: "\n") {
    let words = line.split(separator: " ").map(String.init)
    for short in words.dropFirst() { table[short, default: []].append(words[0]) }
  }
  return table
}()

/// A full name and its short forms a line, and what it is called in neighboring languages.
private let nicknameLines = """
  abigail abby gail
  alexander alex sandy sasha oleksandr aleksandr aleksander
  alexandra alex sandra sasha oleksandra aleksandra
  andrei andriy andrey
  andrew andy drew
  anthony tony
  antonio tony toni
  barbara barb barbie
  benjamin ben benny
  bernard bernie
  catherine cathy kate katie
  charles charlie chuck chas
  christina chris tina
  christine chris
  christopher chris kit
  daniel dan danny
  david dave davy
  deborah deb debbie
  dmitry dima dmytro dmitri dmitriy
  donald don donny
  dorothy dot dottie
  edward ed eddie ted ned
  elizabeth beth betty liz lizzie eliza libby
  eugene gene
  evgeny yevhen yevgeny yevgeniy
  francis frank
  frederick fred freddie
  gabriel gabe
  gerald gerry jerry
  gregory greg
  harold harry hal
  henry harry hank
  jacob jake
  james jim jimmy jamie
  jeffrey jeff
  jennifer jen jenny
  jessica jess jessie
  john jack johnny
  ekaterina kateryna katya
  jonathan jon
  joseph joe joey
  joshua josh
  judith judy
  katherine kate kathy katie kay
  kenneth ken kenny
  lawrence larry laurie
  leonard len lenny leo
  margaret maggie meg peggy margie
  martha marty
  matthew matt
  michael mike mick mickey
  mikhail misha mykhailo
  nathaniel nate nathan
  nicholas nick nicky
  nikolai mykola nikolay
  pamela pam
  patricia pat patty tricia
  patrick pat paddy
  pavel pavlo
  peter pete
  pyotr petro
  philip phil
  rebecca becky
  richard rick dick rich ricky
  robert bob bobby rob robbie bert
  ronald ron ronnie
  samuel sam sammy
  samantha sam
  sergei seryozha serhiy sergey
  stephen steve
  steven steve
  susan sue susie
  theodore ted teddy theo
  thomas tom tommy
  timothy tim
  victoria vicky tori
  vincent vince
  vladimir volodya vova volodymyr
  vyacheslav viacheslav slava
  walter walt
  william bill billy will willie liam
  zachary zach zack
  """
