import type { AdviceTextsOf } from '../../nest-by-code';

/** Textes pour `setup.*`. */
export const setupsAdvice: AdviceTextsOf<'setup'> = {
  'setup.notUnderstood': {
    title: '{name} ne peut pas être ouvert : {reason}.',
    steps: ['Redemandez la configuration, ou ajoutez ses fichiers et enregistrez-la à nouveau.'],
  },
  'setup.tooNew': {
    title: '{name} a été créé par une version plus récente d’Esplanade.',
    steps: ['Installez la dernière version, puis rouvrez la configuration.'],
  },
  'setup.partMissing': {
    title: '{part} n’est pas dans {name}.',
    steps: ['Compilez à nouveau le projet, indiquez où est maintenant le fichier, ou laissez-le de côté.'],
  },
  'setup.fileOnNetwork': {
    title: '{name} est sur un autre ordinateur et n’a pas été ouvert.',
    steps: ['Si vous avez confiance en cette configuration, indiquez où est le fichier. Sinon, laissez-le de côté.'],
  },
};
