import type { Language } from './language.ts'

const day = '[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])'
const time = 'T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]'

/** Days and instants as people write their forms; most patterns are one of these. */
const forms: readonly (readonly [pattern: string, form: string])[] = [
  [`^${day}$`, ''],
  [`^${day}${time}$`, 'Thh:mm:ss'],
  [`^${day}${time}Z$`, 'Thh:mm:ssZ'],
  [`^${day}${time}[.][0-9]{3}Z$`, 'Thh:mm:ss.sssZ'],
  [`^${day}${time}([.][0-9]{1,3})?Z$`, 'Thh:mm:ss(.sss)Z'],
]

/** A shape's pattern for people: `AAAA-MM-JJ` for days; any that is not of a day or an instant as it is. */
export function patternText(pattern: string, language: Language): string {
  const form = forms.find(([it]) => it === pattern)?.[1]
  return form === undefined ? pattern : (language === 'fr' ? 'AAAA-MM-JJ' : 'YYYY-MM-DD') + form
}
