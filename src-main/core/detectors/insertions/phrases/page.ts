import type { Phrases } from './phrase-table'

/** Parts of the page rather than of the story: contents lists, boxes, author notes, polls, placeholders. */
// prettier-ignore
export const page: Phrases = {
  en: [
    'Table of contents', 'Contents:', 'In this article', 'In this guide', 'In this story', 'On this page',
    'In this post', 'Jump to', 'Jump to section', 'Skip to content', 'Skip to main content', 'Article content',
    'Author of the article', 'About the author', 'About the writer', 'Filed under', 'Tags:', 'Topics:',
    'Explore more on these topics', 'Categories:', 'Minute read', 'Min read', 'Minutes to read', 'Reading time',
    'First published', 'Last updated', 'Published:', 'Updated:', 'Posted:', 'Hours ago', 'Days ago', 'Minutes ago',
    'Read in', 'Next page', 'Previous page', 'Page 1 of', 'List of', 'End of list', 'Hide', 'Expand all',
    'Collapse all', 'Show all', 'Vote now', 'Poll:', 'Take our poll', 'Results', 'Report a typo', 'Report a problem',
    'Send feedback', 'Give feedback', 'Got a tip', 'Contact us', 'Get in touch', 'All rights reserved', 'Copyright',
    'If you buy something', 'We may earn a commission', 'Earn a commission', 'Affiliate links',
    'Affiliate commission', 'This story was originally published', 'Photo illustration', 'Getty Images', 'Photo:',
    'Credit:', 'Image:', 'Source:', 'Caption',
  ],
  de: [
    'Inhaltsverzeichnis', 'Inhalt:', 'In diesem Artikel', 'Zum Inhalt springen', 'Über den Autor', 'Zur Person',
    'Lesezeit', 'Minuten Lesezeit', 'Veröffentlicht', 'Aktualisiert', 'Stand:', 'Box aufklappen', 'Box zuklappen',
    'Mehr Infos', 'Kommentarfunktion', 'Schlagworte', 'Nächste Seite', 'Alle Rechte vorbehalten', 'Umfrage:',
    'Abstimmen', 'Fehler melden', 'Foto:', 'Quelle:', 'Stellenmarkt', 'Von:', 'Jetzt mitmachen',
  ],
  fr: [
    'Sommaire', 'Table des matières', 'Dans cet article', 'Temps de lecture', 'Publié le', 'Mis à jour le',
    'À propos de l’auteur', 'Tous droits réservés', 'Sondage:', 'Votez', 'Afficher plus', 'Crédit photo', 'Par:',
    'Signaler une erreur',
  ],
  es: [
    'Índice', 'En este artículo', 'Tabla de contenidos', 'Tiempo de lectura', 'Publicado', 'Actualizado',
    'Sobre el autor', 'Todos los derechos reservados', 'Encuesta:', 'Vota', 'Etiquetas', 'Archivado en', 'Redacción:',
    'Por:', 'Foto:',
  ],
  it: [
    'Indice', 'In questo articolo', 'Tempo di lettura', 'Pubblicato', 'Aggiornato', 'Riproduzione riservata',
    'Tutti i diritti riservati', 'Sondaggio:', 'Vota', 'Argomenti', 'Di:', 'Foto:', 'Segnala un errore',
  ],
  pt: [
    'Índice', 'Neste artigo', 'Tempo de leitura', 'Publicado em', 'Atualizado em', 'Sobre o autor',
    'Todos os direitos reservados', 'Enquete:', 'Vote', 'Tópicos', 'Por:', 'Foto:', 'Crédito:',
  ],
  nl: [
    'Inhoudsopgave', 'In dit artikel', 'Leestijd', 'Gepubliceerd', 'Bijgewerkt', 'Over de auteur',
    'Alle rechten voorbehouden', 'Poll:', 'Stem:', 'Onderwerpen', 'Door:', 'Foto:', 'Meld een fout',
  ],
  pl: [
    'Spis treści', 'W tym artykule', 'Czas czytania', 'Opublikowano', 'Aktualizacja', 'O autorze',
    'Wszelkie prawa zastrzeżone', 'Sonda', 'Zagłosuj', 'Tagi', 'Autor:', 'Fot:', 'Źródło:', 'Zgłoś błąd',
  ],
  ru: [
    'Содержание', 'В этой статье', 'Время чтения', 'Опубликовано', 'Обновлено', 'Об авторе', 'Все права защищены',
    'Опрос:', 'Голосовать', 'Теги', 'Фото:', 'Источник:', 'Сообщить об ошибке',
  ],
  uk: [
    'Зміст', 'У цій статті', 'Час читання', 'Опубліковано', 'Оновлено', 'Про автора', 'Усі права захищені',
    'Опитування:', 'Голосувати', 'Теги', 'Фото:', 'Джерело:',
  ],
  ar: [
    'محتويات', 'في هذا المقال', 'مدة القراءة', 'نشر في', 'آخر تحديث', 'عن الكاتب', 'جميع الحقوق محفوظة', 'استطلاع',
    'صوت', 'المصدر',
  ],
  hi: ['विषय सूची', 'प्रकाशित', 'अपडेट', 'लेखक के बारे में', 'सर्वाधिकार सुरक्षित', 'स्रोत'],
  zh: [
    '目录', '本文目录', '阅读时间', '发布时间', '更新时间', '关于作者', '版权所有', '投票', '标签', '责任编辑', '目錄', '閱讀時間', '更新時間', '關於作者', '版權所有',
    '標籤', '責任編輯',
  ],
  ja: ['目次', 'この記事の目次', '公開日', '更新日', '著者について', '無断転載', '無断転載を禁じます', 'アンケート', 'タグ', '出典'],
  ko: ['목차', '읽는 시간', '입력', '수정', '저작권자', '무단전재', '무단 전재', '재배포 금지', '설문', '태그', '출처', '기자 소개'],
}
