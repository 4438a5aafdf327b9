import type { jobsTexts as english } from '../en/jobs';
import type { Widened } from '../messages';

/** Una operación en curso y cómo terminó. */
export const jobsTexts: Widened<typeof english> = {
  progress: {
    title: {
      flash: 'Grabando {board}',
      read: 'Leyendo {board}',
      erase: 'Borrando {board}',
      verify: 'Comparando con {board}',
      nvs: 'Leyendo los ajustes de {board}',
      memory: 'Memoria de {board}',
      tools: 'Herramientas: {board}',
      volume: 'Leyendo los archivos de {board}',
      partitions: 'Escribiendo la tabla en {board}',
    },
    unhurried: 'Puede tardar uno o dos minutos.',
    overall: 'Progreso',
    file: 'Archivo {n} de {count}',
    speed: 'Velocidad',
    timeLeft: 'Falta',
    elapsed: 'Transcurrido',
    rate: 'Baudios',
    none: '–',
    step: {
      connecting: 'Conectar',
      detecting: 'Identificar la placa',
      startingStub: 'Iniciar el cargador rápido',
      resetting: 'Reiniciar la placa',
      listening: 'Escuchar la placa',
    },
    work: {
      flash: 'Escribir y verificar',
      read: 'Leer y verificar',
      erase: 'Borrar y comprobar',
      verify: 'Comparar',
      nvs: 'Leer y verificar',
      memory: 'Leer o escribir la memoria',
      tools: 'Leer o escribir',
      volume: 'Leer y verificar',
      partitions: 'Escribir y verificar',
    },
    now: {
      waiting: 'Esperando el puerto',
      connecting: 'Conectando',
      startingStub: 'Iniciando el cargador rápido',
      detecting: 'Identificando la placa',
      erasing: 'Borrando',
      reading: 'Leyendo',
      writing: 'Escribiendo',
      verifying: 'Verificando',
      resetting: 'Reiniciando la placa',
      listening: 'Escuchando la placa',
      done: 'Finalizando',
    },
    stepState: { done: 'hecho', active: 'ahora', pending: 'pendiente' },
    announce: '{stage}, {percent}',
  },
  result: {
    verified: 'Verificado',
    proof:
      'El chip contiene lo que se envió: el MD5 de la región ({count}) coincide. | El chip contiene lo que se envió: el MD5 de cada una de las {count} regiones coincide.',
    unproven: 'Escrito, sin verificar',
    unprovenText:
      'El chip lo aceptó todo. En Secure Download Mode nadie puede leerlo, así que se sabrá si está bien cuando la placa funcione.',
    encrypted: 'Escrito y cifrado',
    encryptedText:
      'El chip lo cifró con su propia clave y lo escribió. Lo que hay ahora no es el archivo sin cifrar, y solo el chip puede leerlo.',
    written: 'Escrito',
    sent: 'Enviado por el cable',
    speed: 'Velocidad media',
    rate: 'Baudios',
    chip: 'Chip',
    mac: 'Dirección MAC',
    regions: 'Lo que se ha demostrado',
    regionAt: '{offset}, {size}',
    boardSaid: 'Lo que dijo la placa tras reiniciarse',
    boardSilent:
      'La placa no dijo nada tras reiniciarse. Muchas aplicaciones no muestran nada; pulse su botón RESET si no funciona.',
    openMonitor: 'Abrir el monitor',
    notListened: 'La placa se queda como está; no se ha reiniciado.',
    cancelled: 'Cancelado',
    unplugged: 'Se desconectó la placa',
    waitingForBoard: 'Vuelva a conectar la placa para continuar.',
    boardIsBack: 'La placa ha vuelto.',
    steps: 'Qué hacer',
  },
  job: {
    failed: {
      flash: 'No se grabó',
      read: 'No se leyó',
      erase: 'No se borró',
      verify: 'No se comparó',
      nvs: 'No se leyeron los ajustes',
      memory: 'No hecho',
      tools: 'No hecho',
      volume: 'No se leyeron los archivos',
      partitions: 'No se escribió la tabla',
    },
    done: {
      flash: 'Grabado',
      read: 'Leído',
      erase: 'Borrado',
      verify: 'Comparado',
      nvs: 'Ajustes leídos',
      memory: 'Hecho',
      tools: 'Hecho',
      volume: 'Archivos leídos',
      partitions: 'Tabla escrita',
    },
    show: 'Ver qué pasó',
    reason: { elsewhere: 'Espere a que termine la operación en curso.' },
    aftermath: {
      flash: {
        untouched: 'No se escribió nada: la placa está como antes.',
        begun: 'Lo que se estaba escribiendo quedó incompleto. Grabe de nuevo la placa antes de usarla.',
      },
      read: {
        untouched: 'No se creó ningún archivo. La placa está como antes.',
        begun: 'No se creó ningún archivo. La placa está como antes.',
      },
      erase: {
        untouched: 'No se borró nada: la placa está como antes.',
        begun: 'Una parte está borrada, quizá todo. Borre de nuevo o grabe la placa antes de usarla.',
      },
      verify: {
        untouched: 'No se escribió nada: la placa está como antes.',
        begun: 'No se escribió nada: la placa está como antes.',
      },
      partitions: {
        untouched: 'No se escribió nada: la placa está como antes.',
        begun: 'La tabla puede estar incompleta. Escríbala de nuevo antes de usar la placa.',
      },
      memory: {
        untouched: 'No se hizo nada. La placa está como antes.',
        begun: 'No llegó hasta el final. La flash está como antes.',
      },
      tools: {
        untouched: 'No se hizo nada. La placa está como antes.',
        begun:
          'No llegó hasta el final: los registros de estado pueden estar escritos a medias. Léalos otra vez antes de seguir.',
      },
      nvs: {
        untouched: 'No se leyó nada. La placa está como antes.',
        begun: 'No se leyó todo. La placa está como antes.',
      },
      volume: {
        untouched: 'No se leyó nada. La placa está como antes.',
        begun: 'No se leyó todo. La placa está como antes.',
      },
    },
  },
};
