import type { tourTexts as english } from '../en/tour';
import type { Widened } from '../messages';

/** A primeira gravação, sem hardware. */
export const tourTexts: Widened<typeof english> = {
  tour: {
    new: 'Primeira vez?',
    what: 'Grave uma placa feita de software. Leva meio minuto, e nada pode estragar.',
    begin: 'Experimentar com uma placa virtual',
    notNow: 'Agora não',
    press: 'Está tudo pronto: pressione “Gravar”.',
    done: 'É só isso',
    doneText:
      'Sua própria placa é gravada do mesmo jeito: conecte-a, solte o firmware nesta janela e pressione “Gravar”.',
    own: 'Agora com a sua placa',
  },
};
