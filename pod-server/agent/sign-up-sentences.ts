/** What is refused to whoever has no account yet, or cannot log in to it. */
export const signUpSentences = {
  'invitation-needed': [
    403,
    'Ici, un espace s’ouvre sur invitation : demandez-en une à l’opérateur.',
    'A space is opened by invitation here: ask the operator for one.',
  ],
  'invitation-unknown': [
    404,
    'Ce lien d’invitation n’est pas complet, ou n’est pas d’ici : ouvrez-le en entier, ou demandez-en un autre à l’opérateur.',
    'This invitation link is not whole, or not from here: open all of it, or ask the operator for another.',
  ],
  'invitation-late': [
    410,
    'Cette invitation n’est plus valable, son délai est passé : demandez-en une autre à l’opérateur.',
    'This invitation is no longer good, its time is over: ask the operator for another.',
  ],
  'invitation-used': [
    410,
    'Cette invitation a déjà servi. Si c’est vous qui avez créé votre espace, connectez-vous.',
    'This invitation has been used already. If it was you who made your space, log in.',
  ],
  'sign-up-by-page': [
    403,
    'Ici, une adresse e-mail se confirme par un e-mail : créez votre compte sur la page /.account/join/.',
    'An e-mail address is confirmed by an e-mail here: make your account on the page /.account/join/.',
  ],
  'too-many-sign-ups': [
    429,
    'Trop de créations de compte ont été demandées d’ici : attendez une heure avant de réessayer.',
    'Too many accounts were asked for from here: wait an hour before you try again.',
  ],
  'bad-email': [
    400,
    'Cette adresse e-mail n’est pas complète : vérifiez-la.',
    'This e-mail address is not whole: check it.',
  ],
  'bad-pod-name': [
    400,
    'Ce nom ne convient pas : 1 à 40 lettres minuscules sans accent, chiffres et tirets, sans tiret au début ni à la fin.',
    'This name will not do: 1 to 40 small letters without accents, figures and hyphens, with no hyphen at either end.',
  ],
  'name-taken': [
    409,
    'Ce nom est déjà pris, ou l’a été : choisissez-en un autre.',
    'This name is taken, or was: choose another.',
  ],
  'email-known': [
    403,
    'Cette adresse e-mail a déjà un compte ici : connectez-vous, ou donnez-en une autre.',
    'This e-mail address has an account here already: log in, or give another.',
  ],
  'no-mail': [
    409,
    'Ce serveur n’envoie pas d’e-mails : demandez un lien à l’opérateur.',
    'This server sends no e-mails: ask the operator for a link.',
  ],
  'too-many-letters': [
    429,
    'Trop d’e-mails ont été demandés : regardez dans votre boîte, aussi parmi les indésirables, ou attendez une heure.',
    'Too many e-mails were asked for: look into your mailbox, also among the junk, or wait an hour.',
  ],
  'code-unknown': [
    404,
    'Ce lien n’est pas complet, ou n’est plus valable : ouvrez-le en entier, ou demandez-en un autre.',
    'This link is not whole, or no longer good: open all of it, or ask for another.',
  ],
  'code-late': [
    410,
    'Ce lien n’est plus valable, son délai est passé : demandez-en un autre.',
    'This link is no longer good, its time is over: ask for another.',
  ],
  'code-used': [410, 'Ce lien a déjà servi.', 'This link has been used already.'],
} as const satisfies Record<string, readonly [status: number, fr: string, en: string]>
