import type { nvsTexts as english } from '../en/nvs';
import type { Widened } from '../messages';

/** Die Einstellungen, die Programme auf einem Board ablegen, und was über ein Board gespeichert wird. */
export const nvsTexts: Widened<typeof english> = {
  nvs: {
    title: 'Einstellungen auf dem Board',
    text: 'Was seine Programme in NVS ablegen, etwa Netzwerke und Namen. Beim Lesen startet das Board neu.',
    which: 'Partition',
    read: 'Einstellungen lesen',
    readAgain: 'Erneut lesen',
    save: 'Als CSV speichern',
    needTable: 'Lesen Sie zuerst die Partitionstabelle: Sie sagt, wo die Einstellungen liegen.',
    noPartition: 'Die Partitionstabelle hat keine Partition für Einstellungen (NVS).',
    esp8266:
      'Ein ESP8266 hat keine solchen Einstellungen: Seine Programme bewahren auf ihre Weise auf, was sie brauchen.',
    tooLarge: 'Die Partition ist größer, als Einstellungen sein können.',
    state: {
      empty: 'Dort liegt noch nichts.',
      encrypted: 'Die Einstellungen sind verschlüsselt (NVS-Verschlüsselung). Nur das Board selbst kann sie lesen.',
      foreign:
        'Was dort liegt, ist kein NVS. Vielleicht ist der Flash verschlüsselt, oder ein anderes Programm nutzt den Platz.',
      none: 'Es gibt keine Werte.',
    },
    count: '{shown} von {count} Wert | {shown} von {count} Werten',
    use: '{used} von {count} Zeilen belegt, {erased} noch aufzuräumen',
    filter: 'Filter',
    filterHint: 'Namensraum, Schlüssel oder Wert',
    nothingFound: 'Kein Wert enthält das.',
    showHidden: 'Verborgene Werte zeigen',
    showHiddenHint: 'Passwörter und Schlüssel, an ihren Namen erkannt',
    list: 'Werte',
    namespace: 'Namensraum',
    key: 'Schlüssel',
    type: 'Typ',
    value: 'Wert',
    hidden: 'verborgen',
    types: { string: 'Text', blob: 'Bytes' },
    show: 'Wert zeigen',
    hide: 'Verbergen',
    showAll: 'Ganz zeigen',
    copy: 'Wert kopieren',
    choose: 'Wählen Sie einen Wert, um ihn ganz zu sehen.',
    cut: 'Es ist mehr da; die gespeicherte Tabelle enthält alles.',
    notes: 'Was ausgelassen wurde',
    note: {
      damagedPage:
        'Eine Seite ist beschädigt und wurde ausgelassen. | {count} Seiten sind beschädigt und wurden ausgelassen.',
      newerPage:
        'Eine Seite hat ein neueres Format und wurde ausgelassen. | {count} Seiten haben ein neueres Format und wurden ausgelassen.',
      entryChecksum:
        'Ein Wert hat eine falsche Prüfsumme und wurde ausgelassen. | {count} Werte haben eine falsche Prüfsumme und wurden ausgelassen.',
      entryShape:
        'Ein Wert ergibt keinen Sinn und wurde ausgelassen. | {count} Werte ergeben keinen Sinn und wurden ausgelassen.',
      dataChecksum:
        'Ein Text oder Blob ist beschädigt und wurde ausgelassen. | {count} Texte oder Blobs sind beschädigt und wurden ausgelassen.',
      unknownType:
        'Ein Wert hat einen unbekannten Typ und wurde ausgelassen. | {count} Werte haben einen unbekannten Typ und wurden ausgelassen.',
      chunkMissing:
        'Ein Blob ist unvollständig und wurde ausgelassen. | {count} Blobs sind unvollständig und wurden ausgelassen.',
      looseChunk: 'Ein Teil eines Blobs gehört zu nichts. | {count} Teile von Blobs gehören zu nichts.',
      overwritten:
        'Ein älterer Wert war noch da; gezeigt wird der neuere. | {count} ältere Werte waren noch da; gezeigt werden die neueren.',
      unknownNamespace:
        'Ein Wert gehört zu einem Namensraum ohne Namen. | {count} Werte gehören zu Namensräumen ohne Namen.',
      partialPage: 'Die Partition endet nicht mit einer ganzen Seite.',
    },
    noteAt: 'Zuerst auf Seite {page}.',
    saveTitle: 'Einstellungen als CSV speichern',
    saveText:
      'Die Datei enthält jeden Wert im Klartext, auch Passwörter und Schlüssel. Wer sie bekommt, kann sie lesen. Sie hat das Format, das nvs_partition_gen von ESP-IDF annimmt.',
    saveButton: 'Ort wählen',
    leftOut:
      'Ein Wert fehlt darin: Das Format hat keinen Platz für ihn. | {count} Werte fehlen darin: Das Format hat keinen Platz für sie.',
  },
  boardFile: {
    button: 'Als JSON exportieren',
    title: 'Als JSON exportieren',
    text: 'Alles, was von diesem Board gelesen wurde, für andere Programme.',
    withSecrets: 'Mit Passwörtern und Schlüsseln',
    withSecretsHint: 'Wer die Datei bekommt, kann sie lesen.',
    noSecrets: 'Die Einstellungen wurden nicht gelesen; sie sind nicht enthalten.',
    save: 'Ort wählen',
  },
  dialog: { cancel: 'Abbrechen' },
};
