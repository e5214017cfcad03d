import type { Phrases } from './phrase-table'

/** Players and embeds that were left as text. */
// prettier-ignore
export const media: Phrases = {
  en: [
    'Watch:', 'Watch now', 'Watch this', 'Watch the video', 'Watch video', 'Watch the moment', 'Watch more',
    'Watch live', 'Watch below', 'Video:', 'View video', 'Play video', 'Click to unmute', 'Now playing',
    'Loading video', 'This video has failed to load', 'This video is not available', 'This video cannot be played',
    'We apologize but this video', 'Try refreshing your browser', 'Tap here to see other videos',
    'Video player is loading', 'Duration', 'Playback speed', 'Autoplay', 'Listen to the podcast', 'Podcast:',
    'View this post on Instagram', 'A post shared by', 'View on Instagram', 'View on Twitter', 'Embed:',
    'Open image in gallery', 'Open gallery', 'View gallery', 'Photo gallery', 'See gallery', 'View photos',
    'In pictures', 'Your browser does not support', 'JavaScript is required', 'Please enable JavaScript',
    'Click to view', 'To view this content', 'Content is not available', 'This content is not available',
    'Allow and continue', 'External content', 'Player is loading', 'Listen now', 'Slideshow',
  ],
  de: [
    'Video:', 'Video ansehen', 'Video abspielen', 'Zum Video', 'Im Video', 'Player wird geladen', 'Podcast freigeben',
    'Podcast:', 'Video konnte nicht geladen werden', 'Externer Inhalt', 'Externe Inhalte', 'Inhalt anzeigen',
    'Inhalte von', 'Hier klicken um', 'Bild vergrößern', 'Bildergalerie', 'Fotostrecke', 'Zur Galerie',
    'Beitrag auf Instagram ansehen',
  ],
  fr: [
    'Vidéo:', 'Voir la vidéo', 'Regarder la vidéo', 'En vidéo', 'En images', 'Podcast:', 'Lecteur vidéo',
    'Chargement', 'Contenu externe', 'Afficher le contenu', 'Voir cette publication sur Instagram', 'Écoutez',
    'Diaporama',
  ],
  es: [
    'Vídeo:', 'Video:', 'Ver vídeo', 'Ver video', 'Mira el video', 'En vídeo', 'En imágenes', 'Podcast:',
    'Reproducir', 'Cargando', 'Ver esta publicación en Instagram', 'Galería', 'Escucha el podcast',
  ],
  it: [
    'Video:', 'Guarda il video', 'Guarda le foto', 'Il video', 'Fotogallery', 'Podcast:',
    'Visualizza questo post su Instagram', 'Caricamento', 'Riproduci', 'Ascolta il podcast',
  ],
  pt: [
    'Vídeo:', 'Veja o vídeo', 'Assista ao vídeo', 'Assista:', 'Assista também', 'Ver vídeo', 'Galeria de fotos',
    'Ver essa foto no Instagram', 'Ouça o podcast', 'Podcast:', 'Carregando', 'Reproduzir',
  ],
  nl: [
    'Bekijk de video', 'Video:', 'Speel video af', 'Podcast:', 'Bekijk dit bericht op Instagram', 'Fotoserie',
    'Bekijk de foto’s', 'Deze inhoud kan niet worden weergegeven', 'Luister naar de podcast',
  ],
  pl: [
    'Wideo:', 'Zobacz wideo', 'Zobacz film', 'Obejrzyj wideo', 'Odtwórz', 'Galeria zdjęć', 'Zobacz zdjęcia',
    'Podcast:', 'Posłuchaj podcastu', 'Wyświetl ten post na Instagramie',
  ],
  ru: [
    'Видео:', 'Смотреть видео', 'Смотрите видео', 'Фотогалерея', 'Посмотреть фото', 'Подкаст:', 'Слушайте подкаст',
    'Видео недоступно', 'Посмотреть эту публикацию в Instagram',
  ],
  uk: [
    'Відео:', 'Дивитися відео', 'Дивіться відео', 'Фотогалерея', 'Подкаст:', 'Слухайте подкаст', 'Переглянути допис',
  ],
  ar: ['فيديو', 'شاهد الفيديو', 'شاهد', 'بالفيديو', 'بالصور', 'ألبوم صور', 'بودكاست', 'جاري التحميل'],
  hi: ['वीडियो देखें', 'देखें वीडियो', 'वीडियो', 'तस्वीरें देखें', 'पॉडकास्ट'],
  zh: ['视频', '观看视频', '点击播放', '播放', '图集', '播客', '觀看影片', '影片', '圖集', '正在加载'],
  ja: ['動画を見る', '動画', '再生', '写真を見る', 'フォトギャラリー', 'ポッドキャスト', '画像を見る', '読み込み中'],
  ko: ['동영상', '영상 보기', '동영상 보기', '사진 보기', '재생', '팟캐스트', '로딩 중'],
  sv: ['Se video', 'Spela upp', 'Ljuduppspelningen är AI-genererad'],
  no: ['Se video', 'Spill av'],
  da: ['Se video', 'Afspil'],
  tr: ['Videoyu izle', 'Video:', 'Foto galeri'],
  cs: ['Video:', 'Přehrát', 'Fotogalerie', 'Podcast:'],
}
