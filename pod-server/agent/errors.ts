import type { Bilingual } from '../bilingual.ts'
import { tooMany } from '../limits/too-many.ts'
import { tooManyTries } from '../tries/too-many-tries.ts'
import { signUpSentences } from './sign-up-sentences.ts'

export type AgentErrorCode =
  | keyof typeof signUpSentences
  | 'not-logged-in'
  | 'not-allowed'
  | 'foreign-origin'
  | 'bad-request'
  | 'unknown-client'
  | 'bad-client'
  | 'unread-client'
  | 'clients-busy'
  | 'client-changed'
  | 'no-rules'
  | 'too-many-rules'
  | 'own-groups'
  | 'unknown-partner'
  | 'unknown-grant'
  | 'grant-ended'
  | 'unknown-receipt'
  | 'bad-end'
  | 'bad-person'
  | 'unknown-person'
  | 'unread-person'
  | 'not-a-person'
  | 'by-name-only'
  | 'not-your-pod'
  | 'wrong-password'
  | 'busy'
  | 'nothing-to-grant'
  | 'not-found'
  | 'method-not-allowed'
  | 'bad-onboarding'
  | 'bad-code'
  | 'bad-password'
  | 'no-password'
  | 'wrong-passkey'
  | 'known-passkey'
  | 'too-many-passkeys'
  | 'unknown-passkey'
  | 'last-log-in'
  | 'too-many-credentials'
  | 'unknown-credentials'
  | 'unknown-session'
  | 'leaving'
  | 'unknown-erasure'
  | 'erasing'
  | 'too-many-tries'
  | 'too-many-requests'
  | 'failed'

