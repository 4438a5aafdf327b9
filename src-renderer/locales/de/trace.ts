import type { traceTexts as english } from '../en/trace';
import type { Widened } from '../messages';

/** Was bei einem Vorgang über die Leitung geht. */
export const traceTexts: Widened<typeof english> = {
  trace: {
    title: 'Protokoll',
    open: 'Was über die Leitung geht',
    job: 'Vorgang',
    jobRunning: 'Läuft: {path}',
    jobEnded: 'Beendet: {path}',
    lines: 'Zeilen des Protokolls',
    filter: 'Filter',
    filterHint: 'Filter, etwa SYNC',
    kinds: 'Zeigen',
    pause: 'Anhalten',
    resume: 'Weiter',
    copy: 'Kopieren',
    copyHint:
      'Kopiert die gewählten Zeilen oder alle gezeigten, ohne Dateiinhalte und ohne das, was das Board ausgegeben hat',
    save: 'Speichern',
    saveHint: 'Speichert alle gezeigten Zeilen, ohne Dateiinhalte und ohne das, was das Board ausgegeben hat',
    close: 'Protokoll schließen',
    noJob: 'Es gab noch keinen Vorgang. Hier steht Zeile für Zeile, was dabei über die Leitung geht.',
    nothingYet: 'Noch ging nichts über die Leitung.',
    nothingShown: 'Keine Zeile passt zum Filter.',
    count: '{count} Zeile | {count} Zeilen',
    shown: '{shown} von {total} Zeilen',
    dropped: 'die älteste Zeile ist entfallen | die ältesten {count} Zeilen sind entfallen',
    paused: 'angehalten',
    kind: { command: 'Befehl', reply: 'Antwort', raw: 'Roh', lines: 'Leitungen', error: 'Fehler' },
    kindsShown: { command: 'Befehle', reply: 'Antworten', raw: 'Roh', lines: 'Leitungen und Rate', error: 'Fehler' },
  },
};
