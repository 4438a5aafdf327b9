import type { closedTexts as english } from '../en/closed';
import type { Widened } from '../messages';

/** Ein Board im Secure Download Mode, auf jeder Seite. */
export const closedTexts: Widened<typeof english> = {
  closed: {
    title: 'Secure Download Mode',
    writing:
      'Dieses Board lässt sich beschreiben und löschen, mehr nicht. Zurücklesen lässt sich nichts: kein Vergleich, keine Sicherung, keine Partitionstabelle.',
    erasing:
      'Dieses Board lässt sich beschreiben und löschen, mehr nicht. Dass es danach leer ist, lässt sich nicht beweisen.',
    flashSize: 'Flash-Größe',
    flashSizeHint: 'Das Board nennt sie nicht. Sie steht in der Beschreibung von Board oder Modul.',
    chooseSize: 'Wählen …',
    accept: 'Ohne Beweis schreiben',
    acceptHint: 'Das Geschriebene kann nicht mit dem Gesendeten verglichen werden.',
    layout: 'Das Board ist im Secure Download Mode: Seine Partitionstabelle kann nicht gelesen werden.',
  },
};
