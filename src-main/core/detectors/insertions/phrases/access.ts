import type { Phrases } from './phrase-table'

/** Cookie notices, paywalls, accounts. */
// prettier-ignore
export const access: Phrases = {
  en: [
    'We use cookies', 'This site uses cookies', 'This website uses cookies', 'Uses cookies', 'Accept cookies',
    'Accept all', 'Accept all cookies', 'Reject all', 'Cookie policy', 'Cookie settings', 'Manage cookies',
    'Manage preferences', 'Your consent', 'Cookies', 'Already a subscriber', 'Already have an account', 'Sign in',
    'Log in', 'Log in to', 'Create an account', 'Create account', 'Register for free', 'Register to unlock',
    'Register now', 'Subscribers only', 'Subscriber only', 'For subscribers only', 'Exclusive to subscribers',
    'Become a member', 'Become a subscriber', 'Start your free trial', 'Free trial', 'Start free trial',
    'Cancel anytime', 'Cancel any time', 'Unlimited access', 'Unlimited online access', 'Unlock this article',
    'Unlock more articles', 'To continue reading', 'To read the full', 'This content is reserved',
    'This article is for', 'View more offers', 'Subscription options', 'Subscribe or log in',
    'Support local journalism', 'Support our journalism', 'Support independent journalism', 'Support our work',
    'Make a donation', 'Donate', 'Donate now', 'Donate today', 'Make a contribution', 'Your support', 'Help us',
    'Per month', 'Per week', 'Free articles', 'Articles remaining', 'You have reached your limit',
    'Access articles from', 'Enjoy additional articles', 'Share your thoughts', 'Don’t have an account',
    'Unlimited digital access', 'Digital access', 'Daily puzzles', 'Exclusive articles', 'Exclusive access', 'ePaper',
    'Electronic replica', 'Save articles', 'Personalized feed', 'Commenting community', 'Subscriber benefits',
  ],
  de: [
    'Wir verwenden Cookies', 'Diese Website verwendet Cookies', 'Cookies', 'Cookies akzeptieren', 'Alle akzeptieren',
    'Einwilligung', 'Ihre Zustimmung', 'Mit Ihrer Zustimmung', 'Datenschutzeinstellungen', 'Anmelden:',
    'Jetzt registrieren', 'Registrieren:', 'Bereits Abonnent', 'Nur für Abonnenten', 'Jetzt weiterlesen',
    'Jetzt testen', 'Kostenlos testen', 'Monatlich kündbar', 'Jederzeit kündbar', 'Abo abschließen', 'Zum Abo',
    'Exklusiv für Abonnenten', 'Jetzt spenden', 'Unterstützen Sie', 'Login',
  ],
  fr: [
    'Nous utilisons des cookies', 'Ce site utilise des cookies', 'Cookies', 'Accepter', 'Tout accepter',
    'Tout refuser', 'Votre consentement', 'Déjà abonné', 'Se connecter', 'Connectez-vous', 'Réservé aux abonnés',
    'Article réservé aux abonnés', 'Abonnez-vous', 'Créer un compte', 'Sans engagement', 'Essai gratuit',
    'Faire un don', 'Soutenez', "S'abonner",
  ],
  es: [
    'Utilizamos cookies', 'Usamos cookies', 'Este sitio utiliza cookies', 'Cookies', 'Aceptar', 'Aceptar cookies',
    'Rechazar', 'Tu consentimiento', 'Iniciar sesión', 'Inicia sesión', 'Ya eres suscriptor',
    'Solo para suscriptores', 'Contenido exclusivo para suscriptores', 'Crear cuenta', 'Prueba gratis', 'Hazte socio',
    'Dona', 'Apóyanos',
  ],
  it: [
    'Utilizziamo i cookie', 'Questo sito utilizza i cookie', 'Usiamo i cookie', 'Cookie', 'Accetta', 'Accetta tutti',
    'Rifiuta', 'Il tuo consenso', 'Accedi', 'Sei già abbonato', 'Riservato agli abbonati',
    'Contenuto riservato agli abbonati', 'Abbonati', 'Abbonati ora', 'Crea un account', 'Prova gratis', 'Sostienici',
  ],
  pt: [
    'Utilizamos cookies', 'Usamos cookies', 'Este site utiliza cookies', 'Cookies', 'Aceitar', 'Aceitar todos',
    'Rejeitar', 'Entrar:', 'Iniciar sessão', 'Já é assinante', 'Exclusivo para assinantes',
    'Conteúdo exclusivo para assinantes', 'Assine', 'Assine já', 'Criar conta', 'Teste grátis', 'Apoie',
    'Faça uma doação',
  ],
  nl: [
    'Wij gebruiken cookies', 'Deze website gebruikt cookies', 'Cookies', 'Cookies accepteren', 'Accepteren',
    'Alles accepteren', 'Inloggen', 'Log in', 'Al abonnee', 'Alleen voor abonnees', 'Exclusief voor abonnees',
    'Word abonnee', 'Word lid', 'Maak een account', 'Probeer gratis', 'Doneer', 'Steun ons',
  ],
  pl: [
    'Używamy plików cookie', 'Ta strona używa cookies', 'Pliki cookie', 'Akceptuję', 'Akceptuj', 'Odrzuć',
    'Zaloguj się', 'Masz już konto', 'Tylko dla subskrybentów', 'Dostęp dla prenumeratorów', 'Wykup dostęp',
    'Wykup subskrypcję', 'Załóż konto', 'Wesprzyj nas', 'Zarejestruj się',
  ],
  ru: [
    'Мы используем cookie', 'Мы используем файлы cookie', 'Сайт использует файлы cookie', 'Файлы cookie', 'Принять',
    'Принять все', 'Войти', 'Войдите', 'Уже есть аккаунт', 'Только для подписчиков', 'Оформить подписку',
    'Зарегистрируйтесь', 'Поддержите нас', 'Пожертвовать',
  ],
  uk: [
    'Ми використовуємо cookie', 'Ми використовуємо файли cookie', 'Файли cookie', 'Прийняти', 'Прийняти всі',
    'Увійти', 'Вже маєте акаунт', 'Тільки для передплатників', 'Оформити передплату', 'Зареєструйтесь',
    'Підтримайте нас', 'Підтримати',
  ],
  ar: [
    'نستخدم ملفات تعريف الارتباط', 'ملفات تعريف الارتباط', 'قبول', 'قبول الكل', 'تسجيل الدخول', 'سجل الدخول',
    'للمشتركين فقط', 'حصري للمشتركين', 'إنشاء حساب', 'تبرع', 'ادعمنا',
  ],
  hi: [
    'हम कुकीज़ का उपयोग करते हैं', 'कुकीज़', 'स्वीकार करें', 'लॉग इन करें', 'लॉगिन करें', 'केवल सदस्यों के लिए',
    'खाता बनाएं',
  ],
  zh: [
    '我们使用Cookie', '使用cookie', '接受', '全部接受', '登录', '仅限订阅用户', '会员专享', '创建账户', '免费试用', '捐款', '我們使用Cookie', '登入',
    '訂閱用戶專享', '會員專享', '免費試用',
  ],
  ja: ['クッキーを使用', 'Cookieを使用', '同意する', 'すべて同意', 'ログイン', '会員限定', '有料会員限定', '残り', '無料体験', 'アカウントを作成', '寄付'],
  ko: ['쿠키를 사용', '동의', '모두 동의', '로그인', '구독자 전용', '회원 전용', '무료 체험', '후원하기', '계정 만들기'],
  sv: ['Vi använder cookies', 'Godkänn', 'Logga in', 'Endast för prenumeranter'],
  da: ['Vi bruger cookies', 'Accepter', 'Log ind', 'Kun for abonnenter'],
  no: ['Vi bruker informasjonskapsler', 'Godta', 'Logg inn', 'Kun for abonnenter'],
  tr: ['Çerez', 'Çerezleri kullanıyoruz', 'Kabul et', 'Giriş yap', 'Abonelere özel'],
  cs: ['Používáme cookies', 'Přijmout', 'Přihlásit se', 'Pouze pro předplatitele'],
}
