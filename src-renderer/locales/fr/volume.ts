import type { volumeTexts as english } from '../en/volume';
import type { Widened } from '../messages';

/** La page Fichiers d’une carte : ce qu’il y a dans les systèmes de fichiers de ses partitions. */
export const volumeTexts: Widened<typeof english> = {
  volume: {
    title: 'Fichiers sur la carte',
    intro:
      'Les programmes gardent des fichiers dans une partition à eux : pages d’un serveur web, réglages, journaux. La lecture ne change rien ; la carte est redémarrée pour cela.',
    none: 'Choisissez une carte en haut pour voir ses fichiers.',
    files: 'Fichiers',
    filesIn: 'Fichiers de {label}',
    which: 'Partition',
    where: 'Où sont les fichiers',
    whereEsp8266:
      'Un ESP8266 n’a pas de table de partitions. L’emplacement dépend du découpage de la flash pour lequel le firmware a été fait.',
    whereNoTable: 'Sans table de partitions, rien ne dit où sont les fichiers. Vous pouvez le saisir.',
    read: 'Lire les fichiers',
    readAgain: 'Les relire',
    note: '{label} : {size} à {offset}.',
    needTable: 'Lisez d’abord la table de partitions : elle dit où sont les fichiers.',
    needPlace: 'Saisissez d’abord l’adresse et la taille.',
    mendPlace: 'Corrigez d’abord l’adresse ou la taille.',
    noPartition: 'La table de partitions n’a pas de partition pour des fichiers (LittleFS, SPIFFS ou FAT).',
    closed: 'La carte est en Secure Download Mode : rien ne peut être lu.',
    tooLarge: 'C’est plus que ce qui peut être examiné ici : {size} au plus.',
    unread: 'Rien n’a encore été lu. Lisez les fichiers pour les voir.',
    reading: 'Lecture des fichiers en cours.',
    kinds: { littlefs: 'LittleFS', spiffs: 'SPIFFS', fat: 'FAT' },
    state: {
      blank:
        'La partition est vide. Un programme qui garde des fichiers y crée un système de fichiers à son premier démarrage.',
      encrypted: 'Cette puce chiffre sa flash, et ce qui a été lu est brouillé. Seule la carte peut lire ses fichiers.',
      foreign:
        'Rien n’y peut être lu comme des fichiers : ni LittleFS, ni SPIFFS, ni FAT. Un autre programme utilise peut-être cette place à sa façon.',
      broken: 'On y trouve les marques de {kind}, mais c’est trop endommagé pour être lu, ou d’une forme inconnue ici.',
      none: 'Il n’y a pas de fichiers.',
    },
    use: '{used} utilisés sur {total}, {free} libres',
    count: '{count} fichier | {count} fichiers',
    filter: 'Filtrer',
    filterHint: 'Nom ou dossier',
    nothingFound: 'Aucun fichier n’a cela dans son nom.',
    list: 'Fichiers et dossiers',
    name: 'Nom',
    size: 'Taille',
    changed: 'Modifié',
    folder: 'dossier',
    damaged: 'endommagé',
    damagedNote: {
      file: 'Un fichier est endommagé : il ne peut pas être lu en entier. | {count} fichiers sont endommagés : ils ne peuvent pas être lus en entier.',
      folder:
        'Un dossier est endommagé : des fichiers peuvent y manquer. | {count} dossiers sont endommagés : des fichiers peuvent y manquer.',
    },
    details: 'Détails',
    kind: 'Système de fichiers',
    place: 'Emplacement',
    placeOf: '{size} à {offset}',
    layout: {
      version: 'Version',
      blockSize: 'Taille d’un bloc',
      blockCount: 'Blocs',
      pageSize: 'Taille d’une page',
      nameLength: 'Nom le plus long',
      sectorSize: 'Taille d’un secteur',
      clusterSize: 'Taille d’un cluster',
      metaLength: 'Métadonnées par fichier',
      wearLevelling: 'Répartition de l’usure',
      label: 'Étiquette',
    },
    choose: 'Choisissez un fichier pour voir ce qu’il contient.',
    isFolder: 'Un dossier.',
    preview: 'Contenu de {name}',
    isDamaged: 'Ce fichier est endommagé : il ne peut être ni affiché ni enregistré en entier.',
    isEmpty: 'Le fichier est vide.',
    cut: 'Les premiers {size} sont affichés. Le fichier enregistré contient tout.',
    picture: '{width} × {height} pixels',
    pictureOf: 'L’image {name}',
    asBytes: 'Afficher en octets',
    save: 'Enregistrer ce fichier…',
    saveAll: 'Tout enregistrer…',
    savedAll:
      '{count} fichier enregistré dans le nouveau dossier {name} | {count} fichiers enregistrés dans le nouveau dossier {name}',
    renamed:
      'Un fichier a reçu un autre nom : certains ordinateurs n’acceptent pas le sien. | {count} fichiers ont reçu d’autres noms : certains ordinateurs n’acceptent pas les leurs.',
    leftOut:
      'Un fichier est endommagé et a été laissé de côté. | {count} fichiers sont endommagés et ont été laissés de côté.',
    done: 'Fichiers lus',
    doneWithout: 'Aucun fichier trouvé',
  },
};
