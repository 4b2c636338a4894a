import { createHash } from 'node:crypto'
import { type Html, html, type Part } from '#vocab/html'
import { PAGE_STYLE } from '#vocab/page-style'
import type { Bilingual } from '../errors.ts'
import type { Connection } from '../onboarding/connection.ts'
import type { Customer } from './customers.ts'
import { type Reader, said } from './reader.ts'
import { spaceName } from './space-name.ts'

const style = html`
${PAGE_STYLE}
:root { --link: #1c4e80; --good: #17503f; }
@media (prefers-color-scheme: dark) { :root { --link: #a5cdf2; --good: #9ad6be; } }
body { max-width: 36rem; }
header { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: baseline; justify-content: space-between; margin-bottom: 1rem; }
h1 { margin: 0 0 1rem; font-size: 1.6rem; }
h2 { margin: 1.5rem 0 .5rem; font-size: 1.2rem; }
p { margin: 0 0 .75rem; }
form { display: inline-block; margin: 0 .5rem .5rem 0; }
button { min-height: 2.75rem; padding: .5rem 1rem; font: inherit; color: var(--link); background: var(--surface); border: 1px solid currentColor; border-radius: .5rem; cursor: pointer; }
button.primary { color: var(--surface); background: var(--link); }
[role] p:last-child { margin: 0; }
summary { padding: .5rem 0; color: var(--link); cursor: pointer; }
.switch { margin: 0; }
.switch button { padding: 0; font-weight: 400; background: none; border: 0; text-decoration: underline; }
.where { font-size: 1.2rem; }
dt { color: var(--muted); }
dd { margin: 0 0 .75rem; font-weight: 600; }
[role=alert], [role=status] { margin-bottom: 1rem; padding: .75rem 1rem; border: 1px solid var(--line); border-inline-start: .25rem solid var(--focus); }
[role=status] { border-inline-start-color: var(--good); }
`

/** Lets the page's own style through a policy that lets nothing else through. */
export const styleSource = `'sha256-${createHash('sha256').update(style.text).digest('base64')}'`

const p = (words: Bilingual, reader: Reader): Html => html`<p>${said(words, reader)}</p>`

const button = (
  action: string,
  words: Bilingual,
  reader: Reader,
  isPrimary = false,
  ...fields: Part[]
): Html =>
  html`<form method="post" action="${action}">${fields}<button${isPrimary && html` class="primary"`}>${said(words, reader)}</button></form>`

const hidden = (name: string, value: string): Html =>
  html`<input type="hidden" name="${name}" value="${value}">`

/** To the other language, and back to the same page. */
function languageSwitch({ language, path }: Reader): Html {
  const [other, name] = language === 'fr' ? (['en', 'English'] as const) : (['fr', 'Français'] as const)
  return html`<form class="switch" method="post" action="/language">${hidden('language', other)}${hidden('path', path)}<button lang="${other}">${name}</button></form>`
}

function page(partner: string, title: Bilingual, body: Part, reader: Reader, customer?: Customer): string {
  const name = said(title, reader)
  return html`<!doctype html>
<html lang="${reader.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${name} · ${partner}</title>
<style>${style}</style>
</head>
<body>
<header><a class="mark" href="/">${partner}</a>${customer && html`<span>${customer.name}</span>`}${languageSwitch(reader)}</header>
<main class="card">
<h1>${name}</h1>
${body}
</main>
</body>
</html>
`.text
}

const account: Bilingual = { fr: 'Votre compte client', en: 'Your customer account' }

/** The list of names that stands for a log-in: the partner and its customers are invented. */
export function logInPage(partner: string, customers: readonly Customer[], reader: Reader): string {
  const why = p(
    {
      fr: 'Ce partenaire est inventé, et ses clients aussi : choisissez qui vous êtes.',
      en: 'This partner is invented, and so are its customers: choose who you are.',
    },
    reader,
  )
  const names = customers.map(
    ({ id, name }) =>
      html`<form method="post" action="/log-in">${hidden('customer', id)}<button>${name}</button></form>`,
  )
  return page(partner, account, html`${why}${names}`, reader)
}

