import { de } from '../../../src-shared/locales/de';
import type { shellTexts as english } from '../en/shell';
import type { Widened } from '../messages';

/** Navigation, Board-Auswahl, Meldungen: was um jede Seite herum ist. */
export const shellTexts: Widened<typeof english> = {
  nav: {
    label: 'Seiten',
    ...de.pages,
  },
  board: {
    label: 'Board',
    none: 'Board wählen',
    noneHint: 'Eines anstecken oder ein virtuelles ausprobieren',
    boards: 'Boards',
    empty: 'Kein Board gefunden. Stecken Sie eines mit einem USB-Kabel an, das Daten überträgt.',
    revision: 'Revision {revision}',
    flash: '{size} Flash',
    virtual: 'Virtuelles Board',
    virtualChip: 'Virtueller {chip}',
    network: 'Netzwerk-Port',
    serial: 'Serieller Port',
    unknownChip: 'Unbekannter Chip',
    missing: 'Nicht verbunden',
    state: {
      unknown: 'Noch nicht gefragt',
      asking: 'Wird gefragt …',
      identified: 'Bereit',
      failed: 'Keine Antwort',
      busy: 'Belegt',
      shared: 'Freigegeben',
    },
    ask: 'Dieses Board erneut fragen',
    remove: 'Diesen Netzwerk-Port entfernen',
    networkAddress: 'Netzwerk-Port',
    networkHint: 'socket://192.168.1.20:5555',
    add: 'Hinzufügen',
    lockedWhileRunning: 'Das Board kann nicht gewechselt werden, solange daran gearbeitet wird.',
  },
  drop: { title: 'Zum Hinzufügen loslassen', text: 'Irgendwo im Fenster' },
  remark: {
    detailsCopied: 'Die Details des letzten Vorgangs sind in der Zwischenablage',
    noJobYet: 'Es gab noch keinen Vorgang',
    tableInUse: 'Dateien lassen sich hinzufügen, sobald der laufende Vorgang fertig ist',
    exampleNotSaved: 'Das Beispiel lässt sich nicht speichern. Nehmen Sie zuerst eigene Dateien.',
    traceCopied: 'Das Protokoll ist in der Zwischenablage',
    traceSaved: 'Das Protokoll ist gespeichert',
  },
  notices: { label: 'Meldungen', dismiss: 'Ausblenden' },
};
