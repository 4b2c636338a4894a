/** A letter, in both languages: whoever reads it may have told us neither. */
export interface Text {
  readonly subject: string
  readonly text: string
}

/** To whom the operator invites. `link`: with the code, in its fragment. */
export const invitationLetter = (link: string): Text =>
  both(
    'Votre invitation à ouvrir un espace Traboule',
    `Vous êtes invité à créer votre espace Traboule. Ouvrez ce lien, qui vaut une fois, pendant 14 jours :

${link}

Si vous n’attendiez pas cette invitation, ne faites rien.`,
    'Your invitation to open a space of your own',
    `You are invited to make a space of your own. Open this link, which is good once, for 14 days:

${link}

If you did not expect this invitation, do nothing.`,
  )

/** To an address that somebody gave for a new account. */
export const confirmationLetter = (link: string): Text =>
  both(
    'Confirmez votre adresse e-mail',
    `Quelqu’un crée un espace Traboule avec votre adresse. Si c’est vous, confirmez-la par ce lien, qui vaut une fois, pendant un jour ; vous y choisirez votre mot de passe :

${link}

Si ce n’est pas vous, ne faites rien : aucun compte ne sera créé.`,
    'Confirm your e-mail address',
    `Somebody is making a space with your address. If it is you, confirm it by this link, which is good once, for a day; you choose your password there:

${link}

If it is not you, do nothing: no account will be made.`,
  )

/** The same, to an address that has an account. */
export const knownLetter = (logIn: string, reset: string): Text =>
  both(
    'Vous avez déjà un espace Traboule',
    `Quelqu’un a voulu créer un espace Traboule avec votre adresse, qui a déjà un compte : rien n’a été créé.

Se connecter : ${logIn}
Mot de passe oublié : ${reset}`,
    'You have a space already',
    `Somebody wanted to make a space with your address, which has an account already: nothing was made.

Log in: ${logIn}
Forgotten password: ${reset}`,
  )

/** To whoever has forgotten their password. */
export const resetLetter = (link: string): Text =>
  both(
    'Un nouveau mot de passe',
    `Vous avez demandé un nouveau mot de passe. Choisissez-le par ce lien, qui vaut une fois, pendant une demi-heure :

${link}

Si ce n’est pas vous, ne faites rien : votre mot de passe reste.`,
    'A new password',
    `You asked for a new password. Choose it by this link, which is good once, for half an hour:

${link}

If it was not you, do nothing: your password stays.`,
  )

/** To an address that somebody who is in an account gives it. */
export const addressLetter = (link: string): Text =>
  both(
    'Confirmez votre adresse e-mail',
    `Vous avez choisi un mot de passe pour votre compte, avec cette adresse. Dans le navigateur où votre compte est ouvert, ouvrez ce lien, qui vaut une fois, pendant une demi-heure :

${link}

Si ce n’est pas vous, ne faites rien : cette adresse n’est à aucun compte.`,
    'Confirm your e-mail address',
    `You have chosen a password for your account, with this address. In the browser where your account is open, open this link, which is good once, for half an hour:

${link}

If it was not you, do nothing: this address is no account's.`,
  )

/** To whom the account is of, once it has another password. */
export const changedLetter = (reset: string): Text =>
  both(
    'Votre mot de passe a été changé',
    `Votre compte a un nouveau mot de passe, et toutes ses connexions ont été fermées.

Si ce n’est pas vous, choisissez-en un autre tout de suite : ${reset}`,
    'Your password was changed',
    `Your account has a new password, and all its log-ins have ended.

If it was not you, choose another at once: ${reset}`,
  )

/** To whom an account is of, once its erasure was asked for. `due`: UTC milliseconds. */
export const erasureLetter = ({ due, page, proof }: { due: number; page: string; proof: string }): Text =>
  both(
    'Votre compte et votre espace seront effacés',
    `L’effacement de votre compte et de votre espace a été demandé. Il aura lieu le ${dayIn('fr', due)}. D’ici là vous pouvez encore tout voir, en prendre une copie, et annuler :

${page}

Les autorisations que vous aviez données ont pris fin aujourd’hui.
Une fois l’effacement fait, sa preuve sera à cette adresse, que personne d’autre ne connaît ; gardez-la :

${proof}

Si ce n’est pas vous qui l’avez demandé, annulez à l’adresse ci-dessus, puis changez votre mot de passe.`,
    'Your account and your space will be erased',
    `The erasure of your account and your space was asked for. It takes place on ${dayIn('en', due)}. Until then you can still see everything, take a copy, and cancel:

${page}

The grants that you had given ended today.
Once it is done, its proof will be at this address, which nobody else knows; keep it:

${proof}

If it was not you who asked, cancel at the address above, then change your password.`,
  )

/** The same, one day before. */
export const erasureEveLetter = ({ due, page }: { due: number; page: string }): Text =>
  both(
    'Votre espace sera effacé demain',
    `Votre compte et votre espace seront effacés le ${dayIn('fr', due)}. Ensuite personne ne pourra les faire revenir. Pour prendre une copie ou annuler :

${page}`,
    'Your space will be erased tomorrow',
    `Your account and your space will be erased on ${dayIn('en', due)}. After that nobody can bring them back. To take a copy or to cancel:

${page}`,
  )

/** Once it was cancelled. `security`: where log-ins are ended. */
export const keptLetter = (security: string): Text =>
  both(
    'L’effacement de votre espace est annulé',
    `Votre compte et votre espace restent. Les autorisations qui ont pris fin ne reviennent pas : redonnez celles que vous voulez.

Si ce n’est pas vous qui avez annulé, voyez qui est connecté à votre compte : ${security}`,
    'The erasure of your space is cancelled',
    `Your account and your space stay. The grants that ended do not come back: give again those that you want.

If it was not you who cancelled, see who is logged in to your account: ${security}`,
  )

/** As it is in Lyon. */
const dayIn = (language: 'fr' | 'en', at: number): string =>
  new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    dateStyle: 'full',
    timeStyle: 'short',
    timeZone: 'Europe/Paris',
  }).format(at)

export const both = (subjectFr: string, fr: string, subjectEn: string, en: string): Text => ({
  subject: `Traboule : ${subjectFr} / ${subjectEn}`,
  text: `(English below)\n\nBonjour,\n\n${fr}\n\n--\n\nHello,\n\n${en}\n`,
})
