import type { AdviceTextsOf } from '../../nest-by-code';

/** Textos para `connect.*`, `protocol.*` y `stub.*`. */
export const connectionAdvice: AdviceTextsOf<'connect' | 'protocol' | 'stub'> = {
  'connect.noReply': {
    title: 'La placa en {path} no responde.',
    cause:
      'Probablemente la placa ejecuta su propio programa porque sus líneas de reset no están cableadas, o el cable solo carga.',
    steps: [
      'Mantenga pulsado BOOT, pulse y suelte RESET (también llamado EN), suelte BOOT y vuelva a intentarlo.',
      'Pruebe otro cable USB y otro puerto USB; algunos cables solo cargan.',
      'Si cableó la placa usted mismo, compruebe la alimentación y la masa, y que TX va a RX y RX a TX.',
    ],
  },
  'connect.wrongBootMode': {
    title: 'La placa arrancó su propio programa en lugar de esperar un firmware nuevo (modo de arranque {bootMode}).',
    cause: 'No se eligió el modo de descarga al arrancar el chip: {bootPin} no estaba a nivel bajo en ese momento.',
    steps: [
      'Mantenga pulsado BOOT, pulse y suelte RESET (también llamado EN), suelte BOOT y vuelva a intentarlo.',
      'Si no hay botón BOOT, conecte {bootPin} a masa mientras pulsa RESET o enciende la alimentación.',
      'Desconecte lo que cuelgue de estos pines; el modo de descarga los necesita así: {bootPins}.',
    ],
  },
  'connect.noise': {
    title: 'Lo que llega de {path} no tiene sentido.',
    cause: 'Probablemente la placa habla a otra velocidad, o es otro tipo de dispositivo.',
    steps: [
      'Mantenga pulsado BOOT, pulse y suelte RESET (también llamado EN), suelte BOOT y vuelva a intentarlo.',
      'Compruebe que ha elegido la placa correcta: otros dispositivos también tienen puertos serie.',
      'Compruebe la masa y la alimentación, y use un cable corto.',
    ],
  },
  'connect.notEspressif': {
    title: 'El dispositivo en {path} no es un chip de Espressif.',
    cause: 'Algo responde, pero no en el lenguaje de los chips de Espressif.',
    steps: ['Elija otro puerto.', 'Desconecte la placa y vea qué puerto desaparece: ese es el correcto.'],
  },
  'connect.unknownChip': {
    title: 'Esplanade no conoce este chip ({id}).',
    cause: 'Probablemente es más nuevo que esta versión de Esplanade.',
    steps: ['Busque una versión más nueva de Esplanade.', 'Si sabe qué chip es, elíjalo a mano.'],
  },
  'connect.wrongChip': {
    title: 'Es un {found}, no un {expected}.',
    cause: 'El chip se eligió a mano y ahora hay otra placa conectada, o el chip se confundió con uno parecido.',
    steps: [
      'Ponga el chip en automático.',
      'Si {expected} es correcto, compruebe que la placa conectada y elegida es la debida.',
    ],
  },
  'protocol.timeout': {
    title: 'La placa dejó de responder ({command}, tras {timeoutMs}).',
    cause: 'Probablemente se perdieron bytes por el camino, o la placa se reinició por falta de corriente.',
    steps: [
      'Pulse RESET en la placa y vuelva a intentarlo.',
      'Elija una velocidad menor, como 115200.',
      'Pruebe otro cable, otro puerto USB o un hub con alimentación propia.',
    ],
  },
  'protocol.badFrame': {
    title: 'Lo que envió la placa se dañó por el camino ({reason}).',
    cause: 'Probablemente la conexión es demasiado rápida para el cable, o algo más habla por la misma línea.',
    steps: [
      'Elija una velocidad menor, como 115200.',
      'Use un cable corto, directamente en el equipo.',
      'Desconecte lo que esté conectado a los pines TX y RX de la placa.',
    ],
  },
  'protocol.badReply': {
    title: 'La placa dio una respuesta que no encaja ({command}: {reason}).',
    cause: 'Probablemente se perdieron o se alteraron bytes por el camino.',
    steps: ['Pulse RESET en la placa y vuelva a intentarlo.', 'Elija una velocidad menor, como 115200.'],
  },
  'protocol.commandFailed': {
    title: 'La placa se negó a hacerlo ({command}: {meaning}).',
    cause: 'El chip recibió el comando y no pudo ejecutarlo; a menudo se debe a la memoria flash o a la alimentación.',
    steps: [
      'Pulse RESET en la placa y vuelva a intentarlo.',
      'Elija una velocidad menor, como 115200.',
      'Compruebe que la placa recibe suficiente alimentación y que no hay nada conectado a los pines de su memoria flash.',
    ],
  },
  'protocol.unsupported': {
    title: '{chip} no puede hacerlo con el cargador en uso ({command}, {loader}).',
    cause: 'El cargador integrado en el chip conoce menos comandos que el flasher stub.',
    steps: ['Permita el flasher stub, el cargador rápido, salvo que el chip no lo tenga.'],
  },
  'stub.startFailed': {
    title: 'El flasher stub, el cargador rápido, no arrancó en {chip}.',
    cause: 'Probablemente el envío se dañó por el camino, o la protección del chip no deja cargar programas.',
    steps: [
      'Pulse RESET en la placa y vuelva a intentarlo.',
      'Continúe sin el stub: más lento, pero exige menos del chip.',
    ],
  },
  'stub.noImage': {
    title: 'Aún no hay flasher stub para {chip}.',
    cause: 'El chip es tan nuevo que Espressif aún no ha publicado ninguno.',
    steps: ['Continúe sin el stub: más lento, con el mismo resultado.'],
  },
};
