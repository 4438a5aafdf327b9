import type { traceTexts as english } from '../en/trace';
import type { Widened } from '../messages';

/** Ce qui passe sur le fil pendant une opération. */
export const traceTexts: Widened<typeof english> = {
  trace: {
    title: 'Trace',
    open: 'Ce qui passe sur le fil',
    job: 'Opération',
    jobRunning: 'En cours : {path}',
    jobEnded: 'Terminée : {path}',
    lines: 'Lignes de la trace',
    filter: 'Filtre',
    filterHint: 'Filtre, par exemple SYNC',
    kinds: 'Afficher',
    pause: 'Suspendre',
    resume: 'Reprendre',
    copy: 'Copier',
    copyHint:
      'Copie les lignes choisies, ou toutes celles affichées, sans le contenu des fichiers ni ce que la carte a écrit',
    save: 'Enregistrer',
    saveHint: 'Enregistre toutes les lignes affichées, sans le contenu des fichiers ni ce que la carte a écrit',
    close: 'Fermer la trace',
    noJob: 'Aucune opération n’a encore eu lieu. Ce qui passe sur le fil s’affiche ici, ligne par ligne.',
    nothingYet: 'Rien n’est encore passé sur le fil.',
    nothingShown: 'Aucune ligne ne correspond au filtre.',
    count: '{count} ligne | {count} lignes',
    shown: '{shown} lignes sur {total}',
    dropped: 'la ligne la plus ancienne a été supprimée | les {count} lignes les plus anciennes ont été supprimées',
    paused: 'en pause',
    kind: { command: 'Commande', reply: 'Réponse', raw: 'Brut', lines: 'Lignes', error: 'Erreur' },
    kindsShown: { command: 'Commandes', reply: 'Réponses', raw: 'Brut', lines: 'Lignes et débit', error: 'Erreurs' },
  },
};