const sentences: Record<AgentErrorCode, readonly [status: number, fr: string, en: string]> = {
  ...signUpSentences,
  'not-logged-in': [401, 'Connectez-vous d’abord.', 'Log in first.'],
  'not-allowed': [
    403,
    'Cette application n’a pas ce droit. Ouvrez votre espace pour le faire.',
    'This app may not do that. Open your space to do it.',
  ],
  'foreign-origin': [
    403,
    'Cette demande ne vient pas de nos pages : elle est refusée.',
    'This request does not come from our pages: it is refused.',
  ],
  'bad-request': [
    400,
    'La demande est incomplète ou mal formée : c’est à l’application de la corriger.',
    'The request is incomplete or malformed: the app must mend it.',
  ],
  'unknown-client': [
    404,
    'Cette application n’est pas enregistrée auprès de l’opérateur de cet espace : elle ne peut rien y demander. Son éditeur doit d’abord l’y faire enregistrer.',
    'This app is not registered with the operator of this space: it can ask for nothing here. Its maker has to have it registered first.',
  ],
  'bad-client': [
    400,
    'Aucune autorisation ne peut nommer cette application : donnez l’adresse, en https, du document qui dit qui elle est (Client ID).',
    'No permission can name this app: give the address, in https, of the document that says who it is (Client ID).',
  ],
  'unread-client': [
    400,
    'Cette application ne dit pas comme il faut qui elle est : c’est à son éditeur de le corriger.',
    'This app does not say as it should who it is: its maker has to mend that.',
  ],
  'clients-busy': [
    503,
    'Trop d’applications sont demandées à la fois : réessayez dans un moment.',
    'Too many apps are asked for at once: try again in a moment.',
  ],
  'client-changed': [
    409,
    'Cette application ne se présente plus comme vous l’avez lu ici : rien n’a été fait. Relisez ce qu’elle dit d’elle maintenant.',
    'This app does not describe itself any more as you read here: nothing was done. Read what it says of itself now.',
  ],
  'no-rules': [
    409,
    'Votre espace n’a plus ses règles : rétablissez-les d’abord, depuis votre compte.',
    'Your space has lost its rules: restore them first, from your account.',
  ],
  'too-many-rules': [
    409,
    'Trop de dossiers de votre espace ont leurs propres règles : ouvrez-les avec l’outil qui les a écrites.',
    'Too many folders of your space have rules of their own: open them with the tool that wrote them.',
  ],
  'own-groups': [
    409,
    'Des règles de votre espace comptent sur des groupes qui y sont écrits : cette application pourrait les changer, et décider ainsi qui a accès. Retirez d’abord ces règles, avec l’outil qui les a écrites.',
    'Rules of your space count on groups that are written in it: this app could change them, and so decide who has access. Take these rules away first, with the tool that wrote them.',
  ],
  'unknown-partner': [
    404,
    'Ce partenaire n’est pas enregistré auprès de l’opérateur.',
    'This partner is not registered with the operator.',
  ],
  'unknown-grant': [
    404,
    'Cette autorisation n’existe plus : rien à retirer.',
    'This permission no longer exists: nothing to withdraw.',
  ],
  'grant-ended': [
    409,
    'Une des autorisations que vous avez cochées n’a plus cours : rien n’a été fait. Rechargez la page.',
    'One of the permissions that you ticked does not run any more: nothing was done. Load the page again.',
  ],
  'unknown-receipt': [
    404,
    'Il n’y a pas de reçu de ce nom pour vous.',
    'There is no receipt of that name for you.',
  ],
  'bad-end': [
    400,
    'La fin de l’autorisation doit être un instant à venir.',
    'The end of the permission must be an instant to come.',
  ],
  'bad-person': [
    400,
    'Donnez l’adresse (WebID) d’une autre personne, en https ; un partenaire envoie des données et n’en lit pas.',
    'Give the address (WebID) of another person, in https; a partner sends data and reads none.',
  ],
  'unknown-person': [
    404,
    'Personne n’a cette adresse (WebID) ici : vérifiez-la avec la personne à qui vous voulez donner accès.',
    'Nobody has this address (WebID) here: check it with the person whom you want to give access.',
  ],
  'unread-person': [
    400,
    'Cette adresse (WebID) n’a pas pu être lue : aucun accès n’est donné.',
    'This address (WebID) could not be read: no access is given.',
  ],
  'not-a-person': [
    400,
    'Personne ne peut se connecter avec cette adresse (WebID) : son document ne dit pas où (solid:oidcIssuer). Demandez à la personne son adresse exacte.',
    'Nobody can log in with this address (WebID): its document does not say where (solid:oidcIssuer). Ask the person for their exact address.',
  ],
  'by-name-only': [
    400,
    'Les données de santé s’autorisent seules, par leur nom.',
    'Health data is granted by itself, by its name.',
  ],
  'not-your-pod': [403, 'Cet espace n’est pas le vôtre.', 'This space is not yours.'],
  'wrong-password': [
    403,
    'Ce mot de passe n’est pas celui de ce compte : corrigez-le, puis recommencez. Rien n’a été changé.',
    'This password is not that of this account: correct it, then try again. Nothing was changed.',
  ],
  busy: [
    503,
    'Trop de personnes se connectent en ce moment : réessayez dans quelques secondes.',
    'Too many people are logging in at this moment: try again in a few seconds.',
  ],
  'nothing-to-grant': [
    409,
    'Aucun partenaire ne vous a encore envoyé de données de cette catégorie : connectez-en un d’abord.',
    'No partner has sent you data of this category yet: connect one first.',
  ],
  'not-found': [404, 'Cette adresse ne mène nulle part.', 'This address leads nowhere.'],
  'method-not-allowed': [405, 'Cette adresse ne fait pas cela.', 'This address does not do that.'],
  'bad-onboarding': [
    400,
    'L’adresse par laquelle ce partenaire vous envoie ici est fausse : c’est à lui de la corriger. Rien n’a été fait.',
    'The address by which this partner sends you here is wrong: the partner must mend it. Nothing was done.',
  ],
  'bad-code': [
    400,
    'Ce code ne vaut rien, ou plus rien : le client doit recommencer depuis son espace client.',
    'This code is worth nothing, or nothing any more: the customer must begin again in their customer space.',
  ],
  'bad-password': [400, 'Ce mot de passe ne convient pas.', 'This password will not do.'],
  'no-password': [
    409,
    'Votre compte n’a pas de mot de passe : rien n’a changé.',
    'Your account has no password: nothing was changed.',
  ],
  'wrong-passkey': [
    403,
    'Cette clé d’accès n’a pas été acceptée, ou la demande a trop attendu. Rien n’a changé : recommencez.',
    'This passkey was not accepted, or the request has waited too long. Nothing was changed: try again.',
  ],
  'known-passkey': [
    409,
    'Cette clé d’accès est déjà ajoutée : rien n’a changé.',
    'This passkey was added already: nothing was changed.',
  ],
  'too-many-passkeys': [
    409,
    'Vous avez déjà beaucoup de clés d’accès : retirez-en une d’abord.',
    'You have many passkeys already: remove one first.',
  ],
  'unknown-passkey': [
    404,
    'Cette clé d’accès n’existe plus : rien à retirer.',
    'This passkey no longer exists: nothing to remove.',
  ],
  'last-log-in': [
    409,
    'C’est la seule façon d’entrer dans votre compte : ajoutez-en d’abord une autre.',
    'It is the only way into your account: add another one first.',
  ],
  'too-many-credentials': [
    409,
    'Vous avez déjà beaucoup de clés : retirez-en une d’abord.',
    'You have many keys already: take one away first.',
  ],
  'unknown-credentials': [
    404,
    'Cette clé n’existe plus : rien à retirer.',
    'This key no longer exists: nothing to take away.',
  ],
  'unknown-session': [404, 'Cette connexion est déjà fermée.', 'This log-in has ended already.'],
  leaving: [
    409,
    'Vous avez demandé l’effacement de votre espace : plus personne n’y entre. Annulez-le d’abord, depuis votre compte.',
    'You have asked for your space to be erased: nobody is let in any more. Cancel that first, from your account.',
  ],
  'unknown-erasure': [
    404,
    'Aucun effacement n’est demandé : rien à annuler.',
    'No erasure was asked for: there is nothing to cancel.',
  ],
  erasing: [
    409,
    'L’effacement a commencé : il ne peut plus être annulé.',
    'The erasure has begun: it cannot be cancelled any more.',
  ],
  'too-many-tries': [
    429,
    'Trop d’essais faux : attendez quelques minutes avant de réessayer.',
    'Too many wrong tries: wait a few minutes before you try again.',
  ],
  'too-many-requests': [429, tooMany.message.fr, tooMany.message.en],
  failed: [
    500,
    'Une erreur de notre côté. Réessayez dans un instant.',
    'A fault on our side. Try again in a moment.',
  ],
}

/** What the authorization agent refuses, with the sentence that the citizen reads. */
export class AgentError extends Error {
  override name = 'AgentError'
  readonly code: AgentErrorCode
  readonly status: number
  readonly sentence: Bilingual
  /** Seconds until it is worth trying again. */
  readonly retryAfter: number | undefined

  /** @param reason what more there is to say, in a sentence. */
  constructor(code: AgentErrorCode, retryAfter?: number, reason?: Bilingual) {
    const [status, fr, en] = sentences[code]
    super(en)
    this.code = code
    this.status = status
    const said = code === 'too-many-tries' && retryAfter ? tooManyTries(retryAfter) : { fr, en }
    this.sentence = reason ? { fr: `${fr} ${reason.fr}`, en: `${en} ${reason.en}` } : said
    this.retryAfter = retryAfter
  }
}
