import * as is from './word-classes'

/** English words by what they do, each list one string of lower-case forms. Collected by hand. */
export const ENGLISH: readonly (readonly [number, string])[] = [
  [
    is.CUE,
    `said says saying say told tells telling tell added adds adding asked asks asking wrote writes writing stated stating
    explained explains explaining argued argues arguing claimed claims claiming insisted insists insisting warned warns warning
    noted notes noting replied replies replying responded responds responding answered answers answering announced announces
    announcing declared declares declaring concluded concludes concluding remarked remarks remarking tweeted tweets tweeting
    acknowledged acknowledges acknowledging admitted admits admitting alleged alleges alleging asserted asserts asserting
    commented comments commenting complained complains complaining conceded concedes conceding confirmed confirms confirming
    contended contends contending continued denied denies denying emphasized emphasised emphasizes exclaimed exclaims joked jokes joking
    mused muses observed observes observing predicted predicts predicting promised promises promising proclaimed proclaims
    continues continuing quipped quips recalled recalls recalling reiterated reiterates shouted shouts shouting yelled yells stressed stresses stressing
    suggested suggests suggesting testified testifies testifying thundered vowed vows vowing whispered whispers lamented laments
    opined opines retorted snapped countered counters cried chanted chants chanting chimed quoted quotes texted emailed
    speculated speculates sighed screamed repeated cautioned cautions boasted boasts bragged blasted maintained maintains
    mentioned mentions reported reports reporting revealed reveals revealing pleaded begged reasoned ruled tells deadpanned
    elaborated clarified interjected advised advises pledged pledges implored urged urges urging demanded demands quoting citing
    tweeting retweeted blogged recounted recounts remembered remembers swore swears ventured volunteered wondered wonders
    marvelled gushed enthused fumed raged scoffed sneered taunted teased chided chuckled laughed ranted roared bellowed barked
    growled muttered mumbled murmured stammered hissed groaned moaned sniffed intoned theorized theorised summarized summarised
    echoed echoes affirmed affirms attested averred avowed professed pronounced signed captioned narrated stipulates stipulated
    wept joking quipping boasting pledging vowing cautioning complaining lamenting recalling predicting
    promising remarking observing emphasizing emphasising alleging stressing contending conceding shouting yelling screaming crying
    demanding urging maintaining mentioning proclaiming concluding repeating recounting testifying acknowledging tweets retweeting
    reacting reacted messaged phoned answers begs beg begging scream yell shout cry reply respond retort`,
  ],
  [
    is.WEAK_CUE,
    `states shot posted posts reads read called calls calling call described describes describing dubbed dubs dubbing accused accuses accusing believes believed believe
    thinks thought think hopes hoped criticized criticised criticizes criticising criticizing praised praises praising slammed slams
    attacked attacks attacking mocked mocks mocking labeled labelled labels labeling labelling branded brands referred refers referring
    cited cites blamed blames thanked defended defends defending rejected rejects dismissed dismisses dismissing ridiculed
    condemned condemns condemning denounced denounces denouncing decried touted touts touting hailed hails hailing lauded
    characterized characterised characterizes termed deemed invoked sang sings sung campaigned tweaked expressed expresses expressing
    felt feels feel expects expected argue claim insist warn note deny admit suggest add ask write wrote state agree agrees agreed
    apologized apologised apologizes offered offers offering proposed proposes proposing ordered orders ripped rips ripping railed
    lashed pushed pushes put puts began begins concurred compared compares comparing celebrated endorsed promoted pointed points
    pointing challenged pressed presses encouraged encourages warned assured assures assuring informed informs reminded reminds
    instructed begged invited invites convinced considers considered viewed views concerned worried worries fears feared
    indicated indicates indicating hinted hints implied implies implying signaled signalled outlined raised shared praised
    chastised scolded berated derided lambasted bashed bemoaned rebuked questioned questions questioning criticize vows
    vowing pleading threatened threatens argued delivered gave declined refused wants wanted learned hears heard knows knew sees
    saw found finds shows showed stood opened closed went lied apologising apologizing fired hit jabbed swiped chimed titled
    entitled headlined bearing holding featuring reading printed emblazoned inscribed
    support supports supported supporting seem seems seemed appear appears appeared see sees seeing know known knowing want wanting
    spoke speaks speaking talk talks talked talking discuss discusses discussed discussing mention focus focused focuses focusing
    oppose opposes opposed opposing back backs backed backing expect expecting worry fear hoping hope praise announce reveal
    prefer prefers preferred favor favors favored favour favours favoured recommend recommends recommended determine determines
    determined determining decide decides decided deciding endorse endorses endorsing issue issues issued issuing release releases
    released releasing publish publishes published publishing voice voices voiced voicing liken likens likened echoing highlight
    highlights highlighted highlighting underscore underscores underscored present presents presented portray portrays portrayed
    portraying frame frames framed framing cast casts casting regard regards regarded assume assumes assumed doubt doubts doubted
    hate hates hated love loves loved enjoy enjoys enjoyed admire admires admired like likes liked resist resists resisted reject
    refute refutes refuted dispute disputes disputed embrace embraces embraced embracing welcome welcomes welcomed welcoming
    applaud applauds applauded applauding unveil unveils unveiled unveiling lay lays laid list lists listed listing detail details
    detailed detailing address addresses addressed addressing pitched pitches floated floats seek seeks sought seeking plan plans
    planned planning intend intends intended look looks looked looking coin coins coined warrant imagine imagines imagined perceive
    perceives perceived interpret interprets interpreted understand understands identify identifies identified name names naming
    recite recites recited reciting write persuade persuading remind reminding champion championed tout trumpet trumpeting assail
    assailed assails hammer hammered hammering blast blasts blasting slamming rip extol extols extolled recognize recognizes
    recognized conclude contradict contradicts contradicted rebut rebutted surmise surmised theorize advocate advocates advocated
    advocating demonstrate anticipate anticipates anticipating envision envisions envisioned credit credits credited crediting
    thanking congratulate congratulated congratulating greeted greets ridicule joke define defines defined sum sums summed cheer
    cheers cheered booed boo decry scold tease question acknowledge describe explain argue insist promise pledge vow recall predict`,
  ],
  [
    is.TELLS,
    `told tells telling tell asked asks asking ask urged urges urging informed assured reminded warned advised begged implored
    thanked accused praised blamed invited instructed encouraged criticized called`,
  ],
  [is.PRONOUN, `he she they it`],
  [
    is.PERSONAL,
    `i we you him them me us my our your mine ours yours theirs hers myself yourself ourselves yourselves itself himself herself
    themselves his her their its one oneself everyone everybody someone somebody anyone anybody nobody`,
  ],
  [
    is.TITLE,
    `mr mr. mrs mrs. ms ms. mx miss dr dr. prof prof. professor sir dame lord lady baroness baron rev rev. reverend president
    president-elect vice senator sen sen. sens. senators representative rep rep. reps. congressman congresswoman governor gov gov.
    govs. mayor judge justice secretary minister chancellor premier ambassador general gen gen. colonel col col. captain capt capt.
    major maj maj. lieutenant lt lt. sergeant sgt sgt. officer detective chief sheriff commissioner councillor councilman
    councilwoman alderman prince princess king queen pope cardinal archbishop bishop father sister brother imam rabbi sheikh
    ayatollah attorney speaker chairman chairwoman chair director coach moderator candidate nominee fellow-candidate host anchor
    hon hon. supt supt. insp insp. inspector constable admiral adm adm. st st. former ex-president rear deputy then-candidate
    then-president co-host rapper actor actress singer comedian author columnist businessman billionaire democrat republican
    libertarian`,
  ],
  [
    is.ROLE,
    `spokesman spokeswoman spokesperson spokespeople spokesmen aide aides adviser advisers advisor advisors strategist strategists
    official officials minister ministers secretary senator senators congressman congresswoman lawmaker lawmakers governor governors
    mayor mayors president leader leaders chairman chairwoman chair chairperson director directors manager managers boss officer officers
    executive executives founder co-founder owner owners host hosts anchor reporter reporters journalist journalists correspondent
    columnist commentator commentators editor editors author authors writer writers blogger historian professor professors lecturer
    scientist scientists researcher researchers economist economists analyst analysts expert experts pollster pollsters scholar scholars
    lawyer lawyers attorney attorneys barrister prosecutor prosecutors judge judges justice juror jurors witness witnesses detective
    investigator investigators police policeman policewoman sheriff soldier soldiers veteran veterans general commander activist
    activists campaigner campaigners organizer organizers organiser protester protesters demonstrator demonstrators critic critics
    supporter supporters opponent opponents rival rivals voter voters resident residents neighbour neighbor neighbours neighbors
    worker workers employee employees employer doctor doctors nurse nurses surgeon patient patients teacher teachers pupil student
    students parent parents mother father mum mom dad wife husband son daughter brother sister uncle aunt grandmother grandfather
    family families friend friends colleague colleagues woman women man men boy girl guy child children teenager teen kid kids
    people person candidate candidates nominee contender frontrunner front-runner incumbent politician politicians delegate delegates
    democrat democrats republican republicans conservative conservatives liberal liberals socialist billionaire mogul businessman
    businesswoman entrepreneur investor investors tycoon magnate farmer farmers fisherman driver drivers pilot captain coach player
    players star actor actress comedian singer musician artist pastor priest bishop preacher rabbi imam pope ambassador diplomat diplomats
    envoy representative representatives chancellor premier prince princess king queen lord baroness councillor councillors commissioner
    chief ceo head deputy assistant source sources insider insiders observer observers advocate advocates member members
    moderator interviewer panelist speaker senior participant attendee attendees spectator survivor survivors victim victims
    immigrant immigrants refugee refugees customer customers user users fan fans owner landlord tenant tenants counsel operative
    operatives surrogate surrogates staffer staffers adversary mogul newcomer negotiator whistleblower passenger passengers
    conservationist campaigner volunteer volunteers defendant plaintiff ex-wife ex-husband widow heir heiress boyfriend girlfriend
    fiancee stepmother tory tories ombudsman inspector engineer programmer architect
    superintendent headteacher principal dean chaplain coroner paramedic firefighter firefighters guard guards prisoner inmate
    harbourmaster shopkeeper publican locals local elders elder villager villagers`,
  ],
  [
    is.BODY,
    `government administration ministry department agency bureau office commission committee council court parliament congress senate
    house party campaign union association federation league institute university college school hospital company firm corporation
    bank group organization organisation charity foundation network newspaper paper magazine station channel broadcaster website outlet
    daily publication tabloid team club church military army navy force police board panel authority regulator watchdog inquiry
    coalition alliance movement think-tank society trust service services fund embassy consulate kremlin pentagon white-house
    downing treasury tribunal jury times post journal news guardian telegraph tribune herald gazette chronicle observer
    press agency reuters ap afp bbc cnn nbc abc cbs fox msnbc itv sky npr politico bloomberg inc inc. corp corp. ltd ltd. llc plc
    co co. fbi cia nsa un eu nato irs dnc rnc gop epa fda cdc who-organization doj nra aclu naacp superpac pac pacs center centre
    partners holdings airlines airways unit branch division state city county town federal-reserve`,
  ],
  [
    is.VAGUE,
    `critics experts observers analysts some many others pundits commentators insiders people scientists researchers economists
    supporters opponents detractors skeptics sceptics scholars historians campaigners activists studies reports rumours rumors
    speculation conventional`,
  ],
  [is.ANONYMOUS, `source sources insider insiders whistleblower whistleblowers`],
  [
    is.WRITING,
    `statement report letter email e-mail emails memo document documents article editorial tweet post message note study poll survey
    ruling decision filing complaint lawsuit indictment affidavit transcript book poster sign placard banner headline caption ad
    advert advertisement speech press release website page text bill law amendment constitution resolution declaration petition
    invitation hashtag slogan motto song lyrics verdict op-ed column blog manifesto platform policy plan leaflet flyer posting
    shirt t-shirt chart graphic description warrant subpoena motion order opinion dispatch brief summary voice voicemail script
    video narrator chyron graffiti shirts signs cable rule rules code proverb prayer verse`,
  ],
  [is.AGENT, `by`],
  [is.LINK, `http https www`],
  [
    is.SAYING,
    `claim claims remark remarks comment comments statement statements suggestion allegation allegations assertion argument
    words promise pledge vow warning warnings description accusation accusations complaint call calls insistence belief view question
    response answer charge criticism message messages speech contention admission announcement`,
  ],
  [is.SUBORDINATOR, `when after before while if although though because since as unless whereas once until`],
  [
    is.WORK,
    `film movie documentary book novel memoir album song single series sitcom show podcast programme program magazine play
    musical drama comedy episode column titled entitled track hit bestseller game painting poem essay article story starring`,
  ],
  [
    is.NAMING,
    `so-called term word words phrase label nickname nicknamed named known billed dubbed labeled labelled called slogan
    mantra hashtag category concept notion idea expression tag motto moniker terms codenamed`,
  ],
  [is.UNNAMED, `anonymity anonymous anonymously unnamed unidentified undisclosed`],
  [
    is.DETERMINER,
    `the a an this that these those another each every either neither both several few all any no such his her their its my our your
    two three four five six seven eight nine ten`,
  ],
  [
    is.PREPOSITION,
    `of in on at by for with from to into onto about against between among amongst through during before after above below under over
    near since until till toward towards upon within without across along around behind beside besides beyond despite down except
    inside outside like off past per than throughout unlike via amid amidst alongside aboard as following including regarding
    concerning`,
  ],
  [
    is.AUXILIARY,
    `is are was were be been being am has have had having do does did doing will would shall should can could may might must ought
    's isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't won't wouldn't shouldn't can't cannot couldn't 'd 'll 've 're`,
  ],
  [
    is.CONJUNCTION,
    `and but or nor yet so because while when whenever where wherever if unless although though whereas once whether plus as`,
  ],
  [
    is.ADVERB,
    `also then now later earlier again still already just even only once often always never sometimes usually recently previously
    publicly privately repeatedly simply further however therefore thus instead meanwhile moreover furthermore indeed perhaps maybe
    here there not too very much more most ever soon afterward afterwards yesterday today tonight tomorrow back up out away
    apparently clearly famously jokingly angrily bluntly flatly quickly briefly initially finally else
    similarly additionally separately unfortunately interestingly ironically notably specifically eventually surprisingly
    naturally obviously certainly possibly probably actually basically essentially increasingly
    rather quite almost nearly merely together twice`,
  ],
  [
    is.CALENDAR,
    `monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october
    november december mon mon. tue tue. tues. wed wed. thu thurs. fri fri. sat sat. sun sun. jan jan. feb feb. mar. apr apr. aug aug.
    sept sept. sep. oct oct. nov nov. dec dec. today yesterday tomorrow tonight morning afternoon evening night week month year
    weekend midnight noon a.m. p.m. a.m p.m est`,
  ],
  [is.RELATIVE, `who which that whom whose`],
  [is.THAT, `that`],
  [is.ORIGIN, `according`],
  [is.PASSIVE, `reportedly purportedly`],
  [is.PARTICLE, `de da di del della der den van von bin ibn al el la le du dos das ten ter y e of and & the`],
  [
    is.VERB,
    `went goes go came comes come made makes make took takes take got gets get seemed seems looked looks became becomes
    kept left leaves turned turns ran runs run won wins win lost loses lose held holds hold met meets meet spoke speaks speak
    spent tried tries used uses uses followed follows led leads began begin started starts stopped appeared appears talked talks
    sat stood walked moved brought brings sent sends paid pays voted votes played plays worked works lives lived signed
    served serves launched visited launched praising received receives released arrived returned entered joined joins
    speaking referring alluding turning taking standing making introduced earned faces faced continues include includes included`,
  ],
]
