import { createHash } from 'node:crypto'
import { html } from '#vocab/html'
import { PAGE_STYLE } from '#vocab/page-style'

const style = html`${PAGE_STYLE}`

/** Lets the page's own style through a policy that lets nothing else through. */
export const alteredStyleSource = `'sha256-${createHash('sha256').update(style.text).digest('base64')}'`

/** Instead of an app whose files are not those of its build. Both languages, no script. */
export const alteredPage = html`<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Application fermée · Traboule</title>
<style>${style}</style>
</head>
<body>
<main class="card">
<h1>Application fermée<br><span lang="en">App closed</span></h1>
<p>Ses fichiers ne sont pas ceux qui ont été vérifiés : elle n’est pas servie. Vous n’avez rien à faire, c’est à l’opérateur d’agir. Vos données ne sont pas touchées.</p>
<p lang="en">Its files are not those that were reviewed: it is not served. There is nothing for you to do, the operator must act. Your data are not touched.</p>
</main>
</body>
</html>
`.text
