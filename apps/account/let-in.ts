import { html, nothing } from 'lit/html.js'
import { type Messages, t } from '../shared/i18n/t.ts'
import { get } from './api.ts'
import { refusedAt } from './refused-at.ts'

/** What such an app says of itself, as the server has read it. */
interface Asked {
  readonly client: { readonly host: string; readonly name?: string }
  /** An address of the app itself, checked by the server. */
  readonly return: string
}

const words = {
  named: {
    fr: (name: string, site: string) => `Elle dit s’appeler « ${name} », et vient de ${site}.`,
    en: (name: string, site: string) => `It says that it is called “${name}”, and is of ${site}.`,
  },
  nameless: {
    fr: (site: string) => `Elle vient de ${site}, et ne dit pas son nom.`,
    en: (site: string) => `It is of ${site}, and does not say its name.`,
  },
  anyway: {
    fr: 'Vous pouvez encore lui ouvrir tout votre espace, sous votre seule responsabilité.',
    en: 'You can still open your whole space to it, on your own responsibility alone.',
  },
  open: { fr: 'Voir ce que cela veut dire', en: 'See what that means' },
  back: { fr: 'Refuser et revenir à l’application', en: 'Refuse and go back to the app' },
  leave: { fr: 'Aller à mon compte', en: 'Go to my account' },
  unnamed: {
    fr: 'Elle n’a pas d’adresse à elle (Client ID) : aucune autorisation ne peut la nommer, même donnée par vous.',
    en: 'It has no address of its own (client ID): no permission can name it, not even one that you give.',
  },
} satisfies Messages

/** Of an app that is not registered: a citizen can let it in, where it has an address to be named by, or leave. */
export async function letIn(): Promise<() => unknown> {
  const { search, searchParams } = new URL(location.href)
  const leave = () => html`<a class="button" href="/.account/">${t(words.leave)}</a>`
  if (!/^https?:/.test(searchParams.get('client_id') ?? ''))
    return () => html`<p>${t(words.unnamed)}</p>
      <p class="actions">${leave()}</p>`
  const asked = await get<Asked>(`/.agent/trust${search}`).catch(() => undefined)
  return () => html`${asked ? who(asked) : nothing}
    <p>${t(words.anyway)}</p>
    <p class="actions">
      ${asked ? html`<a class="button primary" href=${refusedAt(asked.return)}>${t(words.back)}</a>` : leave()}
      <a class="button" href="/.agent/trust${search}">${t(words.open)}</a>
    </p>`
}

const who = ({ client: { name, host } }: Asked) =>
  html`<p>${name ? t(words.named, name, host) : t(words.nameless, host)}</p>`
