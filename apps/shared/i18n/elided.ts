/** French loses the vowel of « de » before another: `d’octobre`. Pure. */
export const elided = (word: string): string => `${/^[aàâeéèêiîoôuûy]/i.test(word) ? 'd’' : 'de '}${word}`
