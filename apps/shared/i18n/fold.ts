/** Lower case without accents, and `1 234,56 €` as `1234.56`. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[œæ]/g, (it) => (it === 'œ' ? 'oe' : 'ae'))
    .replace(/(\d)[\s\u00a0\u202f](?=\d{3}(?!\d))/g, '$1')
    .replace(/(\d),(?=\d)/g, '$1.')
    .replace(/[€\u2212]/g, (it) => (it === '€' ? '' : '-'))
    .replace(/\s+/g, ' ')
    .trim()
}
