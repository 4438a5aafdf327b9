import type { AdviceTextsOf } from '../../nest-by-code';

/** Texte für `connect.*`, `protocol.*` und `stub.*`. */
export const connectionAdvice: AdviceTextsOf<'connect' | 'protocol' | 'stub'> = {
  'connect.noReply': {
    title: 'Das Board an {path} antwortet nicht.',
    steps: [
      'Halten Sie die Taste BOOT, drücken Sie kurz RESET (auch EN genannt), lassen Sie dann BOOT los und versuchen Sie es erneut.',
      'Nehmen Sie ein anderes USB-Kabel und einen anderen USB-Anschluss; manche Kabel laden nur.',
      'Wenn Sie das Board selbst verdrahtet haben, prüfen Sie Versorgung und Masse und dass TX an RX und RX an TX geht.',
    ],
  },
  'connect.wrongBootMode': {
    title: 'Das Board hat sein eigenes Programm gestartet, statt auf neue Firmware zu warten (Boot-Modus {bootMode}).',
    steps: [
      'Halten Sie die Taste BOOT, drücken Sie kurz RESET (auch EN genannt), lassen Sie dann BOOT los und versuchen Sie es erneut.',
      'Ohne BOOT-Taste: Verbinden Sie {bootPin} mit Masse, während Sie RESET drücken oder die Versorgung einschalten.',
      'Trennen Sie, was an diesen Pins hängt; der Download-Modus braucht sie so: {bootPins}.',
    ],
  },
  'connect.noise': {
    title: 'Was von {path} kommt, ergibt keinen Sinn.',
    steps: [
      'Halten Sie die Taste BOOT, drücken Sie kurz RESET (auch EN genannt), lassen Sie dann BOOT los und versuchen Sie es erneut.',
      'Prüfen Sie, ob das richtige Board gewählt ist: Auch andere Geräte haben serielle Ports.',
      'Prüfen Sie Masse und Versorgung, und nehmen Sie ein kurzes Kabel.',
    ],
  },
  'connect.notEspressif': {
    title: 'Das Gerät an {path} ist kein Espressif-Chip.',
    steps: [
      'Wählen Sie einen anderen Port.',
      'Ziehen Sie das Board ab und sehen Sie, welcher Port verschwindet: Das ist der richtige.',
    ],
  },
  'connect.unknownChip': {
    title: 'Diesen Chip kennt Esplanade nicht ({id}).',
    steps: [
      'Suchen Sie nach einer neueren Version von Esplanade.',
      'Wenn Sie wissen, welcher Chip es ist, wählen Sie ihn von Hand.',
    ],
  },
  'connect.wrongChip': {
    title: 'Das ist ein {found}, kein {expected}.',
    steps: [
      'Stellen Sie den Chip auf automatisch.',
      'Wenn {expected} stimmt, prüfen Sie, ob das richtige Board angesteckt und gewählt ist.',
    ],
  },
  'protocol.timeout': {
    title: 'Das Board hat aufgehört zu antworten ({command}, nach {timeoutMs}).',
    steps: [
      'Drücken Sie RESET am Board und versuchen Sie es erneut.',
      'Wählen Sie eine geringere Geschwindigkeit, etwa 115200.',
      'Nehmen Sie ein anderes Kabel, einen anderen USB-Anschluss oder einen Hub mit eigenem Netzteil.',
    ],
  },
  'protocol.badFrame': {
    title: 'Was das Board gesendet hat, wurde unterwegs beschädigt ({reason}).',
    steps: [
      'Wählen Sie eine geringere Geschwindigkeit, etwa 115200.',
      'Nehmen Sie ein kurzes Kabel, direkt am Computer.',
      'Trennen Sie, was an den Pins TX und RX des Boards hängt.',
    ],
  },
  'protocol.badReply': {
    title: 'Das Board hat eine Antwort gegeben, die nicht passt ({command}: {reason}).',
    steps: [
      'Drücken Sie RESET am Board und versuchen Sie es erneut.',
      'Wählen Sie eine geringere Geschwindigkeit, etwa 115200.',
    ],
  },
  'protocol.commandFailed': {
    title: 'Das Board hat das verweigert ({command}: {meaning}).',
    steps: [
      'Drücken Sie RESET am Board und versuchen Sie es erneut.',
      'Wählen Sie eine geringere Geschwindigkeit, etwa 115200.',
      'Prüfen Sie, ob das Board genug Strom bekommt und nichts an den Pins seines Flash hängt.',
    ],
  },
  'protocol.unsupported': {
    title: '{chip} kann das mit dem laufenden Loader nicht ({command}, {loader}).',
    steps: ['Erlauben Sie den Flasher-Stub, den schnelleren Loader, außer der Chip hat keinen.'],
  },
  'stub.startFailed': {
    title: 'Der Flasher-Stub, der schnellere Loader, ist auf {chip} nicht gestartet.',
    steps: [
      'Drücken Sie RESET am Board und versuchen Sie es erneut.',
      'Machen Sie ohne den Stub weiter: langsamer, aber mit weniger Ansprüchen an den Chip.',
    ],
  },
  'stub.noImage': {
    title: 'Für {chip} gibt es noch keinen Flasher-Stub.',
    steps: ['Machen Sie ohne den Stub weiter: langsamer, mit demselben Ergebnis.'],
  },
};
