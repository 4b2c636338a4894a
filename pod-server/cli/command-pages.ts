import type { Bilingual } from '../bilingual.ts'

/** Commands that want the same of the server, and how each is written. */
export interface Section {
  readonly title?: Bilingual
  readonly pages: Readonly<Record<string, Bilingual>>
}

export const sections: readonly Section[] = [
  {
    pages: {
      demo: {
        fr: '  demo      toute la démonstration : citoyens, partenaires, données',
        en: '  demo      the whole demonstration: citizens, partners, data',
      },
      serve: {
        fr: '  serve     un serveur vide ; une ligne dit quand il est prêt',
        en: '  serve     an empty server; one line says when it is ready',
      },
      status: {
        fr: '  status    ce qu’il y a, en chiffres, serveur en marche ou arrêté',
        en: '  status    what there is, in numbers, the server running or stopped',
      },
      help: {
        fr: '  help [<commande>]  cette page, ou celle d’une commande',
        en: '  help [<command>]   this page, or that of a command',
      },
    },
  },
  {
    title: {
      fr: 'Serveur en marche :',
      en: 'With the server running:',
    },
    pages: {
      'citizen invite': {
        fr: `  citizen invite [--email <e-mail>]
            un lien par lequel une personne crée son compte et son espace, et choisit tout ;
            il vaut une fois, 14 jours ; avec --email, par un e-mail`,
        en: `  citizen invite [--email <e-mail>]
            a link by which a person makes their account and pod, and chooses everything;
            good once, for 14 days; with --email, by an e-mail`,
      },
      'citizen add': {
        fr: `  citizen add <nom> --email <e-mail> [--password <12 caractères ou plus>]
            un compte et son espace ; le mot de passe (ou TRABOULE_PASSWORD) est affiché
            s’il n’est pas donné`,
        en: `  citizen add <name> --email <e-mail> [--password <12 characters or more>]
            an account and its pod; the password (or TRABOULE_PASSWORD) is shown where none
            is given`,
      },
      'citizen reset': {
        fr: `  citizen reset <nom ou e-mail>
            un lien par lequel un citoyen choisit un nouveau mot de passe ; il vaut une fois,
            une demi-heure, et une ligne du journal de son espace le dit`,
        en: `  citizen reset <pod or e-mail>
            a link by which a citizen chooses a new password; good once, for half an hour,
            and a line in the log of the pod says so`,
      },
      'citizen quota': {
        fr: `  citizen quota <nom> <taille>
            combien de place peut prendre un espace (2Go, 500Mo)`,
        en: `  citizen quota <pod> <size>
            how much room a pod may take (2GB, 500MB)`,
      },
      'partner add': {
        fr: `  partner add <id> --name <nom> --connector bank|gas|… [--return <adresse>]
                   [--rate <par seconde>/<d’un coup>]
            un partenaire ; ses identifiants vont dans <données>/partners/<id>.json ;
            --connector : plusieurs s’ils écrivent la même catégorie (electricity,gas) ;
            --return : où son espace client reprend un citoyen qui l’a connecté (https) ;
            --rate : combien de demandes il peut faire (200/5000)`,
        en: `  partner add <id> --name <name> --connector bank|gas|… [--return <address>]
                   [--rate <a second>/<at once>]
            a partner; its credentials go into <data>/partners/<id>.json;
            --connector: several where they write the same category (electricity,gas);
            --return: where its customer space takes back who connected it (https);
            --rate: how many requests it may make (200/5000)`,
      },
      'partner renew': {
        fr: `  partner renew <id>
            de nouveaux identifiants pour un partenaire ; les anciens ne valent plus`,
        en: `  partner renew <id>
            new credentials for a partner; the old ones are worth nothing then`,
      },
      'partner return': {
        fr: `  partner return <id> <adresse>
            où l’espace client d’un partenaire reprend un citoyen, à la place de --return`,
        en: `  partner return <id> <address>
            where a partner’s customer space takes citizens back, in the place of --return`,
      },
      'keys renew': {
        fr: `  keys renew tokens|webhooks|receipts
            une nouvelle clé de signature ; personne n’est déconnecté`,
        en: `  keys renew tokens|webhooks|receipts
            a new signing key; nobody is logged out`,
      },
      'app add': {
        fr: `  app add <adresse de son Client ID Document>
            une application d’un tiers ; elle ne peut demander que ce qu’il dit maintenant`,
        en: `  app add <address of its Client ID document>
            somebody else’s app; it can ask for no more than what that says now`,
      },
    },
  },
  {
    title: {
      fr: 'Serveur en marche ou arrêté, comme l’utilisateur à qui est le dossier de données :',
      en: 'With the server running or stopped, as the user whom the data folder belongs to:',
    },
    pages: {
      backup: {
        fr: `  backup <fichier>
            tout dans un fichier, sauf les identifiants des partenaires (partner renew)`,
        en: `  backup <file>
            everything into one file, but for the partners’ credentials (partner renew)`,
      },
      export: {
        fr: `  export <nom> <dossier>
            un espace en fichiers (Turtle, PDF…), avec une page qui les explique ;
            une ligne du journal de son citoyen le dit`,
        en: `  export <pod> <folder>
            one pod as files (Turtle, PDF…), with a page that explains them;
            a line in the log of its citizen says so`,
      },
      'journal verify': {
        fr: `  journal verify [<nom>] [--against <fichier>]
            si les journaux des accès sont tels qu’ils ont été écrits ; sinon, où ;
            --against : et s’ils sont sous les empreintes que quelqu’un a gardées
            de <adresse>/.journal/roots`,
        en: `  journal verify [<pod>] [--against <file>]
            whether the access logs are as they were written; where they are not;
            --against: and whether they are below the roots that somebody kept
            of <address>/.journal/roots`,
      },
    },
  },
  {
    title: {
      fr: 'Partout, sans serveur si les clés sont dans un fichier :',
      en: 'Anywhere, without a server where the keys are in a file:',
    },
    pages: {
      'receipt verify': {
        fr: `  receipt verify <fichier> [--keys <fichier ou adresse>]
            si un reçu, ou la preuve d’un effacement, est signé par un serveur ;
            les clés sont à <adresse>/.keys/receipts`,
        en: `  receipt verify <file> [--keys <file or address>]
            whether a server signed a receipt, or the proof of an erasure;
            the keys are at <address>/.keys/receipts`,
      },
    },
  },
  {
    title: {
      fr: 'Serveur arrêté :',
      en: 'With the server stopped:',
    },
    pages: {
      restore: {
        fr: `  restore <fichier> [--replace]
            une sauvegarde dans un dossier de données sans espaces ; avec --replace,
            à la place de ce qui y est, gardé dans <données>/replaced-…`,
        en: `  restore <file> [--replace]
            a back-up into a data folder without pods; with --replace, in the place of
            what is there, which is kept in <data>/replaced-…`,
      },
      import: {
        fr: `  import <nom> <dossier> --email <e-mail> [--password <12 caractères ou plus>]
            un espace exporté, à la même adresse, et un nouveau compte pour lui`,
        en: `  import <pod> <folder> --email <e-mail> [--password <12 characters or more>]
            an exported pod, at the same address, and a new account for it`,
      },
      'journal erase': {
        fr: `  journal erase <nom> <ressource>
            ce que le journal d’un espace dit d’une ressource, ou de tout un dossier
            (« / » à la fin), effacé pour de bon ; le reste se vérifie encore`,
        en: `  journal erase <pod> <resource>
            what the access log of a pod says of a resource, or of a whole folder
            (with a "/" at its end), erased for good; the rest still verifies`,
      },
    },
  },
]
