/** Before the name of an erasure: where whoever knows it finds the proof that it is done. */
export const proofPath = '/.erasures/'
