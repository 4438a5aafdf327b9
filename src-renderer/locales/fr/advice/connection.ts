import type { AdviceTextsOf } from '../../nest-by-code';

/** Textes pour `connect.*`, `protocol.*` et `stub.*`. */
export const connectionAdvice: AdviceTextsOf<'connect' | 'protocol' | 'stub'> = {
  'connect.noReply': {
    title: 'La carte sur {path} ne répond pas.',
    steps: [
      'Maintenez le bouton BOOT, appuyez brièvement sur RESET (aussi nommé EN), relâchez BOOT, puis réessayez.',
      'Essayez un autre câble USB et un autre port USB ; certains câbles ne font que charger.',
      'Si vous avez câblé la carte vous-même, vérifiez l’alimentation et la masse, et que TX va à RX et RX à TX.',
    ],
  },
  'connect.wrongBootMode': {
    title:
      'La carte a lancé son propre programme au lieu d’attendre un nouveau firmware (mode de démarrage {bootMode}).',
    steps: [
      'Maintenez le bouton BOOT, appuyez brièvement sur RESET (aussi nommé EN), relâchez BOOT, puis réessayez.',
      'Sans bouton BOOT, reliez {bootPin} à la masse pendant que vous appuyez sur RESET ou mettez sous tension.',
      'Débranchez ce qui est relié à ces broches ; le mode téléchargement les veut ainsi : {bootPins}.',
    ],
  },
  'connect.noise': {
    title: 'Ce qui vient de {path} n’a pas de sens.',
    steps: [
      'Maintenez le bouton BOOT, appuyez brièvement sur RESET (aussi nommé EN), relâchez BOOT, puis réessayez.',
      'Vérifiez que la bonne carte est choisie : d’autres appareils ont aussi des ports série.',
      'Vérifiez la masse et l’alimentation, et utilisez un câble court.',
    ],
  },
  'connect.notEspressif': {
    title: 'L’appareil sur {path} n’est pas une puce Espressif.',
    steps: ['Choisissez un autre port.', 'Débranchez la carte et voyez quel port disparaît : c’est le bon.'],
  },
  'connect.unknownChip': {
    title: 'Esplanade ne connaît pas cette puce ({id}).',
    steps: [
      'Cherchez une version plus récente d’Esplanade.',
      'Si vous savez de quelle puce il s’agit, choisissez-la à la main.',
    ],
  },
  'connect.wrongChip': {
    title: 'C’est un {found}, et non un {expected}.',
    steps: [
      'Réglez la puce sur automatique.',
      'Si {expected} est juste, vérifiez que la bonne carte est branchée et choisie.',
    ],
  },
  'protocol.timeout': {
    title: 'La carte a cessé de répondre ({command}, après {timeoutMs}).',
    steps: [
      'Appuyez sur RESET sur la carte et réessayez.',
      'Choisissez une vitesse plus basse, comme 115200.',
      'Essayez un autre câble, un autre port USB ou un hub avec sa propre alimentation.',
    ],
  },
  'protocol.badFrame': {
    title: 'Ce que la carte a envoyé a été abîmé en chemin ({reason}).',
    steps: [
      'Choisissez une vitesse plus basse, comme 115200.',
      'Utilisez un câble court, directement sur l’ordinateur.',
      'Débranchez ce qui est relié aux broches TX et RX de la carte.',
    ],
  },
  'protocol.badReply': {
    title: 'La carte a donné une réponse qui ne convient pas ({command} : {reason}).',
    steps: ['Appuyez sur RESET sur la carte et réessayez.', 'Choisissez une vitesse plus basse, comme 115200.'],
  },
  'protocol.commandFailed': {
    title: 'La carte a refusé de le faire ({command} : {meaning}).',
    steps: [
      'Appuyez sur RESET sur la carte et réessayez.',
      'Choisissez une vitesse plus basse, comme 115200.',
      'Vérifiez que la carte est assez alimentée et que rien n’est relié aux broches de sa mémoire flash.',
    ],
  },
  'protocol.unsupported': {
    title: '{chip} ne peut pas le faire avec le chargeur employé ({command}, {loader}).',
    steps: ['Autorisez le flasher stub, le chargeur rapide, sauf si la puce n’en a pas.'],
  },
  'stub.startFailed': {
    title: 'Le flasher stub, le chargeur rapide, n’a pas démarré sur {chip}.',
    steps: [
      'Appuyez sur RESET sur la carte et réessayez.',
      'Continuez sans le stub : plus lent, mais moins exigeant pour la puce.',
    ],
  },
  'stub.noImage': {
    title: 'Il n’y a pas encore de flasher stub pour {chip}.',
    steps: ['Continuez sans le stub : plus lent, pour le même résultat.'],
  },
};
