import type { AdviceTextsOf } from '../../nest-by-code';

/** Textes pour `job.*`, `ipc.*`, `settings.*` et `internal` : le programme lui-même. */
export const programAdvice: AdviceTextsOf<'job' | 'ipc' | 'settings' | 'internal'> = {
  'job.cancelled': {
    title: 'Annulé.',
    cause: 'L’opération a été arrêtée sur demande, avant d’être terminée.',
    steps: ['Ce qui s’écrivait est incomplet : flashez à nouveau avant d’utiliser la carte.'],
  },
  'job.portInUse': {
    title: 'Esplanade est déjà occupé avec {path}.',
    cause: 'Une autre opération lancée ici n’est pas encore terminée.',
    steps: ['Attendez que ce soit fini, ou annulez.'],
  },
  'job.portShared': {
    title: '{path} est partagé avec d’autres programmes.',
    cause: 'Il a été mis sur le réseau depuis cet ordinateur, pour un autre programme.',
    steps: ['Arrêtez le partage sur la page Carte, puis réessayez.'],
  },
  'job.notFound': {
    title: 'Cette opération est déjà terminée.',
    cause: 'Elle s’est terminée ou a été arrêtée un instant plus tôt.',
    steps: ['Relancez-la si elle est encore utile.'],
  },
  'ipc.badRequest': {
    title: 'La fenêtre a demandé une chose impossible ({channel} : {reason}).',
    cause: 'C’est un défaut d’Esplanade, pas de votre carte.',
    steps: ['Redémarrez Esplanade.', 'Si cela se reproduit, copiez les détails et signalez-le.'],
  },
  'ipc.forbiddenSender': {
    title: 'Une demande venue de l’extérieur de la fenêtre a été refusée ({channel}).',
    cause: 'Quelque chose a essayé d’utiliser Esplanade depuis l’extérieur de sa fenêtre.',
    steps: ['Redémarrez Esplanade.'],
  },
  'settings.unreadable': {
    title: 'Vos réglages n’ont pas pu être lus ({reason}) ; les réglages habituels sont utilisés.',
    cause: 'Le fichier a sans doute été endommagé, ou écrit par une autre version.',
    steps: ['Réglez à nouveau ce qu’il vous faut ; ce sera réenregistré.'],
  },
  'settings.notSaved': {
    title: 'Vos réglages n’ont pas pu être enregistrés : {reason}.',
    cause: 'Le disque est plein, ou il est impossible d’écrire dans votre dossier personnel.',
    steps: ['Vérifiez que le disque n’est pas plein et que l’on peut écrire dans votre dossier personnel.'],
  },
  internal: {
    title: 'Un problème est survenu dans Esplanade : {reason}.',
    cause: 'C’est un défaut d’Esplanade, pas de votre carte.',
    steps: ['Réessayez.', 'Si cela se reproduit, copiez les détails et signalez-le.'],
  },
};
