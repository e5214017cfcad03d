/** For each language a short invented report, a marker phrase over headlines, an advertisement label and a newsletter prompt. */
export const LANGUAGES: Record<string, { story: string[]; block: string[]; label: string; prompt: string }> = {
  de: {
    story: [
      'Die Brücke über die Ahre bleibt bis zum Frühjahr gesperrt, nachdem Prüfer Risse in zwei Pfeilern gefunden haben, teilte die Stadt am Dienstag mit.',
      'Rund 4000 Menschen fahren jeden Tag über die Brücke, die meisten von ihnen arbeiten in den Werften am anderen Ufer.',
      'Ein Ersatzbus soll vom kommenden Montag an alle zwanzig Minuten vom Fischmarkt abfahren.',
      'Die Händler auf dem Markt sagen, niemand habe sie gefragt, und wollen am Donnerstag darüber beraten.',
    ],
    block: ['Lesen Sie auch', 'Torwart Reuel verlängert seinen Vertrag', 'Fünf Suppen für kalte Tage'],
    label: 'Anzeige',
    prompt: 'Jetzt unseren Newsletter abonnieren',
  },
  fr: {
    story: [
      'Le pont sur l’Ahre restera fermé jusqu’au printemps après la découverte de fissures dans deux piliers, a annoncé mardi la mairie.',
      'Environ 4 000 personnes l’empruntent chaque jour, la plupart pour aller travailler dans les chantiers navals de l’autre rive.',
      'Un bus de remplacement partira du marché aux poissons toutes les vingt minutes dès lundi prochain.',
      'Les commerçants du marché disent ne pas avoir été consultés et se réuniront jeudi soir pour en parler.',
    ],
    block: ['À lire aussi', 'Le gardien Reuel prolonge de deux saisons', 'Cinq soupes pour les jours froids'],
    label: 'La suite après la publicité',
    prompt: 'Inscrivez-vous à notre newsletter',
  },
  es: {
    story: [
      'El puente sobre el Ahre seguirá cerrado hasta la primavera después de que los técnicos hallaran grietas en dos pilares, informó el martes el ayuntamiento.',
      'Unas 4.000 personas lo cruzan cada día, la mayoría para trabajar en los astilleros de la otra orilla.',
      'Un autobús saldrá del mercado de pescado cada veinte minutos a partir del próximo lunes.',
      'Los comerciantes del mercado aseguran que nadie les preguntó y se reunirán el jueves por la tarde.',
    ],
    block: ['Lee también', 'El portero Reuel renueva por dos temporadas', 'Cinco sopas para los días fríos'],
    label: 'Publicidad',
    prompt: 'Suscríbete a nuestro boletín',
  },
  it: {
    story: [
      'Il ponte sull’Ahre resterà chiuso fino alla primavera dopo che i tecnici hanno trovato crepe in due piloni, ha comunicato martedì il comune.',
      'Circa 4.000 persone lo attraversano ogni giorno, la maggior parte per lavorare nei cantieri sull’altra sponda.',
      'Un autobus partirà dal mercato del pesce ogni venti minuti a cominciare da lunedì prossimo.',
      'I commercianti del mercato dicono di non essere stati consultati e si riuniranno giovedì sera.',
    ],
    block: ['Leggi anche', 'Il portiere Reuel rinnova per due stagioni', 'Cinque zuppe per i giorni freddi'],
    label: 'Pubblicità',
    prompt: 'Iscriviti alla newsletter',
  },
  pt: {
    story: [
      'A ponte sobre o Ahre ficará fechada até a primavera depois que técnicos encontraram rachaduras em dois pilares, informou a prefeitura na terça-feira.',
      'Cerca de 4.000 pessoas passam por ela todos os dias, a maioria para trabalhar nos estaleiros da outra margem.',
      'Um ônibus sairá do mercado de peixe a cada vinte minutos a partir da próxima segunda-feira.',
      'Os comerciantes do mercado dizem que ninguém perguntou nada a eles e vão se reunir na quinta-feira à noite.',
    ],
    block: ['Leia também', 'Goleiro Reuel renova por duas temporadas', 'Cinco sopas para os dias frios'],
    label: 'Continua após a publicidade',
    prompt: 'Assine nossa newsletter',
  },
  nl: {
    story: [
      'De brug over de Ahre blijft tot het voorjaar dicht nadat inspecteurs scheuren in twee pijlers hebben gevonden, meldde de gemeente dinsdag.',
      'Elke dag gaan er ongeveer 4000 mensen over de brug, van wie de meesten op de werven aan de overkant werken.',
      'Vanaf volgende maandag vertrekt er om de twintig minuten een bus van de vismarkt.',
      'De handelaren op de markt zeggen dat niemand hun iets heeft gevraagd en vergaderen donderdagavond.',
    ],
    block: ['Lees ook', 'Keeper Reuel tekent voor twee seizoenen bij', 'Vijf soepen voor koude dagen'],
    label: 'Advertentie',
    prompt: 'Schrijf je in voor onze nieuwsbrief',
  },
  pl: {
    story: [
      'Most na Ahrze pozostanie zamknięty do wiosny po tym, jak inspektorzy znaleźli pęknięcia w dwóch filarach, poinformował we wtorek ratusz.',
      'Każdego dnia przejeżdża tędy około 4000 osób, z których większość pracuje w stoczniach na drugim brzegu.',
      'Od przyszłego poniedziałku autobus zastępczy będzie odjeżdżał co dwadzieścia minut z targu rybnego.',
      'Kupcy z targu mówią, że nikt ich nie zapytał o zdanie, i spotkają się w czwartek wieczorem.',
    ],
    block: ['Czytaj także', 'Bramkarz Reuel zostaje na dwa sezony', 'Pięć zup na zimne dni'],
    label: 'Reklama',
    prompt: 'Zapisz się na newsletter',
  },
  ru: {
    story: [
      'Мост через Ару останется закрытым до весны после того, как проверка нашла трещины в двух опорах, сообщила во вторник мэрия.',
      'Каждый день по нему проезжает около 4000 человек, большинство из них работает на верфях на другом берегу.',
      'С будущего понедельника от рыбного рынка каждые двадцать минут будет ходить автобус.',
      'Торговцы говорят, что их мнения никто не спросил, и соберутся в четверг вечером.',
    ],
    block: ['Читайте также', 'Вратарь Реуэль продлил контракт на два сезона', 'Пять супов для холодных дней'],
    label: 'Реклама',
    prompt: 'Подпишитесь на нашу рассылку',
  },
  uk: {
    story: [
      'Міст через Ару залишиться закритим до весни після того, як перевірка знайшла тріщини у двох опорах, повідомила у вівторок мерія.',
      'Щодня ним проїжджає близько 4000 людей, більшість із них працює на верфях на іншому березі.',
      'Від наступного понеділка від рибного ринку кожні двадцять хвилин ходитиме автобус.',
      'Торговці кажуть, що їхньої думки ніхто не питав, і зберуться в четвер увечері.',
    ],
    block: ['Читайте також', 'Воротар Реуель продовжив контракт на два сезони', 'П’ять супів для холодних днів'],
    label: 'Реклама',
    prompt: 'Підпишіться на нашу розсилку',
  },
  ar: {
    story: [
      'سيبقى الجسر فوق النهر مغلقا حتى الربيع بعد أن عثر المهندسون على شقوق في اثنتين من دعاماته، حسبما أعلنت البلدية يوم الثلاثاء.',
      'ويعبر الجسر كل يوم نحو أربعة آلاف شخص، يعمل معظمهم في أحواض بناء السفن على الضفة الأخرى من النهر.',
      'وستنطلق حافلة بديلة من سوق السمك كل عشرين دقيقة ابتداء من يوم الاثنين المقبل.',
      'ويقول تجار السوق إن أحدا لم يسألهم عن رأيهم، وسيجتمعون مساء الخميس لبحث الأمر.',
    ],
    block: ['اقرأ أيضا', 'الحارس ريويل يجدد عقده لموسمين', 'خمس وصفات حساء للأيام الباردة'],
    label: 'إعلان',
    prompt: 'اشترك في نشرتنا البريدية',
  },
  hi: {
    story: [
      'नदी पर बना पुल वसंत तक बंद रहेगा क्योंकि जांच में उसके दो खंभों में दरारें मिली हैं, नगर निगम ने मंगलवार को यह जानकारी दी।',
      'हर दिन करीब चार हजार लोग इस पुल से गुजरते हैं, जिनमें से ज्यादातर दूसरे किनारे के जहाज कारखानों में काम करते हैं।',
      'अगले सोमवार से मछली बाजार से हर बीस मिनट पर एक बस चलेगी, ताकि लोग काम पर पहुंच सकें।',
      'बाजार के व्यापारियों का कहना है कि उनसे किसी ने नहीं पूछा, और वे गुरुवार की शाम को बैठक करेंगे।',
    ],
    block: ['यह भी पढ़ें', 'गोलकीपर रेउल ने दो सीजन का करार किया', 'ठंड के दिनों के लिए पांच सूप'],
    label: 'विज्ञापन',
    prompt: 'हमारे न्यूज़लेटर को सब्सक्राइब करें',
  },
  zh: {
    story: [
      '市政府星期二表示，由于检查人员在两座桥墩上发现裂缝，河上的大桥将一直关闭到明年春天。',
      '每天大约有四千人经过这座桥，其中大多数人在对岸的造船厂工作，他们现在不得不绕行。',
      '从下星期一开始，每隔二十分钟将有一班公共汽车从鱼市场出发，把工人送到对岸的工厂。',
      '鱼市场的商人说，没有人征求过他们的意见，他们将在星期四晚上开会讨论这件事情。',
    ],
    block: ['相关阅读', '守门员续约两个赛季', '适合冷天的五种汤'],
    label: '广告',
    prompt: '订阅我们的电子报',
  },
  ja: {
    story: [
      '川にかかる橋は、検査で二本の橋脚にひびが見つかったため、来年の春まで通行止めになると市が火曜日に発表した。',
      '毎日およそ四千人がこの橋を渡り、その多くは対岸の造船所で働いているため、大きな影響が出ている。',
      '来週の月曜日からは、魚市場から二十分ごとに代わりのバスが出ることになっている。',
      '市場の商人たちは、だれからも相談がなかったと話しており、木曜日の夜に集まって話し合う予定だ。',
    ],
    block: ['関連記事', 'ゴールキーパーが契約を二年延長', '寒い日のための五つのスープ'],
    label: '広告',
    prompt: 'ニュースレターの無料登録',
  },
  ko: {
    story: [
      '강 위의 다리는 점검에서 두 개의 교각에 금이 간 것이 발견되어 내년 봄까지 통행이 금지된다고 시가 화요일에 밝혔다.',
      '하루에 약 사천 명이 이 다리를 건너며, 그 가운데 대부분은 건너편 조선소에서 일하고 있는 것으로 알려졌다.',
      '다음 주 월요일부터는 수산 시장에서 이십 분마다 대체 버스가 출발할 예정이라고 시는 덧붙였다.',
      '시장 상인들은 아무도 자신들에게 묻지 않았다고 말하며 목요일 저녁에 모여 이 문제를 논의할 예정이다.',
    ],
    block: ['관련기사', '골키퍼 두 시즌 더 뛴다', '추운 날을 위한 수프 다섯 가지'],
    label: '광고',
    prompt: '뉴스레터 구독하기',
  },
}
