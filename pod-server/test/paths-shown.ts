import type { Page } from 'playwright-core'

/**
 * Paths and addresses of a pod's documents that are in sight, or read aloud, on a screen of the pod browser: nobody is shown one who has
 * not asked for it. What is opened, and the text of a document, were asked for.
 */
export const pathsShown = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const path = /https?:\/\/\S+|\S+\.(?:ttl|acl|meta|jsonld)\b|\b(?:data|log|receipts|consents|inbox)\/\S*/g
    const found: string[] = []
    const read = (root: Element | ShadowRoot): void => {
      for (const child of root.childNodes) {
        if (child instanceof Text) found.push(...(child.data.match(path) ?? []))
        else if (!(child instanceof Element) || !child.checkVisibility() || child.matches('pre')) continue
        else {
          found.push(...(child.getAttribute('aria-label')?.match(path) ?? []))
          for (const part of child.matches('details') ? child.querySelectorAll(':scope > summary') : [child])
            read(part)
        }
      }
      if (root instanceof Element && root.shadowRoot) read(root.shadowRoot)
    }
    read(document.body)
    return found
  })
