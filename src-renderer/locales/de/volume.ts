import type { volumeTexts as english } from '../en/volume';
import type { Widened } from '../messages';

/** Die Seite „Dateien“ eines Boards: was in den Dateisystemen seiner Partitionen liegt. */
export const volumeTexts: Widened<typeof english> = {
  volume: {
    title: 'Dateien auf dem Board',
    intro:
      'Programme legen Dateien in einer eigenen Partition ab: Seiten eines Webservers, Einstellungen, Protokolle. Lesen ändert nichts; das Board wird dafür neu gestartet.',
    none: 'Wählen Sie oben ein Board, um seine Dateien zu sehen.',
    files: 'Dateien',
    filesIn: 'Dateien in {label}',
    which: 'Partition',
    where: 'Wo die Dateien liegen',
    whereEsp8266:
      'Ein ESP8266 hat keine Partitionstabelle. Der Ort hängt von der Flash-Aufteilung ab, für die die Firmware gebaut wurde.',
    whereNoTable: 'Ohne Partitionstabelle sagt niemand, wo die Dateien liegen. Sie können es eingeben.',
    read: 'Dateien lesen',
    readAgain: 'Erneut lesen',
    note: '{label}: {size} ab {offset}.',
    needTable: 'Lesen Sie zuerst die Partitionstabelle: Sie sagt, wo die Dateien liegen.',
    needPlace: 'Geben Sie zuerst Adresse und Größe ein.',
    mendPlace: 'Berichtigen Sie zuerst Adresse oder Größe.',
    noPartition: 'Die Partitionstabelle hat keine Partition für Dateien (LittleFS, SPIFFS oder FAT).',
    closed: 'Das Board ist im Secure Download Mode: Es lässt nichts lesen.',
    tooLarge: 'Das ist mehr, als hier angesehen werden kann: höchstens {size}.',
    unread: 'Es wurde noch nichts gelesen. Lesen Sie die Dateien, um sie zu sehen.',
    reading: 'Die Dateien werden gelesen.',
    kinds: { littlefs: 'LittleFS', spiffs: 'SPIFFS', fat: 'FAT' },
    state: {
      blank:
        'Die Partition ist leer. Ein Programm, das Dateien ablegt, richtet beim ersten Start ein Dateisystem darin ein.',
      encrypted:
        'Dieser Chip verschlüsselt seinen Flash, und das Gelesene ist unlesbar. Nur das Board selbst kann seine Dateien lesen.',
      foreign:
        'Nichts darin lässt sich als Dateien lesen: kein LittleFS, kein SPIFFS, kein FAT. Vielleicht nutzt ein anderes Programm den Platz auf seine Weise.',
      broken:
        'Es trägt die Kennzeichen von {kind}, ist aber zu beschädigt, um gelesen zu werden, oder von einer Form, die hier nicht bekannt ist.',
      none: 'Es sind keine Dateien darin.',
    },
    use: '{used} von {total} belegt, {free} frei',
    count: '{count} Datei | {count} Dateien',
    filter: 'Filter',
    filterHint: 'Name oder Ordner',
    nothingFound: 'Keine Datei hat das in ihrem Namen.',
    list: 'Dateien und Ordner',
    name: 'Name',
    size: 'Größe',
    changed: 'Geändert',
    folder: 'Ordner',
    damaged: 'beschädigt',
    damagedNote: {
      file: 'Eine Datei ist beschädigt: Sie lässt sich nicht ganz lesen. | {count} Dateien sind beschädigt: Sie lassen sich nicht ganz lesen.',
      folder:
        'Ein Ordner ist beschädigt: Dateien darin können fehlen. | {count} Ordner sind beschädigt: Dateien darin können fehlen.',
    },
    details: 'Einzelheiten',
    kind: 'Dateisystem',
    place: 'Ort',
    placeOf: '{size} ab {offset}',
    layout: {
      version: 'Version',
      blockSize: 'Blockgröße',
      blockCount: 'Blöcke',
      pageSize: 'Seitengröße',
      nameLength: 'Längster Name',
      sectorSize: 'Sektorgröße',
      clusterSize: 'Clustergröße',
      metaLength: 'Metadaten je Datei',
      wearLevelling: 'Wear-Levelling',
      label: 'Bezeichnung',
    },
    choose: 'Wählen Sie eine Datei, um hineinzusehen.',
    isFolder: 'Ein Ordner.',
    preview: 'Inhalt von {name}',
    isDamaged: 'Diese Datei ist beschädigt: Sie kann weder ganz gezeigt noch ganz gespeichert werden.',
    isEmpty: 'Die Datei ist leer.',
    cut: 'Gezeigt werden die ersten {size}. Die gespeicherte Datei enthält alles.',
    picture: '{width} × {height} Pixel',
    pictureOf: 'Das Bild {name}',
    asBytes: 'Als Bytes zeigen',
    save: 'Diese Datei speichern…',
    saveAll: 'Alle speichern…',
    savedAll: '{count} Datei im neuen Ordner {name} gespeichert | {count} Dateien im neuen Ordner {name} gespeichert',
    renamed:
      'Eine Datei bekam einen anderen Namen: Nicht jeder Computer nimmt ihren eigenen. | {count} Dateien bekamen andere Namen: Nicht jeder Computer nimmt ihre eigenen.',
    leftOut:
      'Eine Datei ist beschädigt und wurde ausgelassen. | {count} Dateien sind beschädigt und wurden ausgelassen.',
    done: 'Dateien gelesen',
    doneWithout: 'Keine Dateien gefunden',
  },
};
