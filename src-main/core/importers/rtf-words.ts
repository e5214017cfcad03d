/** Groups whose content a reader never sees. Groups that begin with `\*` and are not known are passed over as well. */
export const UNSEEN: ReadonlySet<string> = new Set(
  (
    'colortbl listtable listoverridetable rsidtbl generator xmlnstbl themedata colorschememapping latentstyles datastore ' +
    'pict object objdata objclass objname nonshppict shpinst bkmkstart bkmkend pgptbl mmathPr userprops docvar template fchars lchars ' +
    'filetbl ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn xe tc fldtype datafield formfield ffname ffdeftext pnseclvl pn ' +
    'operator company manager category keywords comment doccomm hlinkbase vern version nofpages nofwords nofchars revtim ' +
    'printim buptim tblstyle atnicn atntime passwordhash wgrffmtfilter password oldcprops oldpprops oldtprops oldsprops ' +
    'blipuid blipdata sp sn sv picprop defchp defpap falt panose fontemb fontfile mmath mr momath'
  ).split(' '),
)

/** Control words that stand for a character. */
export const CHARACTERS: ReadonlyMap<string, string> = new Map([
  ['tab', '\t'],
  ['emdash', '—'],
  ['endash', '–'],
  ['emspace', '\u2003'],
  ['enspace', '\u2002'],
  ['qmspace', '\u2005'],
  ['bullet', '•'],
  ['lquote', '‘'],
  ['rquote', '’'],
  ['ldblquote', '“'],
  ['rdblquote', '”'],
  ['zwj', '\u200d'],
  ['zwnj', '\u200c'],
  ['rtlmark', '\u200f'],
  ['ltrmark', '\u200e'],
])

/** Control symbols that stand for a character. A soft hyphen (`\-`) is seen only where a line ends. */
export const SYMBOLS: ReadonlyMap<string, string> = new Map([
  ['~', '\u00a0'],
  ['_', '\u2011'],
  ['\\', '\\'],
  ['{', '{'],
  ['}', '}'],
  ['\t', '\t'],
])

/** Encoding, as browsers name it, of a font's character set (`\fcharset`). */
const CHARSETS: ReadonlyMap<number, string> = new Map([
  [77, 'macintosh'],
  [128, 'shift_jis'],
  [129, 'euc-kr'],
  [134, 'gbk'],
  [136, 'big5'],
  [161, 'windows-1253'],
  [162, 'windows-1254'],
  [163, 'windows-1258'],
  [177, 'windows-1255'],
  [178, 'windows-1256'],
  [186, 'windows-1257'],
  [204, 'windows-1251'],
  [222, 'windows-874'],
  [238, 'windows-1250'],
])

/** @returns undefined where the document's own code page counts */
export const encodingOfCharset = (charset: number): string | undefined => CHARSETS.get(charset)

const CODE_PAGES: ReadonlyMap<number, string> = new Map([
  [866, 'ibm866'],
  [874, 'windows-874'],
  [932, 'shift_jis'],
  [936, 'gbk'],
  [949, 'euc-kr'],
  [950, 'big5'],
  [10000, 'macintosh'],
  [65001, 'utf-8'],
])

/** Encoding of a Windows code page; Windows-1252 where it is not known. */
export function encodingOfCodePage(page: number): string {
  if (page >= 1250 && page <= 1258) return `windows-${page}`
  return CODE_PAGES.get(page) ?? 'windows-1252'
}
