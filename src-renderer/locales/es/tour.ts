import type { tourTexts as english } from '../en/tour';
import type { Widened } from '../messages';

/** La primera grabación, sin hardware. */
export const tourTexts: Widened<typeof english> = {
  tour: {
    new: '¿Es su primera vez?',
    what: 'Grabe una placa hecha de software. Es medio minuto, y nada se puede estropear.',
    begin: 'Probar con una placa virtual',
    notNow: 'Ahora no',
    press: 'Todo está listo: pulse Grabar.',
    done: 'Eso es todo',
    doneText: 'Su propia placa se graba igual: conéctela, suelte su firmware en esta ventana y pulse Grabar.',
    own: 'Ahora con su propia placa',
  },
};
