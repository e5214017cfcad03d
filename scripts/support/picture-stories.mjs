/** Invented stories that fill the library in the README's pictures; each with the verdict it is given. */
export const STORIES = [
  {
    name: 'night-buses.md',
    verdict: 'changes-needed',
    text: `# Night buses to end at eleven, operator confirms

By Leni Ostrow, Feld Telegraph

The last bus on four night lines will leave at eleven from January, the operator confirmed on Monday. “We carry six people an hour after midnight,” said its director, Arne Folkvord. “I cannot put a driver on the road for six people.”

Critics say the figure was counted in August. The operator’s own report gives 14 passengers an hour for the same lines.

- Choir festival moves to the old grain hall
- Three gardens to see before the frost
- Town clock to strike again

Read more

About 2,300 people signed a petition against the change, according to the passengers’ council. The mayor, Hild Sandemo, said the city would “look at every number again” before the vote on 3 December.
`,
  },
  {
    name: 'ten-thousandth-drill.html',
    verdict: 'cleared',
    text: `<html lang="en"><head><title>Library of things lends its ten-thousandth drill</title></head><body><article><h1>Library of things lends its ten-thousandth drill</h1><p>By Odo Marrin, Ortsblatt</p><p>The library of things in Weir Street lent its ten-thousandth item on Saturday: a cordless drill, for two days, to a carpenter’s apprentice.</p><p>“Nobody needs a drill for more than twelve minutes a year,” said Bea Lorentz, who opened the shop in 2019 with 40 items. Today it has 1,150, and 820 members pay €36 a year.</p><p>According to the town’s waste office, people brought 9 tonnes fewer of old appliances to the yard last year.</p></article></body></html>`,
  },
  {
    name: 'water-tariff.txt',
    verdict: 'in-review',
    text: `What the new water tariff means for gardens

By Ines Almqvist, The Weir Courier

From April a cubic metre of water will cost €2.15 in summer and €1.60 in winter, the water board decided on Thursday.

A household with a garden of 200 square metres will pay about €48 more a year, the board said. Experts believe that one garden in three will go dry by August.

“Nobody will have to choose between tomatoes and the bill,” said the board’s chair, Jon Ekberg. The tariff was the largest rise since the board was founded in 1958.

It is understood that two villages will be exempt.
`,
  },
  {
    name: 'bridge-interview.txt',
    verdict: 'not-started',
    text: `Interview: “I never said the bridge was safe”

By Leni Ostrow, Feld Telegraph

The engineer Ruth Amsel measured the old bridge for eleven years. Last week the council quoted her report as saying it would last until 2040.

“I never said the bridge was safe,” she said. “I said it was safe for bicycles.”

The report, 84 pages long, names a limit of 3.5 tonnes. The buses that cross it weigh 12.
`,
  },
  {
    name: 'ferry-timetable.md',
    verdict: 'cleared',
    text: `# Ferry timetable: a correction and its history

An earlier version of this story said that the ferry would run every 20 minutes. It runs every 40 minutes.

The harbour office published the timetable on 2 March and corrected it on 4 March, it said. “We pressed the wrong button,” said its spokesman, Ole Brinck.
`,
  },
]
