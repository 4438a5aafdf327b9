import type { AdviceTextsOf } from '../../nest-by-code';

/** Texte für `flash.*`. */
export const flashAdvice: AdviceTextsOf<'flash'> = {
  'flash.noAnswer': {
    title: 'Der Flash-Speicher antwortet nicht (Kennung {flashId}).',
    cause:
      'Der Flash-Speicher bekommt keinen Strom, ist anders verdrahtet, oder seine Pins werden anderweitig benutzt.',
    steps: [
      'Trennen Sie alles, was am Board angeschlossen ist, und versuchen Sie es erneut.',
      'Prüfen Sie, ob das Board stabile 3,3 V bekommt.',
      'Wenn der Flash ein eigener Baustein ist, prüfen Sie Lötstellen und Verdrahtung.',
    ],
  },
  'flash.sizeUnknown': {
    title: 'Der Flash-Speicher nennt seine Größe nicht (Kennung {flashId}).',
    cause: 'Wahrscheinlich ist es ein seltener Baustein, dessen Kennung die Größe nicht enthält.',
    steps: ['Wählen Sie die Flash-Größe von Hand; sie steht in der Beschreibung von Board oder Modul.'],
  },
  'flash.sizeNotTold': {
    title: 'Dieser {chip} verrät nicht, wie groß sein Flash ist, denn er ist im Secure Download Mode.',
    cause: 'Im Secure Download Mode kann niemand den Flash-Speicher etwas fragen.',
    steps: ['Wählen Sie die Flash-Größe von Hand; sie steht in der Beschreibung von Board oder Modul.'],
  },
  'flash.notVerified': {
    title:
      'Alles wurde an diesen {chip} gesendet und angenommen, aber er lässt niemanden prüfen, was jetzt in seinem Flash steht.',
    cause: 'Im Secure Download Mode kann niemand lesen oder vergleichen.',
    steps: [
      'So arbeitet der Secure Download Mode; der Beweis ist, dass die Anwendung startet.',
      'Wenn sie nicht startet, wiederholen Sie es mit geringerer Geschwindigkeit, etwa 115200.',
    ],
  },
  'flash.cannotProve': {
    title:
      'Dieser {chip} ist im Secure Download Mode: Was geschrieben wird, kann nicht zurückgelesen und verglichen werden.',
    cause: 'Im Secure Download Mode kann niemand lesen oder vergleichen.',
    steps: [
      'Wenn Sie sich der Dateien und des Kabels sicher sind, wählen Sie, ohne Beweis zu schreiben (--force auf der Befehlszeile).',
      'Lassen Sie das Board danach starten, und sehen Sie, ob es tut, was es soll.',
    ],
  },
  'flash.verifyFailed': {
    title: 'Der Flash-Speicher enthält nicht, was für {name} bei {offset} geschrieben wurde.',
    cause: 'Bits wurden unterwegs verändert oder hielten nicht: Meist liegt es an Stromversorgung oder Kabel.',
    steps: [
      'Flashen Sie noch einmal, mit geringerer Geschwindigkeit, etwa 115200.',
      'Prüfen Sie, ob das Board genug Strom bekommt: anderes Kabel oder Hub mit eigenem Netzteil.',
      'Geschieht es wieder an derselben Stelle, ist der Flash schreibgeschützt (das zeigt Board → Werkzeuge) oder verschlissen.',
    ],
  },
  'flash.notEncrypted': {
    title: 'Der Flash-Speicher enthält {name} bei {offset} im Klartext: Der Chip hat nicht verschlüsselt.',
    cause: 'Der Chip hat noch keinen Schlüssel zum Verschlüsseln.',
    steps: [
      'Seine Flash-Verschlüsselung hat noch keinen Schlüssel; sie bekommt ihn, wenn die Firmware zum ersten Mal startet.',
      'Schreiben Sie die Firmware ohne Verschlüsselung, und lassen Sie sie einmal starten.',
    ],
  },
  'flash.encryptedWriteForbidden': {
    title: 'Dieser {chip} lässt endgültig nichts mehr von außen verschlüsselt schreiben.',
    cause: 'Ein eFuse dieses Chips verbietet es; eFuses lassen sich nicht zurücksetzen.',
    steps: [
      'So arbeitet der Release-Modus der Flash-Verschlüsselung: Aktualisieren Sie über Funk.',
      'Eine Datei, die am Computer mit demselben Schlüssel verschlüsselt wurde, kann unverändert geschrieben werden.',
    ],
  },
  'flash.differs': {
    title: 'Der Flash-Speicher enthält {name} bei {offset} nicht: {sectors} Sektoren von 4 kB weichen ab.',
    cause:
      'Es wurde eine andere Version geflasht, es galten andere Flash-Einstellungen, oder die Anwendung hat ihre Daten geändert.',
    steps: [
      'Wurde die Datei mit anderen Angaben für Modus, Frequenz oder Größe geschrieben, machen Sie hier dieselben.',
      'Eine Anwendung ändert ihre eigenen Daten, während sie läuft; das ist kein Fehler.',
    ],
  },
  'flash.readUnstable': {
    title: 'Der Flash-Speicher liest sich bei {offset} nicht zweimal gleich.',
    cause:
      'Die Verbindung zum Flash-Speicher ist schwach: Stromversorgung, Verdrahtung oder ein verschlissener Baustein.',
    steps: [
      'Lesen Sie noch einmal, mit geringerer Geschwindigkeit, etwa 115200.',
      'Prüfen Sie, ob das Board genug Strom bekommt: anderes Kabel oder Hub mit eigenem Netzteil.',
      'Trennen Sie alles, was an den Pins des Flash hängt.',
    ],
  },
  'flash.notErased': {
    title: 'Der Flash-Speicher wurde bei {offset} nicht gelöscht.',
    cause: 'Wahrscheinlich sind im Statusregister des Flash-Speichers Schutzbits gesetzt.',
    steps: [
      'Wahrscheinlich ist er schreibgeschützt: Sehen Sie sich seine Statusregister an (Board → Werkzeuge), und setzen Sie sie auf 0, um den Schutz aufzuheben.',
      'Prüfen Sie, ob das Board genug Strom bekommt, und löschen Sie noch einmal.',
    ],
  },
  'flash.statusChanged': {
    title: 'Das Statusregister des Flash-Chips ist nicht mehr, was es beim Lesen war: {now} statt {was}.',
    cause: 'Es wurde ein anderes Board angesteckt, oder etwas anderes hat inzwischen in das Register geschrieben.',
    steps: [
      'Es wurde nichts geschrieben.',
      'Prüfen Sie, ob es noch dasselbe Board ist, lesen Sie den Status noch einmal und entscheiden Sie neu.',
    ],
  },
  'flash.filesChanged': {
    title: 'Die Dateien in {name} sind nicht mehr so, wie sie gelesen wurden.',
    cause: 'Die App auf dem Board hat inzwischen Dateien geschrieben, oder es ist ein anderes Board.',
    steps: [
      'Es wurde nichts geschrieben.',
      'Lesen Sie die Dateien noch einmal: Die Änderungen müssen dann neu gemacht werden.',
      'Passiert es jedes Mal, schreibt die App bei jedem Start. Wählen Sie in den Optionen der Seite „Flashen“ „Im Download-Modus bleiben“, damit das Board auf Sie wartet.',
    ],
  },
  'flash.encrypted': {
    title:
      'In diesem {chip} ist die Flash-Verschlüsselung an: Er startet nur Firmware, die für ihn verschlüsselt wurde.',
    cause: 'Der Hersteller hat die Flash-Verschlüsselung eingeschaltet, und das lässt sich nicht rückgängig machen.',
    steps: [
      'Bitten Sie den Hersteller des Boards um Firmware oder um eine Aktualisierung mit seinem eigenen Programm.',
      'Ist der Chip im Entwicklungsmodus, schreiben Sie die Firmware mit eingeschalteter Verschlüsselung.',
    ],
  },
  'flash.secureBoot': {
    title:
      'In diesem {chip} ist Secure Boot an: Er startet nur Firmware, die mit dem richtigen Schlüssel signiert ist.',
    cause: 'Der Hersteller hat Secure Boot eingeschaltet, und das lässt sich nicht rückgängig machen.',
    steps: [
      'Nehmen Sie signierte Firmware vom Hersteller des Boards.',
      'Schreiben Sie keinen anderen Bootloader: Der Chip startet sonst vielleicht nie wieder.',
    ],
  },
  'flash.secureDownloadMode': {
    title: 'Dieser {chip} ist im Secure Download Mode, der das nicht erlaubt ({operation}).',
    cause: 'Der Hersteller hat diesen Modus eingeschaltet, und das lässt sich nicht rückgängig machen.',
    steps: ['Möglich ist nur das Schreiben in den Flash, und die Flash-Größe muss von Hand gewählt werden.'],
  },
};
