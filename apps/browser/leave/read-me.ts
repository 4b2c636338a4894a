import type { CopyManifest } from '#vocab/archive/copy'

/** What stands in a copy for whoever opens it, by the names of the files: plain text, which a double click opens anywhere. */
export function readMe({ pod, exported }: CopyManifest): Readonly<Record<string, string>> {
  const day = exported.slice(0, 10)
  return {
    'LISEZMOI.txt': windowsLines(`Copie de mon espace
===================

(English: README.txt)

Tout ce que contenait ${pod} le ${day}.
C’EST PRIVÉ : cette archive se lit sans mot de passe. Gardez-la comme un relevé
de banque ; qui la reçoit en a tout le contenu.

- files/ : un fichier par document ; files/data/ contient ce que les partenaires
  ont remis
- files/consents/ et files/receipts/ : vos autorisations telles qu’elles ont été
  enregistrées, et leurs reçus signés
- files/log/ et log-head.ttl : le journal des accès, et où il finit : sa chaîne
  se vérifie sans le serveur
- grants.json : les autorisations en cours : à qui, sur quoi, pourquoi, jusqu’à
  quand
- receipt-keys.json : les clés publiques avec lesquelles les reçus se vérifient
- manifest.json : pour chaque document, son adresse, son type, sa taille et son
  empreinte SHA-256

Les fichiers .ttl sont en Turtle, un format ouvert (RDF, W3C) que lit tout
éditeur de texte et tout outil Solid.

N’y sont pas : le mot de passe, l’adresse e-mail et les sessions du compte ; ni
les règles (.acl) et les descriptions (.meta) que d’autres outils auraient
écrites : un déménagement les emporte.

Pour la vérifier ou la remettre en place : « Copier ou partir », dans votre
espace.
`),
    'README.txt': windowsLines(`A copy of my space
==================

(Français : LISEZMOI.txt)

All that ${pod} held on ${day}.
IT IS PRIVATE: this archive can be read without a password. Keep it as you would
a bank statement; whoever gets it has all of its contents.

- files/: a file for each document; files/data/ holds what the partners
  delivered
- files/consents/ and files/receipts/: your permissions as they were recorded,
  and their signed receipts
- files/log/ and log-head.ttl: the access log, and where it ends: its chain can
  be verified without the server
- grants.json: the permissions in force: to whom, on what, why, until when
- receipt-keys.json: the public keys that receipts are verified with
- manifest.json: for each document, its address, its type, its size and its
  SHA-256 digest

.ttl files are Turtle, an open format (RDF, W3C) that any text editor and any
Solid tool reads.

Not in it: the password, the e-mail address and the sessions of the account; nor
rules (.acl) and descriptions (.meta) that other tools may have written: a move
takes those along.

To verify it or to restore it: "Copy or leave", in your space.
`),
  }
}

/** As every editor of plain text knows an end of a line, and that this is UTF-8. */
const windowsLines = (text: string): string => `\ufeff${text.replaceAll('\n', '\r\n')}`
