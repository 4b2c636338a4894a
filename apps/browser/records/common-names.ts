import type { Words } from '../../shared/i18n/t.ts'

/** What many vocabularies call by the same name, in small letters: said so where nobody here knows the vocabulary. */
export const commonNames: ReadonlyMap<string, Words> = new Map(
  Object.entries({
    name: { fr: 'Nom', en: 'Name' },
    title: { fr: 'Titre', en: 'Title' },
    label: { fr: 'Nom', en: 'Name' },
    summary: { fr: 'Résumé', en: 'Summary' },
    description: { fr: 'Description', en: 'Description' },
    comment: { fr: 'Commentaire', en: 'Comment' },
    note: { fr: 'Note', en: 'Note' },
    created: { fr: 'Créé le', en: 'Created on' },
    modified: { fr: 'Modifié le', en: 'Changed on' },
    issued: { fr: 'Publié le', en: 'Published on' },
    date: { fr: 'Date', en: 'Date' },
    startdate: { fr: 'Début', en: 'Start' },
    enddate: { fr: 'Fin', en: 'End' },
    creator: { fr: 'Auteur', en: 'Author' },
    author: { fr: 'Auteur', en: 'Author' },
    publisher: { fr: 'Éditeur', en: 'Publisher' },
    email: { fr: 'Adresse e-mail', en: 'E-mail address' },
    telephone: { fr: 'Téléphone', en: 'Telephone' },
    address: { fr: 'Adresse', en: 'Address' },
    language: { fr: 'Langue', en: 'Language' },
    subject: { fr: 'Sujet', en: 'Subject' },
    status: { fr: 'État', en: 'Status' },
  }),
)
