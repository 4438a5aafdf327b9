import type { AdviceTextsOf } from '../../nest-by-code';

/** Textes pour `plan.*`, ce qui se remarque avant toute écriture. */
export const planAdvice: AdviceTextsOf<'plan'> = {
  'plan.notEncrypting': {
    title: 'Le chiffrement de la flash n’est pas activé sur ce {chip} : un fichier chiffré ne démarrerait pas.',
    steps: [
      'Écrivez le fichier sans chiffrement ; un firmware prévu pour cela chiffre la flash à son premier démarrage.',
    ],
  },
  'plan.cannotEncrypt': {
    title: 'Rien ne peut être écrit chiffré sur {chip}.',
    steps: ['Écrivez le fichier sans chiffrement.'],
  },
  'plan.nothingToWrite': {
    title: 'Il n’y a encore rien à écrire.',
    steps: [
      'Déposez un fichier de firmware sur la fenêtre, ou choisissez-en un.',
      'Activez au moins une ligne du tableau.',
    ],
  },
  'plan.unaligned': {
    title: '{name} ne peut pas être écrit à {offset}.',
    steps: ['Utilisez une adresse multiple de {align}.'],
  },
  'plan.overlap': {
    title: '{name} et {otherName} seraient écrits l’un sur l’autre, de {offset} à {endOffset}.',
    steps: ['Changez l’une des deux adresses, ou désactivez l’une des deux lignes.'],
  },
  'plan.pastEnd': {
    title: '{name} finirait à {endOffset}, mais la mémoire flash n’a que {flashSizeBytes}.',
    steps: ['Vérifiez l’adresse de {name}.', 'Vérifiez que ce firmware est fait pour une carte qui a si peu de flash.'],
  },
  'plan.wrongChip': {
    title: '{name} est fait pour {imageChip}, mais cette carte a un {chip}.',
    steps: [
      'Procurez-vous le firmware pour {chip}.',
      'Si vous pensiez à une autre carte, branchez-la et choisissez-la.',
    ],
  },
  'plan.wrongRevision': {
    title: '{name} demande la révision de puce {required}, mais ce {chip} est en révision {revision}.',
    steps: ['Procurez-vous le firmware compilé pour cette révision de puce.'],
  },
  'plan.wrongBootloaderOffset': {
    title: 'Le bootloader {name} est à {offset}, où {chip} ne le cherche pas.',
    steps: ['Déplacez-le à {expectedOffset}.'],
  },
  'plan.imageBroken': {
    title: '{name} est endommagé : {reason}.',
    steps: ['Compilez ou téléchargez à nouveau le fichier.'],
  },
  'plan.partitionTableTooLarge': {
    title: 'La table de partitions {name} va jusqu’à {endOffset}, mais la mémoire flash n’a que {flashSizeBytes}.',
    steps: ['Utilisez un firmware fait pour cette taille de flash, ou une carte avec plus de flash.'],
  },
  'plan.appTooLarge': {
    title:
      'Le programme {name} fait {sizeBytes}, mais sa partition {partition} n’a de place que pour {partitionSizeBytes}.',
    steps: ['Écrivez la table de partitions compilée avec ce programme.'],
  },
  'plan.sharedSector': {
    title: '{name} et {otherName} se partagent les 4 ko de flash à {offset}, qui ne s’effacent qu’ensemble.',
    steps: ['Déplacez l’un des deux au multiple suivant de 0x1000.'],
  },
  'plan.erasesBefore': {
    title: 'Écrire {name} à {offset} efface aussi ce qui s’y trouve à partir de {erasedOffset}.',
    steps: ['Utilisez une adresse multiple de 0x1000, sauf s’il n’y a là rien d’important.'],
  },
  'plan.appAtBootloader': {
    title: '{name} est un programme, mais il est à {offset}, la place du bootloader de {chip}.',
    steps: ['Déplacez-le à {expectedOffset}.'],
  },
  'plan.appNotOnPartition': {
    title: 'Le programme {name} est à {offset}, où ne commence aucune partition de programme.',
    steps: ['Déplacez-le à {expectedOffset}, où commence la partition {partition}.'],
  },
  'plan.wrongTableOffset': {
    title: 'La table de partitions {name} est à {offset}, où le bootloader ne la cherche pas.',
    steps: ['Déplacez-la à {expectedOffset}, sauf si votre bootloader a été compilé pour un autre endroit.'],
  },
  'plan.partitionTableBroken': {
    title: 'La table de partitions {name} est fausse à {partition} : {reason}.',
    steps: ['Compilez ou téléchargez à nouveau la table de partitions.'],
  },
  'plan.headerSizeMismatch': {
    title: '{name} est réglé sur {headerSizeBytes} de flash, mais la carte a {flashSizeBytes}.',
    steps: [
      'Réglez la taille de flash sur automatique, pour que la bonne taille soit mise dans le fichier à l’écriture.',
    ],
  },
  'plan.signedNotPatched': {
    title: '{name} est signé : ses réglages de flash restent donc tels quels.',
    steps: ['S’ils sont faux, compilez-le avec les bons réglages de flash, puis signez-le à nouveau.'],
  },
  'plan.builtForEncryption': {
    title: '{name} a été compilé pour le chiffrement de flash et est écrit tel quel, non chiffré.',
    steps: [
      'Sur une carte neuve, c’est juste : il chiffre sa mémoire flash définitivement à son premier démarrage.',
      'Si vous ne le voulez pas, compilez le firmware sans chiffrement de flash.',
    ],
  },
  'plan.noBootloader': {
    title: 'La mémoire flash doit être effacée, mais aucun bootloader n’est écrit ensuite : {chip} ne démarrera pas.',
    steps: ['Ajoutez le bootloader à {expectedOffset}, ou n’effacez pas tout d’abord.'],
  },
  'plan.noPartitionTable': {
    title:
      'La mémoire flash doit être effacée, mais aucune table de partitions n’est écrite ensuite : {chip} ne démarrera pas.',
    steps: ['Ajoutez la table de partitions à {expectedOffset}, ou n’effacez pas tout d’abord.'],
  },
  'plan.noBootloaderThere': {
    title: 'Il n’y a de bootloader ni sur la carte ni parmi les fichiers : {chip} ne démarrera pas.',
    steps: [
      'Ajoutez le bootloader de la même compilation à {expectedOffset}, ou utilisez le firmware complet en un fichier.',
    ],
  },
  'plan.noTableThere': {
    title: 'Il n’y a de table de partitions ni sur la carte ni parmi les fichiers : {chip} ne démarrera pas.',
    steps: ['Ajoutez la table de partitions de la même compilation à {expectedOffset}.'],
  },
  'plan.otherAppStarts': {
    title: 'La carte démarre {starting}, mais {name} va dans {partition}.',
    steps: [
      'Déplacez-le à {expectedOffset}, où commence {starting}.',
      'Ou ajoutez les données OTA de la même compilation (ota_data_initial.bin ou boot_app0.bin), qui font démarrer la première application.',
    ],
  },
  'plan.everythingErased': {
    title: 'Tout est d’abord effacé sur la carte : réglages enregistrés, Wi-Fi et fichiers seront perdus.',
    steps: ['Désactivez « Tout effacer d’abord » pour les garder.'],
  },
  'plan.dataOverwritten': {
    title: 'Ce qui est enregistré sur la carte sera remplacé par {name} : {partitions}.',
    steps: ['Faites d’abord une sauvegarde si vous en avez besoin, ou laissez le fichier de côté.'],
  },
  'plan.dataOutOfReach': {
    title: 'La nouvelle table de partitions n’a pas de place pour ce qui est enregistré sur la carte : {partitions}.',
    steps: [
      'Faites d’abord une sauvegarde si vous en avez besoin.',
      'Ou utilisez un firmware avec la même table de partitions que celle de la carte.',
    ],
  },
  'plan.settingsWithheld': {
    title: '{name} apporte ses propres réglages ({partitions}). Ils sont laissés de côté, pour que les vôtres restent.',
    steps: ['Écrivez le fichier tel quel pour remplacer les réglages de la carte, comme pour rétablir une sauvegarde.'],
  },
};
