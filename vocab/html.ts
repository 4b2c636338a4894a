/** Text that is HTML already. Only `html` makes it, so nothing unescaped gets in. */
export class Html {
  readonly text: string

  private constructor(text: string) {
    this.text = text
  }

  static of(strings: TemplateStringsArray, values: readonly Part[]): Html {
    return new Html(String.raw({ raw: strings }, ...values.map(textOf)))
  }
}

/** What may stand in a template: a string is escaped, a list is put end to end, false and undefined are nothing. */
export type Part = Html | string | number | false | undefined | readonly Part[]

/** HTML from a template, each value escaped. */
export function html(strings: TemplateStringsArray, ...values: Part[]): Html {
  return Html.of(strings, values)
}

function textOf(part: Part): string {
  if (part instanceof Html) return part.text
  if (part === false || part === undefined) return ''
  if (typeof part === 'object') return part.map(textOf).join('')
  return String(part).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
