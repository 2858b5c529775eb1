/// The commonest function words of the languages that words must tell apart.
///
/// Those in Latin script come first, English before all, then those in Cyrillic, Arabic and Devanagari; words that
/// English shares are left out.
let functionWordsByLanguage: [(tag: String, words: String)] = [
  (
    "en",
    """
    the and of to is was that for with are have has had they from by this were which be been will would an on as \
    it at he his her she who not but their after said about what when more you we our i in or all its than into \
    over if can could no may new us one against how why
    """
  ),
  (
    "de",
    """
    der die das und ist nicht ein eine den dem des zu von mit für auf sich auch es im wie nach bei aus wird sind \
    wurde werden haben hat noch über einen einer zum zur dass aber oder war ab ihre seine kein keine mehr gegen \
    unter zwischen wieder soll sollen seit beim vom durch
    """
  ),
  (
    "fr",
    """
    le la les des du et est une un que qui dans pour pas sur au aux avec ce cette ont sont été par plus il elle \
    mais ne se nous vous leur comme être ces selon après
    """
  ),
  (
    "es",
    """
    el la los las del y es una un que en por con para se su sus al lo como más pero fue han ha este esta sobre \
    entre también según desde está son
    """
  ),
  (
    "it",
    """
    il la le gli di che è un una per con non del della dei delle nel nella si sono da al anche come più ha alla \
    questo dopo hanno stato ma essere dal sul
    """
  ),
  (
    "pt",
    """
    o os as um uma não em do da dos das no na nos nas que e para com por ao mais foi se são como mas pelo pela \
    também sobre está ser após segundo
    """
  ),
  (
    "nl",
    """
    de het een en van is niet dat op te zijn voor met er aan die ook als bij door naar wordt worden uit maar om \
    hebben heeft nog dit deze werd over
    """
  ),
  (
    "sv",
    """
    och att det som en är på av för inte den med till har ett om var från men han hon ska kan sig efter eller \
    under också vid när så
    """
  ),
  (
    "da",
    """
    og at det er en af på til som den ikke med der har et om var fra men han hun kan sig efter eller også ved når \
    blev nogle mellem siger nej
    """
  ),
  (
    "no",
    """
    og at det er en av på til som den ikke med har et om var fra men han hun kan seg etter eller også ved når ble \
    noen mellom å sier nei
    """
  ),
  (
    "fi",
    "ja ei että oli se joka mutta myös ovat kuin hän sen ole mukaan jotka vuonna kun olisi sekä tämä jo ollut"
  ),
  (
    "pl",
    "w i na z nie się do że jest to przez dla oraz po od jak za o są ale być który która które tym jego został"
  ),
  (
    "cs",
    "a v na se že je s z o k do za ve pro by si jsou který podle jako byl ale také při nebo když od po která jeho"
  ),
  (
    "ro",
    "și în de la este pentru care din cu sunt nu mai a pe că au fost sau prin după acest dar fi lui către într"
  ),
  (
    "hu",
    "a az és hogy nem egy is volt meg de ez el csak már még mint szerint vagy lehet ki után több pedig azt"
  ),
  (
    "tr",
    "ve bir bu için ile olarak çok daha olan da de ne gibi kadar sonra değil ise var en göre oldu dedi ancak"
  ),
  (
    "vi",
    "của và là có không được trong cho người với các này một đã những khi để từ đến về như cũng ra sự"
  ),
  (
    "id",
    "yang dan di dengan untuk dari ini itu pada tidak adalah dalam akan juga oleh sebagai ke bisa telah karena atau"
  ),
  (
    "sk",
    "a v na sa že je s z o k do za vo pre by si sú ktorý podľa ako bol ale aj tiež pri alebo keď od po ktorá jeho nie"
  ),
  (
    "hr",
    """
    i u je da se na za su od sa ne što koji ali o iz do kao koje nakon zbog on ona bio bila će nije koja te ili već \
    još samo prema
    """
  ),
  (
    "sl",
    "in je v na da se so za z s ki pa bi ne tudi po ob kot od še že ali bil bila pri pred med lahko iz jih ter zaradi"
  ),
  (
    "lt",
    "ir o kad yra į iš su ne bet kaip po apie buvo jau dėl nuo tai ar per taip pat už prie kuris jo jos šis metų pagal"
  ),
  (
    "lv",
    "un ir ka uz par no ar bet kā arī pēc nav tika bija gan vai lai kas šo jau tas pie savu kuras viņš gadā līdz"
  ),
  (
    "et",
    "ja on ei et see kui oli ka mis või aga ning tema seda kes välja pärast juba veel nende eest oma üle ütles poolt"
  ),
  (
    "ca",
    """
    el la els les de del i és un una que en per amb no se al dels als ha han més però aquest aquesta són també seva \
    seu després segons fins
    """
  ),
  (
    "sq",
    "dhe të në një është për me nga që se nuk si më janë ka ishte do këtë pas por edhe kjo ky tij saj kanë deri"
  ),
  (
    "is",
    "og að er í á sem um til við það ekki var en með fyrir af hann hún þeir eru frá eða hefur verið segir eftir þess"
  ),
  (
    "af",
    """
    die en van het is nie dat op te vir met was aan hulle sy deur ook om wat sal word na uit maar hierdie tot ons \
    sê hy
    """
  ),
  (
    "sw",
    "na ya wa kwa ni katika za la cha kuwa kama hiyo baada hii huo yake alisema watu pia lakini wake bila hadi ili"
  ),
  (
    "tl",
    "ang ng sa mga na ay at ni si para kay hindi ito may nang siya nila kung isang din rin pero niya mula ayon dahil"
  ),
  (
    "ru",
    "и в не на что с по это как а но он к из за у от его о так же для она было мы все бы был только после они"
  ),
  (
    "uk",
    "і в не на що з та у до як за це від про його для але й він вони був було після під які також або її є"
  ),
  (
    "bg",
    "и на да се в е за от не с че по са това като до който ще което след но при беше един или са му той"
  ),
  (
    "sr",
    "и у је да се на за су од са не што као који али о из до које након због он она био ће није"
  ),
  (
    "mk",
    "и на да се во за од не со дека по што го е ќе како ги но беше при или ја му би има кој која уште само нема"
  ),
  (
    "be",
    "і ў не на што з у да як за гэта ад яго пра для але па ён яны быў была пасля пад якія таксама або яе ёсць"
  ),
  (
    "kk",
    "және мен бұл бір үшін де да деп бар еді осы сол туралы болып кейін оның емес болды керек ол жоқ дейін арқылы"
  ),
  ("ar", "في من على إلى أن عن هذا هذه التي الذي لا ما مع كان قال بعد بين كما أو لم قد"),
  ("fa", "در از که این را با است برای آن دارد شد می بود شده کرد یک هم تا خود بر گفت و"),
  ("ur", "میں کے کی ہے کا اور سے پر نے کو ہیں کہ یہ اس نہیں بھی تھا کر لیے گیا"),
  ("hi", "के में की है और से को का ने पर हैं भी कि यह नहीं इस था लिए हो कर"),
  ("mr", "आणि आहे या ही हे त्या मध्ये होते आहेत नाही केली असे यांनी झाले तर"),
  ("ne", "र छ मा ले को का छन् पनि भएको गरेको हो भने यो लागि थियो"),
]
