import { html } from 'lit/html.js'
import { type Messages, t } from '../shared/i18n/t.ts'

const words = {
  copy: { fr: 'Copier l’adresse', en: 'Copy the address' },
  copied: { fr: 'Adresse copiée', en: 'Address copied' },
  notCopied: { fr: 'Sélectionnez-la pour la copier', en: 'Select it to copy it' },
} satisfies Messages

/** A button that puts an address where the device pastes from, and then says whether it is there. */
export const copyAddress = (url: string) =>
  html`<button type="button" @click=${(event: Event) => copy(event, url)}>${t(words.copy)}</button>`

async function copy({ target }: Event, url: string): Promise<void> {
  const isDone = await navigator.clipboard.writeText(url).then(
    () => true,
    () => false,
  )
  ;(target as HTMLElement).textContent = t(isDone ? words.copied : words.notCopied)
}
