import { language } from '../../shared/i18n/language.ts'

const formats = new Map<string, Intl.NumberFormat>()

/** A number as the language of the screen writes it. */
export function figure(value: number, digits = 2): string {
  const name = `${language()} ${digits}`
  let format = formats.get(name)
  if (!format) {
    format = new Intl.NumberFormat(language() === 'fr' ? 'fr-FR' : 'en-GB', { maximumFractionDigits: digits })
    formats.set(name, format)
  }
  return format.format(value)
}

const withUnit = (value: string, unit: string): string => `${value}\u00a0${unit}`

/** Litres → `312 l`. */
export const litres = (value: number): string => withUnit(figure(value, 1), 'l')

/** Cubic metres → `7,2 m³`. */
export const cubicMetres = (value: number): string => withUnit(figure(value, 3), 'm³')

/** Metres → `640 m`, `12,4 km`. */
export const distance = (metres: number): string =>
  metres < 1000 ? withUnit(figure(metres, 0), 'm') : withUnit(figure(metres / 1000, 1), 'km')

/** Seconds → `1 h 05 min`, `12 min`, `45 s`. */
export function duration(seconds: number): string {
  if (seconds < 60) return withUnit(figure(seconds, 0), 's')
  const minutes = Math.round(seconds / 60)
  if (minutes < 60) return withUnit(`${minutes}`, 'min')
  return `${withUnit(figure(Math.floor(minutes / 60), 0), 'h')}\u00a0${withUnit(`${minutes % 60}`.padStart(2, '0'), 'min')}`
}
