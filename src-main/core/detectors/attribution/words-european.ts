import * as is from './word-classes'

type WordList = readonly (readonly [number, string])[]

const GERMAN: WordList = [
  [
    is.CUE,
    `sagte sagt sagten sagen erklärte erklärt erklärten meinte meint betonte betont teilte teilten schrieb schreibt berichtete
    berichtet berichten warnte warnt forderte fordert kritisierte kritisiert ergänzte behauptete behauptet bestätigte bestätigt
    kündigte äußerte räumte versicherte versichert antwortete fragte fragt rief urteilte zitierte zitiert mahnte räumt hieß heißt fügte`,
  ],
  [is.WEAK_CUE, `nannte nennt bezeichnete bezeichnet lobte glaubt hofft sprach spricht sieht findet`],
  [is.PRONOUN, `er sie es`],
  [is.PERSONAL, `ich wir ihr uns mir mich ihm ihn ihnen sein seine ihre`],
  [is.DETERMINER, `der die das dem den des ein eine einer einem eines kein keine dieser diese dieses`],
  [
    is.PREPOSITION,
    `aus bei mit nach seit von zu vom zum zur beim im ins auf für gegen ohne um durch über unter vor zwischen wegen gegenüber`,
  ],
  [
    is.AUXILIARY,
    `ist war sind waren hat hatte haben hatten wird wurde werden wurden kann könne könnte soll sollte muss sei seien habe`,
  ],
  [is.CONJUNCTION, `und aber oder denn weil wenn als ob während`],
  [is.ADVERB, `auch dann jetzt später erneut bereits noch schon nur so dazu am heute gestern`],
  [is.THAT, `dass`],
  [is.ORIGIN, `laut zufolge`],
  [is.PASSIVE, `angeblich offenbar mutmaßlich`],
  [
    is.TITLE,
    `herr frau bundeskanzler bundeskanzlerin kanzler kanzlerin ministerpräsident ministerpräsidentin bürgermeister bürgermeisterin`,
  ],
  [
    is.ROLE,
    `sprecher sprecherin minister ministerin präsident präsidentin chef chefin leiter leiterin anwalt anwältin bürgermeister
    experte expertin polizist polizistin professor professorin forscher forscherin zeuge zeugin mutter vater vorsitzende vorsitzender`,
  ],
  [
    is.BODY,
    `polizei regierung ministerium bundesregierung gericht staatsanwaltschaft unternehmen partei verband amt behörde stadt gmbh ag`,
  ],
  [is.VAGUE, `kritiker experten beobachter analysten insider fachleute`],
  [is.ANONYMOUS, `quelle quellen insider informanten`],
  [is.CALENDAR, `montag dienstag mittwoch donnerstag freitag samstag sonntag`],
]

const FRENCH: WordList = [
  [
    is.CUE,
    `dit disait répondit répond demanda ajouta murmura répliqua s'écria cria lança affirme affirmé affirmait déclare déclaré déclarait explique expliqué expliquait assure assuré estime estimé
    ajoute ajouté précise précisé souligne souligné indique indiqué annonce annoncé répond répondu écrit raconte raconté confie
    confié lance lancé rappelle rappelé insiste insisté dénonce dénoncé prévient prévenu regrette regretté reconnaît reconnu
    soupire conclut martèle demande demandé juge jugé`,
  ],
  [is.PRONOUN, `il elle ils elles t-il t-elle`],
  [is.PERSONAL, `je nous vous moi leur leurs ses mes tes nos vos`],
  [is.DETERMINER, `le la les un une des du ce cet cette ces l l' son sa`],
  [is.PREPOSITION, `à dans sur avec par pour sans sous chez vers entre depuis après avant contre selon aux au`],
  [is.AUXILIARY, `est sont était étaient a ont avait avaient sera serait peut doit`],
  [is.CONJUNCTION, `et ou mais donc car quand lorsque comme si`],
  [is.ADVERB, `aussi encore déjà ensuite alors puis hier aujourd'hui notamment`],
  [is.RELATIVE, `qui dont`],
  [is.THAT, `que qu'il qu'elle`],
  [is.ORIGIN, `selon d'après`],
  [is.PASSIVE, `apparemment prétendument`],
  [is.TITLE, `m. mme mlle monsieur madame maître`],
  [
    is.ROLE,
    `ministre président présidente maire porte-parole directeur directrice avocat avocate chef procureur procureure témoin
    chercheur chercheuse député députée sénateur sénatrice responsable mère père expert`,
  ],
  [
    is.BODY,
    `gouvernement ministère police préfecture tribunal parquet entreprise société parti syndicat mairie gendarmerie`,
  ],
  [is.VAGUE, `experts observateurs critiques certains analystes spécialistes`],
  [is.ANONYMOUS, `source sources`],
  [is.CALENDAR, `lundi mardi mercredi jeudi vendredi samedi dimanche`],
]

