import { createHash } from 'node:crypto'
import { SEARCH_SCRIPT } from '#vocab/documentation/search'
import { STYLE } from '#vocab/documentation/style'

const source = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** What the documentation's page may do: look as it does, and be searched by its one script. */
export const vocabularyPolicy = [
  "default-src 'none'",
  `script-src ${source(SEARCH_SCRIPT.text)}`,
  `style-src ${source(STYLE.text)}`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')
