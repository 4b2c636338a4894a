import { insert, type TestCitizen } from './people.ts'

export const noteTurtle = '<#a> <#b> "à la main" .'

/** Some notes of each kind: named by their type, not named by it, no RDF, and described. */
export async function writeNotes({ fetch, pod }: TestCitizen): Promise<void> {
  const put = (name: string, type: string, body: string) =>
    fetch(`${pod}${name}`, { method: 'PUT', headers: { 'content-type': type }, body })
  await put('notes/a.ttl', 'text/turtle', noteTurtle)
  await put('notes/name', 'text/turtle', noteTurtle)
  await put('notes/bill.pdf', 'application/pdf', '%PDF-1.7')
  await fetch(`${pod}notes/a.ttl.meta`, insert(`<${pod}notes/a.ttl> a tb:Marked.`))
}

const names = [
  '',
  '.acl',
  'profile/card',
  'notes/',
  'notes/a.ttl',
  'notes/a.ttl.meta',
  'notes/name',
  'notes/bill.pdf',
]

/** Everything that the citizen can see of these resources. */
export async function seen({ fetch, pod }: Pick<TestCitizen, 'fetch' | 'pod'>): Promise<unknown[]> {
  const all = []
  for (const name of names) {
    const answer = await fetch(`${pod}${name}`, {
      headers: { accept: 'application/n-triples, */*;q=0.1' },
    })
    const text = await answer.text()
    // Days and sizes of folders are of this server, not of what it holds.
    const triples = text
      .split('\n')
      .filter((line) => !/modified|mtime/.test(line))
      .sort()
    all.push({ name, status: answer.status, type: answer.headers.get('content-type'), triples })
  }
  return all
}
