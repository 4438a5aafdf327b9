import type { AdviceTextsOf } from '../../nest-by-code';

/** Texte für `port.*`. */
export const portsAdvice: AdviceTextsOf<'port'> = {
  'port.notFound': {
    title: 'Auf diesem Computer gibt es keinen Port {path}.',
    cause: 'Das Board wurde wahrscheinlich abgezogen, oder der Port heißt seit dem Neuanstecken anders.',
    steps: [
      'Prüfen Sie, ob das USB-Kabel an beiden Enden steckt.',
      'Wählen Sie das Board erneut: Beim Neuanstecken kann ein Port einen anderen Namen bekommen.',
    ],
  },
  'port.busy': {
    title: 'Ein anderes Programm benutzt {path}.',
    cause:
      'Ein serieller Port dient immer nur einem Programm; wahrscheinlich ist noch ein Monitor oder eine Entwicklungsumgebung offen.',
    steps: [
      'Schließen Sie Programme, die serielle Ports benutzen, etwa {holder}.',
      'Wenn keines offen ist, ziehen Sie das Board ab und stecken Sie es wieder an.',
    ],
  },
  'port.forbidden': {
    title: 'Dieser Computer lässt Sie {path} nicht benutzen.',
    cause: 'Unter Linux gehören serielle Ports einer Gruppe, in der Ihr Benutzer noch nicht ist.',
    steps: [
      'Unter Linux: Nehmen Sie Ihren Benutzer in die Gruppe {group} auf, melden Sie sich ab und wieder an.',
      'Unter Windows: Schließen Sie andere Programme, die den Port benutzen, und stecken Sie das Board neu an.',
    ],
  },
  'port.openFailed': {
    title: '{path} konnte nicht geöffnet werden: {reason}.',
    cause: 'Der Treiber des Adapters hängt wahrscheinlich oder ist nicht installiert.',
    steps: [
      'Ziehen Sie das Board ab, warten Sie einen Moment und stecken Sie es wieder an.',
      'Installieren Sie den Treiber des USB-Adapters auf dem Board, falls das System keinen hat.',
    ],
  },
  'port.unreachable': {
    title: '{path} antwortet nicht: {reason}.',
    cause: 'Der Server läuft wahrscheinlich nicht, oder die Adresse stimmt nicht ganz.',
    steps: [
      'Prüfen Sie Rechnername und Portnummer, und ob dort der Server läuft.',
      'Prüfen Sie, ob keine Firewall dazwischen ist.',
      'Schreiben Sie rfc2217:// für einen Server serieller Ports und socket:// für einen, der rohe Bytes weitergibt.',
    ],
  },
  'port.badAddress': {
    title: '{path} ist keine Adresse eines Ports: {reason}.',
    cause: 'Wahrscheinlich fehlt ein Teil der Adresse oder ist falsch geschrieben.',
    steps: [
      'Schreiben Sie einen entfernten seriellen Port wie rfc2217://192.168.1.20:4000.',
      'Schreiben Sie einen rohen Netzwerk-Port wie socket://192.168.1.20:5555.',
      'Schreiben Sie ein Übungsboard wie sim://esp32c3.',
    ],
  },
  'port.unplugged': {
    title: 'Das Board an {path} ist weg.',
    cause:
      'Ein Kabel hat sich gelöst, oder das Board brauchte mehr Strom, als der USB-Anschluss liefert, und startete neu.',
    steps: [
      'Stecken Sie es wieder an, und wiederholen Sie, was Sie getan haben.',
      'Wenn niemand es berührt hat, nehmen Sie ein anderes Kabel, einen anderen USB-Anschluss oder einen Hub mit eigenem Netzteil.',
    ],
  },
  'port.notOpen': {
    title: 'Die Verbindung zu {path} ist schon geschlossen.',
    cause: 'Kurz zuvor wurde das Board abgezogen oder der Vorgang beendet.',
    steps: ['Beginnen Sie neu.'],
  },
  'port.writeFailed': {
    title: 'An {path} konnte nichts gesendet werden: {reason}.',
    cause: 'Der Adapter nimmt keine Bytes mehr an: Er wurde wahrscheinlich abgezogen, oder sein Treiber hängt.',
    steps: [
      'Ziehen Sie das Board ab, und stecken Sie es wieder an.',
      'Nehmen Sie ein anderes Kabel oder einen anderen USB-Anschluss.',
    ],
  },
  'port.baudRateRefused': {
    title: '{path} kann nicht mit {baudRate} Baud arbeiten.',
    cause: 'Der Adapter oder sein Treiber kennt diese Geschwindigkeit nicht.',
    steps: ['Stellen Sie die Geschwindigkeit auf automatisch, oder wählen Sie eine geringere wie 460800 oder 115200.'],
  },
  'port.noneFound': {
    title: 'Kein Board gefunden.',
    cause:
      'Das Kabel führt wahrscheinlich nur Strom, oder das System hat keinen Treiber für den Adapter auf dem Board.',
    steps: [
      'Stecken Sie das Board mit einem USB-Kabel an, das Daten überträgt; manche Kabel laden nur.',
      'Nehmen Sie einen anderen USB-Anschluss, ohne Hub.',
      'Installieren Sie den Treiber des USB-Adapters auf dem Board, falls das System keinen hat.',
    ],
  },
  'port.cannotListen': {
    title: 'An {address} kann nichts freigegeben werden: {reason}.',
    cause: 'Ein anderes Programm nutzt diese Nummer schon, oder sie ist dem System vorbehalten.',
    steps: ['Wählen Sie eine andere Portnummer zwischen 1024 und 65535.'],
  },
  'port.shareEnded': {
    title: '{path} ist nicht mehr freigegeben: Das Board ist weg.',
    cause: 'Das Board wurde abgezogen, oder das Kabel hat sich gelöst.',
    steps: ['Stecken Sie es wieder an, und geben Sie es auf der Seite „Board“ neu frei.'],
  },
};
