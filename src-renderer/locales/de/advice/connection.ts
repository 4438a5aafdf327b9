import type { AdviceTextsOf } from '../../nest-by-code';

/** Texte für `connect.*`, `protocol.*` und `stub.*`. */
export const connectionAdvice: AdviceTextsOf<'connect' | 'protocol' | 'stub'> = {
  'connect.noReply': {
    title: 'Das Board an {path} antwortet nicht.',
    cause:
      'Das Board führt wahrscheinlich sein eigenes Programm aus, weil seine Reset-Leitungen nicht verdrahtet sind, oder das Kabel führt nur Strom.',
    steps: [
      'Halten Sie die Taste BOOT, drücken Sie kurz RESET (auch EN genannt), lassen Sie dann BOOT los und versuchen Sie es erneut.',
      'Nehmen Sie ein anderes USB-Kabel und einen anderen USB-Anschluss; manche Kabel laden nur.',
      'Wenn Sie das Board selbst verdrahtet haben, prüfen Sie Versorgung und Masse und dass TX an RX und RX an TX geht.',
    ],
  },
  'connect.wrongBootMode': {
    title: 'Das Board hat sein eigenes Programm gestartet, statt auf neue Firmware zu warten (Boot-Modus {bootMode}).',
    cause: 'Beim Start des Chips war der Download-Modus nicht gewählt: {bootPin} war in diesem Moment nicht auf Low.',
    steps: [
      'Halten Sie die Taste BOOT, drücken Sie kurz RESET (auch EN genannt), lassen Sie dann BOOT los und versuchen Sie es erneut.',
      'Ohne BOOT-Taste: Verbinden Sie {bootPin} mit Masse, während Sie RESET drücken oder die Versorgung einschalten.',
      'Trennen Sie, was an diesen Pins hängt; der Download-Modus braucht sie so: {bootPins}.',
    ],
  },
  'connect.noise': {
    title: 'Was von {path} kommt, ergibt keinen Sinn.',
    cause: 'Das Board sendet wahrscheinlich mit anderer Geschwindigkeit, oder es ist ein anderes Gerät.',
    steps: [
      'Halten Sie die Taste BOOT, drücken Sie kurz RESET (auch EN genannt), lassen Sie dann BOOT los und versuchen Sie es erneut.',
      'Prüfen Sie, ob das richtige Board gewählt ist: Auch andere Geräte haben serielle Ports.',
      'Prüfen Sie Masse und Versorgung, und nehmen Sie ein kurzes Kabel.',
    ],
  },
  'connect.notEspressif': {
    title: 'Das Gerät an {path} ist kein Espressif-Chip.',
    cause: 'Es antwortet etwas, aber nicht in der Sprache der Espressif-Chips.',
    steps: [
      'Wählen Sie einen anderen Port.',
      'Ziehen Sie das Board ab und sehen Sie, welcher Port verschwindet: Das ist der richtige.',
    ],
  },
  'connect.unknownChip': {
    title: 'Diesen Chip kennt Esplanade nicht ({id}).',
    cause: 'Er ist wahrscheinlich neuer als diese Version von Esplanade.',
    steps: [
      'Suchen Sie nach einer neueren Version von Esplanade.',
      'Wenn Sie wissen, welcher Chip es ist, wählen Sie ihn von Hand.',
    ],
  },
  'connect.wrongChip': {
    title: 'Das ist ein {found}, kein {expected}.',
    cause:
      'Der Chip wurde von Hand gewählt und jetzt ist ein anderes Board angesteckt, oder er wurde mit einem ähnlichen verwechselt.',
    steps: [
      'Stellen Sie den Chip auf automatisch.',
      'Wenn {expected} stimmt, prüfen Sie, ob das richtige Board angesteckt und gewählt ist.',
    ],
  },
  'protocol.timeout': {
    title: 'Das Board hat aufgehört zu antworten ({command}, nach {timeoutMs}).',
    cause: 'Wahrscheinlich gingen unterwegs Bytes verloren, oder das Board startete aus Strommangel neu.',
    steps: [
      'Drücken Sie RESET am Board und versuchen Sie es erneut.',
      'Wählen Sie eine geringere Geschwindigkeit, etwa 115200.',
      'Nehmen Sie ein anderes Kabel, einen anderen USB-Anschluss oder einen Hub mit eigenem Netzteil.',
    ],
  },
  'protocol.badFrame': {
    title: 'Was das Board gesendet hat, wurde unterwegs beschädigt ({reason}).',
    cause:
      'Die Verbindung ist wahrscheinlich zu schnell für das Kabel, oder etwas anderes sendet auf derselben Leitung.',
    steps: [
      'Wählen Sie eine geringere Geschwindigkeit, etwa 115200.',
      'Nehmen Sie ein kurzes Kabel, direkt am Computer.',
      'Trennen Sie, was an den Pins TX und RX des Boards hängt.',
    ],
  },
  'protocol.badReply': {
    title: 'Das Board hat eine Antwort gegeben, die nicht passt ({command}: {reason}).',
    cause: 'Wahrscheinlich gingen unterwegs Bytes verloren oder wurden verändert.',
    steps: [
      'Drücken Sie RESET am Board und versuchen Sie es erneut.',
      'Wählen Sie eine geringere Geschwindigkeit, etwa 115200.',
    ],
  },
  'protocol.commandFailed': {
    title: 'Das Board hat das verweigert ({command}: {meaning}).',
    cause:
      'Der Chip hat den Befehl erhalten, konnte ihn aber nicht ausführen; oft liegt es am Flash-Speicher oder an der Stromversorgung.',
    steps: [
      'Drücken Sie RESET am Board und versuchen Sie es erneut.',
      'Wählen Sie eine geringere Geschwindigkeit, etwa 115200.',
      'Prüfen Sie, ob das Board genug Strom bekommt und nichts an den Pins seines Flash hängt.',
    ],
  },
  'protocol.unsupported': {
    title: '{chip} kann das mit dem laufenden Loader nicht ({command}, {loader}).',
    cause: 'Der in den Chip eingebaute Loader kennt weniger Befehle als der Flasher-Stub.',
    steps: ['Erlauben Sie den Flasher-Stub, den schnelleren Loader, außer der Chip hat keinen.'],
  },
  'stub.startFailed': {
    title: 'Der Flasher-Stub, der schnellere Loader, ist auf {chip} nicht gestartet.',
    cause: 'Er wurde wahrscheinlich beim Übertragen beschädigt, oder der Schutz des Chips lässt keine Programme laden.',
    steps: [
      'Drücken Sie RESET am Board und versuchen Sie es erneut.',
      'Machen Sie ohne den Stub weiter: langsamer, aber mit weniger Ansprüchen an den Chip.',
    ],
  },
  'stub.noImage': {
    title: 'Für {chip} gibt es noch keinen Flasher-Stub.',
    cause: 'Der Chip ist so neu, dass Espressif noch keinen veröffentlicht hat.',
    steps: ['Machen Sie ohne den Stub weiter: langsamer, mit demselben Ergebnis.'],
  },
};
