import type { nvsTexts as english } from '../en/nvs';
import type { Widened } from '../messages';

/** Les réglages que les programmes gardent sur une carte, et ce qui s’enregistre d’une carte. */
export const nvsTexts: Widened<typeof english> = {
  nvs: {
    title: 'Réglages sur la carte',
    text: 'Ce que ses programmes gardent dans la NVS, comme les réseaux et les noms. Les lire redémarre la carte.',
    which: 'Partition',
    read: 'Lire les réglages',
    readAgain: 'Les relire',
    save: 'Enregistrer en CSV',
    needTable: 'Lisez d’abord la table de partitions : elle dit où sont les réglages.',
    noPartition: 'La table de partitions n’a pas de partition pour les réglages (NVS).',
    esp8266: 'Un ESP8266 n’a pas de tels réglages : ses programmes gardent à leur façon ce dont ils ont besoin.',
    tooLarge: 'La partition est plus grande que des réglages ne peuvent l’être.',
    state: {
      empty: 'Rien n’y est encore enregistré.',
      encrypted: 'Les réglages sont chiffrés (chiffrement NVS). Seule la carte peut les lire.',
      foreign:
        'Ce qui s’y trouve n’est pas une NVS. La flash est peut-être chiffrée, ou un autre programme utilise cet emplacement.',
      none: 'Il n’y a pas de valeurs.',
    },
    count: '{shown} sur {count} valeur | {shown} sur {count} valeurs',
    use: '{used} lignes utilisées sur {count}, {erased} à nettoyer',
    filter: 'Filtrer',
    filterHint: 'Espace de noms, clé ou valeur',
    nothingFound: 'Aucune valeur ne contient cela.',
    showHidden: 'Afficher les valeurs masquées',
    showHiddenHint: 'Mots de passe et clés, reconnus à leur nom',
    list: 'Valeurs',
    namespace: 'Espace de noms',
    key: 'Clé',
    type: 'Type',
    value: 'Valeur',
    hidden: 'masquée',
    types: { string: 'texte', blob: 'octets' },
    show: 'Afficher la valeur',
    hide: 'La masquer',
    showAll: 'Afficher en entier',
    copy: 'Copier la valeur',
    choose: 'Choisissez une valeur pour la voir en entier.',
    cut: 'Il y en a plus ; la table enregistrée contient tout.',
    notes: 'Ce qui a été laissé de côté',
    note: {
      damagedPage:
        'Une page est endommagée et a été laissée de côté. | {count} pages sont endommagées et ont été laissées de côté.',
      newerPage:
        'Une page d’un format plus récent a été laissée de côté. | {count} pages d’un format plus récent ont été laissées de côté.',
      entryChecksum:
        'Une valeur a une somme de contrôle fausse et a été laissée de côté. | {count} valeurs ont une somme de contrôle fausse et ont été laissées de côté.',
      entryShape:
        'Une valeur n’a pas de sens et a été laissée de côté. | {count} valeurs n’ont pas de sens et ont été laissées de côté.',
      dataChecksum:
        'Un texte ou blob est endommagé et a été laissé de côté. | {count} textes ou blobs sont endommagés et ont été laissés de côté.',
      unknownType:
        'Une valeur d’un type inconnu a été laissée de côté. | {count} valeurs d’un type inconnu ont été laissées de côté.',
      chunkMissing:
        'Un blob est incomplet et a été laissé de côté. | {count} blobs sont incomplets et ont été laissés de côté.',
      looseChunk: 'Un morceau de blob n’appartient à rien. | {count} morceaux de blobs n’appartiennent à rien.',
      overwritten:
        'Une valeur plus ancienne était encore là ; la plus récente est affichée. | {count} valeurs plus anciennes étaient encore là ; les plus récentes sont affichées.',
      unknownNamespace:
        'Une valeur appartient à un espace de noms sans nom. | {count} valeurs appartiennent à des espaces de noms sans nom.',
      partialPage: 'La partition ne finit pas par une page entière.',
    },
    noteAt: 'D’abord à la page {page}.',
    saveTitle: 'Enregistrer les réglages en CSV',
    saveText:
      'Le fichier contient chaque valeur en clair, mots de passe et clés compris. Quiconque l’obtient peut les lire. Il a la forme qu’attend nvs_partition_gen d’ESP-IDF.',
    saveButton: 'Choisir un emplacement',
    leftOut:
      'Une valeur n’y figure pas : le format n’a pas de place pour elle. | {count} valeurs n’y figurent pas : le format n’a pas de place pour elles.',
  },
  boardFile: {
    button: 'Exporter en JSON',
    title: 'Exporter en JSON',
    text: 'Tout ce qui a été lu de cette carte, pour d’autres programmes.',
    withSecrets: 'Avec les mots de passe et les clés',
    withSecretsHint: 'Quiconque obtient le fichier peut les lire.',
    noSecrets: 'Les réglages n’ont pas été lus ; ils n’y figurent pas.',
    save: 'Choisir un emplacement',
  },
  dialog: { cancel: 'Annuler' },
};
