import type { Messages } from '../../shared/i18n/t.ts'

/** For somebody who is at ease with computers. */
export const guideMessages = {
  heading: { fr: 'Guide : partir chez un autre opérateur', en: 'Guide: move to another operator' },
  back: { fr: 'Retour à « Copier ou partir »', en: 'Back to “Copy or leave”' },
  intro: {
    fr: 'Un espace va sur n’importe quel serveur Solid, avec un programme, traboule-connect, qui se trouve avec le code de Traboule. Il tourne sur un ordinateur (Node.js 20 ou plus récent) et parle lui-même aux deux serveurs, sans nous.',
    en: 'A space can go to any Solid server, with a program, traboule-connect, which is part of Traboule’s source code. It runs on a computer (Node.js 20 or later) and talks to both servers by itself, without us.',
  },
  step1: {
    fr: 'Ouvrez un compte et un espace chez l’autre opérateur. Son serveur doit parler le protocole Solid.',
    en: 'Open an account and a space with the other operator. Their server must support the Solid protocol.',
  },
  step2: {
    fr: 'Sur chacun des deux serveurs, créez une clé pour vos programmes (ici : « Mon compte », « Connexions, mot de passe, clés », « Créer une clé »). Écrivez-les dans deux fichiers : ici.json et la-bas.json.',
    en: 'On each of the two servers, make a key for your programs (here: “My account”, “Log-ins, password, keys”, “Make a key”). Write them into two files: here.json and there.json.',
  },
  hereFile: { fr: 'ici.json', en: 'here.json' },
  thereFile: { fr: 'la-bas.json', en: 'there.json' },
  step3: {
    fr: 'Lancez la commande, dans le dossier de Traboule. Interrompue, elle reprend où elle en était.',
    en: 'Run the command, in the folder of Traboule. If interrupted, it continues where it stopped.',
  },
  step4: {
    fr: 'Lisez son compte rendu : il compare les deux espaces, document par document. Effacez celui-ci seulement quand tout est là-bas.',
    en: 'Read its report: it compares the two spaces, document by document. Erase this one only when everything is there.',
  },
  secret: {
    fr: 'Ces fichiers donnent tous les droits : effacez-les ensuite, et supprimez les deux clés.',
    en: 'These files give all rights: delete them afterwards, and both keys.',
  },
  rulesHeading: { fr: 'Et vos autorisations ?', en: 'And your permissions?' },
  rulesText: {
    fr: 'Une autorisation pour une application ou jusqu’à une date n’est écrite là-bas que si l’autre serveur sait la limiter ainsi. Sinon elle ouvrirait plus que ce que vous avez accordé : elle reste de côté, dans le dossier archive, et revient si vous revenez, sauf si elle est finie.',
    en: 'A permission for one app, or until a date, is made there only if the other server can limit it so. Otherwise it would open more than you agreed to: it stays aside, in the archive folder, and comes back if you come back, unless it has ended.',
  },
} satisfies Messages
