import type { Bilingual } from '../errors.ts'

/** How each command is written, and what it does. */
export const pages = {
  import: {
    fr: `  traboule-connect import <fichier> --partner <id> --to <WebID>
      --dry-run           montre ce qui serait écrit, n’écrit rien
      --connector <id>    bank, gas… ; sinon ceux du partenaire
      --storage <adresse> l’espace personnel, si le profil en nomme plusieurs`,
    en: `  traboule-connect import <file> --partner <id> --to <WebID>
      --dry-run           show what would be written, write nothing
      --connector <id>    bank, gas…; otherwise the partner’s own
      --storage <address> the pod, when the profile names several`,
  },
  sync: {
    fr: `  traboule-connect sync --config <fichier.yaml>
      l’envoi quotidien d’un partenaire : tous ses citoyens, repris où il s’est arrêté`,
    en: `  traboule-connect sync --config <file.yaml>
      a partner’s daily run: all its citizens, going on where it stopped`,
  },
  sniff: {
    fr: '  traboule-connect sniff <fichier>      dit quel connecteur lit ce fichier',
    en: '  traboule-connect sniff <file>         say which connector reads this file',
  },
  sample: {
    fr: `  traboule-connect sample bank          un relevé OFX inventé, sur la sortie standard
      --years 10 --until 2026-10-31 --seed 1
  traboule-connect sample electricity   une année réelle de demi-heures, en DataConnect
      --year 2025 --until 2025-12-31
  traboule-connect sample gas           une année inventée (ou water, invoice, telecom…)
      --year 2025 --seed 1
  traboule-connect sample household     l’année d’un foyer, de quinze sources
      --into <dossier>
      --year 2025 --seed 1`,
    en: `  traboule-connect sample bank          an invented OFX statement, on standard output
      --years 10 --until 2026-10-31 --seed 1
  traboule-connect sample electricity   a real year of half-hours, as DataConnect
      --year 2025 --until 2025-12-31
  traboule-connect sample gas           (or water, invoice, telecom…) an invented year
      --year 2025 --seed 1
  traboule-connect sample household     a household’s year, of fifteen sources
      --into <folder>
      --year 2025 --seed 1`,
  },
  space: {
    fr: `  traboule-connect space --partner <id> --at <adresse>
      l’espace client d’une banque inventée, où ses clients connectent leur espace
      personnel ; l’opérateur a enregistré <adresse>retour (partner add --return)`,
    en: `  traboule-connect space --partner <id> --at <address>
      the customer space of an invented bank, where its customers connect their pod;
      the operator has registered <address>retour (partner add --return)`,
  },
  move: {
    fr: `  traboule-connect move --from <ici.json> --to <là-bas.json>
      vous partez : copie votre espace sur un autre serveur Solid, et compare les deux ;
      chaque fichier dit { "webId", "pod", "issuer", "clientId", "clientSecret" }`,
    en: `  traboule-connect move --from <here.json> --to <there.json>
      you leave: copies your pod to another Solid server, and compares the two;
      each file says { "webId", "pod", "issuer", "clientId", "clientSecret" }`,
  },
} as const satisfies Record<string, Bilingual>

/** What is so of all of them. */
export const ofAll: Bilingual = {
  fr: `  --lang fr|en   la langue ; sinon celle de l’environnement

Identifiants du partenaire : $TRABOULE_PARTNERS/<id>.json,
sinon ./data/partners/<id>.json

Codes de sortie :
  0  fait
  1  commande mal écrite
  2  fichier refusé, rien n’est envoyé (sync : les autres le sont)
  3  porte fermée par le citoyen (sync : 0, c’est son droit)
  4  envoi échoué ou incomplet, à relancer
  5  identité refusée ou espace introuvable
  6  erreur de notre côté`,
  en: `  --lang fr|en   the language; otherwise the environment’s

The partner’s credentials: $TRABOULE_PARTNERS/<id>.json,
otherwise ./data/partners/<id>.json

Exit codes:
  0  done
  1  command misspelt
  2  file refused, nothing is sent (sync: the others are)
  3  door closed by the citizen (sync: 0, it is theirs to close)
  4  import failed or incomplete, run it again
  5  identity refused or pod not found
  6  a fault of ours`,
}
