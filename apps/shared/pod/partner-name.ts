const small = new Set(['de', 'des', 'du', 'la', 'le', 'les', 'et', 'd', 'l'])

/** A partner's name from the folder that holds its documents: `…/bank/banque-des-pentes/…` → `Banque des Pentes`. */
export function partnerName(url: string, category: string): string {
  const path = URL.canParse(url) ? new URL(url).pathname : ''
  const folder = path.split(`/data/${category}/`)[1]?.split('/')[0] ?? ''
  return folder
    .split('-')
    .map((word, at) =>
      at > 0 && small.has(word) ? word : word.charAt(0).toLocaleUpperCase('fr') + word.slice(1),
    )
    .join(' ')
    .slice(0, 60)
}

/** The end of an account or meter number: enough to know it, too little to use it. */
export const numberEnd = (number: string): string => number.replace(/\s/g, '').slice(-4)
