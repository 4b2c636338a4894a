import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type axe from 'axe-core'
import type { CDPSession, Page } from 'playwright-core'

const source = `${readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')};0`

/** A collection costs a tenth of a second of a processor, and forgets what was compiled. */
const manyElements = 1500

/**
 * What axe finds on a page: the rules that are broken, with where. Of dozens of months that are all alike two are read.
 *
 * @param part the shadow hosts, from the outside in, of what alone is read.
 * @param rules those that are asked for, and otherwise all.
 */
export async function brokenRules(
  page: Page,
  devTools: CDPSession,
  part?: [string, string, ...string[]],
  rules?: string[],
): Promise<readonly string[]> {
  // Half a megabyte, which a document that was looked at before has already. V8 keeps it compiled for the next document of
  // the process; what Playwright's own `evaluate` is given, it compiles each time.
  if (await page.evaluate(() => !('axe' in globalThis)))
    await devTools.send('Runtime.evaluate', { expression: source })
  const { violations } = await page.evaluate(
    ([at, only]) =>
      (globalThis as unknown as { axe: typeof axe }).axe.run(
        at
          ? { fromShadowDom: at }
          : { exclude: { fromShadowDom: ['budget-app', 'operation-month:nth-of-type(n + 3)'] } },
        { resultTypes: ['violations'], ...(only ? { runOnly: only } : {}) },
      ),
    [part, rules] as const,
  )
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.flat().join(' ')).join(', ')}`,
  )
}

/**
 * On a long page axe leaves thousands of live ranges behind, and until they are collected each change of the page costs
 * seconds.
 */
export async function forgetRanges(page: Page): Promise<void> {
  const elements = await page.evaluate(() => {
    const below = (root: Document | ShadowRoot): number => {
      const all = [...root.querySelectorAll('*')]
      return all.reduce((sum, { shadowRoot }) => sum + (shadowRoot ? below(shadowRoot) : 0), all.length)
    }
    return below(document)
  })
  if (elements > manyElements) await page.requestGC()
}
