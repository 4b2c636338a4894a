import { describe, expect, it } from 'vitest'
import { parseTold } from './parse-told.ts'

const url = 'https://pod.example/alice/data/energy/r/m1/2026-03.ttl'
const prefixes =
  '@prefix tb: <https://w3id.org/traboule/ns#>. @prefix prov: <http://www.w3.org/ns/prov#>. @prefix xsd: <http://www.w3.org/2001/XMLSchema#>.'
const curve = (fragment: string, key: string, quality: string) =>
  `${fragment} a tb:DayCurve; tb:recordKey "${key}"; tb:quality "${quality}".`
const run = (fragment: string, endedAt: string, ...generated: string[]) => `
${fragment} a tb:ImportRun, prov:Activity; tb:connector "electricity"; tb:connectorVersion "0.1.0";
  tb:sourceSha256 "${'a'.repeat(64)}"; prov:endedAtTime "${endedAt}"^^xsd:dateTime;
  prov:wasAssociatedWith <https://grid.example/#org>; prov:generated ${generated.join(', ')}.`

describe('what a document says of how it came', () => {
  it('is its imports, and the quality of what it now says: what was corrected does not count', () => {
    const { runs, qualities } = parseTold(
      `${prefixes}${curve('<#k.1>', 'k', 'estimated')}${curve('<#k.2>', 'k', 'measured')}${curve('<#l.1>', 'l', 'mixed')}
       ${run('<#run.1>', '2026-03-03T00:00:00Z', '<#k.1>', '<#l.1>')}${run('<#run.2>', '2026-03-04T00:00:00Z', '<#k.2>')}`,
      url,
    )
    expect(runs.map(({ endedAt, generated }) => [endedAt, generated])).toEqual([
      ['2026-03-03T00:00:00Z', [`${url}#k.1`]],
      ['2026-03-04T00:00:00Z', [`${url}#k.2`]],
    ])
    expect([...qualities].sort()).toEqual(['measured', 'mixed'])
  })

  it('is nothing that it says of another document', () => {
    const told = `${prefixes}${curve('<https://pod.example/bob/x.ttl#k>', 'k', 'estimated')}
      ${run('<#run.1>', '2026-03-03T00:00:00Z', '<https://pod.example/bob/x.ttl#k>')}`
    expect(parseTold(told, url)).toEqual({ runs: [], qualities: [] })
  })
})
