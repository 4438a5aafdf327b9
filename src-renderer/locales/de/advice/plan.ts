import type { AdviceTextsOf } from '../../nest-by-code';

/** Texte für `plan.*`: was sich zeigt, bevor etwas geschrieben wird. */
export const planAdvice: AdviceTextsOf<'plan'> = {
  'plan.notEncrypting': {
    title:
      'In diesem {chip} ist die Flash-Verschlüsselung nicht an; eine verschlüsselte Datei würde deshalb nicht starten.',
    cause: '„Verschlüsseln“ ist für ein Board an, das nicht für Flash-Verschlüsselung eingerichtet ist.',
    steps: [
      'Schreiben Sie die Datei unverschlüsselt; dafür gebaute Firmware verschlüsselt den Flash beim ersten Start.',
    ],
  },
  'plan.cannotEncrypt': {
    title: 'Auf den {chip} kann nichts verschlüsselt geschrieben werden.',
    cause: 'Dieser Chip hat keine Flash-Verschlüsselung, die sich beim Flashen nutzen lässt.',
    steps: ['Schreiben Sie die Datei unverschlüsselt.'],
  },
  'plan.nothingToWrite': {
    title: 'Noch gibt es nichts zu schreiben.',
    cause: 'Es wurde keine Datei hinzugefügt, oder alle Zeilen sind aus.',
    steps: [
      'Ziehen Sie eine Firmware-Datei auf das Fenster, oder wählen Sie eine.',
      'Schalten Sie mindestens eine Zeile der Tabelle ein.',
    ],
  },
  'plan.unaligned': {
    title: '{name} kann nicht nach {offset} geschrieben werden.',
    cause: 'Wahrscheinlich ist eine Ziffer der Adresse falsch.',
    steps: ['Nehmen Sie ein Vielfaches von {align} als Adresse: Nur dort nimmt der Flash-Speicher Daten an.'],
  },
  'plan.overlap': {
    title: '{name} und {otherName} würden von {offset} bis {endOffset} übereinander geschrieben.',
    cause:
      'Wahrscheinlich wurden Dateien aus zwei verschiedenen Builds gemischt, oder einer Adresse fehlt eine Ziffer.',
    steps: ['Ändern Sie eine der beiden Adressen, oder schalten Sie eine der beiden Zeilen aus.'],
  },
  'plan.pastEnd': {
    title: '{name} würde bei {endOffset} enden, der Flash hat aber nur {flashSizeBytes}.',
    cause: 'Die Adresse ist wahrscheinlich falsch, oder die Firmware ist für ein Board mit mehr Flash gemacht.',
    steps: [
      'Prüfen Sie die Adresse von {name}.',
      'Prüfen Sie, ob diese Firmware für ein Board mit so wenig Flash gebaut ist.',
    ],
  },
  'plan.wrongChip': {
    title: '{name} ist für {imageChip} gebaut, dieses Board hat aber einen {chip}.',
    cause: 'Wahrscheinlich ist es der Download für ein anderes Board.',
    steps: [
      'Besorgen Sie die Firmware für {chip}.',
      'War ein anderes Board gemeint, stecken Sie es an und wählen Sie es.',
    ],
  },
  'plan.wrongRevision': {
    title: '{name} braucht Chip-Revision {required}, dieser {chip} hat aber Revision {revision}.',
    cause: 'Die Firmware nutzt etwas, das nur andere Revisionen des Chips haben.',
    steps: ['Besorgen Sie eine Firmware, die für diese Chip-Revision gebaut ist.'],
  },
  'plan.wrongBootloaderOffset': {
    title: 'Der Bootloader {name} liegt bei {offset}, wo {chip} nicht nach ihm sucht.',
    cause: 'Es ist die Adresse eines anderen Chips: Jede Familie sucht an ihrer eigenen Stelle.',
    steps: ['Verschieben Sie ihn nach {expectedOffset}.'],
  },
  'plan.wrongMergedOffset': {
    title: '{name} enthält eine ganze Firmware und gehört nach {expectedOffset}, nicht nach {offset}.',
    cause: 'Jeder Teil davon käme an die falsche Stelle.',
    steps: ['Verschieben Sie die Datei nach {expectedOffset}.'],
  },
  'plan.secureBootloader': {
    title: 'In diesem {chip} ist Secure Boot an, und {name} würde seinen Bootloader ersetzen.',
    cause:
      'Mit einem Bootloader, der nicht mit dem richtigen Schlüssel signiert ist, startet der Chip vielleicht nie wieder.',
    steps: ['Lassen Sie {name} weg, es sei denn, der Hersteller des Boards verlangt es.'],
  },
  'plan.unsignedApp': {
    title: '{name} ist nicht signiert, und dieser {chip} startet nur, was mit dem richtigen Schlüssel signiert ist.',
    cause: 'Der Hersteller hat Secure Boot eingeschaltet, und das lässt sich nicht rückgängig machen.',
    steps: ['Nehmen Sie signierte Firmware vom Hersteller des Boards.'],
  },
  'plan.imageBroken': {
    title: '{name} ist beschädigt: {reason}.',
    cause: 'Die Datei wurde wahrscheinlich beim Herunterladen abgeschnitten oder nach dem Bauen geändert.',
    steps: ['Bauen Sie die Datei neu, oder laden Sie sie erneut herunter.'],
  },
  'plan.partitionTableTooLarge': {
    title: 'Die Partitionstabelle {name} reicht bis {endOffset}, der Flash hat aber nur {flashSizeBytes}.',
    cause: 'Sie ist für ein Board mit mehr Flash gemacht.',
    steps: ['Nehmen Sie Firmware für diese Flash-Größe, oder ein Board mit mehr Flash.'],
  },
  'plan.appTooLarge': {
    title: 'Das Programm {name} ist um {excessBytes} zu groß für seine Partition {partition} mit {partitionSizeBytes}.',
    cause: 'Das Programm ist gewachsen, oder die Partitionstabelle gehört zu einem anderen Build.',
    steps: ['Schreiben Sie die Partitionstabelle, die zusammen mit diesem Programm gebaut wurde.'],
  },
  'plan.sharedSector': {
    title: '{name} und {otherName} teilen sich die 4 kB Flash bei {offset}, die nur zusammen gelöscht werden können.',
    cause: 'Flash-Speicher wird in Blöcken von 4 kB gelöscht, nie in kleineren.',
    steps: ['Verschieben Sie eines der beiden auf das nächste Vielfache von 0x1000.'],
  },
  'plan.erasesBefore': {
    title: '{name} nach {offset} zu schreiben löscht auch, was ab {erasedOffset} steht.',
    cause: 'Flash-Speicher wird in Blöcken von 4 kB gelöscht, nie in kleineren.',
    steps: ['Nehmen Sie eine Adresse, die ein Vielfaches von 0x1000 ist, außer dort steht nichts Wichtiges.'],
  },
  'plan.appAtBootloader': {
    title: '{name} ist ein Programm, liegt aber bei {offset}, dem Platz des Bootloaders von {chip}.',
    cause:
      'Wahrscheinlich blieb die Adresse der ersten Zeile stehen, oder die Datei wird für eine vollständige Firmware gehalten.',
    steps: ['Verschieben Sie es nach {expectedOffset}.'],
  },
  'plan.appNotOnPartition': {
    title: 'Das Programm {name} liegt bei {offset}, wo keine Partition für Programme beginnt.',
    cause: 'Die Adresse stammt aus einer anderen Partitionstabelle.',
    steps: ['Verschieben Sie es nach {expectedOffset}, wo die Partition {partition} beginnt.'],
  },
  'plan.wrongTableOffset': {
    title: 'Die Partitionstabelle {name} liegt bei {offset}, wo der Bootloader nicht nach ihr sucht.',
    cause: 'Die Adresse ist wahrscheinlich die eines anderen Builds.',
    steps: ['Verschieben Sie sie nach {expectedOffset}, außer Ihr Bootloader wurde für einen anderen Platz gebaut.'],
  },
  'plan.partitionTableBroken': {
    title: 'Die Partitionstabelle {name} ist bei {partition} falsch: {reason}.',
    cause: 'Sie wurde wahrscheinlich von Hand bearbeitet oder abgeschnitten.',
    steps: ['Bauen Sie die Partitionstabelle neu, oder laden Sie sie erneut herunter.'],
  },
  'plan.headerSizeMismatch': {
    title: '{name} ist auf {headerSizeBytes} Flash eingestellt, das Board hat aber {flashSizeBytes}.',
    cause: 'Die Datei wurde für ein Board mit anderem Flash-Speicher gebaut.',
    steps: ['Stellen Sie die Flash-Größe auf automatisch; dann kommt beim Schreiben die richtige Größe in die Datei.'],
  },
  'plan.signedNotPatched': {
    title: '{name} ist signiert, deshalb bleiben die Flash-Einstellungen darin, wie sie sind.',
    cause: 'Jede Änderung würde die Signatur ungültig machen.',
    steps: ['Sind sie falsch, bauen Sie die Datei mit den richtigen Flash-Einstellungen und signieren sie neu.'],
  },
  'plan.builtForEncryption': {
    title: '{name} wurde für Flash-Verschlüsselung gebaut und wird unverändert, also unverschlüsselt, geschrieben.',
    cause: 'In den Einstellungen des Builds war die Flash-Verschlüsselung eingeschaltet.',
    steps: [
      'Auf einem neuen Board ist das richtig: Es verschlüsselt seinen Flash beim ersten Start für immer.',
      'Wenn Sie das nicht wollen, bauen Sie die Firmware ohne Flash-Verschlüsselung.',
    ],
  },
  'plan.noBootloader': {
    title: 'Der Flash soll gelöscht werden, danach wird aber kein Bootloader geschrieben: {chip} startet dann nicht.',
    cause: 'Nur ein Teil des Builds wurde gewählt.',
    steps: ['Fügen Sie den Bootloader bei {expectedOffset} hinzu, oder löschen Sie nicht zuerst alles.'],
  },
  'plan.noPartitionTable': {
    title:
      'Der Flash soll gelöscht werden, danach wird aber keine Partitionstabelle geschrieben: {chip} startet dann nicht.',
    cause: 'Nur ein Teil des Builds wurde gewählt.',
    steps: ['Fügen Sie die Partitionstabelle bei {expectedOffset} hinzu, oder löschen Sie nicht zuerst alles.'],
  },
  'plan.noBootloaderThere': {
    title: 'Weder auf dem Board noch unter den Dateien ist ein Bootloader: Der {chip} startet dann nicht.',
    cause: 'Das Board ist neu oder wurde gelöscht, und nur ein Teil des Builds wurde gewählt.',
    steps: [
      'Fügen Sie den Bootloader desselben Builds bei {expectedOffset} hinzu, oder nehmen Sie die ganze Firmware in einer Datei.',
    ],
  },
  'plan.noTableThere': {
    title: 'Weder auf dem Board noch unter den Dateien ist eine Partitionstabelle: Der {chip} startet dann nicht.',
    cause: 'Das Board ist neu oder wurde gelöscht, und nur ein Teil des Builds wurde gewählt.',
    steps: ['Fügen Sie die Partitionstabelle desselben Builds bei {expectedOffset} hinzu.'],
  },
  'plan.otherAppStarts': {
    title: 'Das Board startet {starting}, {name} kommt aber nach {partition}.',
    cause: 'Das Board wurde früher über Funk aktualisiert und startet seitdem seine andere App.',
    steps: [
      'Verschieben Sie es nach {expectedOffset}, wo {starting} beginnt.',
      'Oder fügen Sie die OTA-Daten desselben Builds hinzu (ota_data_initial.bin oder boot_app0.bin); dann startet die erste App.',
    ],
  },
  'plan.everythingErased': {
    title: 'Zuerst wird alles auf dem Board gelöscht: Gespeicherte Einstellungen, WLAN und Dateien gehen verloren.',
    cause: '„Zuerst alles löschen“ ist an.',
    steps: ['Schalten Sie „Zuerst alles löschen“ aus, um sie zu behalten.'],
  },
  'plan.dataOverwritten': {
    title: '{name} überschreibt, was auf dem Board gespeichert ist: {partitions}.',
    cause:
      'Die Datei enthält einen Platz dafür, wie es bei einer vollständigen Firmware oft ist, oder ihre Adresse ist falsch.',
    steps: ['Sichern Sie es vorher, wenn Sie es brauchen, oder lassen Sie die Datei weg.'],
  },
  'plan.dataOutOfReach': {
    title: 'Die neue Partitionstabelle hat keinen Platz für das, was auf dem Board gespeichert ist: {partitions}.',
    cause: 'Die neue Firmware teilt den Flash-Speicher anders auf.',
    steps: [
      'Sichern Sie es vorher, wenn Sie es brauchen.',
      'Oder nehmen Sie Firmware mit derselben Partitionstabelle wie auf dem Board.',
    ],
  },
  'plan.settingsWithheld': {
    title:
      '{name} bringt eigene gespeicherte Einstellungen mit ({partitions}). Sie werden weggelassen, damit Ihre bleiben.',
    cause: '„Meine Einstellungen behalten“ ist an.',
    steps: [
      'Schreiben Sie die Datei unverändert, um die Einstellungen auf dem Board zu ersetzen, etwa um eine Sicherung zurückzuspielen.',
    ],
  },
};
