import type { Phrases } from './phrase-table'

/** Rows of buttons: share, save, print, listen, follow, comment. */
// prettier-ignore
export const share: Phrases = {
  en: [
    'Share:', 'Share this', 'Share this article', 'Share this story', 'Share article', 'Share on',
    'Share on Facebook', 'Share on Twitter', 'Share on X', 'Share on WhatsApp', 'Share on LinkedIn', 'Share via',
    'Share with', 'Share full article', 'Share this video', 'Share this gallery', 'Share to', 'Tweet:', 'Tweet this',
    'Pin it', 'Copy link', 'Link copied', 'Copied:', 'Email:', 'Email this', 'Print:', 'Print this', 'Save:',
    'Save article', 'Save this', 'Bookmark:', 'Facebook', 'Twitter', 'WhatsApp', 'LinkedIn', 'Pinterest', 'Reddit',
    'Flipboard', 'Bluesky', 'Threads:', 'Telegram', 'Follow us', 'Follow us on', 'Follow on', 'Follow:',
    'Like us on Facebook', 'Follow the author', 'Comments', 'Comment', 'Leave a comment', 'Post a comment',
    'View comments', 'Show comments', 'Join the conversation', 'Have your say', 'Add us as a preferred source',
    'Gift this article', 'Give this article', 'Listen:', 'Listen to this article', 'Reprints',
  ],
  de: [
    'Teilen:', 'Teilen', 'Auf Facebook teilen', 'Auf X teilen', 'Auf Twitter teilen', 'Per WhatsApp teilen',
    'Per E-Mail teilen', 'Artikel teilen', 'Link kopieren', 'Link kopiert', 'Drucken', 'Merken', 'Kommentare',
    'Kommentieren', 'Kommentare öffnen', 'Weitersagen', 'Folgen Sie uns', 'Folgen:', 'Ich folge', 'Feedback:',
    'Zur Playlist', 'Speichern:', 'Artikel anhören', 'Anhören', 'Vorlesen',
  ],
  fr: [
    'Partager', 'Partager sur', "Partager l'article", 'Partagez', 'Copier le lien', 'Lien copié', 'Imprimer',
    'Enregistrer:', 'Commenter', 'Commentaires', 'Réagir', 'Suivez-nous', 'Suivre:', "Écouter l'article",
    'Offrir cet article',
  ],
  es: [
    'Compartir', 'Compartir en', 'Comparte', 'Copiar enlace', 'Copiar el enlace', 'Enlace copiado', 'Imprimir',
    'Guardar:', 'Comentarios', 'Comentar', 'Síguenos', 'Síguenos en', 'Seguir:', 'Escuchar', 'Enviar por correo',
  ],
  it: [
    'Condividi', 'Condividi su', "Condividi l'articolo", 'Copia link', 'Copia il link', 'Stampa:', 'Salva:',
    'Commenti', 'Commenta', 'Seguici', 'Seguici su', 'Segui:', "Ascolta l'articolo",
  ],
  pt: [
    'Compartilhar', 'Compartilhe', 'Compartilhar no', 'Partilhar', 'Copiar link', 'Copiar o link', 'Imprimir',
    'Salvar:', 'Guardar:', 'Comentários', 'Comentar', 'Siga-nos', 'Siga o', 'Seguir:', 'Ouvir:', 'Ouça este artigo',
  ],
  nl: [
    'Delen', 'Deel:', 'Deel dit artikel', 'Deel via', 'Deel op', 'Kopieer link', 'Link gekopieerd', 'Afdrukken',
    'Opslaan:', 'Bewaar:', 'Reacties', 'Reageer', 'Volg ons', 'Volg ons op', 'Luister naar dit artikel',
  ],
  pl: [
    'Udostępnij', 'Udostępnij na', 'Podziel się', 'Kopiuj link', 'Skopiuj link', 'Drukuj', 'Zapisz:', 'Komentarze',
    'Skomentuj', 'Obserwuj nas', 'Śledź nas', 'Posłuchaj artykułu',
  ],
  ru: [
    'Поделиться', 'Поделитесь', 'Скопировать ссылку', 'Ссылка скопирована', 'Распечатать', 'Печать:', 'Сохранить:',
    'Комментарии', 'Комментировать', 'Следите за нами', 'Слушать:', 'ВКонтакте', 'Одноклассники',
  ],
  uk: [
    'Поділитися', 'Поділіться', 'Скопіювати посилання', 'Роздрукувати', 'Зберегти:', 'Коментарі', 'Коментувати',
    'Стежте за нами', 'Слухати:',
  ],
  ar: [
    'شارك', 'مشاركة', 'شارك المقال', 'شارك على', 'نسخ الرابط', 'انسخ الرابط', 'طباعة', 'حفظ', 'تعليقات', 'التعليقات',
    'تابعنا', 'تابعنا على', 'استمع', 'فيسبوك', 'تويتر', 'واتساب',
  ],
  hi: [
    'शेयर करें', 'साझा करें', 'लिंक कॉपी करें', 'प्रिंट करें', 'टिप्पणियां', 'हमें फॉलो करें', 'फेसबुक', 'ट्विटर',
    'व्हाट्सएप', 'सुनें',
  ],
  zh: [
    '分享', '分享到', '分享至', '复制链接', '打印', '收藏', '评论', '发表评论', '关注我们', '微信', '微博', '朋友圈', '複製連結', '列印', '評論', '留言', '追蹤我們',
    '收聽',
  ],
  ja: [
    'シェア', 'シェアする', 'ツイート', 'ツイートする', 'リンクをコピー', '印刷', '保存:', 'コメント', 'コメントする', 'フォロー', 'フォローする', 'はてなブックマーク',
    'ブックマーク', 'フェイスブック',
  ],
  ko: [
    '공유', '공유하기', '기사 공유', '링크 복사', 'URL 복사', '인쇄', '스크랩', '댓글', '댓글 쓰기', '팔로우', '페이스북', '트위터', '카카오톡', '기사 듣기',
    '글자 크기',
  ],
  sv: [
    'Dela', 'Dela artikel', 'Kopiera länk', 'Länk kopierad', 'Lyssna på artikel', 'Kommentera', 'Följ oss',
    'Skriv ut',
  ],
  da: ['Del:', 'Del artikel', 'Kopiér link', 'Følg os', 'Lyt til artiklen'],
  no: ['Del:', 'Del artikkelen', 'Kopier lenke', 'Følg oss', 'Lytt til artikkelen'],
  tr: ['Paylaş', 'Facebook’ta paylaş', 'Bağlantıyı kopyala', 'Yorumlar', 'Yazdır', 'Bizi takip edin'],
  cs: ['Sdílet', 'Kopírovat odkaz', 'Tisk:', 'Komentáře', 'Diskuse', 'Sledujte nás'],
}
