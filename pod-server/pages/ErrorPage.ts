import { createHash } from 'node:crypto'
import {
  BaseTypedRepresentationConverter,
  BasicRepresentation,
  getSingleItem,
  type HttpError,
  INTERNAL_ERROR,
  OAuthHttpError,
  type Representation,
  type RepresentationConverterArgs,
} from '@solid/community-server'
import { type Html, html } from '#vocab/html'
import { PAGE_MARK, PAGE_STYLE } from '#vocab/page-style'
import type { Bilingual } from '../bilingual.ts'
import { appSite, type Settings } from '../settings.ts'

/** What somebody reads who opens a pod's address in a browser, which brings no token: programs get JSON. */
export class ErrorPage extends BaseTypedRepresentationConverter {
  private readonly settings: Settings

  constructor(settings: Settings) {
    super(INTERNAL_ERROR, 'text/html')
    this.settings = settings
  }

  override async handle({ representation }: RepresentationConverterArgs): Promise<Representation> {
    const error = (await getSingleItem(representation.data)) as Partial<HttpError>
    const page = errorPage(error.statusCode ?? 500, this.settings, clientFault(error))
    return new BasicRepresentation(page, representation.metadata, 'text/html')
  }
}

/** What is wrong with an app that asks for a log-in, which nobody but whoever opens it is there to read. */
function clientFault(error: unknown): Detail | undefined {
  if (!OAuthHttpError.isInstance(error)) return undefined
  const { error: code, error_description: reason } = error.mandatoryFields
  if (code === 'invalid_client') return { en: reason }
  return code === 'invalid_redirect_uri' ? { ...wrongReturn, en: `${wrongReturn.en} (${reason})` } : undefined
}

/** For whoever made the app. */
interface Detail {
  readonly fr?: string
  readonly en: string | undefined
}

const wrongReturn: Bilingual = {
  fr: 'L’adresse où l’application veut vous renvoyer (redirect_uri) n’est aucune de celles que son document donne.',
  en: 'The address that the app wants to send you back to (redirect_uri) is none of those that its document gives.',
}

interface Explanation {
  readonly title: Bilingual
  readonly fr: string
  readonly en: string
  /** What the citizen may do, which leads to their space. */
  readonly open?: {
    readonly fr: readonly [before: string, link: string]
    readonly en: readonly [string, string]
  }
}

const closed: Bilingual = { fr: 'Accès fermé', en: 'Access closed' }

const explanations: Readonly<Record<number, Explanation>> = {
  401: {
    title: closed,
    fr: 'Cette adresse est derrière la porte de quelqu’un.',
    en: 'This address is behind somebody’s door.',
    open: {
      fr: ['Si c’est la vôtre, ', 'ouvrez votre espace'],
      en: ['If it is yours, ', 'open your space'],
    },
  },
  403: {
    title: closed,
    fr: 'Cette adresse n’est pas ouverte à cette application en votre nom : seule la personne à qui elle est peut l’autoriser.',
    en: 'This address is not open to this app in your name: only the person whose it is can allow it.',
    open: {
      fr: ['Si c’est vous, ', 'ouvrez votre espace'],
      en: ['If that is you, ', 'open your space'],
    },
  },
  404: {
    title: { fr: 'Adresse inconnue', en: 'Unknown address' },
    fr: 'Cette adresse ne mène nulle part.',
    en: 'This address leads nowhere.',
  },
  421: {
    title: { fr: 'Adresse inconnue', en: 'Unknown address' },
    fr: 'Aucun de nos sites n’est à cette adresse.',
    en: 'None of our sites is at this address.',
  },
  429: {
    title: { fr: 'Trop de demandes', en: 'Too many requests' },
    fr: 'Trop de demandes viennent de votre connexion, ou d’une application en votre nom. Réessayez dans un instant.',
    en: 'Too many requests come from your connection, or from an app in your name. Try again in a moment.',
  },
}

const theirs: Explanation = {
  title: { fr: 'Demande refusée', en: 'Request refused' },
  fr: 'Cette demande n’est pas faite comme il faut : c’est à l’application qui l’a faite de la corriger.',
  en: 'This request is not made as it should be: the app that made it must mend it.',
}

const ours: Explanation = {
  title: { fr: 'Erreur', en: 'Error' },
  fr: 'Une erreur de notre côté. Réessayez dans un instant.',
  en: 'A fault on our side. Try again in a moment.',
}

const style = html`
${PAGE_STYLE}
body { max-width: 36rem; }
h1 { margin: 0 0 1rem; font-size: 1.6rem; }
p { margin: 0 0 1rem; }
p:last-child { margin: 0; }
`

/** Lets the page's own style through a policy that lets nothing else through. */
export const errorStyleSource = `'sha256-${createHash('sha256').update(style.text).digest('base64')}'`

const explanationOf = (status: number): Explanation => explanations[status] ?? (status < 500 ? theirs : ours)

/** The same in a line, for programs. */
export function errorSentence(status: number): Bilingual {
  const { fr, en, open } = explanationOf(status)
  const whole = (sentence: string, language: 'fr' | 'en') =>
    open ? `${sentence} ${open[language].join('')}.` : sentence
  return { fr: whole(fr, 'fr'), en: whole(en, 'en') }
}

/** The page for a status: says who must act, and nothing of the server's inside. Both languages, no script. */
export function errorPage(status: number, settings: Settings, detail?: Detail): string {
  const { title, fr, en, open } = explanationOf(status)
  const home = `${appSite(settings, 'home').origin}/`
  const opening = (language: 'fr' | 'en'): Html | undefined =>
    open && html` ${open[language][0]}<a href="${home}?lang=${language}">${open[language][1]}</a>.`
  return html`<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title.fr} · Traboule</title>
<style>${style}</style>
</head>
<body>
<header>${PAGE_MARK}</header>
<main class="card">
<h1>${title.fr}<br><span lang="en">${title.en}</span></h1>
<p>${fr}${opening('fr')}</p>
<p lang="en">${en}${opening('en')}</p>
${detail?.fr !== undefined && html`<p><code>${detail.fr}</code></p>`}
${detail?.en !== undefined && html`<p lang="en"><code>${detail.en}</code></p>`}
<p><a href="${settings.baseUrl}">Accueil · <span lang="en">Home</span></a></p>
</main>
</body>
</html>
`.text
}