const SPANISH: WordList = [
  [
    is.CUE,
    `dijo dice dijeron decía afirmó afirma aseguró asegura explicó explica señaló señala añadió añade declaró declara indicó indica
    sostuvo sostiene agregó agrega manifestó advirtió advierte anunció anuncia escribió preguntó respondió insistió apuntó subrayó
    denunció comentó contó recordó reconoció confesó exclamó dicho asegurado explicado señalado afirmado`,
  ],
  [is.PRONOUN, `él ella ellos ellas`],
  [is.PERSONAL, `yo nosotros ustedes su sus mi mis nuestro nuestra`],
  [is.DETERMINER, `el los las una unos unas este esta estos estas ese esa`],
  [is.PREPOSITION, `con por para sin sobre entre desde hasta hacia contra según ante tras al`],
  [is.AUXILIARY, `es son era eran fue fueron ha han había habían será puede debe está están`],
  [is.CONJUNCTION, `pero porque cuando aunque mientras pues`],
  [is.ADVERB, `también ayer hoy después luego además ya`],
  [is.RELATIVE, `quien quienes`],
  [is.THAT, `que`],
  [is.ORIGIN, `según`],
  [is.PASSIVE, `presuntamente supuestamente`],
  [is.TITLE, `señor señora don doña presidente presidenta`],
  [
    is.ROLE,
    `portavoz alcalde alcaldesa ministro ministra presidente presidenta director directora abogado abogada fiscal jefe
    jefa experto experta testigo madre padre investigador investigadora diputado diputada`,
  ],
  [is.BODY, `gobierno ministerio policía ayuntamiento tribunal empresa partido sindicato fiscalía`],
  [is.VAGUE, `expertos críticos analistas algunos observadores`],
  [is.ANONYMOUS, `fuente fuentes`],
  [is.CALENDAR, `lunes martes miércoles jueves viernes sábado domingo`],
]

const ITALIAN: WordList = [
  [
    is.CUE,
    `disse detto dichiarato dichiara ha-detto afferma affermato spiega spiegato aggiunge aggiunto racconta raccontato sostiene
    sottolinea sottolineato scrive scritto precisa precisato conclude concluso ribadisce ribadito commenta commentato annuncia
    annunciato risponde risposto assicura osserva avverte`,
  ],
  [is.PRONOUN, `lui lei egli ella loro`],
  [is.DETERMINER, `il lo gli uno un' questo questa quel quella`],
  [is.PREPOSITION, `di con su per tra fra dal dalla nel nella sul sulla secondo del della dei delle`],
  [is.AUXILIARY, `è sono era erano ha hanno aveva avevano sarà può deve`],
  [is.CONJUNCTION, `ma o perché quando mentre anche`],
  [is.THAT, `che`],
  [is.ORIGIN, `secondo`],
  [is.TITLE, `signor signora ministro presidente`],
  [is.ROLE, `sindaco sindaca portavoce presidente direttore direttrice avvocato procuratore testimone esperto esperta`],
  [is.BODY, `governo ministero polizia tribunale azienda partito procura comune`],
  [is.VAGUE, `esperti critici analisti alcuni osservatori`],
  [is.ANONYMOUS, `fonte fonti`],
]

