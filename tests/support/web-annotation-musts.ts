/**
 * What a W3C web annotation, a page and a collection of them must be, in our own words, requirement by requirement.
 *
 * @see https://www.w3.org/TR/annotation-model/ the numbers are its sections
 * @see https://github.com/w3c/web-annotation-tests each of its MUST assertions has its counterpart here
 */
type Json = Readonly<Record<string, unknown>>
export type Must = readonly [name: string, holds: (value: Json) => boolean]

const CONTEXT = 'http://www.w3.org/ns/anno.jsonld'
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value])
const isIri = (value: unknown) => typeof value === 'string' && /^[a-z][a-z0-9+.-]*:\S+$/i.test(value)
const isText = (value: unknown) => typeof value === 'string'
const isCount = (value: unknown) => Number.isInteger(value) && (value as number) >= 0
const isTime = (value: unknown) =>
  isText(value) &&
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/.test(value as string) &&
  !Number.isNaN(Date.parse(value as string))
const absentOr = (check: (value: unknown) => boolean) => (value: unknown) => value === undefined || check(value)
const every = (value: unknown, check: (one: unknown) => boolean) => list(value).every(check)
const hasType = (value: unknown, type: string) => isObject(value) && list(value['type']).includes(type)

/** What a body or a target is, by what it has. */
const isChoice = (one: Json) => hasType(one, 'Choice')
const isSpecific = (one: Json) => hasType(one, 'SpecificResource') || 'source' in one
const isTextual = (one: Json) => hasType(one, 'TextualBody') || 'value' in one
const isExternal = (one: Json) => !isChoice(one) && !isSpecific(one) && !isTextual(one) && 'id' in one
const parts = (value: Json, name: 'body' | 'target') =>
  list(value[name])
    .flatMap((one) => (isObject(one) && isChoice(one) ? [one, ...list(one['items'])] : [one]))
    .filter(isObject)
const both = (value: Json) => [...parts(value, 'body'), ...parts(value, 'target')]
const lacks = (value: Json, is: (one: Json) => boolean, name: string) =>
  both(value).every((one) => !is(one) || !(name in one))

/** Every selector and state of the targets and bodies, those inside of others, too. */
function within(value: Json, name: 'selector' | 'state'): unknown[] {
  const all = both(value).flatMap((one) => list(one[name]))
  const inner = (one: unknown): unknown[] =>
    isObject(one)
      ? [
          one,
          ...['refinedBy', 'startSelector', 'endSelector', 'items'].flatMap((part) => list(one[part]).flatMap(inner)),
        ]
      : [one]
  return all.flatMap(inner)
}
const ofType = (value: Json, name: 'selector' | 'state', ...types: string[]) =>
  within(value, name).filter((one): one is Json => types.some((type) => hasType(one, type)))
const SELECTORS =
  'FragmentSelector CssSelector XPathSelector TextQuoteSelector TextPositionSelector DataPositionSelector SvgSelector RangeSelector Choice'.split(
    ' ',
  )

const context: Must = ['3.1 its context is the annotation context', (one) => list(one['@context']).includes(CONTEXT)]
const dates = (...names: string[]): Must[] =>
  names.map((name): Must => [`3.3.1 ${name} is one time with its zone`, (one) => absentOr(isTime)(one[name])])
const rights: Must = ['3.3.6 rights are addresses', (one) => every(one['rights'], isIri)]

