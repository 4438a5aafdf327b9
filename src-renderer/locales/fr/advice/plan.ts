import type { AdviceTextsOf } from '../../nest-by-code';

/** Textes pour `plan.*`, ce qui se remarque avant toute écriture. */
export const planAdvice: AdviceTextsOf<'plan'> = {
  'plan.notEncrypting': {
    title: 'Le chiffrement de la flash n’est pas activé sur ce {chip} : un fichier chiffré ne démarrerait pas.',
    cause: '« Chiffrer » est activé pour une carte qui n’a pas été préparée au chiffrement de la flash.',
    steps: [
      'Écrivez le fichier sans chiffrement ; un firmware prévu pour cela chiffre la flash à son premier démarrage.',
    ],
  },
  'plan.cannotEncrypt': {
    title: 'Rien ne peut être écrit chiffré sur {chip}.',
    cause: 'Cette puce n’a pas de chiffrement de flash utilisable pendant l’écriture.',
    steps: ['Écrivez le fichier sans chiffrement.'],
  },
  'plan.nothingToWrite': {
    title: 'Il n’y a encore rien à écrire.',
    cause: 'Aucun fichier n’a été ajouté, ou toutes les lignes sont désactivées.',
    steps: [
      'Déposez un fichier de firmware sur la fenêtre, ou choisissez-en un.',
      'Activez au moins une ligne du tableau.',
    ],
  },
  'plan.unaligned': {
    title: '{name} ne peut pas être écrit à {offset}.',
    cause: 'Un chiffre de l’adresse est sans doute faux.',
    steps: ['Utilisez une adresse multiple de {align} : la mémoire flash n’accepte de données que là.'],
  },
  'plan.overlap': {
    title: '{name} et {otherName} seraient écrits l’un sur l’autre, de {offset} à {endOffset}.',
    cause: 'Les fichiers de deux compilations ont sans doute été mélangés, ou il manque un chiffre à une adresse.',
    steps: ['Changez l’une des deux adresses, ou désactivez l’une des deux lignes.'],
  },
  'plan.pastEnd': {
    title: '{name} finirait à {endOffset}, mais la mémoire flash n’a que {flashSizeBytes}.',
    cause: 'L’adresse est sans doute fausse, ou le firmware est fait pour une carte avec plus de flash.',
    steps: ['Vérifiez l’adresse de {name}.', 'Vérifiez que ce firmware est fait pour une carte qui a si peu de flash.'],
  },
  'plan.wrongChip': {
    title: '{name} est fait pour {imageChip}, mais cette carte a un {chip}.',
    cause: 'C’est sans doute le téléchargement pour une autre carte.',
    steps: [
      'Procurez-vous le firmware pour {chip}.',
      'Si vous pensiez à une autre carte, branchez-la et choisissez-la.',
    ],
  },
  'plan.wrongRevision': {
    title: '{name} demande la révision de puce {required}, mais ce {chip} est en révision {revision}.',
    cause: 'Le firmware utilise quelque chose que seules d’autres révisions de la puce possèdent.',
    steps: ['Procurez-vous le firmware compilé pour cette révision de puce.'],
  },
  'plan.wrongBootloaderOffset': {
    title: 'Le bootloader {name} est à {offset}, où {chip} ne le cherche pas.',
    cause: 'L’adresse est celle d’une autre puce : chaque famille cherche à son propre endroit.',
    steps: ['Déplacez-le à {expectedOffset}.'],
  },
  'plan.wrongMergedOffset': {
    title: '{name} contient un firmware complet, qui va à {expectedOffset} et non à {offset}.',
    cause: 'Chacune de ses parties se retrouverait au mauvais endroit.',
    steps: ['Déplacez-le à {expectedOffset}.'],
  },
  'plan.secureBootloader': {
    title: 'Le démarrage sécurisé est activé sur ce {chip}, et {name} remplacerait son bootloader.',
    cause: 'Avec un bootloader qui n’est pas signé avec la bonne clé, la puce pourrait ne plus jamais démarrer.',
    steps: ['Laissez {name} de côté, sauf si le fabricant de la carte vous demande de l’écrire.'],
  },
  'plan.unsignedApp': {
    title: '{name} n’est pas signé, et ce {chip} ne démarre que ce qui est signé avec la bonne clé.',
    cause: 'Son fabricant a activé le démarrage sécurisé, et c’est irréversible.',
    steps: ['Utilisez un firmware signé par le fabricant de la carte.'],
  },
  'plan.imageBroken': {
    title: '{name} est endommagé : {reason}.',
    cause: 'Il a sans doute été tronqué pendant le téléchargement, ou modifié après sa compilation.',
    steps: ['Compilez ou téléchargez à nouveau le fichier.'],
  },
  'plan.partitionTableTooLarge': {
    title: 'La table de partitions {name} va jusqu’à {endOffset}, mais la mémoire flash n’a que {flashSizeBytes}.',
    cause: 'Elle a été faite pour une carte avec plus de flash.',
    steps: ['Utilisez un firmware fait pour cette taille de flash, ou une carte avec plus de flash.'],
  },
  'plan.appTooLarge': {
    title: 'Le programme {name} dépasse de {excessBytes} sa partition {partition} de {partitionSizeBytes}.',
    cause: 'Le programme a grandi, ou la table de partitions vient d’une autre compilation.',
    steps: ['Écrivez la table de partitions compilée avec ce programme.'],
  },
  'plan.sharedSector': {
    title: '{name} et {otherName} se partagent les 4 ko de flash à {offset}, qui ne s’effacent qu’ensemble.',
    cause: 'La mémoire flash s’efface par blocs de 4 ko, jamais par plus petits.',
    steps: ['Déplacez l’un des deux au multiple suivant de 0x1000.'],
  },
  'plan.erasesBefore': {
    title: 'Écrire {name} à {offset} efface aussi ce qui s’y trouve à partir de {erasedOffset}.',
    cause: 'La mémoire flash s’efface par blocs de 4 ko, jamais par plus petits.',
    steps: ['Utilisez une adresse multiple de 0x1000, sauf s’il n’y a là rien d’important.'],
  },
  'plan.appAtBootloader': {
    title: '{name} est un programme, mais il est à {offset}, la place du bootloader de {chip}.',
    cause:
      'L’adresse est sans doute restée celle de la première ligne, ou le fichier est pris pour un firmware complet.',
    steps: ['Déplacez-le à {expectedOffset}.'],
  },
  'plan.appNotOnPartition': {
    title: 'Le programme {name} est à {offset}, où ne commence aucune partition de programme.',
    cause: 'L’adresse vient d’une autre table de partitions.',
    steps: ['Déplacez-le à {expectedOffset}, où commence la partition {partition}.'],
  },
  'plan.wrongTableOffset': {
    title: 'La table de partitions {name} est à {offset}, où le bootloader ne la cherche pas.',
    cause: 'L’adresse est sans doute celle d’une autre compilation.',
    steps: ['Déplacez-la à {expectedOffset}, sauf si votre bootloader a été compilé pour un autre endroit.'],
  },
  'plan.partitionTableBroken': {
    title: 'La table de partitions {name} est fausse à {partition} : {reason}.',
    cause: 'Elle a sans doute été modifiée à la main ou tronquée.',
    steps: ['Compilez ou téléchargez à nouveau la table de partitions.'],
  },
  'plan.headerSizeMismatch': {
    title: '{name} est réglé sur {headerSizeBytes} de flash, mais la carte a {flashSizeBytes}.',
    cause: 'Il a été compilé pour une carte avec une autre mémoire flash.',
    steps: [
      'Réglez la taille de flash sur automatique, pour que la bonne taille soit mise dans le fichier à l’écriture.',
    ],
  },
  'plan.signedNotPatched': {
    title: '{name} est signé : ses réglages de flash restent donc tels quels.',
    cause: 'Toute modification rendrait sa signature fausse.',
    steps: ['S’ils sont faux, compilez-le avec les bons réglages de flash, puis signez-le à nouveau.'],
  },
  'plan.builtForEncryption': {
    title: '{name} a été compilé pour le chiffrement de flash et est écrit tel quel, non chiffré.',
    cause: 'Le chiffrement de flash était activé dans les réglages de la compilation.',
    steps: [
      'Sur une carte neuve, c’est juste : il chiffre sa mémoire flash définitivement à son premier démarrage.',
      'Si vous ne le voulez pas, compilez le firmware sans chiffrement de flash.',
    ],
  },
  'plan.noBootloader': {
    title: 'La mémoire flash doit être effacée, mais aucun bootloader n’est écrit ensuite : {chip} ne démarrera pas.',
    cause: 'Une partie seulement de la compilation a été choisie.',
    steps: ['Ajoutez le bootloader à {expectedOffset}, ou n’effacez pas tout d’abord.'],
  },
  'plan.noPartitionTable': {
    title:
      'La mémoire flash doit être effacée, mais aucune table de partitions n’est écrite ensuite : {chip} ne démarrera pas.',
    cause: 'Une partie seulement de la compilation a été choisie.',
    steps: ['Ajoutez la table de partitions à {expectedOffset}, ou n’effacez pas tout d’abord.'],
  },
  'plan.noBootloaderThere': {
    title: 'Il n’y a de bootloader ni sur la carte ni parmi les fichiers : {chip} ne démarrera pas.',
    cause: 'La carte est neuve ou a été effacée, et une partie seulement de la compilation a été choisie.',
    steps: [
      'Ajoutez le bootloader de la même compilation à {expectedOffset}, ou utilisez le firmware complet en un fichier.',
    ],
  },
  'plan.noTableThere': {
    title: 'Il n’y a de table de partitions ni sur la carte ni parmi les fichiers : {chip} ne démarrera pas.',
    cause: 'La carte est neuve ou a été effacée, et une partie seulement de la compilation a été choisie.',
    steps: ['Ajoutez la table de partitions de la même compilation à {expectedOffset}.'],
  },
  'plan.otherAppStarts': {
    title: 'La carte démarre {starting}, mais {name} va dans {partition}.',
    cause: 'La carte a déjà été mise à jour sans fil (OTA), et démarre depuis lors son autre application.',
    steps: [
      'Déplacez-le à {expectedOffset}, où commence {starting}.',
      'Ou ajoutez les données OTA de la même compilation (ota_data_initial.bin ou boot_app0.bin), qui font démarrer la première application.',
    ],
  },
  'plan.everythingErased': {
    title: 'Tout est d’abord effacé sur la carte : réglages enregistrés, Wi-Fi et fichiers seront perdus.',
    cause: '« Tout effacer d’abord » est activé.',
    steps: ['Désactivez « Tout effacer d’abord » pour les garder.'],
  },
  'plan.dataOverwritten': {
    title: 'Ce qui est enregistré sur la carte sera remplacé par {name} : {partitions}.',
    cause:
      'Le fichier couvre aussi leur emplacement, comme le fait souvent un firmware complet, ou son adresse est fausse.',
    steps: ['Faites d’abord une sauvegarde si vous en avez besoin, ou laissez le fichier de côté.'],
  },
  'plan.dataOutOfReach': {
    title: 'La nouvelle table de partitions n’a pas de place pour ce qui est enregistré sur la carte : {partitions}.',
    cause: 'Le nouveau firmware divise la mémoire flash autrement.',
    steps: [
      'Faites d’abord une sauvegarde si vous en avez besoin.',
      'Ou utilisez un firmware avec la même table de partitions que celle de la carte.',
    ],
  },
  'plan.settingsWithheld': {
    title: '{name} apporte ses propres réglages ({partitions}). Ils sont laissés de côté, pour que les vôtres restent.',
    cause: '« Garder mes réglages » est activé.',
    steps: ['Écrivez le fichier tel quel pour remplacer les réglages de la carte, comme pour rétablir une sauvegarde.'],
  },
};
