import { describe } from 'vitest'
import { refuses } from './testing/refuses.ts'
import { enedisJson, greenButton, pilotJson, type Step, workbook } from './testing/shapes.ts'

const steps: Step[] = [1, 2].map((at) => ({ start: Date.UTC(2025, 5, 2, at), minutes: 30, watts: 400 + at }))
const point = { v: '300', d: '2026-10-25 00:30:00', p: 'PT30M', n: 'B' }
const day = { v: '9876', d: '2026-10-25' }
const header = ['Début', 'Fin', 'Valeur (en kW)']
const row = ['02/06/2025 00:00:00', '02/06/2025 00:30:00', '4,030']

describe('the JSON of 2026', () => {
  refuses([
    ['power in kilovolt-amperes', enedisJson([point], {}, { unite: 'VA' }), 'unsupported'],
    ['a unit that is not said', enedisJson([point], {}, { unite: undefined }), 'missing-field'],
    ['reactive energy', enedisJson([point], {}, { grandeurPhysique: 'ERI' }), 'unsupported'],
    [
      'the highest power of a day',
      enedisJson([{ v: '6000', d: '2026-10-25' }], {}, { grandeurPhysique: 'PMA', unite: 'VA' }),
      'unsupported',
    ],
    ['days in watts', enedisJson([day]), 'unsupported'],
    ['steps of watt-hours', enedisJson([point], {}, { grandeurPhysique: 'EA', unite: 'Wh' }), 'unsupported'],
    ['months', enedisJson([day], { pas: 'P1M' }, { grandeurPhysique: 'EA', unite: 'Wh' }), 'unsupported'],
    ['a direction that is not said', enedisJson([point], {}, { grandeurMetier: '' }), 'unsupported'],
    ['a stage that we do not know', enedisJson([point], { etapeMetier: 'FUTUR' }), 'unsupported'],
    ['a meter of ten digits', enedisJson([point], { idPrm: '0123456789' }), 'bad-field'],
    ['no meter', enedisJson([point], { idPrm: null }), 'bad-field'],
    ['a value that is no number', enedisJson([point, { ...point, v: 'x' }]), 'bad-field', 3],
    ['a step that meters do not have', enedisJson([{ ...point, p: 'PT7M' }]), 'bad-field', 2],
    ['a nature that Enedis does not have', enedisJson([{ ...point, n: 'Z' }]), 'bad-field', 2],
    [
      'a time among days',
      enedisJson([day, point], { pas: 'P1D' }, { grandeurPhysique: 'EA', unite: 'Wh' }),
      'bad-field',
      3,
    ],
    [
      'two values of one day',
      enedisJson([day, { ...day, v: '1' }], {}, { grandeurPhysique: 'EA', unite: 'Wh' }),
      'contradiction',
      3,
    ],
    ['two values of one step', enedisJson([point, { ...point, v: '1' }]), 'contradiction', 3],
    ['no point', enedisJson([]), 'empty'],
    ['no day', enedisJson([], { pas: 'P1D' }, { grandeurPhysique: 'EA', unite: 'Wh' }), 'empty'],
    ['an error of the service', Buffer.from('{"idPrm": "", "error": "ADAM-ERR0123"}'), 'partner-error'],
    [
      'indexes',
      Buffer.from('{"header": {}, "mesures": [{"idPrm": "00000000000001", "contexte": []}]}'),
      'unknown-layout',
    ],
  ])
})

describe('the JSON of the pilot', () => {
  refuses([
    [
      'the highest power of a day',
      pilotJson('2017-08-17', '2017-08-18', [5047], { measurement_kind: 'PMAX', time_attribute: 'day' }),
      'unsupported',
    ],
    ['a curve in watt-hours', pilotJson('2017-08-17', '2017-08-18', [1], { unit: 'Wh' }), 'unsupported'],
    [
      'a step that meters do not have',
      pilotJson('2017-08-17', '2017-08-18', [1], { time_attribute: '7mn' }),
      'unsupported',
    ],
    ['days that end before they begin', pilotJson('2017-08-18', '2017-08-17', [1]), 'bad-field'],
    ['a period that is no day', pilotJson('2016-07-012016-07-01', '2017-08-17', [1]), 'bad-field'],
    [
      'more days than the period has',
      pilotJson('2017-08-17', '2017-08-18', [1, 2], {
        measurement_kind: 'ENERGIEGLO',
        time_attribute: 'day',
        unit: 'Wh',
      }),
      'contradiction',
    ],
    [
      'more than twice the values that the period has',
      pilotJson(
        '2017-08-17',
        '2017-08-18',
        Array.from({ length: 97 }, () => 1),
      ),
      'too-many-records',
    ],
    ['no value', pilotJson('2017-08-17', '2017-08-18', []), 'empty'],
  ])
})

