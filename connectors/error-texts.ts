import type { Actor } from './errors.ts'

interface ErrorText {
  readonly who: Actor
  readonly fr: string
  readonly en: string
}

/** What each code says, and who must act. The sentence names the actor; place and field are added after it. */
export const texts = {
  // The file
  empty: {
    who: 'you',
    fr: 'Le fichier ne contient aucune donnée. Choisissez un autre fichier.',
    en: 'The file holds no data. Choose another file.',
  },
  'too-large': {
    who: 'you',
    fr: 'Le fichier est trop gros. Découpez-le en périodes plus courtes.',
    en: 'The file is too large. Split it into shorter periods.',
  },
  'too-many-records': {
    who: 'you',
    fr: 'Le fichier contient trop d’éléments. Découpez-le en périodes plus courtes.',
    en: 'The file holds too many records. Split it into shorter periods.',
  },
  'archive-too-large': {
    who: 'you',
    fr: 'L’archive contient trop de fichiers, ou des fichiers trop gros. Envoyez-les un à un, par périodes plus courtes.',
    en: 'The archive holds too many files, or files that are too large. Send them one by one, for shorter periods.',
  },
  protected: {
    who: 'you',
    fr: 'Le fichier est protégé par un mot de passe. Choisissez-en un qui ne l’est pas.',
    en: 'The file is protected by a password. Choose one that is not.',
  },
  'not-text': {
    who: 'you',
    fr: 'Le fichier n’est pas un texte lisible. Choisissez le fichier d’origine, non compressé et non modifié.',
    en: 'The file is not readable text. Choose the original file, neither compressed nor altered.',
  },
  'unknown-layout': {
    who: 'us',
    fr: 'La présentation du fichier n’est pas connue. Signalez-la-nous : nous l’ajouterons au connecteur.',
    en: 'The layout of the file is not known. Report it to us: we will add it to the connector.',
  },
  'other-connector': {
    who: 'you',
    fr: 'Le fichier n’est pas de ceux que ce partenaire envoie. Vérifiez l’un et l’autre.',
    en: 'The file is not of those that this partner sends. Check both.',
  },
  unsupported: {
    who: 'us',
    fr: 'Le fichier contient un type de donnée que ce connecteur ne lit pas. Signalez-le-nous : nous l’ajouterons.',
    en: 'The file holds a kind of data that this connector does not read. Report it to us: we will add it.',
  },
  truncated: {
    who: 'you',
    fr: 'Le fichier est coupé avant la fin. Téléchargez-le de nouveau.',
    en: 'The file is cut before its end. Download it again.',
  },
  malformed: {
    who: 'partner',
    fr: 'Le fichier est mal formé. Le partenaire doit le produire de nouveau.',
    en: 'The file is malformed. The partner must produce it again.',
  },
  'missing-field': {
    who: 'partner',
    fr: 'Un champ obligatoire manque. Le partenaire doit compléter le fichier.',
    en: 'A required field is missing. The partner must complete the file.',
  },
  'bad-field': {
    who: 'partner',
    fr: 'Un champ est illisible. Le partenaire doit corriger le fichier.',
    en: 'A field cannot be read. The partner must correct the file.',
  },
  'too-long': {
    who: 'partner',
    fr: 'Un champ est trop long. Le partenaire doit corriger le fichier.',
    en: 'A field is too long. The partner must correct the file.',
  },
  contradiction: {
    who: 'partner',
    fr: 'Le fichier dit deux choses différentes de la même mesure. Le partenaire doit le corriger.',
    en: 'The file says two different things about the same measure. The partner must correct it.',
  },
  'partner-error': {
    who: 'partner',
    fr: 'Le fichier ne contient qu’un message d’erreur du partenaire. Demandez-lui un nouveau fichier.',
    en: 'The file holds only an error message of the partner. Ask the partner for a new file.',
  },
  'no-invoice-inside': {
    who: 'partner',
    fr: 'Ce PDF ne contient pas de facture lisible par un programme. Demandez au fournisseur sa facture Factur-X, ou en XML.',
    en: 'This PDF holds no invoice that a program can read. Ask the supplier for the Factur-X invoice, or for XML.',
  },
  nonconforming: {
    who: 'us',
    fr: 'Un élément ne respecte pas le vocabulaire. Signalez-le-nous : le connecteur doit être corrigé.',
    en: 'A record does not conform to the vocabulary. Report it to us: the connector must be corrected.',
  },
  'document-too-large': {
    who: 'you',
    fr: 'Une période contient trop de données pour un seul envoi. Découpez le fichier en périodes plus courtes.',
    en: 'One period holds too much data for a single request. Split the file into shorter periods.',
  },

  // The pod
  'pod-full': {
    who: 'citizen',
    fr: 'L’espace du citoyen est plein : il doit y faire de la place, ou en demander davantage à son opérateur.',
    en: 'The citizen’s pod is full: they have to make room in it, or ask its operator for more.',
  },
  'share-full': {
    who: 'citizen',
    fr: 'Vous occupez déjà la moitié de l’espace du citoyen, ou les partenaires en occupent ensemble les trois quarts, le plus qu’ils puissent y prendre : lui seul peut y faire de la place.',
    en: 'You take half of the citizen’s pod already, or all partners together three quarters, the most that they may: only they can make room in it.',
  },
  'profile-unreadable': {
    who: 'citizen',
    fr: 'Le profil du citoyen n’a pas pu être lu. Vérifiez le WebID avec lui.',
    en: 'The citizen’s profile could not be read. Check the WebID with them.',
  },
  'not-a-webid': {
    who: 'you',
    fr: 'Ce n’est pas un WebID : il commence par https:// et nomme une personne, comme https://pods.example/claire/profile/card#me.',
    en: 'This is not a WebID: it begins with https:// and names a person, as in https://pods.example/claire/profile/card#me.',
  },
  'no-storage': {
    who: 'citizen',
    fr: 'Le profil ne nomme pas un espace personnel, et un seul. Demandez au citoyen l’adresse du sien.',
    en: 'The profile does not name exactly one pod. Ask the citizen for the address of theirs.',
  },
  'insecure-address': {
    who: 'you',
    fr: 'L’adresse n’est pas sûre : il faut https (ou une adresse de cette machine). Rien n’a été envoyé.',
    en: 'The address is not safe: https is needed (or an address of this machine). Nothing was sent.',
  },
  'login-refused': {
    who: 'you',
    fr: 'Le serveur d’identité a refusé les identifiants du partenaire, ou ne répond pas. Vérifiez-les ; l’opérateur peut les renouveler (traboule-pod partner renew).',
    en: 'The identity server refused the partner’s credentials, or does not answer. Check them; the operator can renew them (traboule-pod partner renew).',
  },
  'not-allowed': {
    who: 'citizen',
    fr: 'Le citoyen n’a pas ouvert cette porte, ou l’a refermée. Demandez-lui de connecter le partenaire.',
    en: 'The citizen has not opened this door, or has closed it. Ask them to connect the partner.',
  },
  'move-not-allowed': {
    who: 'you',
    fr: 'Un des deux serveurs refuse : vos identifiants n’y donnent pas tous les droits sur votre espace. Faites-en d’autres, dans votre compte.',
    en: 'One of the two servers refuses: your credentials do not give all rights over your pod there. Make others, in your account.',
  },
  'too-many-resources': {
    who: 'us',
    fr: 'L’espace contient plus de documents que cette commande n’en déplace. Signalez-le-nous. Rien n’a été écrit.',
    en: 'The pod holds more documents than this command moves. Report it to us. Nothing was written.',
  },
  'server-refused': {
    who: 'us',
    fr: 'L’espace personnel a refusé l’envoi. Signalez-le-nous, avec le code ci-joint.',
    en: 'The pod refused the request. Report it to us, with the code given here.',
  },
  'server-busy': {
    who: 'you',
    fr: 'L’espace personnel ne répond pas, malgré plusieurs essais. Relancez la commande plus tard : rien ne sera doublé.',
    en: 'The pod does not answer, after several tries. Run the command again later: nothing will be doubled.',
  },
  'server-not-trusted': {
    who: 'you',
    fr: 'Le certificat du serveur n’est pas reconnu ici : si son autorité est la vôtre, donnez-en le certificat avec NODE_EXTRA_CA_CERTS ; sinon, son opérateur doit le renouveler. Rien de plus n’a été envoyé.',
    en: 'The certificate of the server is not trusted here: if its authority is your own, give that authority’s certificate with NODE_EXTRA_CA_CERTS; otherwise its operator has to renew it. Nothing more was sent.',
  },
  interrupted: {
    who: 'you',
    fr: 'L’envoi a été interrompu. Relancez la commande : rien ne sera doublé.',
    en: 'The import was interrupted. Run the command again: nothing will be doubled.',
  },

  // Onboarding
  'onboarding-lost': {
    who: 'citizen',
    fr: 'Cette connexion n’a pas été commencée ici, dans cette session, ou il y a trop longtemps. Recommencez depuis votre compte client. Rien n’a été envoyé.',
    en: 'This connection was not begun here, in this session, or too long ago. Begin again in your customer space. Nothing was sent.',
  },
  'onboarding-failed': {
    who: 'us',
    fr: 'Le serveur de l’espace personnel a répondu autre chose que ce qui était attendu. Signalez-le-nous. Rien n’a été envoyé.',
    en: 'The pod’s server answered something else than was expected. Report it to us. Nothing was sent.',
  },
} as const satisfies Record<string, ErrorText>
