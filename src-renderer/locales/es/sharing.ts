import type { sharingTexts as english } from '../en/sharing';
import type { Widened } from '../messages';

/** Prestar un puerto a otros programas por la red. */
export const sharingTexts: Widened<typeof english> = {
  share: {
    title: 'Compartir este puerto',
    open: 'Compartir este puerto',
    intro:
      'Otros programas pueden usar esta placa por la red, como si estuviera conectada donde se ejecutan: esptool, un terminal serie, Esplanade en otro ordenador. Está desactivado hasta que lo inicie aquí.',
    audience: 'Quién puede usarlo',
    thisComputer: 'Solo este ordenador',
    thisComputerHint: 'Los programas que se ejecutan aquí. Nadie más llega a él.',
    localNetwork: 'La red local',
    localNetworkHint: 'Todos los ordenadores de la misma red.',
    warning: 'No hay contraseña: cualquiera en su red podrá leer, grabar y borrar esta placa.',
    port: 'Número de puerto',
    portHint: 'Si está ocupado, se usa el siguiente libre.',
    portBad: 'Un número de 1 a 65535.',
    start: 'Empezar a compartir',
    stop: 'Dejar de compartir',
    reason: { busy: 'Espere a que termine la operación en curso.' },
    on: { thisComputer: 'Compartido con los programas de este ordenador', localNetwork: 'Compartido con la red local' },
    away: 'La placa ha desaparecido. Se dejará de compartir si no vuelve enseguida.',
    address: 'Dirección | Dirección, una por cada red',
    addressHint:
      'Désela al otro programa como puerto: esptool --port, o «Puerto de red» en Esplanade. Mientras se comparte, Esplanade no toca la placa.',
    otherPort: 'El puerto {wanted} está ocupado; se usa el {port}.',
    peers: 'Conectados ahora',
    nobody: 'Nadie',
    since: 'desde hace {duration}',
    traffic: '{received} hacia la placa, {sent} desde ella',
    turnedAway: '{address} también quiso conectarse y fue rechazado: solo uno a la vez.',
    problem: 'No se pudo atender al último. {reason}',
    strip: 'Puerto compartido | {count} puertos compartidos',
    stripNobody: 'Nadie conectado',
    stripUsed: '{count} conectado | {count} conectados',
  },
};
