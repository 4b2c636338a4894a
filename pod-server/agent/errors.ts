import type { Bilingual } from '../bilingual.ts'

export type AgentErrorCode =
  | 'not-logged-in'
  | 'not-allowed'
  | 'foreign-origin'
  | 'bad-request'
  | 'unknown-client'
  | 'unknown-partner'
  | 'unknown-grant'
  | 'not-your-pod'
  | 'wrong-password'
  | 'busy'
  | 'nothing-to-grant'
  | 'not-found'
  | 'method-not-allowed'
  | 'failed'

const sentences: Record<AgentErrorCode, readonly [status: number, fr: string, en: string]> = {
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
    'Cette application n’est pas enregistrée auprès de l’opérateur.',
    'This app is not registered with the operator.',
  ],
  'unknown-partner': [
    404,
    'Ce partenaire n’est pas enregistré auprès de l’opérateur.',
    'This partner is not registered with the operator.',
  ],
  'unknown-grant': [
    404,
    'Cette autorisation n’existe plus : rien à retirer.',
    'This grant no longer exists: nothing to withdraw.',
  ],
  'not-your-pod': [403, 'Cet espace personnel n’est pas le vôtre.', 'This space is not yours.'],
  'wrong-password': [
    403,
    'Ce n’est pas le mot de passe de ce compte : rien n’a été changé.',
    'This is not the password of this account: nothing was changed.',
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

  constructor(code: AgentErrorCode) {
    const [status, fr, en] = sentences[code]
    super(en)
    this.code = code
    this.status = status
    this.sentence = { fr, en }
  }
}
