import { html } from 'lit/html.js'
import { type Messages, t } from '../shared/i18n/t.ts'

const words = {
  anyway: {
    fr: 'Vous pouvez encore lui ouvrir tout votre espace, sous votre seule responsabilité.',
    en: 'You can still open your whole space to it, on your own responsibility alone.',
  },
  open: { fr: 'Voir ce que cela veut dire', en: 'See what that means' },
  unnamed: {
    fr: 'Elle n’a pas d’adresse à elle (Client ID) : aucune autorisation ne peut la nommer, même donnée par vous.',
    en: 'It has no address of its own (client ID): no grant can name it, not even one that you give.',
  },
} satisfies Messages

/** Of an app that is not registered: a citizen can let it in, where it has an address to be named by. */
export function letIn() {
  const { search, searchParams } = new URL(location.href)
  if (!/^https?:/.test(searchParams.get('client_id') ?? '')) return html`<p>${t(words.unnamed)}</p>`
  return html`<p>${t(words.anyway)}</p>
    <p class="actions"><a class="button" href="/.agent/trust${search}">${t(words.open)}</a></p>`
}
