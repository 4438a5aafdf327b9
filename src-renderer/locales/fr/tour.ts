import type { tourTexts as english } from '../en/tour';
import type { Widened } from '../messages';

/** La première écriture, sans matériel. */
export const tourTexts: Widened<typeof english> = {
  tour: {
    new: 'Première fois ici ?',
    what: 'Flashez une carte logicielle. Cela prend une demi-minute, et rien ne peut casser.',
    begin: 'Essayer avec une carte virtuelle',
    notNow: 'Plus tard',
    press: 'Tout est prêt : cliquez sur Flasher.',
    done: 'Ce n’est pas plus compliqué',
    doneText:
      'Votre propre carte se flashe de la même façon : branchez-la, déposez son firmware sur cette fenêtre, cliquez sur Flasher.',
    own: 'Maintenant avec votre carte',
  },
};
