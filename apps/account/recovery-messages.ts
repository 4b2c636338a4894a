import type { Messages } from '../shared/i18n/t.ts'

export const recoveryMessages = {
  heading: { fr: 'Rétablir mes règles', en: 'Restore my rules' },
  why: {
    fr: 'Si vous ne pouvez plus ouvrir votre espace, rendez-lui ses règles du premier jour : vous seul, par votre espace et par vos propres clés.',
    en: 'If you can no longer open your space, give it back its rules of the first day: you alone, through your space and your own keys.',
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
    en: 'The rules that a folder has of its own, and its grants, stay as they are.',
  },
  again: {
    fr: 'Pour le faire, donnez encore une fois votre adresse et votre mot de passe.',
    en: 'To do it, give your address and your password once more.',
  },
  missing: { fr: 'Remplissez les deux champs.', en: 'Fill in both fields.' },
  restore: { fr: 'Rétablir mes règles', en: 'Restore my rules' },
  done: {
    fr: 'C’est fait : votre espace a de nouveau vos règles.',
    en: 'Done: your space has your rules again.',
  },
  back: { fr: 'Retour à mon compte', en: 'Back to my account' },
} satisfies Messages
