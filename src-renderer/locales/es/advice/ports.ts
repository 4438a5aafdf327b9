import type { AdviceTextsOf } from '../../nest-by-code';

/** Textos para `port.*`. */
export const portsAdvice: AdviceTextsOf<'port'> = {
  'port.notFound': {
    title: 'No hay ningún puerto {path} en este equipo.',
    cause: 'Probablemente se desconectó, o tiene otro nombre desde que se volvió a conectar.',
    steps: [
      'Compruebe que el cable USB está conectado por ambos extremos.',
      'Elija de nuevo la placa: un puerto puede cambiar de nombre al volver a conectar la placa.',
    ],
  },
  'port.busy': {
    title: 'Otro programa está usando {path}.',
    cause:
      'Un puerto serie solo atiende a un programa a la vez; probablemente sigue abierto un monitor o una herramienta de desarrollo.',
    steps: [
      'Cierre los programas que usan puertos serie, como {holder}.',
      'Si no hay ninguno abierto, desconecte la placa y vuelva a conectarla.',
    ],
  },
  'port.forbidden': {
    title: 'Este equipo no le permite usar {path}.',
    cause: 'En Linux, los puertos serie pertenecen a un grupo en el que su usuario aún no está.',
    steps: [
      'En Linux, añada su usuario al grupo {group}, cierre la sesión y vuelva a iniciarla.',
      'En Windows, cierre otros programas que usen el puerto y vuelva a conectar la placa.',
    ],
  },
  'port.openFailed': {
    title: 'No se pudo abrir {path}: {reason}.',
    cause: 'Probablemente el controlador del adaptador está bloqueado o no está instalado.',
    steps: [
      'Desconecte la placa, espere un momento y vuelva a conectarla.',
      'Instale el controlador del adaptador USB de la placa, si el sistema no lo tiene.',
    ],
  },
  'port.unreachable': {
    title: '{path} no responde: {reason}.',
    cause: 'Probablemente el servidor no está en marcha, o la dirección no es del todo correcta.',
    steps: [
      'Compruebe el host y el número de puerto, y que el servidor está en marcha.',
      'Compruebe que no haya un cortafuegos de por medio.',
      'Escriba rfc2217:// para un servidor de puerto serie, y socket:// para uno que transmite los bytes sin más.',
    ],
  },
  'port.badAddress': {
    title: '{path} no es la dirección de un puerto: {reason}.',
    cause: 'Probablemente falta una parte de la dirección o está mal escrita.',
    steps: [
      'Escriba un puerto serie remoto así: rfc2217://192.168.1.20:4000.',
      'Escriba un puerto de red sin más así: socket://192.168.1.20:5555.',
      'Escriba una placa de prácticas así: sim://esp32c3.',
    ],
  },
  'port.unplugged': {
    title: 'La placa en {path} ha desaparecido.',
    cause: 'Se soltó un cable, o la placa pidió más corriente de la que da el puerto USB y se reinició.',
    steps: [
      'Vuelva a conectarla y repita lo que hacía.',
      'Si nadie la tocó, pruebe otro cable, otro puerto USB o un hub con alimentación propia.',
    ],
  },
  'port.notOpen': {
    title: 'La conexión con {path} ya está cerrada.',
    cause: 'La placa se desconectó o la operación se detuvo un momento antes.',
    steps: ['Empiece de nuevo.'],
  },
  'port.writeFailed': {
    title: 'No se pudo enviar nada a {path}: {reason}.',
    cause: 'El adaptador dejó de aceptar bytes: probablemente se desconectó, o su controlador está bloqueado.',
    steps: ['Desconecte la placa y vuelva a conectarla.', 'Pruebe otro cable u otro puerto USB.'],
  },
  'port.baudRateRefused': {
    title: '{path} no puede trabajar a {baudRate} baudios.',
    cause: 'El adaptador o su controlador no conoce esta velocidad.',
    steps: ['Ponga la velocidad en automática, o elija una menor, como 460800 o 115200.'],
  },
  'port.noneFound': {
    title: 'No se encontró ninguna placa.',
    cause: 'Probablemente el cable solo carga, o el sistema no tiene controlador para el adaptador de la placa.',
    steps: [
      'Conecte la placa con un cable USB que transmita datos; algunos cables solo cargan.',
      'Pruebe otro puerto USB, sin hub.',
      'Instale el controlador del adaptador USB de la placa, si el sistema no lo tiene.',
    ],
  },
  'port.cannotListen': {
    title: 'No se puede compartir nada en {address}: {reason}.',
    cause: 'Otro programa ya usa este número, o está reservado para el sistema.',
    steps: ['Elija otro número de puerto, entre 1024 y 65535.'],
  },
  'port.shareEnded': {
    title: '{path} ya no se comparte: su placa ha desaparecido.',
    cause: 'La placa se desconectó o su cable se aflojó.',
    steps: ['Vuelva a conectarla y compártala de nuevo en la página Placa.'],
  },
};
