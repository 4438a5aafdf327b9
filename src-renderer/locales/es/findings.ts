import type { findingTexts as english } from '../en/findings';
import type { Widened } from '../messages';

/** Lo que muestran las placas cuando algo va mal, con palabras sencillas. */
export const findingTexts: Widened<typeof english> = {
  finding: {
    crash: {
      title: 'La aplicación falló',
      text: {
        read: 'Intentó leer de la dirección {address}, donde no puede.',
        write: 'Intentó escribir en la dirección {address}, donde no puede.',
        null: 'Usó algo que nunca se preparó: un puntero que no lleva a ninguna parte (dirección {address}).',
        fetch: 'Saltó a un lugar sin código, a menudo por un puntero a función que nunca se fijó.',
        illegalInstruction:
          'Encontró algo que no es una instrucción. A menudo, una función sin valor de retorno o memoria sobrescrita.',
        divideByZero: 'Dividió un número entero entre cero.',
        unaligned: 'Leyó o escribió un número en una dirección que no corresponde a su tamaño ({address}).',
        cacheDisabled: 'Ejecutó código de la flash cuando la flash no se podía leer, normalmente en una interrupción.',
        stackOverflow: 'Una tarea usó más pila de la que tiene.',
        memoryProtection: 'Tocó memoria protegida.',
        doubleException: 'Volvió a fallar al tratar un fallo. Casi siempre la pila es pequeña o está sobrescrita.',
        breakpoint: 'Encontró un punto de interrupción y no hay depurador.',
        interruptWatchdog: 'Una interrupción tardó demasiado.',
        other: 'El procesador se rindió: {printed}.',
      },
    },
    abort: {
      title: 'La aplicación se detuvo a sí misma',
      text: 'El programa llamó a abort(): encontró algo que no debe ocurrir. La línea anterior suele decir qué.',
    },
    assert: { title: 'Una comprobación del programa no se cumplió', text: 'Esperaba: {expression}. {where}' },
    errorCheck: {
      title: 'Una función informó de un error que la aplicación no trata',
      text: 'El error es {name}. {where}',
    },
    stackOverflow: {
      title: 'Una tarea se quedó sin pila',
      text: 'La tarea {task} necesita una pila mayor: auméntela donde se crea la tarea, o use menos variables locales.',
    },
    stackSmashed: {
      title: 'Se escribió más allá del final de una tabla local',
      text: 'La función lo notó al terminar. Busque tablas que se llenan sin comprobar su tamaño.',
    },
    heapCorrupt: {
      title: 'Se sobrescribió memoria',
      text: 'Se escribió más allá del final de un bloque de memoria, o se usó después de devolverlo. Ocurrió antes de esta línea.',
    },
    outOfMemory: {
      title: 'La aplicación se quedó sin memoria',
      text: 'No había un bloque de memoria que pidió.',
    },
    uncaughtException: {
      title: 'No se trató una excepción de C++',
      text: 'Del tipo {name}.',
      textUnnamed: 'No se indica su tipo.',
    },
    interruptWatchdog: {
      title: 'La aplicación se atascó con las interrupciones apagadas',
      text: 'Una rutina de interrupción o una sección bloqueada tardó tanto que intervino el perro guardián.',
    },
    taskWatchdog: {
      title: 'Una tarea no cede el paso',
      text: 'Estas no tuvieron su turno a tiempo: {tasks}. Algo se ejecuta mucho rato sin pausa ni espera.',
      textUnnamed: 'Algo se ejecuta mucho rato sin pausa ni espera.',
    },
    softWatchdog: {
      title: 'La aplicación se atascó demasiado tiempo',
      text: 'Un bucle se ejecutó sin delay() ni yield(), y el perro guardián reinició la placa.',
    },
    brownout: {
      title: 'Bajó la tensión de alimentación',
      text: 'La placa se reinicia porque no recibe bastante corriente. Use un cable USB corto y grueso y un puerto del propio equipo o un concentrador con alimentación; la Wi-Fi y los servos son los que más consumen.',
    },
    emptyFlash: {
      title: 'No hay firmware donde lo busca el chip',
      text: 'La flash está vacía ahí. Grabe un firmware completo: bootloader, tabla de particiones y aplicación, o un solo archivo combinado.',
    },
    invalidHeader: {
      title: 'Lo que hay en el lugar del bootloader no es firmware',
      text: 'Empieza por {header}. Casi siempre un archivo se escribió en una dirección equivocada, o la flash está cifrada.',
    },
    flashReadError: {
      title: 'El chip no puede leer su flash',
      text: 'O no hay nada escrito en el lugar del bootloader, o el modo de flash no va con la placa. Grábela de nuevo en modo DIO.',
    },
    wrongFlashMode: {
      title: 'Probablemente el modo de flash no es el correcto',
      text: 'El chip carga el firmware en modo {mode} y después no se oye nada más. Muchas placas no tienen esos hilos: grabe de nuevo en modo DIO.',
    },
    brokenImage: {
      title: 'El firmware en la flash está dañado',
      text: {
        checksum:
          'Su suma de comprobación no es correcta. Grábelo de nuevo; si no basta, pruebe una frecuencia de flash menor o el modo DIO.',
        hash: 'Su resumen no es correcto. Grábelo de nuevo; si no basta, pruebe una frecuencia de flash menor o el modo DIO.',
        magic: 'La partición no contiene una aplicación. Quizá nunca se escribió, o se escribió en otra dirección.',
      },
    },
    noPartitionTable: {
      title: 'No hay tabla de particiones',
      text: 'El bootloader no sabe dónde está la aplicación. Grabe también la tabla de particiones, o un solo archivo combinado.',
    },
    noApp: {
      title: 'No hay ninguna aplicación que pueda arrancar',
      text: 'Están el bootloader y la tabla de particiones, pero ninguna partición contiene una aplicación. Grabe la aplicación en su dirección.',
    },
    wrongChip: {
      title: 'El firmware es para otro chip',
      text: 'Se hizo para {wanted}, y este es {actual}. Compile o descargue el de este chip.',
    },
    wrongRevision: {
      title: 'El firmware es para otras versiones de este chip',
      text: 'Pide la revisión {needed}, y este chip es {found}. Ajuste la revisión mínima en el proyecto y compile de nuevo.',
    },
    flashTooSmall: {
      title: 'El firmware espera más flash de la que hay',
      text: 'Indica {header}, y la placa tiene {actual}. Grabe de nuevo dejando que se detecte el tamaño de la flash, o elíjalo en el proyecto.',
    },
    secureBoot: {
      title: 'El firmware no está firmado con la clave correcta',
      text: 'Este chip solo arranca el firmware que ha firmado su dueño.',
    },
    noPsram: {
      title: 'La memoria adicional (PSRAM) no responde',
      text: 'El firmware espera una PSRAM que esta placa no tiene, o tiene en otro modo (quad u octal). Cámbielo en el proyecto.',
    },
    settingsOutdated: {
      title: 'Los ajustes guardados ya no sirven a la aplicación',
      text: 'La partición de ajustes (NVS) está llena o la escribió una versión más nueva. Borrarla ayuda; se pierden las contraseñas Wi-Fi y otros ajustes.',
    },
    downloadMode: {
      title: 'La placa espera un firmware',
      text: 'Arrancó en modo de descarga, así que la aplicación no funciona. Reiníciela sin mantener BOOT; si vuelve aquí, algo lleva {pin} a nivel bajo.',
      pin: 'el pin BOOT',
    },
    otherBootMode: {
      title: 'La placa arrancó en un modo que no es ni la aplicación ni la descarga',
      text: 'Algo lleva sus pines de arranque al nivel equivocado (modo {bootMode}). Desconecte lo que esté unido a ellos y reiníciela.',
    },
    restarted: {
      title: 'La placa arrancó',
      text: {
        powerOn: 'Porque recibió alimentación, o por su botón RESET.',
        external: 'Porque alguien la reinició.',
        software: 'Porque lo pidió la aplicación, o tras un fallo.',
        watchdog: 'Porque intervino un perro guardián: la aplicación se atascó, o no llegó a arrancar.',
        interruptWatchdog: 'Porque las interrupciones tardaron demasiado.',
        taskWatchdog: 'Porque una tarea no cedía el paso.',
        brownout: 'Porque bajó la tensión de alimentación.',
        deepSleep: 'Despertó de un sueño profundo.',
        usb: 'Porque lo pidió el equipo por USB.',
        glitch: 'Por una perturbación de la alimentación o del reloj.',
        unknown: 'El chip da como motivo {printed}.',
      },
    },
    crashLoop: {
      title: 'La placa arranca una y otra vez',
      text: 'Se reinició sola {times} veces en medio minuto. Las notas de al lado dicen por qué.',
    },
    appStarted: { title: '{name} arrancó', text: 'Versión {version}.' },
  },
};
