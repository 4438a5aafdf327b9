import type { sharingTexts as english } from '../en/sharing';
import type { Widened } from '../messages';

/** Einen Port über das Netzwerk anderen Programmen überlassen. */
export const sharingTexts: Widened<typeof english> = {
  share: {
    title: 'Diesen Port freigeben',
    open: 'Diesen Port freigeben',
    intro:
      'Andere Programme können dieses Board über das Netzwerk benutzen, als wäre es dort angeschlossen: esptool, ein serielles Terminal, Esplanade auf einem anderen Computer. Freigegeben wird erst, wenn Sie es hier starten.',
    audience: 'Wer es benutzen darf',
    thisComputer: 'Nur dieser Computer',
    thisComputerHint: 'Programme, die hier laufen. Sonst kommt niemand heran.',
    localNetwork: 'Das lokale Netzwerk',
    localNetworkHint: 'Alle Computer im selben Netzwerk.',
    warning: 'Es gibt kein Passwort: Jeder in Ihrem Netzwerk kann dieses Board dann lesen, flashen und löschen.',
    port: 'Portnummer',
    portHint: 'Ist sie vergeben, wird die nächste freie benutzt.',
    portBad: 'Eine Zahl von 1 bis 65535.',
    start: 'Freigabe starten',
    stop: 'Freigabe beenden',
    reason: { busy: 'Warten Sie, bis der laufende Vorgang beendet ist.' },
    on: {
      thisComputer: 'Freigegeben für Programme auf diesem Computer',
      localNetwork: 'Freigegeben für das lokale Netzwerk',
    },
    away: 'Das Board ist weg. Die Freigabe endet, wenn es nicht gleich zurückkommt.',
    address: 'Adresse | Adresse, je Netzwerk eine',
    addressHint:
      'Geben Sie sie dem anderen Programm als Port: esptool --port oder „Netzwerk-Port“ in Esplanade. Solange er freigegeben ist, lässt Esplanade das Board in Ruhe.',
    otherPort: 'Port {wanted} ist vergeben, deshalb wird {port} benutzt.',
    peers: 'Gerade verbunden',
    nobody: 'Niemand',
    since: 'seit {duration}',
    traffic: '{received} zum Board, {sent} von ihm',
    turnedAway: '{address} wollte sich auch verbinden und wurde abgewiesen: immer nur einer.',
    problem: 'Der letzte konnte nicht bedient werden. {reason}',
    strip: 'Port freigegeben | {count} Ports freigegeben',
    stripNobody: 'Niemand verbunden',
    stripUsed: '{count} verbunden | {count} verbunden',
  },
};
