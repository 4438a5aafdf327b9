import type { settingsTexts as english } from '../en/settings';
import type { Widened } from '../messages';

/** La page Réglages. */
export const settingsTexts: Widened<typeof english> = {
  settings: {
    title: 'Réglages',
    appearance: 'Apparence',
    theme: 'Thème',
    themes: { system: 'Comme le système', light: 'Clair', dark: 'Sombre' },
    language: 'Langue',
    languageSystem: 'Comme le système ({name})',
    boards: 'Cartes',
    showVirtual: 'Afficher les cartes virtuelles',
    showVirtualHint: 'Des cartes logicielles, pour tout essayer sans matériel.',
    connection: 'Vitesse',
    speedHint: 'Pour l’écriture et la lecture. Automatique prend la plus rapide qui fonctionne.',
    files: 'Fichiers',
    watchBuilds: 'Surveiller les fichiers du tableau',
    watchBuildsHint: 'Quand une compilation les change, ils sont relus et Esplanade propose de les écrire de nouveau.',
    signals: 'Sons et messages',
    sounds: 'Son à la fin d’une longue opération',
    soundsHint: 'Un pour ce qui a réussi, un autre pour ce qui a échoué.',
    notifications: 'Message à la fin d’une opération',
    notificationsHint: 'Par le système, quand la fenêtre n’est pas au premier plan.',
    privacy: 'Confidentialité',
    privacyText: 'Esplanade ne demande rien au réseau. Rien n’est envoyé sur vous, vos cartes ou vos fichiers.',
    data: 'Données',
    dataText: 'Les réglages et l’historique sont gardés dans un dossier de cet ordinateur.',
    showFolder: 'Afficher le dossier',
    reset: 'Réinitialiser les réglages',
    resetQuestion: 'Réinitialiser tous les réglages ? L’historique et les fichiers restent.',
    resetNow: 'Réinitialiser',
    about: 'À propos',
    version: 'Esplanade {version}',
    runtime: 'Electron {electron}, {platform}',
    saved: 'Les changements sont enregistrés aussitôt.',
  },
};