export const ANNOTATION: readonly Must[] = [
  context,
  ['3.1 one id, an address', (one) => isIri(one['id'])],
  ['3.1 its type is Annotation', (one) => hasType(one, 'Annotation')],
  ['3.1 it has a target', (one) => list(one['target']).length > 0],
  ['3.2 targets are addresses or objects', (one) => every(one['target'], (it) => isIri(it) || isObject(it))],
  ['3.2 bodies are addresses or objects', (one) => every(one['body'], (it) => isIri(it) || isObject(it))],
  ['3.2.5 not both body and bodyValue', (one) => !('body' in one && 'bodyValue' in one)],
  ['3.2.5 bodyValue is one string', (one) => absentOr(isText)(one['bodyValue'])],
  ...dates('created', 'modified', 'generated'),
  rights,
  ['3.3.7 canonical is one address', (one) => absentOr(isIri)(one['canonical'])],
  ['3.3.7 via are addresses', (one) => every(one['via'], isIri)],
  [
    '3.2.1 a direction of text is ltr, rtl or auto',
    (one) =>
      both(one).every((it) => absentOr((to) => ['ltr', 'rtl', 'auto'].includes(to as string))(it['textDirection'])),
  ],
  ...(['created', 'modified'] as const).map((name): Must => [
    `3.3.1 ${name} of bodies and targets is one time`,
    (one) => both(one).every((it) => absentOr(isTime)(it[name])),
  ]),
  ...(['rights', 'canonical', 'via'] as const).map((name): Must => [
    `3.3.6, 3.3.7 ${name} of bodies and targets are addresses`,
    (one) => both(one).every((it) => every(it[name], isIri)),
  ]),
  ['3.2.7 what lies outside has no items', (one) => lacks(one, isExternal, 'items')],
  ['3.3.5 what lies outside has no purpose', (one) => lacks(one, isExternal, 'purpose')],
  ['3.2.4 a choice has no value', (one) => lacks(one, isChoice, 'value')],
  ['4 a choice has no source', (one) => lacks(one, isChoice, 'source')],
  ['3.3.5 a choice has no purpose', (one) => lacks(one, isChoice, 'purpose')],
  ['3.2.7 embedded text has no items', (one) => lacks(one, isTextual, 'items')],
  ['4 embedded text has no source', (one) => lacks(one, isTextual, 'source')],
  [
    '3.2.4 embedded text has its value',
    (one) => parts(one, 'body').every((it) => !hasType(it, 'TextualBody') || isText(it['value'])),
  ],
  ['3.2.7 a specific resource has no items', (one) => lacks(one, isSpecific, 'items')],
  ['4 a specific resource has no value', (one) => lacks(one, isSpecific, 'value')],
  [
    '4 a specific resource has one source',
    (one) => both(one).every((it) => !isSpecific(it) || isIri(it['source']) || isObject(it['source'])),
  ],
  ['3.2.4 a target is no TextualBody', (one) => parts(one, 'target').every((it) => !hasType(it, 'TextualBody'))],
  [
    '4.2 selectors are addresses or of a known type',
    (one) => within(one, 'selector').every((it) => isIri(it) || SELECTORS.some((type) => hasType(it, type))),
  ],
  [
    '4.2 fragment, CSS, XPath and SVG selectors have one value',
    (one) =>
      ofType(one, 'selector', 'FragmentSelector', 'CssSelector', 'XPathSelector').every((it) => isText(it['value'])) &&
      ofType(one, 'selector', 'SvgSelector').every((it) => isText(it['value']) !== 'id' in it),
  ],
  [
    '4.2.4 a quote has one exact, and at most one prefix and suffix',
    (one) =>
      ofType(one, 'selector', 'TextQuoteSelector').every(
        (it) => isText(it['exact']) && absentOr(isText)(it['prefix']) && absentOr(isText)(it['suffix']),
      ),
  ],
  [
    '4.2.5 a position has one start and one end, counted from 0',
    (one) =>
      ofType(one, 'selector', 'TextPositionSelector', 'DataPositionSelector').every(
        (it) => isCount(it['start']) && isCount(it['end']),
      ),
  ],
  [
    '4.2.8 a range has one beginning and one end',
    (one) =>
      ofType(one, 'selector', 'RangeSelector').every(
        (it) => isObject(it['startSelector']) && isObject(it['endSelector']),
      ),
  ],
  ['4.3 states are addresses or objects', (one) => within(one, 'state').every((it) => isIri(it) || isObject(it))],
  [
    '4.3.1 a state in time has one date, or a beginning and an end',
    (one) =>
      ofType(one, 'state', 'TimeState').every((it) =>
        'sourceDate' in it
          ? every(it['sourceDate'], isTime) && !('sourceDateStart' in it || 'sourceDateEnd' in it)
          : isTime(it['sourceDateStart']) && isTime(it['sourceDateEnd']),
      ),
  ],
  [
    '4.3.2 a state of a request has one value',
    (one) => ofType(one, 'state', 'HttpRequestState').every((it) => isText(it['value'])),
  ],
  [
    '4.3.3 what refines is a selector or a state',
    (one) => [...within(one, 'selector'), ...within(one, 'state')].every((it) => isIri(it) || hasTypeAtAll(it)),
  ],
  ['4.4 style classes are words', (one) => both(one).every((it) => every(it['styleClass'], isText))],
]

function hasTypeAtAll(value: unknown): boolean {
  return isObject(value) && list(value['type']).length > 0 && every(value['type'], isText)
}

export const COLLECTION: readonly Must[] = [
  context,
  ['5.1 one id, an address', (one) => isIri(one['id'])],
  ['5.1 its type is AnnotationCollection', (one) => hasType(one, 'AnnotationCollection')],
  ['5.1 labels are words', (one) => every(one['label'], isText)],
  ['5.1 its total is a count', (one) => absentOr(isCount)(one['total'])],
  [
    '5.1 with anything in it, it has a first page',
    (one) =>
      (one['total'] === 0 && !('first' in one)) || isIri(one['first']) || hasType(one['first'], 'AnnotationPage'),
  ],
  ['5.1 its last page is an address', (one) => absentOr((last) => isIri(last) || isObject(last))(one['last'])],
  ...dates('created', 'modified'),
  rights,
]

export const PAGE: readonly Must[] = [
  context,
  ['5.2 one id, an address', (one) => isIri(one['id'])],
  ['5.2 its type is AnnotationPage', (one) => hasType(one, 'AnnotationPage')],
  [
    '5.2 its items are a list of annotations',
    (one) => Array.isArray(one['items']) && every(one['items'], (it) => hasType(it, 'Annotation')),
  ],
  ['5.2 its first index is a count', (one) => absentOr(isCount)(one['startIndex'])],
  ...(['partOf', 'next', 'prev', 'first', 'last'] as const).map((name): Must => [
    `5.2 ${name} is an address or an object`,
    (one) => absentOr((it) => isIri(it) || isObject(it))(one[name]),
  ]),
  ['5.2 labels are words', (one) => every(one['label'], isText)],
  ['5.2 its total is a count', (one) => absentOr(isCount)(one['total'])],
  ...dates('created', 'modified'),
  rights,
]

/** The names of the requirements that do not hold. */
export function unmet(value: unknown, musts: readonly Must[]): string[] {
  return isObject(value) ? musts.filter(([, holds]) => !holds(value)).map(([name]) => name) : ['It is no object.']
}
