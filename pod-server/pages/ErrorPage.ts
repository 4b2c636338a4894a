import {
  BaseTypedRepresentationConverter,
  BasicRepresentation,
  getSingleItem,
  type HttpError,
  INTERNAL_ERROR,
  type Representation,
  type RepresentationConverterArgs,
} from '@solid/community-server'
import type { Bilingual } from '../bilingual.ts'

/** What somebody reads who opens a pod's address in a browser, which brings no token: programs get JSON. */
export class ErrorPage extends BaseTypedRepresentationConverter {
  constructor() {
    super(INTERNAL_ERROR, 'text/html')
  }

  override async handle({ representation }: RepresentationConverterArgs): Promise<Representation> {
    const { statusCode = 500 } = (await getSingleItem(representation.data)) as Partial<HttpError>
    return new BasicRepresentation(errorPage(statusCode), representation.metadata, 'text/html')
  }
}

const ours: Bilingual = {
  fr: 'Une erreur de notre côté. Réessayez dans un instant.',
  en: 'A fault on our side. Try again in a moment.',
}

const sentences: Readonly<Record<number, Bilingual>> = {
  401: {
    fr: 'Cette adresse est derrière la porte de quelqu’un. Si c’est la vôtre, ouvrez votre espace.',
    en: 'This address is behind somebody’s door. If it is yours, open your space.',
  },
  403: {
    fr: 'Vous n’avez pas accès à cette adresse : seule la personne à qui elle est peut l’ouvrir.',
    en: 'You have no access to this address: only the person whose it is can open it.',
  },
  421: { fr: 'Aucun de nos sites n’est à cette adresse.', en: 'None of our sites is at this address.' },
  404: { fr: 'Cette adresse ne mène nulle part.', en: 'This address leads nowhere.' },
}

const asked: Bilingual = {
  fr: 'Cette demande n’est pas faite comme il faut : c’est à l’application qui l’a faite de la corriger.',
  en: 'This request is not made as it should be: the app that made it must mend it.',
}

/** Says who must act, and nothing of the server's inside. */
export function errorSentence(status: number): Bilingual {
  return sentences[status] ?? (status < 500 ? asked : ours)
}

/** The page for a status, with the way home. Both languages, no script. */
export function errorPage(status: number, home = '/'): string {
  const { fr, en } = errorSentence(status)
  return `<!doctype html>
<html lang="fr">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${status} · Traboule</title>
<style>
body { max-width: 36rem; margin: 3rem auto; padding: 0 1rem; font: 1.125rem/1.5 system-ui, sans-serif; }
p { margin: 0 0 1rem; }
</style>
<main>
<h1>Traboule</h1>
<p>${fr}</p>
<p lang="en">${en}</p>
<p><a href="${home}">Accueil · <span lang="en">Home</span></a></p>
</main>
</html>
`
}
