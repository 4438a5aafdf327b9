import type { AdviceTextsOf } from '../../nest-by-code';

/** Textes pour `setup.*`, `history.*`. */
export const setupsAdvice: AdviceTextsOf<'setup'> & AdviceTextsOf<'history'> = {
  'history.notFound': {
    title: 'Cette entrée de l’historique a été supprimée.',
    cause: 'Elle a été supprimée un instant plus tôt, peut-être dans une autre fenêtre.',
    steps: ['Choisissez-en une autre.'],
  },
  'history.notKept': {
    title: 'L’historique ne peut pas être conservé : {reason}.',
    cause: 'Le disque est plein, ou il est impossible d’écrire dans votre dossier personnel.',
    steps: [
      'Vérifiez que le disque n’est pas plein et que vous pouvez écrire dans votre propre dossier.',
      'Ce qui a été flashé n’est pas concerné.',
    ],
  },
  'setup.notUnderstood': {
    title: '{name} ne peut pas être ouvert : {reason}.',
    cause: 'Le fichier a sans doute été tronqué, ou modifié à la main.',
    steps: ['Redemandez la configuration, ou ajoutez ses fichiers et enregistrez-la à nouveau.'],
  },
  'setup.tooNew': {
    title: '{name} a été créé par une version plus récente d’Esplanade.',
    cause: 'Il utilise quelque chose que cette version ne connaît pas encore.',
    steps: ['Installez la dernière version, puis rouvrez la configuration.'],
  },
  'setup.partMissing': {
    title: '{part} n’est pas dans {name}.',
    cause: 'Le fichier a été déplacé ou supprimé, ou le projet n’est pas compilé ici.',
    steps: ['Compilez à nouveau le projet, indiquez où est maintenant le fichier, ou laissez-le de côté.'],
  },
  'setup.fileOnNetwork': {
    title: '{name} est sur un autre ordinateur et n’a pas été ouvert.',
    cause: 'La configuration désigne un dossier réseau, ce dont une configuration venue d’Internet pourrait abuser.',
    steps: ['Si vous avez confiance en cette configuration, indiquez où est le fichier. Sinon, laissez-le de côté.'],
  },
};
