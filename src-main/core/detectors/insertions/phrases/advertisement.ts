import type { Phrases } from './phrase-table'

/** Labels of paid space, and lines that point past it. */
// prettier-ignore
export const advertisement: Phrases = {
  en: [
    'Advertisement', 'Advertisements', 'Advertising', 'Ad', 'Ads', 'Advertorial', 'Sponsored', 'Sponsored content',
    'Sponsored by', 'Sponsor message', 'Sponsored links', 'Promoted', 'Promoted content', 'Promoted stories',
    'Paid content', 'Paid post', 'Partner content', 'Presented by', 'Story continues below', 'Story continues after',
    'Story continues', 'Article continues below', 'Article continues after', 'Article continues below this ad',
    'Continue reading below', 'Scroll to continue', 'Skip advertisement', 'Ad feedback',
    'This advertisement has not loaded yet', 'Report this ad', 'Remove ads', 'Go ad-free', 'Advertise with us',
    'Loading ad', 'Shop now', 'Buy now', 'Order now', 'Limited time offer', 'Get the deal', 'View deal', 'Use code',
    'Ad policy', 'Ad choices', 'A message from', 'Content continues below', 'From our advertisers',
  ],
  de: [
    'Anzeige', 'Anzeigen', 'Werbung', 'Werbung überspringen', 'Gesponsert', 'Gesponsert von', 'Sponsored Post',
    'Nach der Anzeige geht es weiter', 'Artikel läuft weiter', 'Jetzt bestellen', 'Jetzt kaufen', 'Zum Angebot',
    'Empfohlener externer Inhalt', 'Verlagsangebot',
  ],
  fr: [
    'Publicité', 'Passer la publicité', 'La suite après la publicité', 'La suite après cette publicité', 'Sponsorisé',
    'Contenu sponsorisé', 'Contenu partenaire', 'Annonce', 'Publi-rédactionnel', 'Acheter maintenant',
    "Profitez de l'offre",
  ],
  es: [
    'Publicidad', 'Anuncio', 'Patrocinado', 'Patrocinado por', 'Contenido patrocinado',
    'El artículo continúa tras la publicidad', 'Comprar ahora', 'Ver oferta',
    'Continúa leyendo después de la publicidad',
  ],
  it: [
    'Pubblicità', 'Annuncio', 'Annuncio pubblicitario', 'Sponsorizzato', 'Contenuto sponsorizzato',
    'Messaggio pubblicitario', "L'articolo continua dopo la pubblicità", 'Acquista ora',
  ],
  pt: [
    'Publicidade', 'Anúncio', 'Patrocinado', 'Conteúdo patrocinado', 'Continua após a publicidade',
    'Continua depois da publicidade', 'Compre agora', 'Informe publicitário',
  ],
  nl: [
    'Advertentie', 'Advertenties', 'Gesponsord', 'Gesponsorde content', 'Tekst gaat verder onder de advertentie',
    'Artikel gaat verder na de advertentie', 'Bestel nu', 'Koop nu', 'Ingezonden mededeling',
  ],
  pl: [
    'Reklama', 'Artykuł sponsorowany', 'Sponsorowane', 'Materiał sponsorowany', 'Materiał promocyjny',
    'Dalsza część artykułu pod reklamą', 'Kup teraz', 'Ogłoszenie',
  ],
  ru: [
    'Реклама', 'На правах рекламы', 'Спонсорский материал', 'Партнерский материал', 'Продолжение после рекламы',
    'Купить сейчас',
  ],
  uk: ['Реклама', 'На правах реклами', 'Спонсорський матеріал', 'Партнерський матеріал', 'Продовження після реклами'],
  ar: ['إعلان', 'اعلان', 'إعلانات', 'محتوى برعاية', 'إعلان مدفوع', 'برعاية', 'تخطى الإعلان'],
  hi: ['विज्ञापन', 'प्रायोजित', 'विज्ञापन के बाद जारी'],
  zh: ['广告', '赞助内容', '推广', '广告之后继续', '廣告', '贊助內容', '贊助', '請繼續往下閱讀', '推廣'],
  ja: ['広告', '広告の後にも続きます', 'スポンサーリンク', 'スポンサー', '提供', '記事は広告の後に続きます'],
  ko: ['광고', '협찬', '스폰서', '광고 문의'],
  sv: ['Annons', 'Annonser', 'Sponsrat'],
  da: ['Annonce', 'Annoncer', 'Sponsoreret'],
  no: ['Annonse', 'Annonser', 'Sponset', 'Annonsørinnhold'],
  tr: ['Reklam', 'Sponsorlu'],
  cs: ['Reklama', 'Inzerce', 'Komerční sdělení'],
}
