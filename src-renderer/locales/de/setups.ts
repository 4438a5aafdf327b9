import type { setupsTexts as english } from '../en/setups';
import type { Widened } from '../messages';

/** Konfigurationen, zuletzt Geöffnetes und der Titel des Fensters. */
export const setupsTexts: Widened<typeof english> = {
  title: {
    none: 'Esplanade',
    saved: '{name} – Esplanade',
    changed: '{name} (nicht gespeichert) – Esplanade',
  },
  setup: {
    label: 'Konfiguration',
    saved: 'Gespeichert',
    changed: 'Änderungen nicht gespeichert',
    save: 'Speichern',
    keep: 'Konfiguration speichern',
    keepHint: 'Hält diese Dateien, Adressen und Optionen in einer Datei fest, zum Wiederöffnen oder Weitergeben.',
    close: 'Diese Konfiguration schließen',
    otherChip: 'Für {chip} erstellt. Das gewählte Board ist ein {board}.',
    missingTitle: 'Nicht gefunden',
    missingRows: 'Daraus werden gebraucht: {rows}',
    locate: 'Wo ist es?',
    leaveOut: 'Weglassen',
  },
  recents: {
    title: 'Erneut öffnen',
    where: 'in {folder}',
    opened: '{kind} · {ago}',
    missing: 'Nicht mehr da',
    forget: '{name} vergessen',
    kind: {
      setup: 'Konfiguration',
      draft: 'Wo Sie aufgehört haben. Nicht gespeichert.',
      file: 'Datei',
    },
  },
};
