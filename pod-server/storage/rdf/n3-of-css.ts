import { createRequire } from 'node:module'
import type * as n3 from 'n3'

/** Of n3 the very copy that CSS reads with: what passes here is read there. */
export const { Parser } = createRequire(createRequire(import.meta.url).resolve('@solid/community-server'))(
  'n3',
) as typeof n3
