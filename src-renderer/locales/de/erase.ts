import type { eraseTexts as english } from '../en/erase';
import type { Widened } from '../messages';

/** Löschen. */
export const eraseTexts: Widened<typeof english> = {
  erase: {
    title: 'Board löschen',
    what: 'Was gelöscht wird',
    allHint: 'Der ganze Flash, wie ab Werk.',
    partitionHint: 'Etwa gespeicherte Einstellungen und WLAN.',
    regionHint: 'Ganze Sektoren ab einer Adresse, die Sie eingeben.',
    willBeErased: 'Wird gelöscht',
    button: 'Löschen',
    buttonAll: 'Alles löschen',
    buttonOne: '{name} löschen',
    ready: '{size} zu löschen. Das lässt sich nicht rückgängig machen.',
    losses: 'Was verloren geht',
    allLost:
      'Alles auf dem Board: App, Bootloader, gespeicherte Einstellungen, WLAN-Passwörter und Dateien. Es startet erst wieder, wenn es neu geflasht ist.',
    someLost: 'Der Inhalt dieser Partitionen, soweit der Bereich reicht:',
    noPartition: 'Nichts, was zu einer Partition gehört.',
    unknownLoss: 'Alles, was dort steht. Was das ist, würde die Partitionstabelle des Boards sagen.',
    nothingChosen: 'Noch nichts gewählt.',
    sectors:
      'Flash wird in Sektoren von 4 kB (0x1000 Byte) gelöscht und enthält danach lauter Einsen. Sichern Sie vorher, was Sie noch brauchen könnten.',
    force: 'Trotzdem löschen',
    forceHint:
      'Dieses Board startet nur signierte oder verschlüsselte Firmware. Ohne sie startet es vielleicht nie wieder.',
    word: 'LÖSCHEN',
    typeWord: 'Zum Bestätigen {word} eingeben',
    reason: {
      locked: 'Dieses Board ist geschützt: siehe oben.',
      sizeNotTold: 'Wählen Sie zuerst, wie groß der Flash ist.',
      sizeUnknown: 'Die Größe des Flash ist nicht bekannt: Löschen Sie einen Bereich.',
      confirm: 'Geben Sie zur Bestätigung oben {word} ein.',
    },
    done: 'Gelöscht',
    proven: 'Er ist leer: Die vom Chip berechnete MD5-Summe ist die von gelöschtem Flash.',
    unproven: 'Der Chip hat gemeldet, dass er fertig ist. Zurücklesen lässt sich zum Beweis nichts.',
  },
};
