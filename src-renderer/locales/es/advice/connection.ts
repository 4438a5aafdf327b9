import type { AdviceTextsOf } from '../../nest-by-code';

/** Textos para `connect.*`, `protocol.*` y `stub.*`. */
export const connectionAdvice: AdviceTextsOf<'connect' | 'protocol' | 'stub'> = {
  'connect.noReply': {
    title: 'La placa en {path} no responde.',
    steps: [
      'Mantenga pulsado BOOT, pulse y suelte RESET (también llamado EN), suelte BOOT y vuelva a intentarlo.',
      'Pruebe otro cable USB y otro puerto USB; algunos cables solo cargan.',
      'Si cableó la placa usted mismo, compruebe la alimentación y la masa, y que TX va a RX y RX a TX.',
    ],
  },
  'connect.wrongBootMode': {
    title: 'La placa arrancó su propio programa en lugar de esperar un firmware nuevo (modo de arranque {bootMode}).',
    steps: [
      'Mantenga pulsado BOOT, pulse y suelte RESET (también llamado EN), suelte BOOT y vuelva a intentarlo.',
      'Si no hay botón BOOT, conecte {bootPin} a masa mientras pulsa RESET o enciende la alimentación.',
      'Desconecte lo que cuelgue de estos pines; el modo de descarga los necesita así: {bootPins}.',
    ],
  },
  'connect.noise': {
    title: 'Lo que llega de {path} no tiene sentido.',
    steps: [
      'Mantenga pulsado BOOT, pulse y suelte RESET (también llamado EN), suelte BOOT y vuelva a intentarlo.',
      'Compruebe que ha elegido la placa correcta: otros dispositivos también tienen puertos serie.',
      'Compruebe la masa y la alimentación, y use un cable corto.',
    ],
  },
  'connect.notEspressif': {
    title: 'El dispositivo en {path} no es un chip de Espressif.',
    steps: ['Elija otro puerto.', 'Desconecte la placa y vea qué puerto desaparece: ese es el correcto.'],
  },
  'connect.unknownChip': {
    title: 'Esplanade no conoce este chip ({id}).',
    steps: ['Busque una versión más nueva de Esplanade.', 'Si sabe qué chip es, elíjalo a mano.'],
  },
  'connect.wrongChip': {
    title: 'Es un {found}, no un {expected}.',
    steps: [
      'Ponga el chip en automático.',
      'Si {expected} es correcto, compruebe que la placa conectada y elegida es la debida.',
    ],
  },
  'protocol.timeout': {
    title: 'La placa dejó de responder ({command}, tras {timeoutMs}).',
    steps: [
      'Pulse RESET en la placa y vuelva a intentarlo.',
      'Elija una velocidad menor, como 115200.',
      'Pruebe otro cable, otro puerto USB o un hub con alimentación propia.',
    ],
  },
  'protocol.badFrame': {
    title: 'Lo que envió la placa se dañó por el camino ({reason}).',
    steps: [
      'Elija una velocidad menor, como 115200.',
      'Use un cable corto, directamente en el equipo.',
      'Desconecte lo que esté conectado a los pines TX y RX de la placa.',
    ],
  },
  'protocol.badReply': {
    title: 'La placa dio una respuesta que no encaja ({command}: {reason}).',
    steps: ['Pulse RESET en la placa y vuelva a intentarlo.', 'Elija una velocidad menor, como 115200.'],
  },
  'protocol.commandFailed': {
    title: 'La placa se negó a hacerlo ({command}: {meaning}).',
    steps: [
      'Pulse RESET en la placa y vuelva a intentarlo.',
      'Elija una velocidad menor, como 115200.',
      'Compruebe que la placa recibe suficiente alimentación y que no hay nada conectado a los pines de su memoria flash.',
    ],
  },
  'protocol.unsupported': {
    title: '{chip} no puede hacerlo con el cargador en uso ({command}, {loader}).',
    steps: ['Permita el flasher stub, el cargador rápido, salvo que el chip no lo tenga.'],
  },
  'stub.startFailed': {
    title: 'El flasher stub, el cargador rápido, no arrancó en {chip}.',
    steps: [
      'Pulse RESET en la placa y vuelva a intentarlo.',
      'Continúe sin el stub: más lento, pero exige menos del chip.',
    ],
  },
  'stub.noImage': {
    title: 'Aún no hay flasher stub para {chip}.',
    steps: ['Continúe sin el stub: más lento, con el mismo resultado.'],
  },
};
