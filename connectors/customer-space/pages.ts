import { createHash } from 'node:crypto'
import { frenchSpaces } from '#vocab/french-spaces'
import { type Html, html, type Part } from '#vocab/html'
import { PAGE_STYLE } from '#vocab/page-style'
import type { Bilingual } from '../errors.ts'
import type { Connection } from '../onboarding/connection.ts'
import type { Customer } from './customers.ts'

const style = html`
${PAGE_STYLE}
:root { --link: #1c4e80; }
@media (prefers-color-scheme: dark) { :root { --link: #a5cdf2; } }
body { max-width: 36rem; }
header { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: baseline; justify-content: space-between; margin-bottom: 1rem; }
h1 { margin: 0 0 1rem; font-size: 1.6rem; }
h2 { margin: 1.5rem 0 .5rem; font-size: 1.2rem; }
p { margin: 0 0 .75rem; }
form { display: inline-block; margin: 0 .5rem .5rem 0; }
button { min-height: 2.75rem; padding: .5rem 1rem; font: inherit; color: var(--link); background: var(--surface); border: 1px solid currentColor; border-radius: .5rem; cursor: pointer; }
button [lang=en] { color: inherit; }
button.primary { color: var(--surface); background: var(--link); }
[role] p:last-child { margin: 0; }
dt { color: var(--muted); }
dd { margin: 0 0 .75rem; font-weight: 600; }
[role=alert], [role=status] { margin-bottom: 1rem; padding: .75rem 1rem; border: 1px solid var(--line); border-inline-start: .25rem solid var(--focus); }
`

/** Lets the page's own style through a policy that lets nothing else through. */
export const styleSource = `'sha256-${createHash('sha256').update(style.text).digest('base64')}'`

/** In both languages, French first. */
const both = ({ fr, en }: Bilingual): Html => html`<p>${frenchSpaces(fr)}</p><p lang="en">${en}</p>`

const button = (action: string, { fr, en }: Bilingual, isPrimary = false, ...fields: Part[]): Html =>
  html`<form method="post" action="${action}">${fields}<button${isPrimary && html` class="primary"`}>${fr} · <span lang="en">${en}</span></button></form>`

const hidden = (name: string, value: string): Html =>
  html`<input type="hidden" name="${name}" value="${value}">`

function page(partner: string, title: Bilingual, body: Part, customer?: Customer): string {
  return html`<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title.fr} · ${partner}</title>
<style>${style}</style>
</head>
<body>
<header><a class="mark" href="/">${partner}</a>${customer && html`<span>${customer.name}</span>`}</header>
<main class="card">
<h1>${frenchSpaces(title.fr)}<br><span lang="en">${title.en}</span></h1>
${body}
</main>
</body>
</html>
`.text
}

const space: Bilingual = { fr: 'Votre espace client', en: 'Your customer space' }

/** The list of names that stands for a log-in: the partner and its customers are invented. */
export function logInPage(partner: string, customers: readonly Customer[]): string {
  const why = both({
    fr: 'Ce partenaire est inventé, et ses clients aussi : choisissez qui vous êtes.',
    en: 'This partner is invented, and so are its customers: choose who you are.',
  })
  const names = customers.map(
    ({ id, name }) =>
      html`<form method="post" action="/log-in">${hidden('customer', id)}<button>${name}</button></form>`,
  )
  return page(partner, { fr: 'Espace client', en: 'Customer space' }, html`${why}${names}`)
}

export interface Shown {
  readonly connection: Connection | undefined
  /** What has just happened. */
  readonly said: Bilingual | undefined
}

export function customerPage(partner: string, customer: Customer, { connection, said }: Shown): string {
  const news = said && html`<div role="status">${both(said)}</div>`
  const leave = button('/log-out', { fr: 'Se déconnecter', en: 'Log out' })
  const body = connection
    ? html`${both({
        fr: 'Vos relevés peuvent être déposés dans votre espace personnel Traboule :',
        en: 'Your statements can be delivered to your Traboule space:',
      })}
${receivingPod(connection)}
${button('/deliver', { fr: 'Envoyer mes relevés', en: 'Send my statements' }, true)}
${button('/forget', { fr: 'Ne plus envoyer', en: 'Send no more' })}`
    : html`${both({
        fr: 'Recevez vos relevés dans votre espace personnel Traboule. Vous direz oui ou non sur votre compte Traboule, pas ici ; nous pourrons seulement y ajouter vos relevés, jamais y lire.',
        en: 'Receive your statements in your Traboule space. You will say yes or no on your Traboule account, not here; we will only be able to add your statements there, never to read.',
      })}
${button('/connect', { fr: 'Connecter mon espace', en: 'Connect my space' }, true)}`
  return page(partner, space, html`${news}${body}${leave}`, customer)
}

/** Names the receiving pod back to the customer, before anything is sent (DESIGN §7). */
export function confirmPage(partner: string, customer: Customer, connection: Connection): string {
  const body = html`${both({
    fr: 'Rien n’est encore envoyé. Vos relevés iront dans cet espace personnel :',
    en: 'Nothing is sent yet. Your statements will go to this space:',
  })}
${receivingPod(connection)}
${both({
  fr: 'Si ce n’est pas le vôtre, dites non : quelqu’un cherche peut-être à recevoir vos relevés.',
  en: 'If it is not yours, say no: somebody may be trying to receive your statements.',
})}
${button('/confirm', { fr: 'Oui, c’est le mien', en: 'Yes, it is mine' }, true, hidden('container', connection.container))}
${button('/decline', { fr: 'Non', en: 'No' })}`
  return page(partner, { fr: 'Est-ce bien votre espace ?', en: 'Is this your space?' }, body, customer)
}

export function problemPage(partner: string, sentence: Bilingual): string {
  const back = html`<p><a href="/">${space.fr} · <span lang="en">${space.en}</span></a></p>`
  const alert = html`<div role="alert">${both(sentence)}</div>`
  return page(partner, { fr: 'Cela n’a pas marché', en: 'This did not work' }, html`${alert}${back}`)
}

const receivingPod = ({ webId, container }: Connection): Html => html`<dl>
<dt>Espace de · <span lang="en">Space of</span></dt><dd>${webId}</dd>
<dt>Dossier · <span lang="en">Folder</span></dt><dd>${container}</dd>
</dl>`
