/** Patches made under Append alone, marked on their way to the patcher, which judges them by the document that the commit will hold to. */
const additions = new WeakMap<object, { subjects: number }>()

export const markAddition = (patch: object): void => {
  additions.set(patch, { subjects: 0 })
}

/** The count of subjects that a marked patch really added, or undefined for a patch that is not marked. */
export const additionOf = (patch: object): { subjects: number } | undefined => additions.get(patch)
