import type { buildsTexts as english } from '../en/builds';
import type { Widened } from '../messages';

/** Neue Builds der Dateien in der Tabelle. */
export const buildsTexts: Widened<typeof english> = {
  builds: {
    label: 'Neue Builds',
    watching: 'Wartet auf einen neuen Build',
    files: '{count} Datei auf dem Datenträger | {count} Dateien auf dem Datenträger',
    onByItself: 'Er wird automatisch geflasht.',
    byItself: 'Automatisch flashen',
    byItselfHint:
      'Ändert ein Build diese Dateien, werden sie ohne Rückfrage auf dieses Board geflasht. Findet eine Prüfung ein Problem, geschieht nichts.',
    unfinished: 'Ein Build läuft',
    missing: 'Auf dem Datenträger nicht gefunden',
    changed: 'Neuer Build, {ago}',
    justNow: 'gerade eben',
    flash: 'Flashen',
    dismiss: 'Ausblenden',
    more: '{shown} und eine weitere | {shown} und {count} weitere',
    change: {
      size: '{name} ({was} → {is})',
      contents: '{name} ({size}, anderer Inhalt)',
      moved: '{name} ({was} → {is})',
      added: '{name} (neu)',
      removed: '{name} (gehört nicht mehr dazu)',
    },
    stopped: {
      noBoard: 'Nicht geflasht: kein Board gewählt',
      boardMissing: 'Nicht geflasht: Das Board ist nicht verbunden',
      boardBusy: 'Nicht geflasht: Ein anderes Programm benutzt das Board',
      missingFiles: 'Nicht geflasht: Eine Datei der Konfiguration fehlt',
      checks: 'Nicht geflasht: Eine Prüfung hat ein Problem gefunden',
    },
  },
};
