import Prose
import Testing

@testable import Analysis

/// What is not English, told from little text; and what stays English among foreign words.
struct ForeignTextTests {
  private static func language(of text: String) -> String {
    let ground = Ground(paragraph: text)
    return detectLanguage(ground.tokens, ground.blocks, in: ground.text)
  }

  private static let headlines = [
    ("Hafenstreik: Die Gewerkschaft lehnt das Angebot ab", "de"),
    ("Grève au port : le syndicat rejette l'offre", "fr"),
    ("Huelga en el puerto: el sindicato rechaza la oferta", "es"),
    ("Sciopero al porto, il sindacato respinge la proposta della città", "it"),
    ("Greve no porto: sindicato não aceita a proposta", "pt"),
    ("Havenstaking: de vakbond wijst het bod van de stad af", "nl"),
    ("Hamnstrejken: facket säger nej till budet från staden", "sv"),
    ("Havnestrejken: fagforeningen siger nej til byens tilbud og går hjem", "da"),
    ("Havnestreiken: fagforeningen sier nei til tilbudet, men ikke til møtet", "no"),
    ("Satamalakko jatkuu: liitto ei hyväksy tarjousta", "fi"),
    ("Strajk w porcie: związek nie przyjął oferty", "pl"),
    ("Stávka v přístavu: odbory nabídku nepřijaly, řekl jejich šéf", "cs"),
    (
      "Štrajk v prístave: odbory ponuku neprijali, povedal ich šéf, ktorý je podľa nich v práve",
      "sk"
    ),
    ("Greva din port: sindicatul nu acceptă oferta", "ro"),
    ("Sztrájk a kikötőben: a szakszervezet nem fogadta el az ajánlatot", "hu"),
    ("Liman grevi: sendika teklifi kabul etmedi, görüşmeler için yeni bir tarih yok", "tr"),
    ("Đình công ở cảng: công đoàn không chấp nhận đề nghị của thành phố", "vi"),
    ("Pemogokan di pelabuhan: serikat pekerja menolak tawaran itu", "id"),
    ("Забастовка в порту: профсоюз не принял предложение", "ru"),
    ("Страйк у порту: профспілка не прийняла пропозицію міста", "uk"),
    ("Стачка в пристанището: синдикатът не приема предложението", "bg"),
    ("Штрајк у луци: синдикат није прихватио понуду", "sr"),
    ("Штрајк во пристаништето: синдикатот не ја прифати понудата, која ќе важи до петок", "mk"),
    ("Забастоўка ў порце: прафсаюз не прыняў прапанову", "be"),
    (
      "Порттағы ереуіл: кәсіподақ қаланың ұсынысын қабылдаған жоқ және келіссөз болып жатқан жоқ",
      "kk"
    ),
    ("Štrajk u luci: sindikat nije prihvatio ponudu, a pregovori će se nastaviti", "hr"),
    ("Stavka v pristanišču: sindikat ponudbe ni sprejel, pogajanja pa se bodo nadaljevala", "sl"),
    ("Streikas uoste: profesinė sąjunga pasiūlymo nepriėmė, o derybos vyks ir toliau", "lt"),
    ("Streiks ostā: arodbiedrība piedāvājumu nav pieņēmusi, un sarunas turpināsies", "lv"),
    ("Streik sadamas: ametiühing ei võtnud pakkumist vastu ja läbirääkimised jätkuvad", "et"),
    ("Vaga al port: el sindicat no accepta l'oferta i les converses seguiran amb l'alcalde", "ca"),
    ("Grevë në port: sindikata nuk e pranon ofertën dhe bisedimet do të vazhdojnë", "sq"),
    (
      "Verkfall í höfninni: stéttarfélagið hafnaði tilboðinu og viðræður halda áfram eftir helgi",
      "is"
    ),
    (
      "Staking in die hawe: die vakbond aanvaar nie die aanbod nie en die samesprekings gaan voort",
      "af"
    ),
    (
      "Mgomo bandarini: chama cha wafanyakazi kimekataa ofa ya jiji na mazungumzo yataendelea", "sw"
    ),
    ("Welga sa daungan: tinanggihan ng unyon ang alok at magpapatuloy ang mga pag-uusap", "tl"),
    ("Απεργία στο λιμάνι", "el"),
    ("إضراب في الميناء", "ar"),
    ("اعتصاب در بندر ادامه دارد", "fa"),
    ("بندرگاہ میں ہڑتال جاری ہے", "ur"),
    ("שביתה בנמל", "he"),
    ("बंदरगाह में हड़ताल", "hi"),
    ("বন্দরে ধর্মঘট চলছে", "bn"),
    ("துறைமுகத்தில் வேலைநிறுத்தம்", "ta"),
    ("港のストライキが続く", "ja"),
    ("港口罢工", "zh"),
    ("항구 파업", "ko"),
    ("การนัดหยุดงานที่ท่าเรือ", "th"),
    ("გაფიცვა პორტში", "ka"),
    ("Գործադուլ նավահանգստում", "hy"),
    ("በወደቡ የሥራ ማቆም", "am"),
    ("बंदरात संप सुरू आहे आणि कामगार मागे हटणार नाहीत", "mr"),
    ("बन्दरगाहमा हडताल जारी छ र मजदुरहरू पछि हट्ने छैनन्", "ne"),
    ("ఓడరేవులో సమ్మె", "te"),
    ("തുറമുഖത്ത് സമരം", "ml"),
    ("ಬಂದರಿನಲ್ಲಿ ಮುಷ್ಕರ", "kn"),
    ("બંદરમાં હડતાળ", "gu"),
    ("ਬੰਦਰਗਾਹ ਵਿੱਚ ਹੜਤਾਲ", "pa"),
    ("ဆိပ်ကမ်းတွင် သပိတ်", "my"),
    ("កូដកម្មនៅកំពង់ផែ", "km"),
    ("වරායේ වැඩ වර්ජනය", "si"),
  ]

