import type { AdviceTextsOf } from '../../nest-by-code';

/** Texte für `file.*`, `image.*` und `input.*`. */
export const filesAdvice: AdviceTextsOf<'file' | 'image' | 'input'> = {
  'file.notFound': {
    title: '{name} wurde nicht gefunden.',
    cause: 'Die Datei wurde verschoben, umbenannt oder gelöscht, oder sie wird gerade noch gebaut.',
    steps: ['Prüfen Sie Name und Ordner, oder wählen Sie die Datei erneut.'],
  },
  'file.unreadable': {
    title: '{name} kann nicht gelesen werden: {reason}.',
    cause: 'Die Datei gehört einem anderen Benutzer, oder ein anderes Programm hält sie gesperrt.',
    steps: [
      'Prüfen Sie, ob Sie die Datei öffnen dürfen, oder kopieren Sie sie in einen anderen Ordner und wählen Sie sie dort.',
    ],
  },
  'file.empty': {
    title: '{name} ist leer.',
    cause: 'Der Build oder der Download brach wahrscheinlich mittendrin ab.',
    steps: ['Bauen Sie die Datei neu, oder laden Sie sie erneut herunter.'],
  },
  'file.tooLarge': {
    title: '{name} ist zu groß: {sizeBytes}, erlaubt sind höchstens {limitBytes}.',
    cause: 'Wahrscheinlich ist es keine Firmware-Datei.',
    steps: ['Prüfen Sie, ob das die richtige Datei ist.'],
  },
  'file.changed': {
    title: '{name} wurde geändert, nachdem Sie die Datei gewählt haben.',
    cause: 'Die Datei wurde inzwischen wahrscheinlich neu gebaut.',
    steps: ['Wählen Sie die Datei erneut, damit geschrieben wird, was geprüft wurde.'],
  },
  'file.isFolder': {
    title: '{name} ist ein Ordner.',
    cause: 'Wo eine Datei erwartet wird, steht ein Ordner.',
    steps: ['Wählen Sie eine Datei darin.'],
  },
  'file.notUnderstood': {
    title: '{name} wurde nicht verstanden: {reason}.',
    cause:
      'Die Datei wurde wahrscheinlich beim Herunterladen abgeschnitten oder ist von anderer Art, als ihr Name sagt.',
    steps: [
      'Bauen Sie die Datei neu, oder laden Sie sie erneut herunter.',
      'Prüfen Sie, ob es Firmware für einen Espressif-Chip ist.',
    ],
  },
  'file.badLine': {
    title: 'Zeile {line} von {name} ergibt keinen Sinn: „{text}“.',
    cause: 'Die Zeile hat eine falsche Anzahl von Feldern oder einen Wert, den keine Partition haben kann.',
    steps: ['Schreiben Sie Name, Typ, Untertyp, Offset, Größe, Flags, mit Kommas dazwischen.'],
  },
  'file.nothingInside': {
    title: 'In {name} ist keine Firmware.',
    cause: 'Das Projekt ist wahrscheinlich noch nicht gebaut, oder es ist ein anderer Ordner.',
    steps: [
      'Bauen Sie zuerst das Projekt, falls es eines ist.',
      'Wählen Sie den Ordner, dessen Dateien auf .bin enden, oder eine solche Datei selbst.',
    ],
  },
  'file.tooManyInside': {
    title: '{name} enthält mehr als {limit} Dateien.',
    cause: 'Wahrscheinlich ist es kein Firmware-Paket.',
    steps: ['Wählen Sie stattdessen die Firmware-Dateien darin.'],
  },
  'file.encrypted': {
    title: '{name} ist mit einem Passwort geschützt.',
    cause: 'Wer die Datei gepackt hat, hat ein Passwort gesetzt.',
    steps: ['Entpacken Sie die Datei mit ihrem Passwort, und wählen Sie dann den Ordner mit dem Inhalt.'],
  },
  'file.severalBuilds': {
    title: '{name} enthält mehr als einen Build: {builds}.',
    cause: 'Das Projekt wurde für mehrere Boards oder Umgebungen gebaut.',
    steps: ['Wählen Sie den Ordner dessen, den Sie meinen.'],
  },
  'file.partMissing': {
    title: '{name} nennt die Datei {part}, die nicht da ist.',
    cause: 'Der Build ist wahrscheinlich unvollständig, oder vom Download wurde nur ein Teil entpackt.',
    steps: ['Bauen Sie das Projekt neu, oder entpacken Sie den ganzen Download.'],
  },
  'file.partRemote': {
    title: '{name} nennt {part} im Internet. Es wird nichts heruntergeladen.',
    cause: 'Die Datei ist für einen Installer auf einer Webseite gemacht, der seine Dateien selbst holt.',
    steps: ['Laden Sie diese Datei herunter, und wählen Sie sie dann hier.'],
  },
  'file.partOutside': {
    title: '{name} nennt {part}, das außerhalb seines Ordners liegt.',
    cause: 'Die Datei entstand auf einem Computer mit anderen Ordnern, oder bei jemandem, dem man nicht trauen sollte.',
    steps: ['Wenn Sie dieser Datei vertrauen, wählen Sie sie einzeln.'],
  },
  'file.notWritten': {
    title: '{name} konnte nicht geschrieben werden: {reason}.',
    cause: 'Der Datenträger ist voll, den Ordner gibt es nicht mehr, oder Sie dürfen dort nicht schreiben.',
    steps: ['Prüfen Sie, ob es den Ordner gibt, ob Sie dort schreiben dürfen und ob der Datenträger nicht voll ist.'],
  },
  'file.noRoom': {
    title: 'Für {name} ist kein Platz: Es fehlen {missingBytes}.',
    cause: 'Alle Dateien zusammen, mit dem, was das Dateisystem für sich braucht, sind größer als die Partition.',
    steps: ['Lassen Sie Dateien weg, machen Sie sie kleiner, oder nehmen Sie eine größere Partition.'],
  },
  'file.nameTooLong': {
    title: 'Der Name {name} ist zu lang: Höchstens {limit} Zeichen passen.',
    cause:
      'Das Dateisystem hat nicht mehr Platz für einen Namen. Andere Buchstaben als A bis Z können mehrfach zählen.',
    steps: ['Nehmen Sie einen kürzeren Namen.'],
  },
  'file.nameNotAllowed': {
    title: '{name} kann hier kein Name sein.',
    cause: 'Er enthält Zeichen, die das Dateisystem nicht erlaubt, kommt zweimal vor oder führt durch eine Datei.',
    steps: ['Nehmen Sie einen anderen Namen.'],
  },
  'file.noFolders': {
    title: '{name} ist ein Ordner, und dieses Dateisystem hat keine.',
    cause: 'In SPIFFS sind Ordner nur ein Teil der Namen von Dateien.',
    steps: ['Lassen Sie den Ordner weg; seine Dateien behalten ihren ganzen Namen.'],
  },
  'file.isInput': {
    title: 'Das Ergebnis würde {name} ersetzen, woraus es entsteht.',
    cause: 'Für Quelle und Ergebnis wurde derselbe Name gewählt.',
    steps: ['Wählen Sie einen anderen Namen für das Ergebnis.'],
  },
  'image.notBuilt': {
    title: 'Aus {name} lässt sich kein Abbild machen: {reason}.',
    cause:
      'Das Programm wurde wahrscheinlich für einen anderen Chip gelinkt, oder mit Teilen im Speicher, die ein Abbild nicht füllen kann.',
    steps: [
      'Prüfen Sie, ob Chip und Optionen zu diesem Programm passen.',
      'Sehen Sie sich das Linker-Skript an, mit dem es gebaut wurde.',
    ],
  },
  'input.notANumber': {
    title: '{what}: „{text}“ ist keine passende Zahl.',
    cause: 'Wahrscheinlich ist ein Buchstabe zu viel, oder die Zahl ist größer als hier möglich.',
    steps: ['Schreiben Sie sie wie 0x10000, 65536, 64k oder 4M.'],
  },
  'input.missing': {
    title: 'Es fehlt etwas: {what}.',
    cause: 'Ein Teil des Befehls wurde weggelassen.',
    steps: ['Ergänzen Sie es, und versuchen Sie es erneut.'],
  },
  'input.addressNotWanted': {
    title: '{name} bringt eigene Adressen mit; {text} ist hier fehl am Platz.',
    cause: 'Die Datei sagt selbst, wohin ihre Teile gehören.',
    steps: ['Lassen Sie die Adresse weg.'],
  },
  'input.unknownOption': {
    title: '„{text}“ ist keine bekannte Option.',
    cause: 'Sie ist wahrscheinlich falsch geschrieben oder gehört zu einem anderen Befehl.',
    steps: [
      'Prüfen Sie die Schreibweise; esplanade --help nennt die Befehle, esplanade help und ein Befehl dessen Optionen.',
    ],
  },
  'input.badChoice': {
    title: '{what}: „{text}“ steht nicht zur Wahl.',
    cause: 'Es ist wahrscheinlich falsch geschrieben oder gehört zu einem anderen Chip oder Befehl.',
    steps: ['Wählen Sie eines von: {choices}.'],
  },
};
