import { expect, it } from 'vitest'
import { parseElectricity } from './parse.ts'
import { dataConnect } from './testing/curve.ts'
import { enedisJson, pilotJson } from './testing/shapes.ts'

const count = 150_000
const day = '2025-10-25'
const daily = { unit: 'Wh', measurement_kind: 'energy', aggregate: 'sum', measuring_period: 'P1D' }

it.each([
  [
    'DataConnect',
    () => dataConnect(Array(count).fill({ date: day, value: '9876' }), { reading_type: daily }),
    day,
  ],
  [
    'the JSON of 2026',
    () =>
      enedisJson(
        Array(count).fill({ v: '9876', d: day }),
        { pas: 'P1D' },
        { grandeurPhysique: 'EA', unite: 'Wh' },
      ),
    day,
  ],
])('%s may say one day as often as a file holds', (_, file, firstDay) => {
  expect(parseElectricity(file())).toMatchObject([{ series: 'daily', firstDay }])
})

it('the JSON of the pilot may have more days than a function has arguments', () => {
  const type = { measurement_kind: 'ENERGIEGLO', time_attribute: 'day', unit: 'Wh' }
  const bytes = Buffer.from(pilotJson('2017-03-26', '2017-03-27', Array(count).fill(9876), type))
  const text = bytes.toString().replace(/"reading_number":"\d+"/g, '"reading_number":"1"')
  expect(parseElectricity(Buffer.from(text))).toMatchObject([{ series: 'daily', firstDay: '2017-03-26' }])
})
