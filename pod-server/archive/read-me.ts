import type { Manifest } from './manifest.ts'

/** What stands beside an exported pod, for whoever opens the folder: by the names of the files. */
export function readMe({ pod, address, exported }: Manifest): Readonly<Record<string, string>> {
  const day = exported.slice(0, 10)
  return {
    'LISEZMOI.md': `# L’espace « ${pod} »

_English: README.md._

Voici tout ce que contenait l’espace ${address}${pod}/ le ${day} : les documents, les autorisations données et le
profil. **C’est privé** : ce dossier se lit sans mot de passe. Gardez-le comme un relevé de banque ; qui le reçoit en a
tout le contenu.

| partie | ce que c’est |
| --- | --- |
| \`files/\` | un fichier par document, dans des dossiers de même nom que dans l’espace ; \`data/\` contient ce que les partenaires ont remis |
| \`*.ttl\` | des données en Turtle, un format ouvert (RDF, W3C) que lit tout éditeur de texte et tout outil Solid |
| \`.acl\` | qui a le droit de lire ou d’écrire, dossier par dossier (Web Access Control) |
| \`manifest.json\` | pour chaque document : son adresse, son type, son empreinte SHA-256 et ce que le serveur en dit |

N’y sont pas : le mot de passe, l’adresse e-mail et les sessions du compte.

## Le faire revenir

Sous la même adresse (${address}), l’opérateur arrête le serveur, puis :

\`\`\`
node bin/traboule-pod.js import ${pod} <ce dossier> --email <e-mail> --data <dossier de données>
\`\`\`

Un compte est créé, et son mot de passe affiché une fois. Un fichier modifié ici n’est pas importé. Sur un autre serveur
Solid, les documents de \`files/\` se déposent un à un ; les adresses qu’ils contiennent restent celles d’ici.
`,
    'README.md': `# The pod "${pod}"

_Français : LISEZMOI.md._

This is all that the pod ${address}${pod}/ held on ${day}: its documents, the grants given and the profile.
**It is private**: this folder can be read without a password. Keep it as you would a bank statement; whoever gets it
has all of its contents.

| part | what it is |
| --- | --- |
| \`files/\` | a file for each document, in folders named as in the pod; \`data/\` holds what the partners delivered |
| \`*.ttl\` | data in Turtle, an open format (RDF, W3C) that any text editor and any Solid tool reads |
| \`.acl\` | who may read or write, folder by folder (Web Access Control) |
| \`manifest.json\` | for each document: its address, its type, its SHA-256 digest and what the server says of it |

Not in it: the password, the e-mail address and the sessions of the account.

## To bring it back

Under the same address (${address}), the operator stops the server, then:

\`\`\`
node bin/traboule-pod.js import ${pod} <this folder> --email <e-mail> --data <data folder>
\`\`\`

An account is made, and its password shown once. A file that was changed here is not imported. On another Solid server,
the documents of \`files/\` can be put one by one; the addresses in them stay those of here.
`,
  }
}
