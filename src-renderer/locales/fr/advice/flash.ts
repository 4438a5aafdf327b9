import type { AdviceTextsOf } from '../../nest-by-code';

/** Textes pour `flash.*`. */
export const flashAdvice: AdviceTextsOf<'flash'> = {
  'flash.noAnswer': {
    title: 'La mémoire flash ne répond pas (identifiant {flashId}).',
    cause: 'La mémoire flash n’est pas alimentée, est câblée autrement, ou ses broches servent à autre chose.',
    steps: [
      'Débranchez tout ce qui est relié à la carte, puis réessayez.',
      'Vérifiez que la carte reçoit 3,3 V stables.',
      'Si la mémoire flash est un composant séparé, vérifiez ses soudures et son câblage.',
    ],
  },
  'flash.sizeUnknown': {
    title: 'La mémoire flash ne dit pas sa taille (identifiant {flashId}).',
    cause: 'C’est sans doute un composant rare, dont l’identifiant ne contient pas la taille.',
    steps: ['Choisissez la taille de flash à la main ; elle figure dans la description de la carte ou du module.'],
  },
  'flash.sizeNotTold': {
    title: 'Ce {chip} ne dit pas la taille de sa mémoire flash, car il est en Secure Download Mode.',
    cause: 'Le Secure Download Mode ne laisse personne interroger la mémoire flash.',
    steps: ['Choisissez la taille de flash à la main ; elle figure dans la description de la carte ou du module.'],
  },
  'flash.notVerified': {
    title:
      'Tout a été envoyé à ce {chip} et accepté, mais il ne laisse personne vérifier ce que sa flash contient maintenant.',
    cause: 'Le Secure Download Mode ne laisse personne lire ni comparer.',
    steps: [
      'C’est ainsi que fonctionne le Secure Download Mode ; la preuve est que l’application démarre.',
      'Si elle ne démarre pas, recommencez à une vitesse plus basse, comme 115200.',
    ],
  },
  'flash.cannotProve': {
    title: 'Ce {chip} est en Secure Download Mode : ce qui est écrit ne peut être ni relu ni comparé.',
    cause: 'Le Secure Download Mode ne laisse personne lire ni comparer.',
    steps: [
      'Si vous êtes sûr des fichiers et du câble, choisissez de les écrire sans preuve (--force en ligne de commande).',
      'Laissez ensuite la carte démarrer et voyez si elle fait ce qu’elle doit.',
    ],
  },
  'flash.verifyFailed': {
    title: 'La mémoire flash ne contient pas ce qui a été écrit pour {name}, à {offset}.',
    cause:
      'Des bits ont changé en chemin ou n’ont pas tenu : l’alimentation et le câble en sont les raisons habituelles.',
    steps: [
      'Flashez à nouveau, à une vitesse plus basse, comme 115200.',
      'Vérifiez que la carte est assez alimentée : un autre câble, ou un hub avec sa propre alimentation.',
      'Si cela se reproduit au même endroit, la mémoire flash est protégée en écriture (Carte → Outils le montre) ou usée.',
    ],
  },
  'flash.notEncrypted': {
    title: 'La mémoire flash contient {name} en clair, à {offset} : la puce ne l’a pas chiffré.',
    cause: 'La puce n’a pas encore de clé de chiffrement.',
    steps: [
      'Son chiffrement de flash n’a pas encore de clé ; elle en reçoit une au premier démarrage de son firmware.',
      'Écrivez le firmware sans chiffrement et laissez-le démarrer une fois.',
    ],
  },
  'flash.encryptedWriteForbidden': {
    title: 'Ce {chip} n’accepte définitivement plus d’écriture chiffrée venant de l’extérieur.',
    cause: 'Un eFuse de cette puce l’interdit ; les eFuses ne peuvent pas être remis à zéro.',
    steps: [
      'C’est le mode release du chiffrement de flash : mettez-le à jour sans fil (OTA).',
      'Un fichier chiffré sur un ordinateur avec la même clé peut être écrit tel quel.',
    ],
  },
  'flash.differs': {
    title: 'La mémoire flash ne contient pas {name}, à {offset} : {sectors} secteurs de 4 ko diffèrent.',
    cause:
      'Une autre version a été flashée, d’autres réglages de flash ont été utilisés, ou l’application a modifié ses données.',
    steps: [
      'Si le fichier a été écrit avec un autre mode, une autre fréquence ou une autre taille, indiquez les mêmes ici.',
      'Une application modifie ses propres données pendant qu’elle tourne ; ce n’est pas un défaut.',
    ],
  },
  'flash.readUnstable': {
    title: 'La mémoire flash ne se lit pas deux fois de la même façon, à {offset}.',
    cause: 'La liaison avec la mémoire flash est fragile : alimentation, câblage ou composant usé.',
    steps: [
      'Lisez à nouveau, à une vitesse plus basse, comme 115200.',
      'Vérifiez que la carte est assez alimentée : un autre câble, ou un hub avec sa propre alimentation.',
      'Débranchez tout ce qui est relié aux broches de la mémoire flash.',
    ],
  },
  'flash.notErased': {
    title: 'La mémoire flash n’a pas été effacée, à {offset}.',
    cause: 'Des bits de protection sont sans doute à 1 dans le registre d’état de la mémoire flash.',
    steps: [
      'Elle est sans doute protégée en écriture : regardez ses registres d’état (Carte → Outils) et mettez-les à 0 pour lever la protection.',
      'Vérifiez que la carte est assez alimentée, puis effacez à nouveau.',
    ],
  },
  'flash.statusChanged': {
    title: 'Le registre d’état de la puce flash n’est plus ce qu’il était à la lecture : {now} au lieu de {was}.',
    cause: 'Une autre carte a été branchée, ou autre chose a écrit dans le registre entre-temps.',
    steps: [
      'Rien n’a été écrit.',
      'Vérifiez qu’il s’agit toujours de la même carte, relisez l’état et décidez à nouveau.',
    ],
  },
  'flash.filesChanged': {
    title: 'Les fichiers de {name} ne sont plus tels qu’ils ont été lus.',
    cause: 'L’app de la carte a écrit des fichiers entre-temps, ou c’est une autre carte.',
    steps: [
      'Rien n’a été écrit.',
      'Relisez les fichiers : les modifications seront alors à refaire.',
      'Si cela arrive à chaque fois, l’app écrit à chaque démarrage. Choisissez « Rester en mode téléchargement » dans les options de la page Flasher, pour que la carte vous attende.',
    ],
  },
  'flash.encrypted': {
    title: 'Le chiffrement de la flash est activé sur ce {chip} : il ne démarre qu’un firmware chiffré pour lui.',
    cause: 'Son fabricant a activé le chiffrement de la flash, et c’est irréversible.',
    steps: [
      'Demandez au fabricant de la carte un firmware ou une mise à jour par son propre programme.',
      'Si la puce est en mode développement, écrivez le firmware avec le chiffrement activé.',
    ],
  },
  'flash.secureBoot': {
    title: 'Le démarrage sécurisé est activé sur ce {chip} : il ne démarre qu’un firmware signé avec la bonne clé.',
    cause: 'Son fabricant a activé le démarrage sécurisé, et c’est irréversible.',
    steps: [
      'Utilisez un firmware signé par le fabricant de la carte.',
      'N’écrivez pas un autre bootloader : la puce pourrait ne plus jamais démarrer.',
    ],
  },
  'flash.secureDownloadMode': {
    title: 'Ce {chip} est en Secure Download Mode, qui ne le permet pas ({operation}).',
    cause: 'Son fabricant a activé ce mode, et c’est irréversible.',
    steps: ['Seule l’écriture en flash est possible, et la taille de flash doit être choisie à la main.'],
  },
};
