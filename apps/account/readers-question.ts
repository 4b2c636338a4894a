import { html, nothing } from 'lit/html.js'
import { type Messages, t, type Words } from '../shared/i18n/t.ts'
import { dayOf } from './when.ts'

/** Who reads data of the kind that a partner is about to add. */
export interface Reader {
  readonly pod: string
  /** The id of the grant by which they do. */
  readonly grant: string
  readonly kind: 'app' | 'person'
  readonly name: Words | string
  readonly why: Words
  readonly until: string
}

const words = {
  who: {
    fr: (partner: string) => `Qui pourra lire aussi les données de ${partner} ?`,
    en: (partner: string) => `Who may read the data of ${partner} too?`,
  },
  nobody: {
    fr: 'Personne, tant que vous ne cochez rien.',
    en: 'Nobody, as long as you tick nothing.',
  },
  already: {
    fr: (end: string) => `lit déjà vos autres données de cette sorte, jusqu’au ${end}`,
    en: (end: string) => `reads your other data of this kind already, until ${end}`,
  },
} satisfies Messages

/** Each is asked about by itself, and nobody is ticked: connecting a partner lets nobody read it. */
export const readersQuestion = (partner: string, readers: readonly Reader[]) => html`<fieldset>
  <legend>${t(words.who, partner)}</legend>
  <p class="small">${t(words.nobody)}</p>
  ${readers.map(
    ({ grant, kind, name, why, until }) => html`<label class="choice">
      <input type="checkbox" name="reader" value=${grant} />
      <span>
        ${typeof name === 'string' ? name : t(name)}<br />
        <span class="small">${kind === 'app' ? `${t(why)} · ` : nothing}${t(words.already, dayOf(until))}</span>
      </span>
    </label>`,
  )}
</fieldset>`