  @Test(arguments: headlines)
  func `a headline tells its language`(text: String, tag: String) {
    #expect(Self.language(of: text) == tag)
  }

  private static let english = [
    "“Wir schaffen das,” the chancellor said in Berlin on Monday, and left.",
    "The mayor shouted “¡No pasarán!” as the crowd in Madrid sang “El pueblo unido jamás será vencido” for an hour.",
    "Le Monde and Der Spiegel report on La Liga",
    "Die Hard actor dies at 80",
    "Côte d'Ivoire beats São Tomé in Kraków",
    "Los Angeles, San Francisco and Las Vegas",
    "Il Volo at La Scala",
    "De Niro and De Palma in El Paso",
    "He said: “Je ne sais pas ce que c'est, mais je suis contre.” The minister, who speaks French, laughed and said that he was for it.",
    "UN envoy arrives in Tripoli",
    "Volkswagen AG profits slump",
    "Van der Bellen wins vote",
    "Trump, Xi to meet",
    "Ursula von der Leyen wins vote",
    "Peña Nieto, López Obrador at odds",
  ]

  @Test(arguments: english)
  func `English with foreign names and quotations stays English`(text: String) {
    #expect(Self.language(of: text) == "en")
  }

  @Test func `an English article stays English with a paragraph in another language`() {
    let english = "The strike in the harbor has entered its second week, the union said on Monday. "
    let french =
      "La grève dans le port entre dans sa deuxième semaine, selon le syndicat des dockers. "
    let twice = String(repeating: english, count: 2)
    #expect(Self.language(of: twice + french) == "en")
    #expect(Self.language(of: String(repeating: french, count: 3) + english) == "fr")
  }

  @Test func `what is not English is cut into sentences and not analyzed`() {
    let text = SourceText(
      "Die Gewerkschaft lehnt das Angebot ab. Anna Ruiz will nicht mit der Stadt reden."
    )
    let document = analyze(text)
    #expect(document.language == "de")
    #expect(document.sentences.count == 2)
    #expect(document.mentions.count == 0 && document.issues.count == 0 && document.times.count == 0)
  }
}
