import type { Phrases } from './phrase-table'

/** Prompts to subscribe to letters, alerts and apps. */
// prettier-ignore
export const newsletter: Phrases = {
  en: [
    'Newsletter', 'Newsletters', 'Our newsletter', 'Our daily newsletter', 'Sign up for', 'Sign up to',
    'Sign up here', 'Sign up now', 'Sign up:', 'Sign up today', 'Subscribe to', 'Subscribe now', 'Subscribe:',
    'Subscribe for', 'Subscribe today', 'Get the latest', 'Get our', 'Get email updates', 'Get breaking news',
    'Get the best of', 'Get alerts', 'Delivered to your inbox', 'In your inbox', 'Straight to your inbox',
    'To your inbox', 'Email address', 'Your email', 'Enter your email', 'Enter email address', 'By signing up',
    'By subscribing', 'By submitting', 'By clicking submit', 'By providing your email', 'Privacy policy',
    'Terms of use', 'Terms of service', 'Unsubscribe at any time', 'Thanks for signing up',
    'Thank you for subscribing', 'A welcome email', 'Download the app', 'Download our app', 'Get the app',
    'Available on the App Store', 'Available on Google Play', 'Breaking news alerts', 'Turn on notifications',
    'Join our newsletter', 'Join our mailing list', 'Join our WhatsApp', 'Join us on', 'Stay up to date with',
    'Stay informed', 'Never miss a story', 'Morning briefing', 'Daily briefing', 'Weekly roundup', 'Sign me up',
    'Join now', 'Click here to get', 'Please try again', 'Something went wrong', 'You are subscribed',
    'Check your inbox',
    'Subscribe to our', 'Be the first to', 'Install the app', 'Open the app', 'In the app', 'Get notified',
    'Sent to your inbox', 'Join thousands of',
  ],
  de: [
    'Newsletter', 'Unser Newsletter', 'Jetzt anmelden', 'Zum Newsletter', 'Newsletter abonnieren', 'Abonnieren Sie',
    'Melden Sie sich', 'Jetzt abonnieren', 'E-Mail-Adresse', 'Ihre E-Mail', 'Kostenlos anmelden',
    'Datenschutzerklärung', 'App herunterladen', 'Jetzt herunterladen', 'Verpassen Sie nichts', 'In Ihr Postfach',
    'WhatsApp-Kanal', 'Abonnieren:',
  ],
  fr: [
    'Newsletter', 'Notre newsletter', 'Notre infolettre', 'Inscrivez-vous', "S'inscrire", 'Abonnez-vous à', 'Recevez', 'Adresse e-mail',
    'Adresse email', 'Votre email', 'Votre adresse', 'Lettre d’information', 'Dans votre boîte mail',
    "Télécharger l'application", "Téléchargez l'application", 'Politique de confidentialité', 'Alertes info',
  ],
  es: [
    'Boletín', 'Newsletter', 'Suscríbete', 'Suscríbete a', 'Suscríbete al', 'Suscríbase a', 'Nuestro boletín', 'Suscríbase', 'Suscribirse', 'Regístrate', 'Recibe en tu correo',
    'Recibe las noticias', 'Correo electrónico', 'Tu correo', 'Descarga la app', 'Descarga la aplicación',
    'Descarga nuestra app', 'Política de privacidad', 'Apúntate', 'Únete a nuestro canal',
  ],
  it: [
    'Newsletter', 'Iscriviti', 'La nostra newsletter', 'Iscriviti alla newsletter', 'Registrati', 'La tua email', 'Indirizzo email', 'Ricevi',
    "Scarica l'app", 'Informativa sulla privacy', 'Nella tua casella di posta', 'Canale WhatsApp',
  ],
  pt: [
    'Newsletter', 'Inscreva-se', 'Inscreva-se na', 'Nossa newsletter', 'Assine a newsletter', 'Assine nossa newsletter', 'Cadastre-se', 'Receba',
    'Seu e-mail', 'Seu email', 'Baixe o aplicativo', 'Baixe o app', 'Subscreva', 'Política de privacidade',
    'Canal no WhatsApp', 'No seu e-mail',
  ],
  nl: [
    'Nieuwsbrief', 'Onze nieuwsbrief', 'Schrijf je in', 'Meld je aan', 'Aanmelden:', 'Inschrijven', 'Je e-mailadres',
    'E-mailadres', 'Download de app', 'Ontvang', 'In je mailbox', 'Privacybeleid', 'Abonneer je op',
  ],
  pl: [
    'Newsletter', 'Zapisz się', 'Zapisz się do newslettera', 'Zapisz się na newsletter', 'Subskrybuj', 'Twój e-mail',
    'Adres e-mail', 'Pobierz aplikację', 'Polityka prywatności', 'Dołącz do nas', 'Bądź na bieżąco',
  ],
  ru: [
    'Подпишитесь', 'Подпишитесь на', 'Подписаться на', 'Подписывайтесь на', 'Нашу рассылку', 'Подписаться', 'Подписывайтесь', 'Рассылка', 'Наша рассылка', 'Подпишитесь на рассылку',
    'Ваш email', 'Ваша почта', 'Скачать приложение', 'Скачайте приложение', 'Политика конфиденциальности',
    'Telegram-канал', 'Телеграм-канал',
  ],
  uk: [
    'Підпишіться', 'Підпишіться на', 'Підписатися на', 'Підписуйтесь на', 'Підписуйтеся на', 'Нашу розсилку', 'Підписатися', 'Підписуйтесь', 'Підписуйтеся', 'Розсилка', 'Наша розсилка', 'Ваша пошта',
    'Завантажити додаток', 'Завантажте додаток', 'Телеграм-канал', 'Політика конфіденційності',
  ],
  ar: [
    'النشرة البريدية', 'النشرة الإخبارية', 'نشرتنا', 'اشترك', 'اشترك الآن', 'اشترك في', 'سجل الآن',
    'البريد الإلكتروني', 'حمل التطبيق', 'حمّل التطبيق', 'سياسة الخصوصية',
  ],
  hi: ['हमारा न्यूज़लेटर', 'हमारे न्यूज़लेटर', 'न्यूज़लेटर', 'न्यूजलेटर', 'सब्सक्राइब करें', 'सदस्यता लें', 'ईमेल', 'ऐप डाउनलोड करें', 'साइन अप करें'],
  zh: [
    '订阅', '立即订阅', '订阅我们的', '电子报', '邮件订阅', '下载APP', '下载应用', '下载客户端', '注册', '訂閱', '立即訂閱', '電子報', '下載APP', '加入會員',
    '隐私政策',
  ],
  ja: ['メルマガ', 'ニュースレター', 'メールマガジン', '登録はこちら', '購読する', '無料登録', '会員登録', 'アプリをダウンロード', 'メールアドレス', 'プライバシーポリシー'],
  ko: ['뉴스레터', '뉴스레터 구독', '뉴스레터 신청', '뉴스레터 구독하기', '구독하기', '구독 신청', '구독', '이메일 주소', '앱 다운로드', '회원가입', '개인정보'],
  sv: ['Nyhetsbrev', 'Anmäl dig', 'Prenumerera', 'Ladda ner appen'],
  da: ['Nyhedsbrev', 'Tilmeld dig', 'Abonner', 'Hent appen'],
  no: ['Nyhetsbrev', 'Meld deg på', 'Abonner', 'Last ned appen'],
  tr: ['Bülten', 'Abone ol', 'Abone olun', 'Kaydol', 'Uygulamayı indir'],
  cs: ['Newsletter', 'Odebírat', 'Přihlaste se k odběru', 'Stáhněte si aplikaci'],
}
