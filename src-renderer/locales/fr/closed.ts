import type { closedTexts as english } from '../en/closed';
import type { Widened } from '../messages';

/** Une carte en Secure Download Mode, sur chaque page. */
export const closedTexts: Widened<typeof english> = {
  closed: {
    title: 'Secure Download Mode',
    writing:
      'Cette carte peut être écrite et effacée, rien de plus. Rien ne peut être relu : ni comparaison, ni sauvegarde, ni table de partitions.',
    erasing:
      'Cette carte peut être écrite et effacée, rien de plus. On ne peut pas prouver qu’elle est vierge ensuite.',
    flashSize: 'Taille de la flash',
    flashSizeHint: 'La carte ne la dit pas. Elle figure dans la description de la carte ou du module.',
    chooseSize: 'Choisir…',
    accept: 'Écrire sans preuve',
    acceptHint: 'Ce qui a été écrit ne peut pas être comparé à ce qui a été envoyé.',
    layout: 'La carte est en Secure Download Mode : sa table de partitions ne peut pas être lue.',
  },
};
