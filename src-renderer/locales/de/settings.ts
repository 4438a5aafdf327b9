import type { settingsTexts as english } from '../en/settings';
import type { Widened } from '../messages';

/** Die Seite „Einstellungen“. */
export const settingsTexts: Widened<typeof english> = {
  settings: {
    title: 'Einstellungen',
    appearance: 'Erscheinungsbild',
    theme: 'Farben',
    themes: { system: 'Wie das System', light: 'Hell', dark: 'Dunkel' },
    language: 'Sprache',
    languageSystem: 'Wie das System ({name})',
    boards: 'Boards',
    showVirtual: 'Virtuelle Boards zeigen',
    showVirtualHint: 'Boards aus Software, um alles ohne Hardware auszuprobieren.',
    connection: 'Geschwindigkeit',
    speedHint: 'Zum Schreiben und Lesen. Automatisch nimmt die schnellste, die funktioniert.',
    files: 'Dateien',
    watchBuilds: 'Dateien in der Tabelle beobachten',
    watchBuildsHint: 'Ändert ein Build sie, werden sie neu gelesen und zum Flashen angeboten.',
    signals: 'Töne und Mitteilungen',
    sounds: 'Ton, wenn ein langer Vorgang endet',
    soundsHint: 'Einer, wenn alles gut ging, ein anderer, wenn nicht.',
    notifications: 'Mitteilung, wenn ein Vorgang endet',
    notificationsHint: 'Vom System, solange das Fenster nicht im Vordergrund ist.',
    privacy: 'Datenschutz',
    privacyText: 'Esplanade fragt im Netzwerk nach nichts. Es sendet nichts über Sie, Ihre Boards oder Ihre Dateien.',
    data: 'Daten',
    dataText: 'Einstellungen und Verlauf liegen in einem Ordner auf diesem Computer.',
    showFolder: 'Ordner zeigen',
    reset: 'Alle Einstellungen zurücksetzen',
    resetQuestion: 'Alle Einstellungen zurücksetzen? Verlauf und Dateien bleiben.',
    resetNow: 'Zurücksetzen',
    about: 'Über',
    version: 'Esplanade {version}',
    runtime: 'Electron {electron}, {platform}',
    saved: 'Änderungen gelten sofort.',
  },
};
