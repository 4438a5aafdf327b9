import type { AdviceTextsOf } from '../../nest-by-code';

/** Textes pour `connect.*`, `protocol.*` et `stub.*`. */
export const connectionAdvice: AdviceTextsOf<'connect' | 'protocol' | 'stub'> = {
  'connect.noReply': {
    title: 'La carte sur {path} ne répond pas.',
    cause:
      'La carte exécute sans doute son propre programme parce que ses lignes de reset ne sont pas câblées, ou le câble ne fait que charger.',
    steps: [
      'Maintenez le bouton BOOT, appuyez brièvement sur RESET (aussi nommé EN), relâchez BOOT, puis réessayez.',
      'Essayez un autre câble USB et un autre port USB ; certains câbles ne font que charger.',
      'Si vous avez câblé la carte vous-même, vérifiez l’alimentation et la masse, et que TX va à RX et RX à TX.',
    ],
  },
  'connect.wrongBootMode': {
    title:
      'La carte a lancé son propre programme au lieu d’attendre un nouveau firmware (mode de démarrage {bootMode}).',
    cause:
      'Le mode téléchargement n’a pas été choisi au démarrage de la puce : {bootPin} n’était pas au niveau bas à ce moment.',
    steps: [
      'Maintenez le bouton BOOT, appuyez brièvement sur RESET (aussi nommé EN), relâchez BOOT, puis réessayez.',
      'Sans bouton BOOT, reliez {bootPin} à la masse pendant que vous appuyez sur RESET ou mettez sous tension.',
      'Débranchez ce qui est relié à ces broches ; le mode téléchargement les veut ainsi : {bootPins}.',
    ],
  },
  'connect.noise': {
    title: 'Ce qui vient de {path} n’a pas de sens.',
    cause: 'La carte parle sans doute à une autre vitesse, ou c’est un appareil d’un autre genre.',
    steps: [
      'Maintenez le bouton BOOT, appuyez brièvement sur RESET (aussi nommé EN), relâchez BOOT, puis réessayez.',
      'Vérifiez que la bonne carte est choisie : d’autres appareils ont aussi des ports série.',
      'Vérifiez la masse et l’alimentation, et utilisez un câble court.',
    ],
  },
  'connect.notEspressif': {
    title: 'L’appareil sur {path} n’est pas une puce Espressif.',
    cause: 'Quelque chose répond, mais pas dans le langage des puces Espressif.',
    steps: ['Choisissez un autre port.', 'Débranchez la carte et voyez quel port disparaît : c’est le bon.'],
  },
  'connect.unknownChip': {
    title: 'Esplanade ne connaît pas cette puce ({id}).',
    cause: 'Elle est sans doute plus récente que cette version d’Esplanade.',
    steps: [
      'Cherchez une version plus récente d’Esplanade.',
      'Si vous savez de quelle puce il s’agit, choisissez-la à la main.',
    ],
  },
  'connect.wrongChip': {
    title: 'C’est un {found}, et non un {expected}.',
    cause:
      'La puce a été réglée à la main et une autre carte est branchée maintenant, ou la puce a été prise pour une autre qui lui ressemble.',
    steps: [
      'Réglez la puce sur automatique.',
      'Si {expected} est juste, vérifiez que la bonne carte est branchée et choisie.',
    ],
  },
  'protocol.timeout': {
    title: 'La carte a cessé de répondre ({command}, après {timeoutMs}).',
    cause: 'Des octets se sont sans doute perdus en chemin, ou la carte a redémarré faute de courant.',
    steps: [
      'Appuyez sur RESET sur la carte et réessayez.',
      'Choisissez une vitesse plus basse, comme 115200.',
      'Essayez un autre câble, un autre port USB ou un hub avec sa propre alimentation.',
    ],
  },
  'protocol.badFrame': {
    title: 'Ce que la carte a envoyé a été abîmé en chemin ({reason}).',
    cause: 'La connexion est sans doute trop rapide pour le câble, ou autre chose parle sur la même ligne.',
    steps: [
      'Choisissez une vitesse plus basse, comme 115200.',
      'Utilisez un câble court, directement sur l’ordinateur.',
      'Débranchez ce qui est relié aux broches TX et RX de la carte.',
    ],
  },
  'protocol.badReply': {
    title: 'La carte a donné une réponse qui ne convient pas ({command} : {reason}).',
    cause: 'Des octets ont sans doute été perdus ou modifiés en chemin.',
    steps: ['Appuyez sur RESET sur la carte et réessayez.', 'Choisissez une vitesse plus basse, comme 115200.'],
  },
  'protocol.commandFailed': {
    title: 'La carte a refusé de le faire ({command} : {meaning}).',
    cause:
      'La puce a reçu la commande et n’a pas pu l’exécuter ; la mémoire flash ou l’alimentation en est souvent la raison.',
    steps: [
      'Appuyez sur RESET sur la carte et réessayez.',
      'Choisissez une vitesse plus basse, comme 115200.',
      'Vérifiez que la carte est assez alimentée et que rien n’est relié aux broches de sa mémoire flash.',
    ],
  },
  'protocol.unsupported': {
    title: '{chip} ne peut pas le faire avec le chargeur employé ({command}, {loader}).',
    cause: 'Le chargeur intégré à la puce connaît moins de commandes que le flasher stub.',
    steps: ['Autorisez le flasher stub, le chargeur rapide, sauf si la puce n’en a pas.'],
  },
  'stub.startFailed': {
    title: 'Le flasher stub, le chargeur rapide, n’a pas démarré sur {chip}.',
    cause: 'L’envoi a sans doute été abîmé en chemin, ou la protection de la puce ne laisse pas charger de programme.',
    steps: [
      'Appuyez sur RESET sur la carte et réessayez.',
      'Continuez sans le stub : plus lent, mais moins exigeant pour la puce.',
    ],
  },
  'stub.noImage': {
    title: 'Il n’y a pas encore de flasher stub pour {chip}.',
    cause: 'La puce est si récente qu’Espressif n’en a pas encore publié.',
    steps: ['Continuez sans le stub : plus lent, pour le même résultat.'],
  },
};
