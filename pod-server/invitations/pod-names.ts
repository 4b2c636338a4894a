import { randomInt } from 'node:crypto'

/** Masculine, without accents, of nature and the garden: nothing that says who somebody is. */
const nouns = words(`
  abricot acacia aigle ananas arbre argousier aulne bambou basilic bateau blaireau bleuet bocage
  bosquet bouleau bourgeon bouton brin buis cactus canard cardon carillon castor cerf cerfeuil chalet
  champ chemin chevreuil ciel citron clocher coing colibri concombre copeau coquelicot coteau cresson
  cristal crocus cygne dauphin dragon escargot estragon faisan faucon fenouil flocon fruit galet gazon
  geai glacier granit grelot griffon grillon hameau hibou houx persil jardin pavot jonc lac laurier
  lierre lilas loriot lotus lynx marbre matin melon merisier merle miel mimosa moineau moulin muguet
  nectar noisetier nuage orme oranger osier panier paon papillon parc pinson pivert platane poirier
  pollen pommier potager printemps radis raisin rameau ravin renard rivage rocher romarin roseau
  rosier ruisseau sable safran sapin saule sentier soleil sorbier sureau tilleul torrent tournesol
  vallon vent verger volcan`)
const adjectives = words(`
  adroit agile aimable alerte alpin ambitieux amical ancien ardent astral attentif audacieux
  aventureux azur bleu brave brillant calme candide chaleureux charmant clair confiant sonore
  content cordial courageux curieux dansant discret doux droit dynamique estival exact exotique
  farceur festif fier fleuri fluvial frais fluide gai gentil gourmand gracieux grand gris habile hardi
  haut heureux indigo ivoire jaune jovial joyeux juste large limpide lisse local lointain loyal lucide
  lumineux lunaire lyonnais magique majestueux marin matinal mauve modeste musical nacarat neuf noble
  nocturne ocre original ouvert paisible parfait patient pensif petit placide plaisant polaire poli
  ponctuel pourpre profond prudent radieux rapide rare rayonnant rouge rural rustique sage sain secret
  serein solaire solide songeur souple souriant stable subtil sylvestre tenace tendre tranquille
  turquoise vaillant vaste verdoyant vermeil vert vif vigilant vivant volant`)
const figures = [10, 100] as const
/** Where so many of these are taken, others are longer. */
const longer = [1_000, 10_000] as const
const mostTries = 40

/**
 * Names for a new pod that are free, none of them the citizen's own: two words and two figures, one of a million and a half.
 *
 * @param isFree also of pods that were erased.
 */
export async function freeNames(
  count: number,
  isFree: (name: string) => Promise<boolean>,
  drawn: (below: number, from: number) => number = (below, from) => randomInt(from, below),
): Promise<readonly string[]> {
  const found = new Set<string>()
  for (let tries = 0; found.size < count; tries++) {
    const [from, below] = tries < mostTries ? figures : longer
    const words = [nouns, adjectives].map((list) => list[drawn(list.length, 0)])
    const name = `${words.join('-')}-${drawn(below, from)}`
    if (await isFree(name)) found.add(name)
  }
  return [...found]
}

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/)
}
