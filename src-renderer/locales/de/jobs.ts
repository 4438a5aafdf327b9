import type { jobsTexts as english } from '../en/jobs';
import type { Widened } from '../messages';

/** Ein laufender Vorgang, und wie er ausging. */
export const jobsTexts: Widened<typeof english> = {
  progress: {
    title: {
      flash: '{board} wird geflasht',
      read: '{board} wird gelesen',
      erase: '{board} wird gelöscht',
      verify: 'Vergleich mit {board}',
      nvs: 'Einstellungen von {board} werden gelesen',
      partitions: 'Tabelle wird auf {board} geschrieben',
      memory: 'Speicher von {board}',
      tools: 'Werkzeuge: {board}',
      volume: 'Dateien von {board} werden gelesen',
      volumeWrite: 'Dateien werden auf {board} geschrieben',
    },
    unhurried: 'Das kann ein, zwei Minuten dauern.',
    overall: 'Fortschritt',
    file: 'Datei {n} von {count}',
    attempt: 'Versuch {n}',
    attemptOf: 'Versuch {n} von {count}',
    speed: 'Geschwindigkeit',
    timeLeft: 'Verbleibend',
    elapsed: 'Verstrichen',
    rate: 'Baudrate',
    none: '–',
    step: {
      connecting: 'Verbinden',
      detecting: 'Chip erkennen',
      startingStub: 'Schnellen Loader starten',
      resetting: 'Board neu starten',
      listening: 'Ausgabe mitlesen',
    },
    work: {
      flash: 'Schreiben und prüfen',
      read: 'Lesen und prüfen',
      erase: 'Löschen und prüfen',
      verify: 'Vergleichen',
      nvs: 'Lesen und prüfen',
      partitions: 'Schreiben und prüfen',
      memory: 'Speicher lesen oder schreiben',
      tools: 'Lesen oder schreiben',
      volume: 'Lesen und prüfen',
      volumeWrite: 'Schreiben und prüfen',
    },
    now: {
      waiting: 'Wartet auf den Port',
      connecting: 'Verbindung wird aufgebaut',
      startingStub: 'Schneller Loader wird gestartet',
      detecting: 'Chip wird erkannt',
      erasing: 'Wird gelöscht',
      reading: 'Wird gelesen',
      writing: 'Wird geschrieben',
      verifying: 'Wird geprüft',
      resetting: 'Board wird neu gestartet',
      listening: 'Ausgabe des Boards wird mitgelesen',
      done: 'Wird abgeschlossen',
    },
    stepState: { done: 'fertig', active: 'jetzt', pending: 'steht noch aus' },
    announce: '{stage}, {percent}',
  },
  result: {
    verified: 'Geprüft',
    proof:
      'Auf dem Chip steht, was gesendet wurde: Die MD5-Summe des Bereichs stimmt überein. | Auf dem Chip steht, was gesendet wurde: Die MD5-Summen aller {count} Bereiche stimmen überein.',
    unproven: 'Geschrieben, nicht geprüft',
    unprovenText:
      'Der Chip hat alles angenommen. Im Secure Download Mode kann es niemand zurücklesen; ob es stimmt, zeigt sich, wenn das Board läuft.',
    encrypted: 'Geschrieben und verschlüsselt',
    encryptedText:
      'Der Chip hat es mit seinem eigenen Schlüssel verschlüsselt und geschrieben. Dort steht jetzt nicht die Klartextdatei, und nur der Chip kann es lesen.',
    written: 'Geschrieben',
    sent: 'Über das Kabel gesendet',
    speed: 'Mittlere Geschwindigkeit',
    rate: 'Baudrate',
    chip: 'Chip',
    mac: 'MAC-Adresse',
    regions: 'Was bewiesen ist',
    regionAt: '{offset}, {size}',
    boardSaid: 'Was das Board nach dem Neustart sagte',
    boardSilent:
      'Das Board hat nach dem Neustart nichts gesagt. Viele Apps geben nichts aus; drücken Sie RESET, wenn es nicht läuft.',
    openMonitor: 'Monitor öffnen',
    notListened: 'Das Board bleibt, wie es ist; es wurde nicht neu gestartet.',
    cancelled: 'Abgebrochen',
    unplugged: 'Das Board wurde abgezogen',
    waitingForBoard: 'Stecken Sie das Board wieder an, um weiterzumachen.',
    boardIsBack: 'Das Board ist wieder da.',
    steps: 'Was Sie tun können',
  },
  job: {
    failed: {
      flash: 'Nicht geflasht',
      read: 'Nicht gelesen',
      erase: 'Nicht gelöscht',
      verify: 'Nicht verglichen',
      nvs: 'Einstellungen nicht gelesen',
      partitions: 'Tabelle nicht geschrieben',
      memory: 'Nicht erledigt',
      tools: 'Nicht erledigt',
      volume: 'Dateien nicht gelesen',
      volumeWrite: 'Dateien nicht geschrieben',
    },
    done: {
      flash: 'Geflasht',
      read: 'Gelesen',
      erase: 'Gelöscht',
      verify: 'Verglichen',
      nvs: 'Einstellungen gelesen',
      partitions: 'Tabelle geschrieben',
      memory: 'Erledigt',
      tools: 'Erledigt',
      volume: 'Dateien gelesen',
      volumeWrite: 'Dateien geschrieben',
    },
    show: 'Zeigen, was geschah',
    reason: { elsewhere: 'Warten Sie, bis der laufende Vorgang beendet ist.' },
    aftermath: {
      flash: {
        untouched: 'Es wurde nichts geschrieben: Das Board ist, wie es war.',
        begun: 'Was gerade geschrieben wurde, ist unvollständig. Flashen Sie das Board erneut, bevor Sie es benutzen.',
      },
      read: {
        untouched: 'Es wurde keine Datei erstellt. Das Board ist, wie es war.',
        begun: 'Es wurde keine Datei erstellt. Das Board ist, wie es war.',
      },
      erase: {
        untouched: 'Es wurde nichts gelöscht: Das Board ist, wie es war.',
        begun:
          'Ein Teil ist gelöscht, vielleicht alles. Löschen Sie noch einmal, oder flashen Sie das Board, bevor Sie es benutzen.',
      },
      verify: {
        untouched: 'Es wurde nichts geschrieben: Das Board ist, wie es war.',
        begun: 'Es wurde nichts geschrieben: Das Board ist, wie es war.',
      },
      partitions: {
        untouched: 'Es wurde nichts geschrieben: Das Board ist, wie es war.',
        begun: 'Die Tabelle ist vielleicht unvollständig. Schreiben Sie sie erneut, bevor Sie das Board benutzen.',
      },
      memory: {
        untouched: 'Es wurde nichts getan. Das Board ist, wie es war.',
        begun: 'Es wurde nicht zu Ende geführt. Der Flash ist, wie er war.',
      },
      tools: {
        untouched: 'Es wurde nichts getan. Das Board ist, wie es war.',
        begun:
          'Es wurde nicht zu Ende geführt: Die Statusregister sind vielleicht nur halb geschrieben. Lesen Sie sie erneut, bevor Sie weitermachen.',
      },
      nvs: {
        untouched: 'Es wurde nichts gelesen. Das Board ist, wie es war.',
        begun: 'Nicht alles wurde gelesen. Das Board ist, wie es war.',
      },
      volume: {
        untouched: 'Es wurde nichts gelesen. Das Board ist, wie es war.',
        begun: 'Nicht alles wurde gelesen. Das Board ist, wie es war.',
      },
      volumeWrite: {
        untouched: 'Es wurde nichts geschrieben: Die Dateien auf dem Board sind, wie sie waren.',
        begun:
          'Die Dateien auf dem Board sind vielleicht unvollständig. Versuchen Sie es gleich noch einmal: Bis dieses Programm geschlossen wird, hat es alles, was dafür nötig ist.',
      },
    },
  },
};
