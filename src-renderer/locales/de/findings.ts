import type { findingTexts as english } from '../en/findings';
import type { Widened } from '../messages';

/** Was Boards ausgeben, wenn etwas nicht stimmt, in einfachen Worten. */
export const findingTexts: Widened<typeof english> = {
  finding: {
    crash: {
      title: 'Die App ist abgestürzt',
      text: {
        read: 'Sie wollte von Adresse {address} lesen, wo sie das nicht darf.',
        write: 'Sie wollte nach Adresse {address} schreiben, wo sie das nicht darf.',
        null: 'Sie hat etwas benutzt, das nie eingerichtet wurde: einen Zeiger, der nirgendwohin führt (Adresse {address}).',
        fetch:
          'Sie ist an eine Stelle gesprungen, an der kein Code steht, oft über einen Funktionszeiger, der nie gesetzt wurde.',
        illegalInstruction:
          'Sie ist auf etwas gestoßen, das kein Befehl ist. Oft fehlt einer Funktion der Rückgabewert, oder Speicher wurde überschrieben.',
        divideByZero: 'Sie hat eine ganze Zahl durch null geteilt.',
        unaligned:
          'Sie hat eine Zahl an einer Adresse gelesen oder geschrieben, die nicht zu deren Größe passt ({address}).',
        cacheDisabled:
          'Sie hat Code aus dem Flash ausgeführt, während der Flash nicht lesbar war, meist in einem Interrupt.',
        stackOverflow: 'Ein Task hat mehr Stack gebraucht, als er hat.',
        memoryProtection: 'Sie hat auf geschützten Speicher zugegriffen.',
        doubleException:
          'Während sie einen Fehler behandelte, trat noch einer auf. Meist ist der Stack zu klein oder überschrieben.',
        breakpoint: 'Sie ist auf einen Haltepunkt gestoßen, und kein Debugger ist da.',
        interruptWatchdog: 'Ein Interrupt hat zu lange gedauert.',
        other: 'Der Prozessor hat aufgegeben: {printed}.',
      },
    },
    abort: {
      title: 'Die App hat sich selbst beendet',
      text: 'Das Programm hat abort() aufgerufen: Es hat etwas vorgefunden, was nicht sein darf. Oft sagt die Zeile davor, was.',
    },
    assert: {
      title: 'Eine Prüfung im Programm ist fehlgeschlagen',
      text: 'Erwartet wurde: {expression}. {where}',
    },
    errorCheck: {
      title: 'Eine Funktion hat einen Fehler gemeldet, den die App nicht behandelt',
      text: 'Der Fehler heißt {name}. {where}',
    },
    stackOverflow: {
      title: 'Einem Task ist der Stack ausgegangen',
      text: 'Der Task {task} braucht einen größeren Stack: Vergrößern Sie ihn dort, wo der Task angelegt wird, oder legen Sie weniger in lokale Variablen.',
    },
    stackSmashed: {
      title: 'Über das Ende eines lokalen Arrays hinaus wurde geschrieben',
      text: 'Die Funktion hat es beim Zurückkehren bemerkt. Suchen Sie nach Arrays, die ohne Prüfung ihrer Größe gefüllt werden.',
    },
    heapCorrupt: {
      title: 'Speicher wurde überschrieben',
      text: 'Etwas hat über das Ende eines Speicherblocks hinaus geschrieben oder ihn nach der Freigabe noch benutzt. Es geschah vor dieser Zeile.',
    },
    outOfMemory: {
      title: 'Der App ist der Speicher ausgegangen',
      text: 'Ein Speicherblock, den sie angefordert hat, war nicht zu bekommen.',
    },
    uncaughtException: {
      title: 'Eine C++-Ausnahme wurde nicht abgefangen',
      text: 'Ihr Typ ist {name}.',
      textUnnamed: 'Ihr Typ ist nicht angegeben.',
    },
    interruptWatchdog: {
      title: 'Die App hing bei abgeschalteten Interrupts',
      text: 'Eine Interrupt-Routine oder ein gesperrter Abschnitt hat so lange gedauert, dass der Watchdog eingriff.',
    },
    taskWatchdog: {
      title: 'Ein Task gibt den Prozessor nicht frei',
      text: 'Diese kamen nicht rechtzeitig an die Reihe: {tasks}. Etwas läuft lange ohne Pause und ohne zu warten.',
      textUnnamed: 'Etwas läuft lange ohne Pause und ohne zu warten.',
    },
    softWatchdog: {
      title: 'Die App hing zu lange',
      text: 'Eine Schleife lief ohne delay() oder yield(); deshalb hat der Watchdog das Board neu gestartet.',
    },
    brownout: {
      title: 'Die Versorgungsspannung ist eingebrochen',
      text: 'Das Board startet neu, weil es nicht genug Strom bekommt. Nehmen Sie ein kurzes, dickes USB-Kabel und einen Anschluss direkt am Computer oder einen Hub mit eigenem Netzteil; am meisten brauchen WLAN und Servos.',
    },
    emptyFlash: {
      title: 'Wo der Chip die Firmware sucht, ist keine',
      text: 'Der Flash ist dort leer. Flashen Sie eine vollständige Firmware: Bootloader, Partitionstabelle und App, oder alles in einer Datei.',
    },
    invalidHeader: {
      title: 'Am Platz des Bootloaders liegt keine Firmware',
      text: 'Der Inhalt beginnt mit {header}. Meist wurde eine Datei an die falsche Adresse geschrieben, oder der Flash ist verschlüsselt.',
    },
    flashReadError: {
      title: 'Der Chip kann seinen Flash nicht lesen',
      text: 'Entweder steht am Platz des Bootloaders nichts, oder der Flash-Modus passt nicht zum Board. Flashen Sie es noch einmal im Modus DIO.',
    },
    wrongFlashMode: {
      title: 'Wahrscheinlich der falsche Flash-Modus',
      text: 'Der Chip lädt die Firmware im Modus {mode} und hört dann nichts mehr. Viele Boards haben keine Leitungen dafür: Flashen Sie noch einmal im Modus DIO.',
    },
    brokenImage: {
      title: 'Die Firmware im Flash ist beschädigt',
      text: {
        checksum:
          'Ihre Prüfsumme ist falsch. Flashen Sie noch einmal; hilft das nicht, versuchen Sie es mit einer geringeren Flash-Frequenz oder im Modus DIO.',
        hash: 'Ihr Hash ist falsch. Flashen Sie noch einmal; hilft das nicht, versuchen Sie es mit einer geringeren Flash-Frequenz oder im Modus DIO.',
        magic: 'Die Partition enthält keine App. Vielleicht wurde die App nie geschrieben oder an eine andere Adresse.',
      },
    },
    noPartitionTable: {
      title: 'Es gibt keine Partitionstabelle',
      text: 'Der Bootloader weiß nicht, wo die App ist. Flashen Sie auch die Partitionstabelle, oder alles in einer Datei.',
    },
    noApp: {
      title: 'Es gibt keine App, die starten könnte',
      text: 'Bootloader und Partitionstabelle sind da, aber keine der App-Partitionen enthält eine App. Flashen Sie die App an ihre Adresse.',
    },
    wrongChip: {
      title: 'Die Firmware ist für einen anderen Chip',
      text: 'Sie wurde für {wanted} gebaut, und das hier ist {actual}. Bauen oder laden Sie die Firmware für diesen Chip.',
    },
    wrongRevision: {
      title: 'Die Firmware ist für andere Versionen dieses Chips',
      text: 'Sie verlangt Revision {needed}, und dieser Chip hat {found}. Stellen Sie im Projekt die niedrigste Revision ein, und bauen Sie neu.',
    },
    flashTooSmall: {
      title: 'Die Firmware erwartet mehr Flash, als da ist',
      text: 'Sie geht von {header} aus, und das Board hat {actual}. Flashen Sie noch einmal mit der Flash-Größe „Wie auf dem Board“, oder wählen Sie die Größe im Projekt.',
    },
    secureBoot: {
      title: 'Die Firmware ist nicht mit dem richtigen Schlüssel signiert',
      text: 'Dieser Chip startet nur Firmware, die sein Besitzer signiert hat.',
    },
    noPsram: {
      title: 'Der zusätzliche Speicher (PSRAM) antwortet nicht',
      text: 'Die Firmware erwartet PSRAM, den dieses Board nicht oder in einem anderen Modus hat (Quad oder Octal). Ändern Sie das im Projekt.',
    },
    settingsOutdated: {
      title: 'Die gespeicherten Einstellungen passen nicht mehr zur App',
      text: 'Die Partition für Einstellungen (NVS) ist voll oder wurde von einer neueren Version geschrieben. Löschen hilft; WLAN-Passwörter und andere Einstellungen gehen dabei verloren.',
    },
    downloadMode: {
      title: 'Das Board wartet auf Firmware',
      text: 'Es ist im Download-Modus gestartet, deshalb läuft die App nicht. Starten Sie es neu, ohne BOOT zu halten; kommt es wieder hierher, zieht etwas {pin} auf Low.',
      pin: 'den BOOT-Pin',
    },
    otherBootMode: {
      title: 'Das Board ist weder mit der App noch im Download-Modus gestartet',
      text: 'Etwas zieht seine Strapping-Pins in die falsche Richtung (Boot-Modus {bootMode}). Trennen Sie, was daran hängt, und starten Sie es neu.',
    },
    restarted: {
      title: 'Das Board ist gestartet',
      text: {
        powerOn: 'Weil es Strom bekam, oder durch seine RESET-Taste.',
        external: 'Weil jemand es zurückgesetzt hat.',
        software: 'Weil die App es verlangt hat, oder nach einem Absturz.',
        watchdog: 'Weil ein Watchdog eingriff: Die App hing oder ist nie gestartet.',
        interruptWatchdog: 'Weil Interrupts zu lange dauerten.',
        taskWatchdog: 'Weil ein Task den Prozessor nicht freigab.',
        brownout: 'Weil die Versorgungsspannung einbrach.',
        deepSleep: 'Es ist aus dem Tiefschlaf aufgewacht.',
        usb: 'Weil der Computer es über USB verlangt hat.',
        glitch: 'Wegen einer Störung der Versorgung oder des Takts.',
        unknown: 'Als Grund nennt der Chip {printed}.',
      },
    },
    crashLoop: {
      title: 'Das Board startet immer wieder neu',
      text: 'Es ist in einer halben Minute {times}-mal von selbst neu gestartet. Warum, sagen die Hinweise daneben.',
    },
    appStarted: {
      title: '{name} ist gestartet',
      text: 'Version {version}.',
    },
  },
};
