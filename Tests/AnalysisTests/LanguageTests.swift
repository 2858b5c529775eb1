import Prose
import Testing

@testable import Analysis

struct LanguageTests {
  @Test(arguments: [
    ("The strike in the harbor has entered its second week, the union said.", "en"),
    ("Harbor strike enters second week", "en"),
    ("Macron visits Kyiv", "en"),
    (
      "Der Streik im Hafen geht in die zweite Woche, und die Gewerkschaft will nicht nachgeben.",
      "de"
    ),
    ("La grève dans le port entre dans sa deuxième semaine, selon le syndicat des dockers.", "fr"),
    ("La huelga en el puerto entra en su segunda semana, según los sindicatos de la ciudad.", "es"),
    ("Lo sciopero nel porto è entrato nella seconda settimana, come ha detto il sindacato.", "it"),
    ("A greve no porto entra na segunda semana e os sindicatos não aceitam uma proposta.", "pt"),
    (
      "De staking in de haven gaat de tweede week in en de vakbond wil niet van wijken weten.", "nl"
    ),
    (
      "Strejken i hamnen går in på sin andra vecka och facket vill inte ge sig, säger en talesman för det.",
      "sv"
    ),
    (
      "Streiken i havna går inn i sin andre uke, og fagforeningen vil ikke gi seg etter møtet.",
      "no"
    ),
    (
      "Strejken i havnen går ind i sin anden uge, og fagforeningen vil ikke give sig efter mødet.",
      "da"
    ),
    (
      "Lakko satamassa jatkuu toista viikkoa, mutta liitto ei ole valmis sopimaan, ja se on selvää.",
      "fi"
    ),
    (
      "Strajk w porcie trwa już drugi tydzień, a związek nie chce się poddać, jak mówi jego szef.",
      "pl"
    ),
    (
      "Stávka v přístavu trvá už druhý týden a odbory se nechtějí vzdát, jak řekl jejich předseda.",
      "cs"
    ),
    (
      "Greva din port intră în a doua săptămână, iar sindicatul nu vrea să cedeze, după cum a spus.",
      "ro"
    ),
    (
      "A kikötői sztrájk a második hetébe lépett, és a szakszervezet nem akar engedni, mint mondta.",
      "hu"
    ),
    (
      "Limandaki grev ikinci haftasına girdi ve sendika bu konuda geri adım atmıyor, daha çok istiyor.",
      "tr"
    ),
    (
      "Cuộc đình công ở cảng đã bước sang tuần thứ hai và công đoàn không có ý định nhượng bộ.",
      "vi"
    ),
    (
      "Pemogokan di pelabuhan itu memasuki minggu kedua dan serikat pekerja tidak akan menyerah.",
      "id"
    ),
    (
      "Забастовка в порту идёт вторую неделю, и профсоюз не хочет уступать, как он это сказал.",
      "ru"
    ),
    (
      "Страйк у порту триває другий тиждень, і профспілка не хоче поступатися, як це було раніше.",
      "uk"
    ),
    ("Стачката в пристанището продължава втора седмица и синдикатът не иска да се откаже.", "bg"),
    (
      "Штрајк у луци траје другу недељу и синдикат не жели да се повуче, али је на столу понуда.",
      "sr"
    ),
    ("Η απεργία στο λιμάνι συνεχίζεται.", "el"),
    ("الإضراب في الميناء مستمر للأسبوع الثاني", "ar"),
    ("اعتصاب در بندر برای هفته دوم ادامه دارد و اتحادیه می‌گوید کوتاه نمی‌آید", "fa"),
    ("השביתה בנמל נמשכת", "he"),
    ("बंदरगाह में हड़ताल जारी है", "hi"),
    ("港のストライキは二週目に入った。", "ja"),
    ("港口罢工进入第二周。", "zh"),
    ("항구 파업이 이어지고 있다", "ko"),
    ("", "und"),
    ("12 345 — 6", "und"),
    (
      "Port Anselm (1-0): Ruiz 25 points. Larsen 17 points. Brandt 10 points. Moreau 3 points.",
      "en"
    ),
  ])
  func `a text's language is told by its script and function words`(text: String, tag: String) {
    let ground = Ground(paragraph: text + " ")
    #expect(detectLanguage(ground.tokens, ground.blocks, in: ground.text) == tag)
  }

  @Test func `an English text with foreign names stays English`() {
    let text =
      "Premier Łukasz Nowak and Françoise Müller met in Göteborg, where they spoke for an hour."
    let ground = Ground(paragraph: text)
    #expect(detectLanguage(ground.tokens, ground.blocks, in: ground.text) == "en")
  }

  @Test
  func `a text that shows no language is in the one that its source tells`() {
    #expect(analyze(SourceText("12 : 3"), language: "pt").language == "pt")
    #expect(analyze(SourceText("12 : 3")).language == "und")
    let english = SourceText("The strike in the harbor has entered its second week.")
    #expect(analyze(english, language: "pt").language == "en")
  }
}
