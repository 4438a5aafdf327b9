import type { AdviceTextsOf } from '../../nest-by-code';

/** Texte für `setup.*` und `history.*`. */
export const setupsAdvice: AdviceTextsOf<'setup'> & AdviceTextsOf<'history'> = {
  'history.notFound': {
    title: 'Dieser Eintrag des Verlaufs wurde gelöscht.',
    cause: 'Er wurde kurz zuvor gelöscht, vielleicht in einem anderen Fenster.',
    steps: ['Wählen Sie einen anderen.'],
  },
  'history.notKept': {
    title: 'Der Verlauf kann nicht aufbewahrt werden: {reason}.',
    cause: 'Der Datenträger ist voll, oder Ihr Benutzerordner ist nicht beschreibbar.',
    steps: [
      'Prüfen Sie, ob der Datenträger nicht voll ist und ob Sie in Ihrem eigenen Ordner schreiben dürfen.',
      'Was geflasht wurde, ist davon nicht betroffen.',
    ],
  },
  'setup.notUnderstood': {
    title: '{name} kann nicht geöffnet werden: {reason}.',
    cause: 'Die Datei wurde wahrscheinlich abgeschnitten oder von Hand bearbeitet.',
    steps: ['Bitten Sie erneut um die Konfiguration, oder fügen Sie deren Dateien hinzu und speichern Sie sie neu.'],
  },
  'setup.tooNew': {
    title: '{name} wurde mit einer neueren Version von Esplanade erstellt.',
    cause: 'Die Datei nutzt etwas, das diese Version noch nicht kennt.',
    steps: ['Installieren Sie die neueste Version, und öffnen Sie die Konfiguration dann erneut.'],
  },
  'setup.partMissing': {
    title: '{part} ist nicht in {name}.',
    cause: 'Die Datei wurde verschoben oder gelöscht, oder das Projekt ist hier nicht gebaut.',
    steps: ['Bauen Sie das Projekt neu, sagen Sie, wo die Datei jetzt ist, oder lassen Sie sie weg.'],
  },
  'setup.fileOnNetwork': {
    title: '{name} liegt auf einem anderen Computer und wurde nicht geöffnet.',
    cause:
      'Die Konfiguration verweist auf einen Netzwerkordner, was eine Konfiguration aus dem Internet missbrauchen könnte.',
    steps: ['Wenn Sie dieser Konfiguration vertrauen, sagen Sie, wo die Datei ist. Sonst lassen Sie sie weg.'],
  },
};
