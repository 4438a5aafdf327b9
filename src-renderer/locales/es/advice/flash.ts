import type { AdviceTextsOf } from '../../nest-by-code';

/** Textos para `flash.*`. */
export const flashAdvice: AdviceTextsOf<'flash'> = {
  'flash.noAnswer': {
    title: 'La memoria flash no responde (id. {flashId}).',
    cause: 'La memoria flash no recibe alimentación, está cableada de otra manera, o sus pines se usan para otra cosa.',
    steps: [
      'Desconecte todo lo que esté conectado a la placa y vuelva a intentarlo.',
      'Compruebe que la placa recibe 3,3 V estables.',
      'Si la memoria flash es un componente aparte, compruebe sus soldaduras y su cableado.',
    ],
  },
  'flash.sizeUnknown': {
    title: 'La memoria flash no dice su tamaño (id. {flashId}).',
    cause: 'Probablemente es un componente poco común, cuyo identificador no contiene el tamaño.',
    steps: ['Elija el tamaño de flash a mano; figura en la descripción de la placa o del módulo.'],
  },
  'flash.sizeNotTold': {
    title: 'Este {chip} no dice el tamaño de su memoria flash, porque está en Secure Download Mode.',
    cause: 'Secure Download Mode no deja que nadie consulte la memoria flash.',
    steps: ['Elija el tamaño de flash a mano; figura en la descripción de la placa o del módulo.'],
  },
  'flash.notVerified': {
    title:
      'Todo se envió a este {chip} y fue aceptado, pero no deja que nadie compruebe lo que ahora contiene su flash.',
    cause: 'Secure Download Mode no deja que nadie lea ni compare.',
    steps: [
      'Así funciona Secure Download Mode; la prueba es que la aplicación arranque.',
      'Si no arranca, repita lo mismo a una velocidad menor, como 115200.',
    ],
  },
  'flash.cannotProve': {
    title: 'Este {chip} está en Secure Download Mode: lo que se escribe no se puede leer ni comparar.',
    cause: 'Secure Download Mode no deja que nadie lea ni compare.',
    steps: [
      'Si está seguro de los archivos y del cable, elija escribirlos sin prueba (--force en la línea de comandos).',
      'Después deje arrancar la placa y vea si hace lo que debe.',
    ],
  },
  'flash.verifyFailed': {
    title: 'La memoria flash no contiene lo que se escribió para {name}, en {offset}.',
    cause: 'Hubo bits que cambiaron por el camino o no se mantuvieron: suele deberse a la alimentación o al cable.',
    steps: [
      'Grabe de nuevo, a una velocidad menor, como 115200.',
      'Compruebe que la placa recibe suficiente alimentación: otro cable, o un hub con alimentación propia.',
      'Si vuelve a ocurrir en el mismo lugar, la memoria flash está protegida contra escritura (lo muestra Placa → Herramientas) o desgastada.',
    ],
  },
  'flash.notEncrypted': {
    title: 'La memoria flash contiene {name} sin cifrar, en {offset}: el chip no lo cifró.',
    cause: 'El chip aún no tiene una clave para cifrar.',
    steps: [
      'Su cifrado de flash aún no tiene clave; la recibe cuando su firmware arranca por primera vez.',
      'Escriba el firmware sin cifrado y déjelo arrancar una vez.',
    ],
  },
  'flash.encryptedWriteForbidden': {
    title: 'Este {chip} ya no permite, de forma definitiva, escribir nada cifrado desde fuera.',
    cause: 'Un eFuse de este chip lo prohíbe; los eFuses no se pueden revertir.',
    steps: [
      'Así funciona el modo release del cifrado de flash: actualícelo de forma inalámbrica (OTA).',
      'Un archivo cifrado en un equipo con la misma clave se puede escribir tal cual.',
    ],
  },
  'flash.differs': {
    title: 'La memoria flash no contiene {name}, en {offset}: {sectors} sectores de 4 KB son distintos.',
    cause: 'Se grabó otra versión, se usaron otros ajustes de flash, o la aplicación cambió sus datos.',
    steps: [
      'Si el archivo se escribió con otro modo, frecuencia o tamaño, indique aquí los mismos.',
      'Una aplicación cambia sus propios datos mientras funciona; no es un fallo.',
    ],
  },
  'flash.readUnstable': {
    title: 'La memoria flash no se lee igual dos veces, en {offset}.',
    cause: 'La conexión con la memoria flash es débil: alimentación, cableado o un componente desgastado.',
    steps: [
      'Lea de nuevo, a una velocidad menor, como 115200.',
      'Compruebe que la placa recibe suficiente alimentación: otro cable, o un hub con alimentación propia.',
      'Desconecte todo lo que esté conectado a los pines de la memoria flash.',
    ],
  },
  'flash.notErased': {
    title: 'La memoria flash no se borró, en {offset}.',
    cause: 'Probablemente hay bits de protección activos en el registro de estado de la memoria flash.',
    steps: [
      'Probablemente está protegida contra escritura: mire sus registros de estado (Placa → Herramientas) y póngalos a 0 para quitar la protección.',
      'Compruebe que la placa recibe suficiente alimentación y borre de nuevo.',
    ],
  },
  'flash.statusChanged': {
    title: 'El registro de estado del chip de flash ya no es el que se leyó: {now} en lugar de {was}.',
    cause: 'Se conectó otra placa, o algo más escribió en el registro mientras tanto.',
    steps: [
      'No se escribió nada.',
      'Compruebe que sigue siendo la misma placa, lea el estado otra vez y decida de nuevo.',
    ],
  },
  'flash.filesChanged': {
    title: 'Los archivos de {name} ya no son como cuando se leyeron.',
    cause: 'La app de la placa escribió archivos entretanto, o es otra placa.',
    steps: [
      'No se escribió nada.',
      'Lea los archivos otra vez: entonces habrá que repetir los cambios.',
      'Si ocurre siempre, la app escribe cada vez que arranca. En las opciones de la página Grabar elija «Seguir en modo de descarga»; así la placa le espera.',
    ],
  },
  'flash.encrypted': {
    title: 'El cifrado de la flash está activado en este {chip}: solo arranca firmware cifrado para él.',
    cause: 'Su fabricante activó el cifrado de la flash, y eso no se puede deshacer.',
    steps: [
      'Pida al fabricante de la placa un firmware o una actualización con su propio programa.',
      'Si el chip está en modo de desarrollo, escriba el firmware con el cifrado activado.',
    ],
  },
  'flash.secureBoot': {
    title: 'El arranque seguro está activado en este {chip}: solo arranca firmware firmado con la clave correcta.',
    cause: 'Su fabricante activó el arranque seguro, y eso no se puede deshacer.',
    steps: [
      'Use firmware firmado por el fabricante de la placa.',
      'No escriba otro bootloader: puede que el chip no vuelva a arrancar.',
    ],
  },
  'flash.secureDownloadMode': {
    title: 'Este {chip} está en Secure Download Mode, que no lo permite ({operation}).',
    cause: 'Su fabricante activó este modo, y eso no se puede deshacer.',
    steps: ['Solo se puede escribir en la flash, y el tamaño de flash hay que elegirlo a mano.'],
  },
};
