import type { eraseTexts as english } from '../en/erase';
import type { Widened } from '../messages';

/** La página Borrar. */
export const eraseTexts: Widened<typeof english> = {
  erase: {
    title: 'Borrar una placa',
    what: 'Qué borrar',
    allHint: 'Toda la flash, como salió de fábrica.',
    partitionHint: 'Por ejemplo, los ajustes guardados y la Wi-Fi.',
    regionHint: 'Sectores enteros desde una dirección que usted escriba.',
    willBeErased: 'Se borrará',
    button: 'Borrar',
    buttonAll: 'Borrar todo',
    buttonOne: 'Borrar {name}',
    ready: '{size} por borrar. No se puede deshacer.',
    losses: 'Lo que se perderá',
    allLost:
      'Todo lo que hay en la placa: la aplicación, el bootloader, los ajustes guardados, las contraseñas de Wi-Fi y los archivos. No arrancará hasta que se grabe de nuevo.',
    someLost: 'Lo que hay en estas particiones, hasta donde llega la región:',
    noPartition: 'Nada que pertenezca a una partición.',
    unknownLoss: 'Lo que haya. La tabla de particiones de la placa diría qué es.',
    nothingChosen: 'Aún no se ha elegido nada.',
    sectors:
      'La memoria flash se borra por sectores de 4 kB (0x1000 bytes), que quedan llenos de unos. Haga antes una copia si puede necesitarla.',
    force: 'Borrar de todos modos',
    forceHint: 'Esta placa solo arranca firmware firmado o cifrado. Sin él, puede que no vuelva a arrancar.',
    word: 'BORRAR',
    typeWord: 'Escriba {word} para confirmar',
    reason: {
      locked: 'Esta placa está protegida: vea arriba.',
      sizeNotTold: 'Elija primero el tamaño de su flash.',
      sizeUnknown: 'No se sabe el tamaño de su flash: borre una región.',
      confirm: 'Escriba {word} arriba para confirmar.',
    },
    done: 'Borrado',
    proven: 'Está en blanco: el MD5 que calculó el chip es el de una flash borrada.',
    unproven: 'El chip dijo que ya está. No se puede leer nada para demostrarlo.',
  },
};
