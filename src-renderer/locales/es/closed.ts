import type { closedTexts as english } from '../en/closed';
import type { Widened } from '../messages';

/** Una placa en Secure Download Mode, en todas las páginas. */
export const closedTexts: Widened<typeof english> = {
  closed: {
    title: 'Secure Download Mode',
    writing:
      'Esta placa se puede escribir y borrar, y nada más. No se puede leer nada: ni comparar, ni copiar, ni ver la tabla de particiones.',
    erasing: 'Esta placa se puede escribir y borrar, y nada más. No se puede demostrar que quede en blanco.',
    flashSize: 'Tamaño de la flash',
    flashSizeHint: 'La placa no lo dice. Figura en la descripción de la placa o del módulo.',
    chooseSize: 'Elegir…',
    accept: 'Escribir sin prueba',
    acceptHint: 'Lo escrito no se puede comparar con lo enviado.',
    layout: 'La placa está en Secure Download Mode: no se puede leer su tabla de particiones.',
  },
};