describe('the index file', () => {
  const preamble = (unit = 'Wh', kind = 'Index') => [
    'Identifiant PRM;Type de donnees;Date de debut;Date de fin;Grandeur physique;Grandeur metier;Etape metier;Unite',
    `00000000000001;${kind};01/09/2019;21/08/2020;Energie active;Consommation;Comptage Brut;${unit}`,
  ]
  const file = (rows: readonly string[], registers = 'EAS F1;EAS T', head = preamble()) =>
    Buffer.from([...head, `Horodate;Type de releve;${registers}`, ...rows, ''].join('\r\n'))
  const night = '2019-09-02T00:00:00+02:00;Arrêté quotidien'
  refuses([
    [
      'an index in the middle of the day',
      file(['2019-09-02T12:00:00+02:00;Arrêté quotidien;1;1']),
      'unsupported',
      4,
    ],
    [
      'an index at a time without an offset',
      file(['2019-09-02T00:00:00;Arrêté quotidien;1;1']),
      'bad-field',
      4,
    ],
    ['a reading of another kind', file(['2019-09-02T00:00:00+02:00;Relevé spécial;1;1']), 'unsupported', 4],
    ['an index that is no number', file([`${night};1;x`]), 'bad-field', 4],
    ['a row cut short', file([`${night}`]), 'truncated', 4],
    ['a row with more cells than the header', file([`${night};1;2;3`]), 'malformed', 4],
    ['a register that Linky does not have', file([`${night};1;2`], 'EAS F1;EAS F11'), 'unsupported', 3],
    ['one register twice', file([`${night};1;2`], 'EAS F1;EAS F1'), 'unsupported', 3],
    ['a unit that is not said', file([`${night};1;2`], 'EAS F1;EAS T', preamble('')), 'missing-field'],
    ['volts', file([`${night};1;2`], 'EAS F1;EAS T', preamble('V')), 'unsupported'],
    [
      'a curve under the header of indexes',
      file([`${night};1;2`], 'EAS F1;EAS T', preamble('Wh', 'Courbe de charge')),
      'unsupported',
    ],
    [
      'a footer whose period cannot be read',
      file([`${night};1;2`, 'Periode;Identifiant', 'Du hier au;1;HC;EAS F1']),
      'bad-field',
      6,
    ],
    ['a header and nothing else', file([]), 'empty'],
  ])
})

describe('the daily CSV', () => {
  const file = (rows: readonly string[], meter = '00000000000001', header = 'Date;Valeur (en Wh)') =>
    Buffer.from([`Identifiant PRM;${meter}`, header, ...rows, ''].join('\n'))
  refuses([
    ['a meter of one digit', file(['2024-01-01;11776'], '1'), 'missing-field'],
    ['a day that does not exist', file(['2024-02-30;11776']), 'bad-field', 3],
    ['a value that is no number', file(['2024-01-01;x']), 'bad-field', 3],
    ['a row cut short', file(['2024-01-01']), 'truncated', 3],
    ['a row with more cells than the header', file(['2024-01-01;1;2']), 'malformed', 3],
    [
      'a second column of values',
      file(['2024-01-01;1;2'], undefined, 'Date;Valeur (en Wh);Valeur HP'),
      'unsupported',
      2,
    ],
    ['two values of one day', file(['2024-01-01;1', '2024-01-01;2']), 'contradiction', 4],
  ])
})

describe('the customer workbook', () => {
  refuses([
    ['no meter', workbook([header, row], ['Export']), 'missing-field'],
    ['two meters', workbook([['PRM', '00000000000002'], header, row]), 'contradiction'],
    ['a curve of production', workbook([['Production'], header, row]), 'unsupported', 2],
    [
      'a time that does not exist',
      workbook([header, ['02/06/2025 24:00:00', '02/06/2025 00:30:00', '1']]),
      'bad-field',
      3,
    ],
    ['a value in words', workbook([header, [row[0] ?? '', row[1] ?? '', 'beaucoup']]), 'bad-field', 3],
    ['more than ten megawatts', workbook([header, [row[0] ?? '', row[1] ?? '', '10001']]), 'bad-field', 3],
    [
      'a step that meters do not have',
      workbook([header, ['02/06/2025 00:00:00', '02/06/2025 00:07:00', '1']]),
      'bad-field',
      3,
    ],
    [
      'an hour off on a day that has no change',
      workbook([header, row, ['02/06/2025 00:30:00', '02/06/2025 02:00:00', '1']]),
      'bad-field',
      4,
    ],
    ['power in watts', workbook([['Début', 'Fin', 'Valeur (en W)'], row]), 'unknown-layout'],
    ['gaps and nothing else', workbook([header, [row[0] ?? '', row[1] ?? '', 'NA']]), 'empty'],
    ['a workbook cut short', workbook([header, row]).subarray(0, 300), 'malformed'],
  ])
})

describe('Green Button', () => {
  refuses([
    ['gas', greenButton(steps, {}, '1'), 'unsupported', 2],
    ['volts', greenButton(steps, { uom: '29' }), 'unsupported', 4],
    ['a running total', greenButton(steps, { uom: '72', accumulationBehaviour: '3' }), 'unsupported', 4],
    ['energy that flows both ways', greenButton(steps, { flowDirection: '4' }), 'unsupported', 4],
    ['a multiplier that is no digit', greenButton(steps, { powerOfTenMultiplier: '12' }), 'bad-field', 4],
    ['more than ten megawatts', greenButton(steps, { powerOfTenMultiplier: '9' }), 'bad-field', 6],
    [
      'a duration that meters do not have',
      greenButton([{ ...(steps[0] as Step), minutes: 7 }]),
      'unsupported',
      6,
    ],
    ['an instant of the last century', greenButton([{ ...(steps[0] as Step), start: 0 }]), 'bad-field', 6],
    [
      'intervals of no reading type',
      Buffer.from(Buffer.from(greenButton(steps)).toString().replace('related', 'other')),
      'missing-field',
    ],
    ['a feed cut in the middle', greenButton(steps).subarray(0, -40), 'truncated'],
    ['entities', Buffer.from(`<!DOCTYPE a [<!ENTITY b "c">]>\n<feed href="/espi/"/>`), 'unsupported'],
    ['no interval', greenButton([]), 'empty'],
  ])
})
