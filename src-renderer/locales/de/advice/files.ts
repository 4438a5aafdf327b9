import type { AdviceTextsOf } from '../../nest-by-code';

/** Texte für `file.*`, `image.*` und `input.*`. */
export const filesAdvice: AdviceTextsOf<'file' | 'image' | 'input'> = {
  'file.notFound': {
    title: '{name} wurde nicht gefunden.',
    steps: ['Prüfen Sie Name und Ordner, oder wählen Sie die Datei erneut.'],
  },
  'file.unreadable': {
    title: '{name} kann nicht gelesen werden: {reason}.',
    steps: [
      'Prüfen Sie, ob Sie die Datei öffnen dürfen, oder kopieren Sie sie in einen anderen Ordner und wählen Sie sie dort.',
    ],
  },
  'file.empty': {
    title: '{name} ist leer.',
    steps: ['Bauen Sie die Datei neu, oder laden Sie sie erneut herunter.'],
  },
  'file.tooLarge': {
    title: '{name} ist zu groß: {sizeBytes}, erlaubt sind höchstens {limitBytes}.',
    steps: ['Prüfen Sie, ob das die richtige Datei ist.'],
  },
  'file.changed': {
    title: '{name} wurde geändert, nachdem Sie die Datei gewählt haben.',
    steps: ['Wählen Sie die Datei erneut, damit geschrieben wird, was geprüft wurde.'],
  },
  'file.isFolder': { title: '{name} ist ein Ordner.', steps: ['Wählen Sie eine Datei darin.'] },
  'file.notUnderstood': {
    title: '{name} wurde nicht verstanden: {reason}.',
    steps: [
      'Bauen Sie die Datei neu, oder laden Sie sie erneut herunter.',
      'Prüfen Sie, ob es Firmware für einen Espressif-Chip ist.',
    ],
  },
  'file.badLine': {
    title: 'Zeile {line} von {name} ergibt keinen Sinn: „{text}“.',
    steps: ['Schreiben Sie Name, Typ, Untertyp, Offset, Größe, Flags, mit Kommas dazwischen.'],
  },
  'file.nothingInside': {
    title: 'In {name} ist keine Firmware.',
    steps: [
      'Bauen Sie zuerst das Projekt, falls es eines ist.',
      'Wählen Sie den Ordner, dessen Dateien auf .bin enden, oder eine solche Datei selbst.',
    ],
  },
  'file.tooManyInside': {
    title: '{name} enthält mehr als {limit} Dateien.',
    steps: ['Wählen Sie stattdessen die Firmware-Dateien darin.'],
  },
  'file.encrypted': {
    title: '{name} ist mit einem Passwort geschützt.',
    steps: ['Entpacken Sie die Datei mit ihrem Passwort, und wählen Sie dann den Ordner mit dem Inhalt.'],
  },
  'file.severalBuilds': {
    title: '{name} enthält mehr als einen Build: {builds}.',
    steps: ['Wählen Sie den Ordner dessen, den Sie meinen.'],
  },
  'file.partMissing': {
    title: '{name} nennt die Datei {part}, die nicht da ist.',
    steps: ['Bauen Sie das Projekt neu, oder entpacken Sie den ganzen Download.'],
  },
  'file.partRemote': {
    title: '{name} nennt {part} im Internet. Es wird nichts heruntergeladen.',
    steps: ['Laden Sie diese Datei herunter, und wählen Sie sie dann hier.'],
  },
  'file.partOutside': {
    title: '{name} nennt {part}, das außerhalb seines Ordners liegt.',
    steps: ['Wenn Sie dieser Datei vertrauen, wählen Sie sie einzeln.'],
  },
  'file.notWritten': {
    title: '{name} konnte nicht geschrieben werden: {reason}.',
    steps: ['Prüfen Sie, ob es den Ordner gibt, ob Sie dort schreiben dürfen und ob der Datenträger nicht voll ist.'],
  },
  'file.isInput': {
    title: 'Das Ergebnis würde {name} ersetzen, woraus es entsteht.',
    steps: ['Wählen Sie einen anderen Namen für das Ergebnis.'],
  },
  'image.notBuilt': {
    title: 'Aus {name} lässt sich kein Abbild machen: {reason}.',
    steps: [
      'Prüfen Sie, ob Chip und Optionen zu diesem Programm passen.',
      'Sehen Sie sich das Linker-Skript an, mit dem es gebaut wurde.',
    ],
  },
  'input.notANumber': {
    title: '{what}: „{text}“ ist keine passende Zahl.',
    steps: ['Schreiben Sie sie wie 0x10000, 65536, 64k oder 4M.'],
  },
  'input.missing': { title: 'Es fehlt etwas: {what}.', steps: ['Ergänzen Sie es, und versuchen Sie es erneut.'] },
  'input.addressNotWanted': {
    title: '{name} bringt eigene Adressen mit; {text} ist hier fehl am Platz.',
    steps: ['Lassen Sie die Adresse weg.'],
  },
  'input.unknownOption': {
    title: '„{text}“ ist keine bekannte Option.',
    steps: [
      'Prüfen Sie die Schreibweise; esplanade --help nennt die Befehle, esplanade help und ein Befehl dessen Optionen.',
    ],
  },
  'input.badChoice': {
    title: '{what}: „{text}“ steht nicht zur Wahl.',
    steps: ['Wählen Sie eines von: {choices}.'],
  },
};