const PORTUGUESE: WordList = [
  [
    is.CUE,
    `disse diz disseram afirmou afirma explicou explica declarou acrescentou acrescenta garantiu garante ressaltou destacou
    contou escreveu anunciou alertou respondeu perguntou comentou informou reconheceu criticou sublinhou`,
  ],
  [is.PRONOUN, `ele ela eles elas`],
  [is.DETERMINER, `os um uma`],
  [is.PREPOSITION, `em com para sem sobre no na nos nas ao pelo pela após segundo`],
  [is.AUXILIARY, `é são foi eram tem tinha será pode deve está`],
  [is.CONJUNCTION, `mas ou porque quando enquanto`],
  [is.ROLE, `prefeito prefeita porta-voz diretor diretora advogado advogada especialista`],
  [is.BODY, `governo polícia ministério prefeitura empresa`],
  [is.VAGUE, `especialistas críticos`],
]

const DUTCH: WordList = [
  [
    is.CUE,
    `zegt zei zeiden zeggen vertelt vertelde aldus schrijft schreef verklaarde verklaart meldt meldde benadrukt benadrukte
    waarschuwt waarschuwde vraagt vroeg antwoordt antwoordde stelt stelde vindt legt`,
  ],
  [is.PRONOUN, `hij zij ze`],
  [is.DETERMINER, `de het een deze dit`],
  [is.PREPOSITION, `van met voor door over bij naar tegen volgens uit op aan`],
  [is.AUXILIARY, `is was zijn waren heeft had hebben hadden wordt werd kan moet zou`],
  [is.CONJUNCTION, `en maar of want omdat als terwijl`],
  [is.THAT, `dat`],
  [is.ORIGIN, `volgens`],
  [is.PASSIVE, `vermoedelijk naar-verluidt`],
  [is.ROLE, `woordvoerder woordvoerster burgemeester minister-president directeur advocaat deskundige`],
  [is.BODY, `politie regering gemeente rechtbank bedrijf partij`],
  [is.VAGUE, `critici deskundigen`],
  [is.ANONYMOUS, `bron bronnen`],
]

const POLISH: WordList = [
  [
    is.CUE,
    `powiedział powiedziała powiedzieli mówi mówił mówiła dodał dodała dodaje stwierdził stwierdziła podkreślił podkreśliła podkreśla
    zaznaczył zaznaczyła napisał napisała pisze poinformował poinformowała ocenił oceniła ocenia wyjaśnił wyjaśniła wyjaśnia
    zapytał zapytała odpowiedział odpowiedziała oświadczył oświadczyła zapewnił zapewniła tłumaczy przyznał przyznała`,
  ],
  [is.PRONOUN, `on ona oni`],
  [is.PREPOSITION, `w z na do od dla po przy przez przed nad pod za ze we o u`],
  [is.CONJUNCTION, `i ale lub bo gdy kiedy oraz`],
  [is.THAT, `że`],
  [is.ORIGIN, `według zdaniem`],
  [is.PASSIVE, `podobno rzekomo`],
  [is.ROLE, `rzecznik rzeczniczka burmistrz minister prezes dyrektor premier prezydent ekspert`],
  [is.BODY, `rząd policja ministerstwo sąd prokuratura firma partia`],
  [is.VAGUE, `eksperci krytycy`],
  [is.ANONYMOUS, `źródło źródła informator`],
]

const RUSSIAN: WordList = [
  [
    is.CUE,
    `сказал сказала сказали говорит говорил говорила заявил заявила заявили сообщил сообщила сообщили отметил отметила подчеркнул
    подчеркнула добавил добавила рассказал рассказала пояснил пояснила написал написала пишет ответил ответила спросил спросила
    объяснил объяснила считает утверждает уточнил уточнила`,
  ],
  [is.PRONOUN, `он она они`],
  [is.PREPOSITION, `в с на к по от до для при через перед над под за из о об у со`],
  [is.CONJUNCTION, `и но или когда если пока`],
  [is.THAT, `что`],
  [is.ORIGIN, `согласно словам`],
  [is.PASSIVE, `якобы`],
  [is.ROLE, `министр президент мэр губернатор представитель директор глава адвокат эксперт премьер`],
  [is.BODY, `правительство министерство полиция суд прокуратура компания партия`],
  [is.VAGUE, `эксперты критики наблюдатели`],
  [is.ANONYMOUS, `источник источники`],
]

/** Words of other European languages by what they do; the same marks as ENGLISH. Collected by hand. */
export const EUROPEAN: WordList = [GERMAN, FRENCH, SPANISH, ITALIAN, PORTUGUESE, DUTCH, POLISH, RUSSIAN].flat()
