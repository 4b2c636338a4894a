import { readFileSync } from 'node:fs'
import { zipSync } from 'fflate'
import { contract } from '../testing/contract.ts'
import { wellbeing } from './connector.ts'

const folder = new URL('.', import.meta.url)
const real = readFileSync(new URL('fixtures/export.xml', folder), 'utf8')
const altered = (before: string | RegExp, after: string): Uint8Array =>
  Buffer.from(real.replace(before, after))
const step = (day: string, value: string, more = ''): string =>
  `<Record type="HKQuantityTypeIdentifierStepCount" sourceName="Montre" unit="count" startDate="${day} 08:00:00 +0100" endDate="${day} 08:10:00 +0100" value="${value}"${more}/>`
const file = (...entries: string[]): Uint8Array =>
  Buffer.from(`<HealthData locale="fr_FR">\n${entries.join('\n')}\n</HealthData>`)
const days = (count: number): string[] =>
  Array.from({ length: count }, (_, at) =>
    step(`2026-03-${String(at + 1).padStart(2, '0')}`, String(100 + at)),
  )
const laughs = `<!DOCTYPE HealthData [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>
<HealthData>\n<Record type="&b;"/>\n</HealthData>`

contract({
  connector: wellbeing,
  folder,
  fixtures: ['export.xml'],
  overlap: { first: file(...days(20)), second: file(...days(25)), added: 5 },
  // The day of an export goes on after it.
  correction: {
    before: file(...days(3)),
    after: file(...days(3), step('2026-03-03', '50').replaceAll('08:', '19:')),
  },
  // Two walks of one day are both in its sum: one record a day, source and unit.
  twins: {
    file: file(
      step('2026-03-01', '5'),
      step('2026-03-01', '5').replaceAll('08:', '09:'),
      step('2026-03-01', '5').replace('Montre', 'iPhone'),
    ),
    records: 2,
    once: file(step('2026-03-01', '5'), step('2026-03-01', '5').replace('Montre', 'iPhone')),
  },
  refused: [
    { name: 'an export cut in the middle', bytes: Buffer.from(real.slice(0, 8000)), code: 'truncated' },
    {
      name: 'an export cut within its document type',
      bytes: Buffer.from(real.slice(0, 2000)),
      code: 'truncated',
    },
    {
      name: 'an entry on no day',
      bytes: file('<Record type="HKQuantityTypeIdentifierStepCount" sourceName="a" unit="count" value="1"/>'),
      code: 'missing-field',
      line: 2,
    },
    {
      name: 'an entry on a day that is none',
      bytes: file(step('2026-02-30', '1')),
      code: 'bad-field',
      line: 2,
    },
    {
      name: 'a stamp without an offset',
      bytes: file(step('2026-03-01', '1').replaceAll(' +0100', '')),
      code: 'bad-field',
      line: 2,
    },
    { name: 'an entry without a unit', bytes: altered(' unit="kg"', ''), code: 'missing-field', line: 83 },
    {
      name: 'an entry of nobody',
      bytes: altered(/sourceName="Health"/, ''),
      code: 'missing-field',
      line: 83,
    },
    {
      name: 'a figure in words',
      bytes: altered('value="80"', 'value="quatre-vingts"'),
      code: 'bad-field',
      line: 83,
    },
    {
      name: 'a figure beyond bounds',
      bytes: file(step('2026-03-01', '9'.repeat(13))),
      code: 'nonconforming',
      line: 2,
    },
    {
      name: 'a sleep that ends before it begins',
      bytes: altered('endDate="2017-03-07 19:06:00', 'endDate="2017-03-07 09:06:00'),
      code: 'bad-field',
    },
    {
      name: 'a source beyond bounds',
      bytes: file(step('2026-03-01', '1').replace('Montre', 'M'.repeat(201))),
      code: 'too-long',
      line: 2,
    },
    {
      name: 'one attribute after another',
      bytes: file(step('2026-03-01', '1', Array.from({ length: 60 }, (_, at) => ` a${at}="1"`).join(''))),
      code: 'malformed',
      line: 2,
    },
    { name: 'tags within tags', bytes: file('<a>'.repeat(70)), code: 'malformed', line: 2 },
    { name: 'an export without entries', bytes: file(), code: 'empty' },
    { name: 'a billion laughs', bytes: Buffer.from(laughs), code: 'malformed', line: 3 },
    {
      name: 'two documents one after the other',
      bytes: Buffer.concat([file(step('2026-03-01', '1')), file()]),
      code: 'malformed',
      line: 3,
    },
    {
      name: 'an attribute of 2 MiB',
      bytes: file(step('2026-03-01', '1', ` note="${'x'.repeat(2_097_152)}"`)),
      code: 'too-long',
      line: 2,
    },
    {
      name: 'an archive without an export',
      bytes: zipSync({ 'apple_health_export/export_cda.xml': Buffer.from('<a/>') }),
      code: 'unknown-layout',
    },
    {
      name: 'an archive that unfolds without end',
      bytes: zipSync({ 'apple_health_export/export.xml': new Uint8Array(70 * 1024 * 1024) }, { level: 1 }),
      code: 'archive-too-large',
    },
  ],
  secrets: ['iPhone8,1', 'MyNetDiary', '2017-10-30 09:38:23', 'pizza'],
})
