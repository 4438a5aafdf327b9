import type { setupsTexts as english } from '../en/setups';
import type { Widened } from '../messages';

/** Les configurations, ce qui a été ouvert récemment et le titre de la fenêtre. */
export const setupsTexts: Widened<typeof english> = {
  title: {
    none: 'Esplanade',
    saved: '{name} – Esplanade',
    changed: '{name} (modifications non enregistrées) – Esplanade',
  },
  setup: {
    label: 'Configuration',
    saved: 'Enregistrée',
    changed: 'Modifications non enregistrées',
    save: 'Enregistrer',
    keep: 'Enregistrer comme configuration',
    keepHint: 'Garde ces fichiers, adresses et options dans un seul fichier, à rouvrir ou à transmettre.',
    close: 'Fermer cette configuration',
    otherChip: 'Faite pour {chip}. La carte choisie est un {board}.',
    missingTitle: 'Introuvable',
    missingRows: 'À en tirer : {rows}',
    locate: 'Où est-il ?',
    leaveOut: 'Laisser de côté',
  },
  recents: {
    title: 'Ouvrir à nouveau',
    where: 'dans {folder}',
    opened: '{kind} · {ago}',
    missing: 'N’existe plus',
    forget: 'Oublier {name}',
    kind: {
      setup: 'Configuration',
      draft: 'Là où vous en étiez. Non enregistré.',
      file: 'Fichier',
    },
  },
};
