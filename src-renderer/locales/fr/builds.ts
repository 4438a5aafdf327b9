import type { buildsTexts as english } from '../en/builds';
import type { Widened } from '../messages';

/** Les nouvelles compilations des fichiers du tableau. */
export const buildsTexts: Widened<typeof english> = {
  builds: {
    label: 'Nouvelles compilations',
    watching: 'En attente d’une nouvelle compilation',
    files: '{count} fichier sur le disque | {count} fichiers sur le disque',
    onByItself: 'Elle sera flashée automatiquement.',
    byItself: 'Flasher automatiquement',
    byItselfHint:
      'Quand une compilation change ces fichiers, ils sont flashés sur cette carte sans rien demander. Une vérification qui trouve un problème arrête tout.',
    unfinished: 'Une compilation est en cours',
    missing: 'Introuvable sur le disque',
    changed: 'La compilation a changé, {ago}',
    justNow: 'à l’instant',
    flash: 'Flasher',
    dismiss: 'Ignorer',
    more: '{shown} et un autre | {shown} et {count} autres',
    change: {
      size: '{name} ({was} → {is})',
      contents: '{name} ({size}, autre contenu)',
      moved: '{name} ({was} → {is})',
      added: '{name} (nouveau)',
      removed: '{name} (n’en fait plus partie)',
    },
    stopped: {
      noBoard: 'Pas flashé : aucune carte n’est choisie',
      boardMissing: 'Pas flashé : la carte n’est pas connectée',
      boardBusy: 'Pas flashé : un autre programme utilise la carte',
      missingFiles: 'Pas flashé : il manque un fichier de la configuration',
      checks: 'Pas flashé : une vérification a trouvé un problème',
    },
  },
};
