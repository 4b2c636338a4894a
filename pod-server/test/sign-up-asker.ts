import type { TestPod } from './test-pod.ts'

/** Asks as a page of a server's own does. */
export const asker =
  ({ baseUrl }: Pick<TestPod, 'baseUrl'>) =>
  async (path: string, body: object, headers: Record<string, string> = {}) => {
    const answer = await fetch(baseUrl + path, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        origin: new URL(baseUrl).origin,
        ...headers,
      },
      body: JSON.stringify(body),
    })
    const said = (await answer.json().catch(() => ({}))) as { code?: string; errorCode?: string }
    return { status: answer.status, code: said.code ?? said.errorCode, said }
  }

/** The code in a link of a letter. */
export function codeIn(text: string, page: string): string {
  const [, rest = ''] = text.split(page)
  return rest.slice(0, 22)
}
