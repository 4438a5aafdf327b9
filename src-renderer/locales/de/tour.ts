import type { tourTexts as english } from '../en/tour';
import type { Widened } from '../messages';

/** Das erste Flashen, ohne Hardware. */
export const tourTexts: Widened<typeof english> = {
  tour: {
    new: 'Neu hier?',
    what: 'Flashen Sie ein Board aus Software. Es dauert eine halbe Minute, und nichts kann kaputtgehen.',
    begin: 'Mit einem virtuellen Board ausprobieren',
    notNow: 'Nicht jetzt',
    press: 'Alles ist bereit: Drücken Sie „Flashen“.',
    done: 'Das war schon alles',
    doneText:
      'Ihr eigenes Board flashen Sie genauso: anstecken, Firmware auf dieses Fenster ziehen, „Flashen“ drücken.',
    own: 'Jetzt mit dem eigenen Board',
  },
};
