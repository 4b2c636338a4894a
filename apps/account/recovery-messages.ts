import type { Messages } from '../shared/i18n/t.ts'

export const recoveryMessages = {
  heading: { fr: 'Rétablir mon accès', en: 'Restore my access' },
  why: {
    fr: 'Si vous ne pouvez plus ouvrir votre espace, rétablissez ici les règles d’accès qu’il avait à sa création : elles ne laissent entrer que vous, par Mon espace ou avec les identifiants que vous avez créés vous-même.',
    en: 'If you can no longer open your space, restore here the access rules that it was created with: they let in you alone, through My space or with credentials that you have made yourself.',
  },
  replaces: { fr: 'Ce qui sera remplacé', en: 'What will be replaced' },
  replaced: { fr: 'Ce qui a été remplacé', en: 'What was replaced' },
  nothingElse: {
    fr: 'Aucune autre règle à la racine de votre espace.',
    en: 'No other rule at the root of your space.',
  },
  reads: { fr: 'Lecture', en: 'Read' },
  writes: { fr: 'Lecture et modification', en: 'Read and change' },
  folders: {
    fr: 'Les règles propres à un dossier, et ses autorisations, restent comme elles sont.',
    en: 'The rules that a folder has of its own, and its permissions, stay as they are.',
  },
  restore: { fr: 'Rétablir mon accès', en: 'Restore my access' },
  done: {
    fr: 'C’est fait : votre espace a de nouveau ses règles d’accès d’origine.',
    en: 'Done: your space has its first access rules again.',
  },
  back: { fr: 'Retour à mon compte', en: 'Back to my account' },
} satisfies Messages