export interface Shown {
  readonly connection: Connection | undefined
  /** What has just happened. */
  readonly news: Bilingual | undefined
}

export function customerPage(
  partner: string,
  customer: Customer,
  { connection, news }: Shown,
  reader: Reader,
): string {
  const status = news && html`<div role="status">${p(news, reader)}</div>`
  const leave = button('/log-out', { fr: 'Se déconnecter', en: 'Log out' }, reader)
  const body = connection
    ? html`${p(
        {
          fr: 'Vos relevés peuvent être déposés dans votre espace Traboule :',
          en: 'Your statements can be delivered to your Traboule space:',
        },
        reader,
      )}
${receivingSpace(connection, reader)}
${button('/deliver', { fr: 'Envoyer mes relevés', en: 'Send my statements' }, reader, true)}
${button('/forget', { fr: 'Ne plus envoyer', en: 'Send no more' }, reader)}`
    : html`${p(
        {
          fr: 'Recevez vos relevés dans votre espace Traboule. Vous direz oui ou non sur votre compte Traboule, pas ici ; nous pourrons seulement y ajouter vos relevés, jamais y lire.',
          en: 'Receive your statements in your Traboule space. You will say yes or no on your Traboule account, not here; we will only be able to add your statements there, never to read.',
        },
        reader,
      )}
${button('/connect', { fr: 'Connecter mon espace Traboule', en: 'Connect my Traboule space' }, reader, true)}`
  return page(partner, account, html`${status}${body}${leave}`, reader, customer)
}

/** Names the receiving pod back to the customer, before anything is sent (DESIGN §7). */
export function confirmPage(
  partner: string,
  customer: Customer,
  connection: Connection,
  reader: Reader,
): string {
  const body = html`${p(
    {
      fr: 'Rien n’est encore envoyé. Vos relevés iront ici :',
      en: 'Nothing is sent yet. Your statements will go here:',
    },
    reader,
  )}
${receivingSpace(connection, reader)}
${p(
  {
    fr: 'Si ce n’est pas le vôtre, dites non : quelqu’un cherche peut-être à recevoir vos relevés.',
    en: 'If it is not yours, say no: somebody may be trying to receive your statements.',
  },
  reader,
)}
${button('/confirm', { fr: 'Oui, c’est le mien', en: 'Yes, it is mine' }, reader, true, hidden('container', connection.container))}
${button('/decline', { fr: 'Non, ce n’est pas le mien', en: 'No, it is not mine' }, reader)}`
  const title: Bilingual = { fr: 'Est-ce bien votre espace Traboule ?', en: 'Is this your Traboule space?' }
  return page(partner, title, body, reader, customer)
}

export function problemPage(partner: string, sentence: Bilingual, reader: Reader): string {
  const back = html`<p><a href="/">${said(account, reader)}</a></p>`
  const alert = html`<div role="alert">${p(sentence, reader)}</div>`
  return page(partner, { fr: 'Cela n’a pas marché', en: 'This did not work' }, html`${alert}${back}`, reader)
}

function receivingSpace({ webId, container }: Connection, reader: Reader): Html {
  const { name, host } = spaceName(container)
  const space: Bilingual =
    name === undefined
      ? { fr: `L’espace de ${host}`, en: `The space of ${host}` }
      : { fr: `L’espace « ${name} », chez ${host}`, en: `The space “${name}”, at ${host}` }
  return html`<p class="where"><strong>${said(space, reader)}</strong></p>
<details>
<summary>${said({ fr: 'Détails', en: 'Details' }, reader)}</summary>
<dl>
<dt>${said({ fr: 'Adresse de la personne (WebID)', en: 'Address of the person (WebID)' }, reader)}</dt><dd>${webId}</dd>
<dt>${said({ fr: 'Dossier', en: 'Folder' }, reader)}</dt><dd>${container}</dd>
</dl>
</details>`
}
