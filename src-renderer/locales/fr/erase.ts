import type { eraseTexts as english } from '../en/erase';
import type { Widened } from '../messages';

/** La page Effacer. */
export const eraseTexts: Widened<typeof english> = {
  erase: {
    title: 'Effacer une carte',
    what: 'Que faut-il effacer',
    allHint: 'Toute la flash, comme à la sortie d’usine.',
    partitionHint: 'Par exemple les réglages enregistrés et le Wi-Fi.',
    regionHint: 'Des secteurs entiers à partir d’une adresse que vous saisissez.',
    willBeErased: 'Sera effacé',
    button: 'Effacer',
    buttonAll: 'Tout effacer',
    buttonOne: 'Effacer {name}',
    ready: '{size} à effacer. Cette action est irréversible.',
    losses: 'Ce qui sera perdu',
    allLost:
      'Tout ce qui est sur la carte : l’application, le bootloader, les réglages enregistrés, les mots de passe Wi-Fi et les fichiers. Elle ne démarrera plus avant d’être flashée à nouveau.',
    someLost: 'Le contenu de ces partitions, pour la part que couvre la zone :',
    noPartition: 'Rien qui appartienne à une partition.',
    unknownLoss: 'Ce qui s’y trouve. La table de partitions de la carte dirait ce que c’est.',
    nothingChosen: 'Rien n’est encore choisi.',
    sectors:
      'La mémoire flash s’efface par secteurs de 4 ko (0x1000 octets), qui ne contiennent ensuite que des uns. Faites d’abord une sauvegarde si vous pourriez en avoir besoin.',
    force: 'Effacer malgré tout',
    forceHint:
      'Cette carte ne démarre qu’un firmware signé ou chiffré. Sans lui, elle risque de ne plus jamais démarrer.',
    word: 'EFFACER',
    typeWord: 'Tapez {word} pour confirmer',
    reason: {
      locked: 'Cette carte est protégée : voir ci-dessus.',
      sizeNotTold: 'Choisissez d’abord la taille de sa flash.',
      sizeUnknown: 'La taille de sa flash est inconnue : effacez une zone.',
      confirm: 'Tapez {word} ci-dessus pour confirmer.',
    },
    done: 'Effacé',
    proven: 'C’est vierge : le MD5 calculé par la puce est celui d’une flash effacée.',
    unproven: 'La puce a répondu que c’est fait. Rien ne peut être relu pour le prouver.',
  },
};
