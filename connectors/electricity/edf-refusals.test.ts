import { zipSync } from 'fflate'
import { describe } from 'vitest'
import { encodeWindows1252 } from '../formats/windows-1252.ts'
import { refuses } from './testing/refuses.ts'
import { edfArchive, type Step } from './testing/shapes.ts'

const steps: Step[] = [1, 2].map((at) => ({ start: Date.UTC(2025, 5, 2, at), minutes: 30, watts: 400 + at }))

describe('EDF’s archive', () => {
  const title = 'Date et heure de relève par le distributeur;Puissance atteinte (W);Nature de la donnée'
  const zip = (files: Record<string, string>) =>
    zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, encodeWindows1252(text)])))
  const powers = (...lines: string[]) =>
    zip({ 'mes-puissances-atteintes-30min-000000000001-69006.csv': [title, ...lines].join('\n') })
  const more = (name: string, ...lines: string[]) => edfArchive(steps, { [name]: lines.join('\n') })
  refuses([
    ['files that name no contract', zip({ 'mes-index-elec.csv': 'x' }), 'missing-field'],
    [
      'files of two contracts',
      zip({ 'mes-index-elec-000001-69006.csv': 'x', 'ma-conso-quotidienne-000002-69006.csv': 'x' }),
      'unsupported',
    ],
    ['EDF’s gas', zip({ 'ma-conso-quotidienne-000001-69006.csv': 'x' }), 'unknown-layout'],
    ['a time before any day', powers('00:30:00;300;Réelle'), 'bad-field', 2],
    ['a value that is no number', powers('30/01/2026;;', '00:30:00;x;Réelle'), 'bad-field', 3],
    ['a nature that we do not know', powers('30/01/2026;;', '00:30:00;1;Rêvée'), 'unsupported', 3],
    [
      'two values of one time',
      powers('30/01/2026;;', '23:30:00;1;Réelle', '23:30:00;2;Réelle'),
      'contradiction',
      4,
    ],
    ['a day that does not exist', powers('31/02/2026;;', '00:30:00;1;Réelle'), 'bad-field', 2],
    [
      'another table under a known name',
      zip({ 'mes-index-elec-000001-69006.csv': 'Date;Prix\n1;2\n' }),
      'unknown-layout',
    ],
    [
      'a day in another unit',
      more(
        'ma-conso-quotidienne',
        'Date de consommation;Consommation (m3);Nature de la donnée',
        '01/01/2025;1;Réelle',
      ),
      'unknown-layout',
    ],
    [
      'a month that does not exist',
      more(
        'ma-conso-mensuelle',
        'Période de consommation;Consommation (kWh);Nature de la donnée',
        '13/2025;1;Réelle',
      ),
      'bad-field',
      2,
    ],
    [
      'more indexes than nights',
      more(
        'mes-index-elec',
        'Date de relevé de l’index;Type d’index;Index Base (kWh)',
        ...Array<string>(10_001).fill('01/01/2025;Index estimé;1'),
      ),
      'too-many-records',
    ],
    [
      'an index of a kind that we do not know',
      more(
        'mes-index-elec',
        'Date de relevé de l’index;Type d’index;Index Base (kWh)',
        '01/01/2025;Index rêvé;1',
      ),
      'unsupported',
      2,
    ],
    [
      'an index column that we do not know',
      more('mes-index-elec', 'Date de relevé de l’index;Type d’index;Prix', '01/01/2025;Index estimé;1'),
      'unsupported',
      1,
    ],
  ])
})
